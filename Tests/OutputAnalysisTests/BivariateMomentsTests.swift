import Testing

@testable import OutputAnalysis

@Suite struct BivariateMomentsTests {
  private func pairs(_ count: Int) -> [(x: Double, y: Double)] {
    var generator = TestGenerator(seed: 2)
    return (0..<count).map { _ in
      let y = 1_000 + 200 * generator.uniform()
      let u = generator.uniform()
      return (y * (1 - 0.4 * u * u * u), y)
    }
  }

  private func summary(_ pairs: some Sequence<(x: Double, y: Double)>) -> BivariateMoments {
    var moments = BivariateMoments()
    for pair in pairs { moments.add(x: pair.x, y: pair.y) }
    return moments
  }

  @Test func agreesWithTwoPasses() {
    let series = pairs(500)
    let moments = summary(series)
    let meanX = series.reduce(0) { $0 + $1.x } / 500
    let meanY = series.reduce(0) { $0 + $1.y } / 500
    func sum(_ p: Int, _ q: Int) -> Double {
      series.reduce(0) { total, pair in
        var product = 1.0
        for _ in 0..<p { product *= pair.x - meanX }
        for _ in 0..<q { product *= pair.y - meanY }
        return total + product
      }
    }
    let c = moments.central
    #expect(isClose(c.c20, sum(2, 0), relative: 1e-12))
    #expect(isClose(c.c11, sum(1, 1), relative: 1e-12))
    #expect(isClose(c.c02, sum(0, 2), relative: 1e-12))
    // Third moments nearly cancel: the error is relative to the sum of the cubes' magnitudes.
    let size = series.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) * ($1.x - meanX).magnitude }
    #expect((c.c30 - sum(3, 0)).magnitude < 1e-12 * size)
    #expect((c.c21 - sum(2, 1)).magnitude < 1e-12 * size)
    #expect((c.c12 - sum(1, 2)).magnitude < 1e-12 * size)
    #expect((c.c03 - sum(0, 3)).magnitude < 1e-12 * size)
  }

  @Test(arguments: [1, 8, 250, 499])
  func mergedPartsAgreeWithTheWhole(split: Int) {
    let series = pairs(500)
    let whole = summary(series)
    var parts = summary(series[..<split])
    parts.merge(summary(series[split...]))
    #expect(parts.count == whole.count)
    #expect(isClose(parts.sumX, whole.sumX, relative: 1e-14))
    #expect(isClose(parts.central.c20, whole.central.c20, relative: 1e-12))
    #expect(isClose(parts.central.c11, whole.central.c11, relative: 1e-12))
    #expect(isClose(parts.central.c30, whole.central.c30, relative: 1e-11))
  }

  @Test func constantPairsHaveExactlyNoDeviation() {
    var moments = BivariateMoments()
    for _ in 0..<100 { moments.add(x: 0.3, y: 0.7) }
    var twice = moments
    twice.merge(moments)
    #expect(moments.central == BivariateMoments.CentralSums())
    #expect(twice.central == BivariateMoments.CentralSums())
    #expect(twice.count == 200)
  }

  @Test func withYConstantItIsTheUnivariateCase() {
    var pairs = BivariateMoments()
    var single = Moments()
    var generator = TestGenerator(seed: 3)
    for _ in 0..<50 {
      let value = generator.uniform()
      pairs.add(x: value, y: 1)
      single.add(value)
    }
    #expect(isClose(pairs.central.c20, single.squares, relative: 1e-14))
    #expect(isClose(pairs.central.c30, single.cubes, relative: 1e-12))
    #expect(pairs.central.c02 == 0)
    #expect(pairs.central.c11 == 0)
  }
}
