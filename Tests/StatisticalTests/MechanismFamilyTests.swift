import Testing

/// Mechanisms beyond the plan of validation, each against a closed form or a small chain: one
/// family a mechanism, each comparison with a seed of its own.
@Suite("Mechanisms against theory", .enabled(if: isRelease))
struct MechanismFamilyTests {
  static let all: [Comparison] = {
    do {
      return try RoutingFamily.comparisons() + CustomerFamily.comparisons()
        + InterruptFamily.comparisons() + ConversationFamily.comparisons()
        + MediaFamily.comparisons() + OutboundFamily.comparisons()
    } catch {
      Issue.record(error)
      return []
    }
  }()

  /// Each z beyond 4 is a false alarm once in 16,000; the mean and the sum of squares of all, once
  /// in 1,000 each.
  @Test("Simulated and exact values differ by sampling error alone")
  func areUnbiased() async throws {
    let row = ValidationRow(name: "mechanisms") { _ in Self.all }
    let run = try await FamilyRun.make([row], seedOffset: 0)
    let scores = try run.scores(ofRow: 0)
    for (comparison, score) in zip(Self.all, scores) {
      #expect(abs(score.z) < Score.limit, "\(comparison.name): z = \(score.z)")
      #expect(
        score.skewness < Score.mostSkewness,
        "\(comparison.name): make it longer, skewness/√n = \(score.skewness)")
    }
    let verdict = FamilyVerdict(scores.map(\.z))
    #expect(verdict.isMeanInRange, "mean z = \(verdict.mean)")
    #expect(
      verdict.areSquaresInRange, "Σz² = \(verdict.squares), expected \(verdict.squaresRange)")
  }
}
