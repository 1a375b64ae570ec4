import SpecialFunctions
import Testing

/// Debug builds are twenty times slower; these run in release, from the continuous integration.
#if DEBUG
  let isRelease = false
#else
  let isRelease = true
#endif

@Suite("The simulator against closed forms and solved chains", .enabled(if: isRelease))
struct FamilyTests {
  /// Every comparison alone: |z| < 4, a false alarm in 16,000. All of them together: the mean of
  /// N independent z has standard deviation 1/√N and their sum of squares is chi-square, so that a
  /// bias too small for any one interval shows; false alarms 1 in 1,000 each.
  @Test("Simulated and exact values differ by sampling error alone")
  func familyIsUnbiased() async throws {
    let comparisons =
      try SingleQueueFamily.comparisons() + ResidualFamily.comparisons()
      + ChainFamily.comparisons() + TransientFamily.comparisons() + RoutingFamily.comparisons()
    #expect(comparisons.count >= 60)
    let scores = try await withThrowingTaskGroup(of: (Int, Double).self) { group in
      for (index, comparison) in comparisons.enumerated() {
        group.addTask { (index, try comparison.z()) }
      }
      return try await group.reduce(into: Array(repeating: 0.0, count: comparisons.count)) {
        $0[$1.0] = $1.1
      }
    }
    for (comparison, z) in zip(comparisons, scores) {
      #expect(abs(z) < 4, "\(comparison.name): z = \(z)")
    }
    let n = Double(scores.count)
    let mean = scores.reduce(0, +) / n
    #expect(abs(mean) < 3.3 / n.squareRoot(), "mean z = \(mean)")
    let squares = scores.reduce(0) { $0 + $1 * $1 }
    let low = chiSquareQuantile(0.0005, degreesOfFreedom: n)
    let high = chiSquareQuantile(0.9995, degreesOfFreedom: n)
    #expect(squares > low && squares < high, "Σz² = \(squares), expected \(low)…\(high)")
  }
}
