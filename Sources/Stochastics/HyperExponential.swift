public import SpecialFunctions

/// The distribution of a time that is of one of two exponential kinds, a short and a long one, given
/// by mean and variation.
///
/// Two parameters leave one open: each kind carries half of the mean (balanced means, Whitt 1982).
/// The quantile has no closed form; it comes from a table that is made with the distribution.
@frozen
public struct HyperExponential: Sendable {
  /// The mean [s]; `> 0`.
  public let mean: Double
  /// Standard deviation over mean; `≥ 1`.
  public let coefficientOfVariation: Double
  @usableFromInline let branches: BalancedBranches
  @usableFromInline let table: HyperExponentialTable

  /// A hyperexponential distribution.
  ///
  /// - Parameters:
  ///   - mean: The mean [s]; finite, `> 0`.
  ///   - cv: Standard deviation over mean; in `1...100`, of which 1 is the exponential.
  /// - Throws: `DistributionError` if a parameter is outside its domain.
  /// - Complexity: O(1); about 0.3 ms.
  public init(mean: Double, cv: Double) throws(DistributionError) {
    try DistributionError.requirePositive(.mean, mean)
    if !cv.isFinite { throw .notFinite(.coefficientOfVariation, cv) }
    if !(1...100).contains(cv) { throw .outOfRange(.coefficientOfVariation, cv, 1...100) }
    self.mean = mean
    coefficientOfVariation = cv
    branches = BalancedBranches(cv: cv)
    table = HyperExponentialTable(branches)
  }

  /// The probability of the short kind; its mean is `mean` over twice that.
  @inlinable
  public var shareOfShort: Double { branches.short }

  /// The probability of the long kind; its mean is `mean` over twice that.
  @inlinable
  public var shareOfLong: Double { branches.long }

  /// (mean · cv)² [s²].
  @inlinable
  public var variance: Double {
    let deviation = mean * coefficientOfVariation
    return deviation * deviation
  }

  /// The value that is not exceeded with probability `u`.
  ///
  /// - Parameter u: In `0...1`; `1` gives `.infinity`.
  /// - Returns: A value within 1e-11 relative, 1e-12 for `cv` up to 3 (`HyperExponentialTests`).
  @inlinable
  public func quantile(_ u: Double) -> Double {
    precondition(u >= 0 && u <= 1, "a probability is in 0...1")
    return mean * table.quantile(hazard: Exponential.unitQuantile(u), branches)
  }

  /// The value that is exceeded with probability `v`.
  @inlinable
  public func quantile(upper v: Double) -> Double {
    precondition(v >= 0 && v <= 1, "a probability is in 0...1")
    return mean * table.quantile(hazard: 0 - log(v), branches)
  }

  /// Pr{X ≤ `x`}, without cancellation for small `x`.
  @inlinable
  public func cumulative(_ x: Double) -> Double { x <= 0 ? 0 : branches.cumulative(x / mean) }
}

/// Two hyperexponential distributions are the same if their parameters are; the tables follow.
extension HyperExponential: Hashable {
  /// Whether mean and variation agree.
  public static func == (left: HyperExponential, right: HyperExponential) -> Bool {
    left.mean == right.mean && left.coefficientOfVariation == right.coefficientOfVariation
  }

  /// Hashes mean and variation.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(mean)
    hasher.combine(coefficientOfVariation)
  }
}
