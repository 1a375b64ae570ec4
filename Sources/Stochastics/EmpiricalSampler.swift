/// An empirical distribution whose staircase lies among `SamplingTables`: `count` cumulative
/// probabilities, then as many values.
@frozen
public struct EmpiricalSampler: BitwiseCopyable, Sendable {
  @usableFromInline let first: Int32
  @usableFromInline let count: Int32
  @usableFromInline let firstGuide: Int32

  @inlinable
  func quantile(_ u: Double, in tables: borrowing SamplingTables) -> Double {
    precondition(u >= 0 && u <= 1, "a probability is in 0...1")
    let start = Int(first)
    var index = Int(tables.guides[Int(firstGuide) &+ Int(u * Double(count))])
    while tables.numbers[start &+ index] < u { index &+= 1 }
    while index > 0 && tables.numbers[start &+ index &- 1] >= u { index &-= 1 }
    return tables.numbers[start &+ Int(count) &+ index]
  }
}
