import SpecialFunctions
import Testing

@testable import OutputAnalysis

@Suite struct SkewnessCorrectionTests {
  @Test func withoutSkewnessItIsStudentsInterval() throws {
    let correction = try #require(SkewnessCorrection(count: 10))
    let bounds = correction.bounds(skewness: 0)
    // t with 9 degrees of freedom, 97.5 %: 2.262157 (any table).
    #expect((bounds.upper - 2.262_157_162_8).magnitude < 1e-9)
    #expect(bounds.lower == -bounds.upper)
    let pValue = correction.pValue(deviation: 2.262_157_162_8, skewness: 0)
    #expect((pValue - 0.05).magnitude < 1e-9)
  }

  @Test func oneReplicationHasNoInterval() {
    #expect(SkewnessCorrection(count: 1) == nil)
    #expect(SkewnessCorrection(count: 0) == nil)
  }

  @Test(arguments: [3, 8, 30, 1_000], [-2.0, -0.3, 1e-9, 0.5, 2.4])
  func pValueIsFivePercentExactlyAtTheBounds(count: Int, skewness: Double) throws {
    let correction = try #require(SkewnessCorrection(count: count))
    let bounds = correction.bounds(skewness: skewness)
    // The bound that just excludes 0: the estimate lies −bound standard errors from it.
    for bound in [bounds.lower, bounds.upper] {
      let pValue = correction.pValue(deviation: -bound, skewness: skewness)
      #expect((pValue - 0.05).magnitude < 1e-9)
      #expect(correction.pValue(deviation: -1.01 * bound, skewness: skewness) < 0.05)
      #expect(correction.pValue(deviation: -0.99 * bound, skewness: skewness) > 0.05)
    }
  }

  @Test func skewToTheRightMovesTheIntervalToTheRight() throws {
    let correction = try #require(SkewnessCorrection(count: 10))
    let plain = correction.bounds(skewness: 0)
    let right = correction.bounds(skewness: 1)
    #expect(right.lower > plain.lower)
    #expect(right.upper > plain.upper)
    let left = correction.bounds(skewness: -1)
    #expect(isClose(left.lower, -right.upper, relative: 1e-14))
    #expect(isClose(left.upper, -right.lower, relative: 1e-14))
  }

  @Test func flagIsOutOfReachForFewReplicationsAndForMildSkewnessAtAHundred() throws {
    let hundred = try #require(SkewnessCorrection(count: 100))
    #expect(!hundred.isFlagged(skewness: 7.4))
    #expect(hundred.isFlagged(skewness: -7.6))
    let six = try #require(SkewnessCorrection(count: 6))
    // The greatest skewness that six values can have: (n − 2)/√(n − 1).
    #expect(!six.isFlagged(skewness: 4 / 5.0.squareRoot()))
    let seven = try #require(SkewnessCorrection(count: 7))
    #expect(seven.isFlagged(skewness: 5 / 6.0.squareRoot()))
  }

  /// Replications drawn from an exponential law (skewness 2, as skewed as a day's service level at
  /// load 0.9). With 4,000 experiments the standard error of a coverage of 95 % is 0.34 points, so
  /// that the band of the design, 92.6 to 97.1 %, is wider than 6 standard errors about 95 %; plain
  /// Student at n = 10 lies below 91.5 %.
  @Test(arguments: [10, 30])
  func intervalsOfSkewedReplicationsCover(count: Int) throws {
    let correction = try #require(SkewnessCorrection(count: count))
    let plain = correction.bounds(skewness: 0)
    var generator = TestGenerator(seed: 5)
    var covered = 0
    var plainCovered = 0
    var unflagged = 0
    let experiments = 4_000
    for _ in 0..<experiments {
      var moments = Moments()
      for _ in 0..<count { moments.add(-SpecialFunctions.log(generator.uniform())) }
      let estimate = try #require(moments.estimate(within: .nonnegative, correction: correction))
      let interval = try #require(estimate.interval)
      let mean = try #require(moments.mean)
      let variance = try #require(moments.variance)
      let standardError = (variance / Double(count)).squareRoot()
      if (mean - 1).magnitude <= plain.upper * standardError { plainCovered += 1 }
      if estimate.isSkewed { continue }
      unflagged += 1
      if interval.contains(1) { covered += 1 }
    }
    let coverage = Double(covered) / Double(unflagged)
    #expect(0.926 < coverage && coverage < 0.971, "\(coverage)")
    #expect(Double(plainCovered) / Double(experiments) < coverage)
    if count == 10 { #expect(Double(plainCovered) / Double(experiments) < 0.915) }
    #expect(Double(unflagged) / Double(experiments) > 0.9)
  }
}
