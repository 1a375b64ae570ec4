import SpecialFunctions

/// A rate of arrivals that is constant within each interval of a day: the curve of a day.
///
/// Arrivals of a nonhomogeneous Poisson process are found by inverting the cumulative rate Λ: the
/// i-th arrival is at Λ⁻¹ of the sum of i unit exponentials (Çinlar 1975). Scaling the whole day by
/// a factor moves all arrivals, but keeps their numbers.
///
///     let rate = try PiecewiseConstantRate(expectedCounts: counts, intervalLength: 1800)
///     var cursor = ArrivalCursor(dayFactor: factor)
///     let first = rate.nextArrival(after: Exponential.unitQuantile(lane.u0), cursor: &cursor)
@frozen
public struct PiecewiseConstantRate: Hashable, Sendable {
  /// When the first interval starts [s].
  public let start: Double
  /// The length of every interval [s]; `> 0`.
  public let intervalLength: Double
  /// The expected number of arrivals before each interval, and at last before the end.
  public let cumulatives: [Double]

  /// A day's curve.
  ///
  /// - Parameters:
  ///   - expectedCounts: The expected number of arrivals in each interval; finite, `≥ 0`.
  ///   - intervalLength: The length of every interval [s]; finite, `> 0`.
  ///   - start: When the first interval starts [s]; finite.
  /// - Throws: `DistributionError` if a number is outside its domain or there is no interval.
  public init(
    expectedCounts: [Double], intervalLength: Double, start: Double = 0
  ) throws(DistributionError) {
    if expectedCounts.isEmpty { throw .empty }
    try DistributionError.requirePositive(.intervalLength, intervalLength)
    if !start.isFinite { throw .notFinite(.from, start) }
    var sum = CompensatedSum()
    var cumulatives = [0.0]
    for count in expectedCounts {
      try DistributionError.requireNotNegative(.count, count)
      sum.add(count)
      cumulatives.append(max(sum.value, cumulatives[cumulatives.count - 1]))
    }
    self.start = start
    self.intervalLength = intervalLength
    self.cumulatives = cumulatives
  }

  /// The number of intervals.
  @inlinable
  public var intervalCount: Int { cumulatives.count - 1 }

  /// When the last interval ends [s].
  @inlinable
  public var end: Double { start + intervalLength * Double(intervalCount) }

  /// The expected number of arrivals of the whole day.
  @inlinable
  public var expectedTotal: Double { cumulatives[intervalCount] }

  /// Λ: the expected number of arrivals before `time`.
  ///
  /// - Parameter time: Any time [s], not NaN.
  /// - Complexity: O(1).
  @inlinable
  public func cumulative(at time: Double) -> Double {
    let position = (time - start) / intervalLength
    if position <= 0 { return 0 }
    if position >= Double(intervalCount) { return expectedTotal }
    let interval = Int(position)
    let count = cumulatives[interval + 1] - cumulatives[interval]
    return cumulatives[interval] + count * (position - Double(interval))
  }

  /// Λ⁻¹: the latest time before which `expected` arrivals are expected. What is due at the end of
  /// an interval comes at the next start of a positive rate.
  ///
  /// - Parameters:
  ///   - expected: The number of arrivals; `≥ 0`.
  ///   - interval: Where to begin looking, at or before the interval that is found; afterwards that
  ///     interval. Start with 0.
  /// - Returns: A time [s] within an interval of positive rate, its end left out; `.infinity` from
  ///   `expectedTotal` on.
  /// - Complexity: O(1) on average if `interval` is handed on over a day.
  @inlinable
  public func time(ofCumulative expected: Double, from interval: inout Int) -> Double {
    while interval < intervalCount && expected >= cumulatives[interval + 1] { interval += 1 }
    if interval >= intervalCount { return .infinity }
    return PiecewiseConstantRate.time(
      ofCumulative: expected, before: cumulatives[interval], after: cumulatives[interval + 1],
      interval: interval, start: start, length: intervalLength)
  }

  /// Λ⁻¹ within an interval at whose ends Λ is `before` and `after`.
  @inlinable
  static func time(
    ofCumulative expected: Double, before: Double, after: Double, interval: Int, start: Double,
    length: Double
  ) -> Double {
    let count = after - before
    if count == 0 { return start + length * Double(interval) }
    return start + length * (Double(interval) + (expected - before) / count)
  }

  /// The next arrival of a day.
  ///
  /// - Parameters:
  ///   - gap: The gap in expected arrivals: a draw from the unit exponential distribution.
  ///   - cursor: Where the day stands; it moves on.
  /// - Returns: The time of the arrival [s]; `.infinity` if the day has no more.
  /// - Complexity: O(1) on average.
  @inlinable
  public func nextArrival(after gap: Double, cursor: inout ArrivalCursor) -> Double {
    cursor.expected += gap * cursor.inverseDayFactor
    return time(ofCumulative: cursor.expected, from: &cursor.interval)
  }
}
