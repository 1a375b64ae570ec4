import Testing

@testable import OutputAnalysis

@Suite struct DayDistributionTests {
  @Test func sharesAreWithinTheWidthOfABin() throws {
    var days = DayDistribution(scale: .share)
    for index in 0...1_000 { days.add(Double(index) / 1_000) }
    #expect((try #require(days.quantile(0.05)) - 0.05).magnitude < 0.001)
    #expect((try #require(days.quantile(0.95)) - 0.95).magnitude < 0.001)
  }

  @Test func daysThatAreAllPerfectStayExactlyOne() {
    var days = DayDistribution(scale: .share)
    for _ in 0..<100 { days.add(1) }
    #expect(days.quantile(0.05) == 1)
    #expect(days.quantile(0.95) == 1)
  }

  @Test func magnitudesAreWithinASixtyFourth() throws {
    var days = DayDistribution(scale: .magnitude)
    for index in 1...2_000 { days.add(Double(index) * 0.37) }
    let low = try #require(days.quantile(0.05))
    let high = try #require(days.quantile(0.95))
    #expect((low / 37 - 1).magnitude < 1.0 / 64)
    #expect((high / 703 - 1).magnitude < 1.0 / 64)
  }

  @Test func binsAreInTheOrderOfTheirValuesAndHoldThem() {
    for scale in [DayDistribution.Scale.magnitude, .share] {
      var generator = TestGenerator(seed: 12)
      for _ in 0..<5_000 {
        let u = generator.uniform()
        let value = scale == .share ? u : (generator.uniform() - 0.5) / (u * u)
        let edges = scale.edges(of: scale.bin(of: value))
        #expect(edges.lower <= value && value <= edges.upper)
      }
    }
    #expect(
      DayDistribution.Scale.magnitude.bin(of: -5) < DayDistribution.Scale.magnitude.bin(of: 0))
    #expect(DayDistribution.Scale.magnitude.bin(of: 1e300) > 0)
  }

  @Test func mergingIsExactInAnyOrder() {
    var generator = TestGenerator(seed: 13)
    var parts: [DayDistribution] = []
    for _ in 0..<6 {
      var part = DayDistribution(scale: .magnitude)
      for _ in 0..<20 { part.add(1_000 * generator.uniform() - 300) }
      parts.append(part)
    }
    var forwards = DayDistribution(scale: .magnitude)
    var backwards = DayDistribution(scale: .magnitude)
    for part in parts { forwards.merge(part) }
    for part in parts.reversed() { backwards.merge(part) }
    #expect(forwards == backwards)
    #expect(forwards.count == 120)
  }

  @Test func withoutDaysThereIsNoQuantile() {
    #expect(DayDistribution(scale: .share).quantile(0.5) == nil)
  }
}
