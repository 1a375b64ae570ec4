import Foundation
import Testing

/// Debug builds are twenty times slower; these run in release, from the continuous integration.
#if DEBUG
  let isRelease = false
#else
  let isRelease = true
#endif

@Suite("The simulator against closed forms and solved chains", .enabled(if: isRelease))
struct FamilyTests {
  /// Simulated once, by the first test that asks.
  private static let run = Task {
    try await FamilyRun.make(ValidationRow.all, seedOffset: Self.seedOffset)
  }

  /// `SWITCHBOARD_FAMILY_SEED=1000000` repeats the family with other draws, for whoever wants to
  /// know whether an alarm was chance; see `CONTRIBUTING.md`.
  private static let seedOffset =
    ProcessInfo.processInfo.environment["SWITCHBOARD_FAMILY_SEED"].flatMap(UInt64.init) ?? 0

  /// Every comparison alone: |z| < 4, a false alarm in 16,000. All of them together: the mean of
  /// N independent z has standard deviation 1/√N and their sum of squares is chi-square, so that a
  /// bias too small for any one interval shows; false alarms 1 in 1,000 each.
  @Test("Simulated and exact values differ by sampling error alone")
  func familyIsUnbiased() async throws {
    let run = try await Self.run.value
    var scores: [Double] = []
    for row in run.rows.indices {
      for (comparison, score) in zip(run.comparisons[row], try run.scores(ofRow: row)) {
        #expect(abs(score.z) < Score.limit, "\(comparison.name): z = \(score.z)")
        scores.append(score.z)
      }
    }
    #expect(scores.count >= 300)
    let verdict = FamilyVerdict(scores)
    #expect(verdict.isMeanInRange, "mean z = \(verdict.mean)")
    #expect(
      verdict.areSquaresInRange, "Σz² = \(verdict.squares), expected \(verdict.squaresRange)")
  }

  /// Where terms are skew, z is not normal in its tails, and its limit not what it claims.
  @Test("Every comparison is long enough for its z to be normal")
  func comparisonsAreLongEnough() async throws {
    let run = try await Self.run.value
    for row in run.rows.indices {
      for (comparison, score) in zip(run.comparisons[row], try run.scores(ofRow: row)) {
        #expect(comparison.replications >= Comparison.leastReplications)
        #expect(
          score.skewness < Score.mostSkewness,
          "\(comparison.name): make it longer, skewness/√n = \(score.skewness)")
      }
    }
  }

  /// An alarm that cannot ring is none: with one model of all off by one percent in its service
  /// times (issues: in its rates), the family must be heard.
  @Test("A bias of one percent in a single model raises an alarm", arguments: ValidationRow.all)
  func plantedBiasIsHeard(row: ValidationRow) async throws {
    let run = try await Self.run.value
    let scores = try run.rows.indices.flatMap { index in
      try run.scores(ofRow: index, bias: run.rows[index].name == row.name ? 1.01 : 1).map(\.z)
    }
    #expect(!FamilyVerdict(scores).isQuiet)
  }

  /// What no single comparison needs to show, all of them together do.
  @Test("A bias of one in 500 in all models raises the family's alarm")
  func smallBiasIsHeard() async throws {
    let run = try await Self.run.value
    let scores = try run.rows.indices.flatMap { try run.scores(ofRow: $0, bias: 1.002).map(\.z) }
    #expect(!FamilyVerdict(scores).areSquaresInRange)
  }

  /// Four standard errors as a share of the value: what a comparison sees alone. Printed by model,
  /// from the finest comparison to the coarsest.
  @Test("No comparison is too coarse to see a bias of its value")
  func comparisonsAreFine() async throws {
    let run = try await Self.run.value
    for row in run.rows.indices {
      let scores = try run.scores(ofRow: row)
      let biases = scores.map(\.visibleBias).sorted()
      let finest = try #require(biases.first)
      let coarsest = try #require(biases.last)
      print("\(run.rows[row].name): \(biases.count), sees \(finest) to \(coarsest)")
      #expect(coarsest < 0.1)
    }
  }
}
