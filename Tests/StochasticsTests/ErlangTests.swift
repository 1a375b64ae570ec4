import SpecialFunctions
import Testing

@testable import Stochastics

@Suite struct ErlangTests {
  @Test func oneStageIsTheExponential() throws {
    let erlang = try Erlang(mean: 50, stages: 1)
    let exponential = try Exponential(mean: 50)
    for u in draws(500, stream: "one") {
      #expect((erlang.quantile(u) / exponential.quantile(u) - 1).magnitude < 1e-11)
    }
  }

  @Test func itIsTheGammaWithAWholeShape() throws {
    let erlang = try Erlang(mean: 90, stages: 4)
    let gamma = try Gamma(mean: 90, cv: 0.5)
    #expect(erlang.shape == gamma.shape)
    #expect(erlang.coefficientOfVariation == gamma.coefficientOfVariation)
    #expect(draws(200, stream: "four").allSatisfy { erlang.quantile($0) == gamma.quantile($0) })
  }

  /// Pr{X > x} is the probability of fewer than n arrivals at rate 1/scale before x.
  @Test(arguments: [1, 2, 7, 60])
  func itIsExceededWhileStagesAreLeft(stages: Int) throws {
    let erlang = try Erlang(mean: 30, stages: stages)
    for time in [3.0, 25, 30, 41, 90] {
      let expected = time / erlang.scale
      var term = exp(-expected)
      var exceeding = 0.0
      for stage in 1...stages {
        exceeding += term
        term *= expected / Double(stage)
      }
      #expect((1 - erlang.cumulative(time) - exceeding).magnitude < 1e-14)
    }
  }

  @Test func aMillionStagesAreTheMost() throws {
    let law = try Erlang(mean: 60, stages: 1_000_000)
    #expect((law.quantile(0.5) / 60 - 1).magnitude < 1e-6)
    #expect(throws: DistributionError.outOfRange(.stages, 1_000_001, 1...1_000_000)) {
      try Erlang(mean: 60, stages: 1_000_001)
    }
  }

  @Test func equalParametersMakeEqualDistributions() throws {
    #expect(try Set([Erlang(mean: 50, stages: 2), Erlang(mean: 50, stages: 2)]).count == 1)
    #expect(try Erlang(mean: 50, stages: 2) != Erlang(mean: 50, stages: 3))
  }
}
