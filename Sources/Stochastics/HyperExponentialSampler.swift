/// A hyperexponential distribution whose table lies among `SamplingTables`.
@frozen
public struct HyperExponentialSampler: BitwiseCopyable, Sendable {
  @usableFromInline let mean: Double
  @usableFromInline let branches: BalancedBranches
  @usableFromInline let firstPiece: Int32
  @usableFromInline let firstKnot: Int32
  @usableFromInline let firstGuide: Int32

  @inlinable
  func quantile(hazard: Double, in tables: borrowing SamplingTables) -> Double {
    guard hazard < HyperExponentialTable.end else {
      return mean * branches.quantile(beyond: hazard)
    }
    let cell = Int(firstGuide) &+ Int(hazard * HyperExponentialTable.cellsPerUnit)
    let first = Int(firstKnot)
    var low = Int(tables.guides[cell])
    var high = Int(tables.guides[cell &+ 1])
    while low < high {
      let middle = (low &+ high &+ 1) / 2
      if tables.numbers[first &+ middle] <= hazard { low = middle } else { high = middle &- 1 }
    }
    let start = tables.numbers[first &+ low]
    let length = tables.numbers[first &+ low &+ 1] - start
    let piece = tables.pieces[Int(firstPiece) &+ low]
    return mean * piece.value(at: (hazard - start) / length)
  }
}
