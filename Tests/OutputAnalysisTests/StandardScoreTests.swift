import SpecialFunctions
import Testing

@testable import OutputAnalysis

@Suite("A known value is as many standard errors away as it is")
struct StandardScoreTests {
  private func moments(_ pairs: [(Double, Double)]) -> BivariateMoments {
    pairs.reduce(into: BivariateMoments()) { $0.add(x: $1.0, y: $1.1) }
  }

  @Test("The score is Student's t of the terms x − R·y at the normal tail")
  func agreesWithTheDefinition() throws {
    let pairs = [(3.0, 4.0), (5, 5), (2, 4), (6, 7), (4, 4)]
    for ratio in [0.5, 0.8, 0.95, 1.4] {
      let terms = pairs.map { $0.0 - ratio * $0.1 }
      let mean = terms.reduce(0, +) / 5
      let variance = terms.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4
      let t = mean / (variance / 5).squareRoot()
      let score = try #require(moments(pairs).standardScore(against: ratio))
      #expect(
        isClose(
          normalCumulative(score), studentCumulative(t, degreesOfFreedom: 4), relative: 1e-9))
      #expect((score < 0) == (t < 0))
    }
  }

  /// Mean and variance of 2,000 scores within 4 standard errors: false alarms 1 in 16,000 each.
  @Test("Where the value is right the scores are standard normal")
  func isStandardNormal() throws {
    var generator = TestGenerator(seed: 8)
    var scores = Moments()
    for _ in 0..<2_000 {
      var pairs = BivariateMoments()
      for _ in 0..<8 {
        let y = 1 + generator.uniform()
        // The sum of twelve uniform numbers less six is nearly normal.
        let noise = (0..<12).reduce(-6) { sum, _ in sum + generator.uniform() }
        pairs.add(x: 0.7 * y + noise, y: y)
      }
      scores.add(try #require(pairs.standardScore(against: 0.7)))
    }
    let mean = try #require(scores.mean)
    let variance = try #require(scores.variance)
    #expect(mean.magnitude < 4 / 2_000.0.squareRoot())
    #expect((variance - 1).magnitude < 4 * (2 / 2_000.0).squareRoot())
  }

  @Test("Above the value is positive, and what never varies is right or infinitely wrong")
  func signs() throws {
    let varied = moments([(3, 4), (5, 5), (2, 4)])
    #expect(try #require(varied.standardScore(against: 0.1)) > 0)
    #expect(try #require(varied.standardScore(against: 3)) < 0)
    // 30 seconds, added up in other orders.
    let constant = moments([(0.1 * 30, 0.1), (0.3 * 30, 0.3), (0.7 * 30, 0.7)])
    #expect(constant.standardScore(against: 30) == 0)
    #expect(try #require(constant.standardScore(against: 31)) < -1)
    let same = moments([(30, 1), (30, 1), (30, 1)])
    #expect(same.standardScore(against: 30) == 0)
    #expect(same.standardScore(against: 29.999_999) == .infinity)
    #expect(same.standardScore(against: 31) == -.infinity)
  }

  @Test("Without replications or without a denominator there is none")
  func nothing() {
    #expect(moments([]).standardScore(against: 1) == nil)
    #expect(moments([(1, 2)]).standardScore(against: 1) == nil)
    #expect(moments([(0, 0), (0, 0)]).standardScore(against: 1) == nil)
  }

  @Test("The limit leaves a false alarm its probability, shared among the scores")
  func limit() {
    #expect(isClose(scoreLimit(ofScores: 1, falseAlarm: 0.05), 1.959963984540054, relative: 1e-12))
    let limit = scoreLimit(ofScores: 107, falseAlarm: 1e-4)
    #expect(isClose(2 * 107 * normalCumulative(-limit), 1e-4, relative: 1e-12))
  }
}
