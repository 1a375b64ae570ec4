/// A curve of arrivals compiled for drawing: a plain value, see `SamplingTables`.
@frozen
public struct ArrivalCurve: BitwiseCopyable, Sendable {
  @usableFromInline let start: Double
  @usableFromInline let intervalLength: Double
  @usableFromInline let intervalCount: Int32
  @usableFromInline let first: Int32

  /// The next arrival of a day: what `PiecewiseConstantRate` gives, to the last bit.
  ///
  /// - Parameters:
  ///   - gap: The gap in expected arrivals: a draw from the unit exponential distribution.
  ///   - cursor: Where the day stands; it moves on.
  ///   - tables: The tables that made the curve.
  /// - Returns: The time of the arrival [s]; `.infinity` if the day has no more.
  /// - Complexity: O(1) on average.
  @inlinable @inline(__always)
  public func nextArrival(
    after gap: Double, cursor: inout ArrivalCursor, in tables: borrowing SamplingTables
  ) -> Double {
    cursor.expected += gap * cursor.inverseDayFactor
    let expected = cursor.expected
    let first = Int(first)
    let count = Int(intervalCount)
    var interval = cursor.interval
    while interval < count && expected >= tables.numbers[first &+ interval &+ 1] { interval &+= 1 }
    cursor.interval = interval
    if interval >= count { return .infinity }
    return PiecewiseConstantRate.time(
      ofCumulative: expected, before: tables.numbers[first &+ interval],
      after: tables.numbers[first &+ interval &+ 1], interval: interval, start: start,
      length: intervalLength)
  }
}
