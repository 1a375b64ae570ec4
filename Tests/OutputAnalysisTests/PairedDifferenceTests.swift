import Testing

@testable import OutputAnalysis

@Suite struct PairedDifferenceTests {
  private let ys: [Double] = [100, 105, 90, 99, 101, 97, 88, 94]
  private let xs: [Double] = [80, 95, 70, 88, 91, 60, 77, 85]

  @Test func aDesignComparedWithItselfDiffersByExactlyNothing() throws {
    let series = RatioSeries(numerators: xs, denominators: ys)
    let pair = try #require(PairedDifference(first: series, second: series, within: .share))
    #expect(pair.difference.value == 0)
    #expect(pair.difference.interval == Interval(lower: 0, upper: 0))
    #expect(pair.pValue == nil)
  }

  @Test func aShiftInEveryReplicationIsSeenAtOnce() throws {
    let better = RatioSeries(
      numerators: zip(xs, ys).map { $0 + 0.01 * $1 }, denominators: ys)
    let pair = try #require(
      PairedDifference(
        first: RatioSeries(numerators: xs, denominators: ys), second: better, within: .share))
    #expect((pair.difference.value - 0.01).magnitude < 1e-15)
    #expect(try #require(pair.pValue) < 1e-12)
  }

  @Test func pValueAgreesWithTheInterval() throws {
    var generator = TestGenerator(seed: 7)
    for _ in 0..<300 {
      let count = 3 + Int(generator.uniform() * 20)
      var first = RatioSeries()
      var second = RatioSeries()
      for _ in 0..<count {
        let y = 100 + 20 * generator.uniform()
        let u = generator.uniform()
        first.append(numerator: y * (1 - 0.3 * u * u * u), denominator: y)
        let v = generator.uniform()
        second.append(numerator: y * (1 - 0.3 * v * v * u), denominator: y)
      }
      let pair = try #require(PairedDifference(first: first, second: second, within: .share))
      let interval = try #require(pair.difference.interval)
      let pValue = try #require(pair.pValue)
      #expect(interval.contains(0) == (pValue >= 0.05))
    }
  }

  @Test func exchangingTheDesignsChangesTheSignAlone() throws {
    let first = RatioSeries(numerators: xs, denominators: ys)
    let second = RatioSeries(numerators: xs.reversed(), denominators: ys)
    let there = try #require(PairedDifference(first: first, second: second, within: .share))
    let back = try #require(PairedDifference(first: second, second: first, within: .share))
    #expect(there.difference.value == -back.difference.value)
    #expect(
      isClose(
        try #require(there.difference.lower), -(try #require(back.difference.upper)),
        relative: 1e-12))
    #expect(isClose(try #require(there.pValue), try #require(back.pValue), relative: 1e-9))
  }

  @Test func oneReplicationHasADifferenceAndNothingElse() throws {
    let pair = try #require(
      PairedDifference(
        first: RatioSeries(numerators: [1], denominators: [2]),
        second: RatioSeries(numerators: [3], denominators: [4]), within: .share))
    #expect(pair.difference.value == 0.25)
    #expect(pair.difference.interval == nil)
    #expect(pair.pValue == nil)
  }

  @Test func withoutDenominatorThereIsNoDifference() {
    let empty = RatioSeries(numerators: [0, 0], denominators: [0, 0])
    let some = RatioSeries(numerators: [1, 1], denominators: [2, 2])
    #expect(PairedDifference(first: empty, second: some, within: .share) == nil)
    #expect(PairedDifference(first: some, second: empty, within: .share) == nil)
  }
}

@Suite struct HolmAdjustmentTests {
  @Test func workedExample() {
    // Holm (1979), section 3 in spirit: 4 × 0.01, 3 × 0.015, 2 × 0.03 → running maximum.
    let adjusted = holmAdjusted([0.03, 0.01, nil, 0.04, 0.015])
    #expect(adjusted[1] == 0.04)
    #expect(adjusted[4] == 0.045)
    #expect(adjusted[0] == 0.06)
    #expect(adjusted[3] == 0.06)
    #expect(adjusted[2] == nil)
  }

  @Test func neverExceedsOneAndNeverFallsBelowTheRawValue() {
    let raw: [Double?] = [0.9, 0.8, 0.7, 0.0, 1]
    let adjusted = holmAdjusted(raw)
    for (before, after) in zip(raw, adjusted) {
      #expect((after ?? 2) <= 1 && (after ?? -1) >= (before ?? 0))
    }
    #expect(holmAdjusted([]).isEmpty)
    #expect(holmAdjusted([0.05]) == [0.05])
  }
}
