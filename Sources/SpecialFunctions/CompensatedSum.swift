/// A running sum that carries what rounding lost, so that its error does not grow with the
/// number of terms.
///
///     var area = CompensatedSum()
///     area.add(1)
///     area.add(1e100)
///     area.add(-1e100)
///     area.value  // 1
///
/// The error of `value` is one rounding of the result plus about n²·2^-106 of the sum of the
/// magnitudes, where the plain sum may lose n·2^-53. Infinities and NaN spread as in a plain sum.
///
/// Source: Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher
/// Summen".
@frozen
public struct CompensatedSum: BitwiseCopyable, Sendable, Equatable {
  @usableFromInline var sum: Double
  @usableFromInline var correction: Double

  /// A sum of no terms, or of one.
  @inlinable
  public init(_ first: Double = 0) {
    sum = first
    correction = 0
  }

  /// Adds one term.
  ///
  /// - Complexity: O(1), no branch.
  @inlinable
  public mutating func add(_ term: Double) {
    let (total, error) = exactSum(sum, term)
    sum = total
    correction += error
  }

  /// Adds the terms of another sum, with what both carry.
  @inlinable
  public mutating func add(_ other: CompensatedSum) {
    add(other.sum)
    correction += other.correction
  }

  /// The sum of the terms added so far.
  @inlinable
  public var value: Double {
    // Once the sum has overflowed, the lost part is a NaN that must not hide the infinity.
    sum.isFinite ? sum + correction : sum
  }
}
