/// The values that a measure can take at all; an interval is cut to it.
@frozen
public struct PossibleRange: Sendable, Equatable, BitwiseCopyable {
  /// The least possible value; may be `-infinity`.
  public let lower: Double
  /// The greatest possible value; may be `infinity`.
  public let upper: Double

  /// All values from `lower` to `upper`.
  ///
  /// - Precondition: `lower <= upper`.
  @inlinable
  public init(lower: Double, upper: Double) {
    precondition(lower <= upper, "a range of possible values must not be empty")
    self.lower = lower
    self.upper = upper
  }

  /// A share: 0…1.
  public static let share = PossibleRange(lower: 0, upper: 1)
  /// A time, a number, a cost: from 0 up.
  public static let nonnegative = PossibleRange(lower: 0, upper: .infinity)

  /// What differences of two values of this range can be.
  @inlinable
  public var differences: PossibleRange {
    let width = upper - lower
    return PossibleRange(lower: -width, upper: width)
  }

  @inlinable
  func clamping(_ value: Double) -> Double {
    Swift.min(Swift.max(value, lower), upper)
  }
}
