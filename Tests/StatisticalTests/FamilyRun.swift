import CenterSimulation
import SpecialFunctions

/// All comparisons of all rows, simulated once for all tests.
struct FamilyRun: Sendable {
  let rows: [ValidationRow]
  /// By row, then comparison.
  let comparisons: [[Comparison]]
  let samples: [[Sample]]

  /// The family, from fixed seeds to which `seedOffset` is added.
  ///
  /// Another offset repeats the whole family independently of the first.
  static func make(_ rows: [ValidationRow], seedOffset: UInt64) async throws -> FamilyRun {
    let comparisons = try rows.map { try $0.comparisons(1) }
    let flat = comparisons.joined().map { $0.reseeded(by: seedOffset) }
    // A center that cannot be simulated shows at once, not after minutes.
    for comparison in flat { _ = try Simulation(comparison.center) }
    let samples = try await withThrowingTaskGroup(of: (Int, Sample).self) { group in
      for (index, comparison) in flat.enumerated() {
        group.addTask { (index, try comparison.sample()) }
      }
      return try await group.reduce(
        into: [Sample](repeating: Sample(pairs: []), count: flat.count)
      ) { $0[$1.0] = $1.1 }
    }
    var rest = samples[...]
    let byRow = comparisons.map { row in
      defer { rest = rest.dropFirst(row.count) }
      return Array(rest.prefix(row.count))
    }
    return FamilyRun(rows: rows, comparisons: comparisons, samples: byRow)
  }

  /// The scores of a row against its exact values, those of a model off by `bias`.
  func scores(ofRow row: Int, bias: Double = 1) throws -> [Score] {
    let believed = bias == 1 ? comparisons[row] : try rows[row].comparisons(bias)
    return zip(samples[row], believed).map { $0.score(against: $1.exact) }
  }
}

/// Whether many independent standard normal scores are what they claim to be.
struct FamilyVerdict: Sendable {
  let count: Double
  let mean: Double
  let squares: Double
  let largest: Double

  init(_ scores: [Double]) {
    count = Double(scores.count)
    mean = scores.reduce(0, +) / count
    squares = scores.reduce(0) { $0 + $1 * $1 }
    largest = scores.reduce(0) { max($0, abs($1)) }
  }

  /// The mean of N independent z has standard deviation 1/√N: exceeded by chance once in 1,000.
  var meanLimit: Double { 3.3 / count.squareRoot() }
  /// Where their sum of squares is, but for once in 1,000.
  var squaresRange: ClosedRange<Double> {
    chiSquareQuantile(
      0.0005, degreesOfFreedom: count)...chiSquareQuantile(
        0.9995, degreesOfFreedom: count)
  }

  var isMeanInRange: Bool { abs(mean) < meanLimit }
  var areSquaresInRange: Bool { squaresRange.contains(squares) }
  var isQuiet: Bool { largest < Score.limit && isMeanInRange && areSquaresInRange }
}
