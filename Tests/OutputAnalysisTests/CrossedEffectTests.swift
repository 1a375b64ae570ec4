import OutputAnalysis
import Testing

@Suite("Components of variance come from all combinations of two draws of each source")
struct CrossedEffectTests {
  private func isClose(_ first: Double, _ second: Double) -> Bool {
    (first - second).magnitude <= 1e-12 * max(1, second.magnitude)
  }

  /// Every source is ±1 with probability ½, so that the mean over all pairs of draws is exact.
  private func meanComponents(
    _ sources: Int, _ function: ([Double]) -> Double
  ) -> [Double] {
    let effects = CrossedEffects(sources: sources)
    var sums = [Double](repeating: 0, count: effects.combinations)
    let pairs = 1 << (2 * sources)
    for pair in 0..<pairs {
      let values = (0..<effects.combinations).map { combination in
        function(
          (0..<sources).map { source in
            pair >> (2 * source + combination >> source & 1) & 1 == 1 ? 1 : -1
          })
      }
      for (set, component) in effects.components(of: values).enumerated() {
        sums[set] += component / Double(pairs)
      }
    }
    return sums
  }

  @Test("One source has the whole variance")
  func one() {
    let components = meanComponents(1) { 5 + 3 * $0[0] }
    #expect(components[0] == 0 && isClose(components[1], 9))
  }

  /// f = 2x + 3y + 5xy + 7xyz + 11 has the components 4, 9, 25 and 49.
  @Test("Each set of sources has its component, without bias")
  func all() {
    let components = meanComponents(3) {
      2 * $0[0] + 3 * $0[1] + (5 + 7 * $0[2]) * $0[0] * $0[1] + 11
    }
    let expected: [Double] = [0, 4, 9, 25, 0, 0, 0, 49]
    for (found, exact) in zip(components, expected) { #expect(isClose(found, exact)) }
  }

  /// Whatever the draws: sources that add up have no part together.
  @Test("An additive function has no interactions in any set of draws")
  func additive() {
    let components = CrossedEffects(sources: 2).components(of: [1 + 10, 4 + 10, 1 + 16, 4 + 16])
    #expect(components == [0, 4.5, 18, 0])
  }
}
