/// A parameter of a distribution, by the name that a scenario gives it.
public enum DistributionParameter: String, Hashable, Sendable {
  /// The mean, or the value of a constant.
  case mean
  /// The coefficient of variation: standard deviation over mean.
  case coefficientOfVariation = "cv"
  /// The exponent of a Weibull distribution.
  case shape
  /// The number of exponential stages of an Erlang distribution.
  case stages
  /// The lower end.
  case from
  /// The most likely value of a triangular distribution.
  case mode
  /// The upper end.
  case to
  /// One of the values of an empirical distribution.
  case value
  /// One of the weights of an empirical distribution.
  case weight
  /// The expected number of arrivals in an interval.
  case count
  /// The length of an interval.
  case intervalLength
  /// A correlation.
  case correlation
}

/// Why a distribution cannot be made from what was given.
public enum DistributionError: Error, Hashable, Sendable {
  /// The parameter is infinite or not a number.
  case notFinite(DistributionParameter, Double)
  /// The parameter has to be zero or greater.
  case negative(DistributionParameter, Double)
  /// The parameter has to be greater than zero.
  case notPositive(DistributionParameter, Double)
  /// The parameter has to lie within the range.
  case outOfRange(DistributionParameter, Double, ClosedRange<Double>)
  /// A coefficient of variation of zero: what is wanted is a constant.
  case withoutVariation
  /// The upper end has to be greater than the lower end.
  case notIncreasing(from: Double, to: Double)
  /// There is not a single value (or interval).
  case empty
  /// Each value needs one weight.
  case countsDiffer(values: Int, weights: Int)
  /// All weights are zero.
  case withoutWeight

  /// Throws unless `value` is finite and greater than zero.
  static func requirePositive(
    _ parameter: DistributionParameter, _ value: Double
  ) throws(DistributionError) {
    if !value.isFinite { throw .notFinite(parameter, value) }
    if value <= 0 { throw .notPositive(parameter, value) }
  }

  /// Throws unless `value` is finite and not negative.
  static func requireNotNegative(
    _ parameter: DistributionParameter, _ value: Double
  ) throws(DistributionError) {
    if !value.isFinite { throw .notFinite(parameter, value) }
    if value < 0 { throw .negative(parameter, value) }
  }

  /// Throws unless `value` is a coefficient of variation within `range`.
  static func requireVariation(
    _ value: Double, within range: ClosedRange<Double>
  ) throws(DistributionError) {
    if !value.isFinite { throw .notFinite(.coefficientOfVariation, value) }
    if value == 0 { throw .withoutVariation }
    if value < 0 { throw .negative(.coefficientOfVariation, value) }
    if !range.contains(value) { throw .outOfRange(.coefficientOfVariation, value, range) }
  }
}
