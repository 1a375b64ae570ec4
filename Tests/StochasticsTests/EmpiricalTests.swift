import Testing

@testable import Stochastics

@Suite struct EmpiricalTests {
  @Test func theInverseOfAStaircaseIsAStaircase() throws {
    let law = try Empirical(values: [30, 10, 20, 10], weights: [1, 1, 1, 1])
    #expect(law.values == [10, 20, 30])
    #expect(law.cumulatives == [0.5, 0.75, 1])
    #expect(
      [0, 0.2, 0.5, 0.500001, 0.75, 0.76, 1].map { law.quantile($0) } == [
        10, 10, 10, 20, 20, 30, 30,
      ])
    #expect([9.99, 10, 19, 20, 30, 31].map { law.cumulative($0) } == [0, 0.5, 0.5, 0.75, 1, 1])
  }

  @Test func momentsAreWeighted() throws {
    let law = try Empirical(values: [0, 60], weights: [3, 1])
    #expect(law.mean == 15)
    #expect(law.variance == 675)
  }

  @Test func aValueWithoutWeightIsNotDrawn() throws {
    let law = try Empirical(values: [5, 7, 9], weights: [0, 2, 0])
    #expect(law.values == [7])
    #expect(law.quantile(0) == 7)
    #expect(law.quantile(1) == 7)
  }

  @Test func quantileUndoesCumulative() throws {
    let weights = draws(997, stream: "weights").map { $0 * $0 * $0 }
    let law = try Empirical(values: draws(997, stream: "values"), weights: weights)
    #expect(law.values.allSatisfy { law.quantile(law.cumulative($0)) == $0 })
    #expect(zip(law.cumulatives, law.cumulatives.dropFirst()).allSatisfy { $0 <= $1 })
    for u in draws(2_000, stream: "numbers") {
      let expected = law.cumulatives.firstIndex { $0 >= u }
      #expect(law.quantile(u) == expected.map { law.values[$0] })
    }
  }

  /// χ² with 4 degrees of freedom exceeds 27.0 with probability 2e-5.
  @Test func valuesComeAsOftenAsTheyWeigh() throws {
    let weights = [1.0, 2, 3, 4, 10]
    let law = try Empirical(values: [1, 2, 3, 4, 5], weights: weights)
    let times = draws(20_000, stream: "empirical").map { law.quantile($0) }
    var chiSquare = 0.0
    for (value, weight) in zip(law.values, weights) {
      let expected = 1_000 * weight
      let observed = Double(times.count { $0 == value })
      chiSquare += (observed - expected) * (observed - expected) / expected
    }
    #expect(chiSquare < 27)
  }
}
