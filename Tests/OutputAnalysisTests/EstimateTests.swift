import Testing

@testable import OutputAnalysis

@Suite struct EstimateTests {
  @Test func ratioOfNothingIsNoEstimate() {
    var moments = BivariateMoments()
    #expect(moments.estimate(within: .share) == nil)
    for _ in 0..<10 { moments.add(x: 0, y: 0) }
    #expect(moments.estimate(within: .share) == nil)
    #expect(Moments().estimate(within: .nonnegative) == nil)
  }

  @Test func oneReplicationGivesAValueWithoutInterval() throws {
    var moments = BivariateMoments()
    moments.add(x: 3, y: 4)
    let estimate = try #require(moments.estimate(within: .share))
    #expect(estimate.value == 0.75)
    #expect(estimate.interval == nil)
    #expect(estimate.lower == nil && estimate.upper == nil)
    #expect(estimate.count == 1)
    #expect(!estimate.isSkewed)
  }

  @Test func everybodyWithinTargetInEveryReplicationIsExactlyOne() throws {
    var moments = BivariateMoments()
    var generator = TestGenerator(seed: 6)
    for _ in 0..<40 {
      let offered = (1_000 * generator.uniform()).rounded()
      moments.add(x: offered, y: offered)
    }
    let estimate = try #require(moments.estimate(within: .share))
    #expect(estimate.value == 1)
    #expect(estimate.interval == Interval(lower: 1, upper: 1))
  }

  @Test func ratioIsThatOfTheSumsAndItsErrorThatOfTheResiduals() throws {
    let xs: [Double] = [80, 95, 70, 88, 91, 60, 77, 85]
    let ys: [Double] = [100, 105, 90, 99, 101, 97, 88, 94]
    var moments = BivariateMoments()
    for (x, y) in zip(xs, ys) { moments.add(x: x, y: y) }
    let estimate = try #require(moments.estimate(within: .share))
    let ratio = xs.reduce(0, +) / ys.reduce(0, +)
    #expect(estimate.value == ratio)
    var residuals = Moments()
    for (x, y) in zip(xs, ys) { residuals.add((x - ratio * y) / (ys.reduce(0, +) / 8)) }
    let correction = try #require(SkewnessCorrection(count: 8))
    let bounds = correction.bounds(skewness: residuals.skewness)
    let standardError = (residuals.squares / 56).squareRoot()
    let interval = try #require(estimate.interval)
    #expect(isClose(interval.lower, ratio + bounds.lower * standardError, relative: 1e-12))
    #expect(isClose(interval.upper, ratio + bounds.upper * standardError, relative: 1e-12))
  }

  @Test func boundsStayWithinWhatIsPossible() throws {
    var moments = BivariateMoments()
    for x in [100.0, 100, 100, 100, 60] { moments.add(x: x, y: 100) }
    let estimate = try #require(moments.estimate(within: .share))
    let interval = try #require(estimate.interval)
    #expect(interval.lower >= 0 && interval.upper <= 1)
    #expect(interval.contains(estimate.value))
    var times = Moments()
    for value in [0.0, 0, 0, 0, 50] { times.add(value) }
    let mean = try #require(times.estimate(within: .nonnegative))
    #expect(try #require(mean.lower) >= 0)
  }

  @Test func emptyReplicationsCountAsReplications() throws {
    var moments = BivariateMoments()
    moments.add(x: 0, y: 0)
    moments.add(x: 5, y: 10)
    moments.add(x: 0, y: 0)
    let estimate = try #require(moments.estimate(within: .share))
    #expect(estimate.value == 0.5)
    #expect(estimate.count == 3)
  }
}
