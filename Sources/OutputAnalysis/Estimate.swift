/// A value estimated from replications, and how uncertain it is.
///
/// The interval tells the uncertainty of the average and shrinks with more replications; it does
/// not tell how days differ (`DayDistribution` does).
@frozen
public struct Estimate: Sendable, Equatable, BitwiseCopyable {
  /// The estimate.
  public let value: Double
  /// The bounds of the interval; `nil` for a single replication.
  public let interval: Interval?
  /// The number of replications.
  public let count: Int
  /// Whether the replications are so few and so skewed that the interval is not to be relied on.
  public let isSkewed: Bool

  /// An estimate from its parts.
  @inlinable
  public init(value: Double, interval: Interval?, count: Int, isSkewed: Bool) {
    self.value = value
    self.interval = interval
    self.count = count
    self.isSkewed = isSkewed
  }

  /// The lower bound, where there is one.
  @inlinable public var lower: Double? { interval?.lower }
  /// The upper bound, where there is one.
  @inlinable public var upper: Double? { interval?.upper }
}

/// A lower and an upper bound.
@frozen
public struct Interval: Sendable, Equatable, BitwiseCopyable {
  /// The lower bound.
  public let lower: Double
  /// The upper bound.
  public let upper: Double

  /// The values from `lower` to `upper`.
  @inlinable
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// Whether `value` lies within the bounds, both included.
  @inlinable
  public func contains(_ value: Double) -> Bool {
    lower <= value && value <= upper
  }

  /// Half the distance of the bounds.
  @inlinable
  public var halfWidth: Double { (upper - lower) / 2 }
}

extension Moments {
  /// The mean with its interval; `nil` without values.
  ///
  /// - Parameters:
  ///   - range: What the measure can be; the bounds are kept inside.
  ///   - correction: For this `count`; made here if not given.
  public func estimate(
    within range: PossibleRange, correction: SkewnessCorrection? = nil
  ) -> Estimate? {
    guard let mean else { return nil }
    return Estimate(
      value: mean, variance: squares, skewness: skewness, count: count, range: range,
      correction: correction)
  }
}

extension BivariateMoments {
  /// The ratio of sums Σx / Σy with its interval; `nil` where Σy is 0.
  ///
  /// Linearised per replication: rᵢ = (xᵢ − R·yᵢ) / ȳ has mean 0, and its variance and third
  /// moment follow from the central moments.
  ///
  /// - Parameters:
  ///   - range: What the measure can be; the bounds are kept inside.
  ///   - correction: For this `count`; made here if not given.
  /// - Complexity: O(1).
  public func estimate(
    within range: PossibleRange, correction: SkewnessCorrection? = nil
  ) -> Estimate? {
    guard count > 0, sumY != 0 else { return nil }
    let isConstant = central == CentralSums()
    let ratio = isConstant ? centerX / centerY : sumX / sumY
    let meanY = sumY / Double(count)
    let c = central
    var squares = c.c20 - ratio * (2 * c.c11 - ratio * c.c02)
    // What rounding alone can leave of three terms that cancel, as when every call was in time.
    let rounding =
      0x1p-48 * (c.c20 + 2 * (ratio * c.c11).magnitude + ratio * ratio * c.c02)
    if squares <= rounding { squares = 0 }
    let cubes = c.c30 - ratio * (3 * c.c21 - ratio * (3 * c.c12 - ratio * c.c03))
    let second = squares / Double(count)
    let skewness = squares == 0 ? 0 : cubes / Double(count) / (second * second.squareRoot())
    return Estimate(
      value: ratio, variance: squares / (meanY * meanY), skewness: meanY < 0 ? -skewness : skewness,
      count: count, range: range, correction: correction)
  }
}

extension Estimate {
  /// An estimate whose interval comes from the sum of squared deviations (`variance`, not yet
  /// divided by n − 1) and the skewness of the replications.
  init(
    value: Double, variance squares: Double, skewness: Double, count: Int, range: PossibleRange,
    correction given: SkewnessCorrection?
  ) {
    guard let correction = given ?? SkewnessCorrection(count: count) else {
      self.init(value: value, interval: nil, count: count, isSkewed: false)
      return
    }
    precondition(correction.count == count, "the correction is for another number of replications")
    let standardError = (squares / (Double(count) * Double(count - 1))).squareRoot()
    let bounds = correction.bounds(skewness: skewness)
    self.init(
      value: value,
      interval: Interval(
        lower: min(value, range.clamping(value + bounds.lower * standardError)),
        upper: max(value, range.clamping(value + bounds.upper * standardError))),
      count: count, isSkewed: correction.isFlagged(skewness: skewness))
  }
}
