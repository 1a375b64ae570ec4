/// How far the arrivals of one day have come.
@frozen
public struct ArrivalCursor: BitwiseCopyable, Hashable, Sendable {
  /// Λ of the last arrival, under the curve before the day factor.
  @usableFromInline var expected: Double
  @usableFromInline var interval: Int
  @usableFromInline let inverseDayFactor: Double

  /// The beginning of a day.
  ///
  /// - Parameter dayFactor: What all rates of the day are multiplied with; `≥ 0`. Zero gives a day
  ///   without arrivals.
  @inlinable
  public init(dayFactor: Double = 1) {
    precondition(dayFactor >= 0, "a day factor is not negative")
    expected = 0
    interval = 0
    inverseDayFactor = 1 / dayFactor
  }
}
