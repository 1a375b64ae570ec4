/// The difference of one measure between two designs that met the same customers.
///
/// Both designs see common random numbers, so that the difference is taken replication by
/// replication: each design's ratio of sums is linearised, and the differences of the residuals
/// carry the uncertainty. What both designs share cancels.
public struct PairedDifference: Sendable, Equatable {
  /// Σx / Σy of the first design.
  public let first: Double
  /// Σx / Σy of the second design.
  public let second: Double
  /// Second minus first, with its interval.
  public let difference: Estimate
  /// Two-sided, consistent with the interval; `nil` where the designs did not differ in any
  /// replication, or where there is one replication only.
  public let pValue: Double?

  /// Compares two ratios of sums; `nil` where either denominator is 0 over all replications.
  ///
  /// - Parameters:
  ///   - first: Numerators and denominators of the first design, by replication.
  ///   - second: Those of the second design, for the same replications in the same order.
  ///   - range: What the measure can be.
  ///   - given: For this number of replications; made here if not given.
  /// - Precondition: All four series have the same number of replications.
  /// - Complexity: O(replications).
  public init?(
    first: RatioSeries, second: RatioSeries, within range: PossibleRange,
    correction given: SkewnessCorrection? = nil
  ) {
    let count = first.count
    precondition(second.count == count, "paired designs have the same replications")
    guard let firstRatio = first.ratio, let secondRatio = second.ratio else { return nil }
    self.first = firstRatio
    self.second = secondRatio
    let firstMean = first.denominatorSum / Double(count)
    let secondMean = second.denominatorSum / Double(count)
    var residuals = Moments()
    for index in 0..<count {
      residuals.add(
        second.residual(index, ratio: secondRatio) / secondMean
          - first.residual(index, ratio: firstRatio) / firstMean)
    }
    let value = secondRatio - firstRatio
    let correction = given ?? SkewnessCorrection(count: count)
    difference = Estimate(
      value: value, variance: residuals.squares, skewness: residuals.skewness, count: count,
      range: range.differences, correction: correction)
    guard let correction, residuals.squares > 0 || value != 0 else {
      pValue = nil
      return
    }
    guard residuals.squares > 0 else {
      pValue = 0
      return
    }
    let standardError =
      (residuals.squares / (Double(count) * Double(count - 1))).squareRoot()
    pValue = correction.pValue(
      deviation: value / standardError, skewness: residuals.skewness)
  }
}
