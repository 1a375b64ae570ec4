import Testing

@testable import OutputAnalysis

@Suite struct MomentsTests {
  private func values(_ count: Int) -> [Double] {
    var generator = TestGenerator(seed: 1)
    return (0..<count).map { _ in
      let u = generator.uniform()
      return 100 + 30 * u * u * u
    }
  }

  @Test func constantSeriesHasExactlyNoVarianceAndItsOwnMean() {
    var moments = Moments()
    for _ in 0..<1_000 { moments.add(0.1) }
    #expect(moments.squares == 0)
    #expect(moments.cubes == 0)
    #expect(moments.mean == 0.1)
    #expect(moments.skewness == 0)
  }

  @Test func meanOfIntegersIsTheRoundedQuotientOfTheirSum() {
    var moments = Moments()
    for value in [1.0, 2, 2, 5, 7, 11, 3] { moments.add(value) }
    #expect(moments.mean == 31.0 / 7)
  }

  @Test func agreesWithTwoPasses() throws {
    let series = values(1_000)
    var moments = Moments()
    for value in series { moments.add(value) }
    let mean = series.reduce(0, +) / 1_000
    let squares = series.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let cubes = series.reduce(0) { $0 + ($1 - mean) * ($1 - mean) * ($1 - mean) }
    #expect(isClose(try #require(moments.mean), mean, relative: 1e-14))
    #expect(isClose(moments.squares, squares, relative: 1e-12))
    #expect(isClose(moments.cubes, cubes, relative: 1e-12))
    #expect(isClose(try #require(moments.variance), squares / 999, relative: 1e-12))
  }

  @Test(arguments: [1, 7, 8, 500, 999])
  func mergedPartsAgreeWithTheWhole(split: Int) {
    let series = values(1_000)
    var whole = Moments()
    for value in series { whole.add(value) }
    var left = Moments()
    var right = Moments()
    for value in series[..<split] { left.add(value) }
    for value in series[split...] { right.add(value) }
    left.merge(right)
    #expect(left.count == whole.count)
    #expect(isClose(left.squares, whole.squares, relative: 1e-12))
    #expect(isClose(left.cubes, whole.cubes, relative: 1e-12))
  }

  @Test func mergingWithNothingChangesNothing() {
    var moments = Moments()
    for value in values(10) { moments.add(value) }
    let before = moments
    moments.merge(Moments())
    #expect(moments == before)
    var empty = Moments()
    empty.merge(before)
    #expect(empty == before)
    #expect(Moments().mean == nil)
    #expect(Moments().variance == nil)
  }

  @Test func blocksMergedInOrderGiveTheSameBytesWheneverTheyWereComputed() {
    let series = values(80)
    func block(_ index: Int) -> Moments {
      var moments = Moments()
      for value in series[(8 * index)..<(8 * index + 8)] { moments.add(value) }
      return moments
    }
    let inOrder = (0..<10).map(block)
    let backwards = Array((0..<10).reversed().map(block).reversed())
    func merged(_ blocks: [Moments]) -> Moments {
      var all = Moments()
      for block in blocks { all.merge(block) }
      return all
    }
    #expect(merged(inOrder) == merged(backwards))
  }
}
