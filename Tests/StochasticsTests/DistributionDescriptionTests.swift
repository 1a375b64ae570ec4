import Testing

@testable import Stochastics

@Suite struct DistributionDescriptionTests {
  @Test func aDistributionReadsAsItIsWritten() throws {
    let laws: [Distribution] = [
      .constant(try Constant(mean: 45)), .constant(try Constant(mean: 0)),
      .exponential(try Exponential(mean: 180)), .logNormal(try LogNormal(mean: 240, cv: 0.9)),
      .gamma(try Gamma(mean: 0.5, cv: 2)), .erlang(try Erlang(mean: 90, stages: 3)),
      .weibull(try Weibull(mean: 5_400, shape: 0.8)),
      .hyperExponential(try HyperExponential(mean: 90_061, cv: 1.5)),
      .uniform(try Uniform(from: 30, to: 90.5)),
      .triangular(try Triangular(from: 0, mode: 60, to: 3_600)),
      .empirical(try Empirical(values: [30, 90, 30])), .empirical(try Empirical(values: [7])),
    ]
    #expect(
      laws.map(\.description) == [
        "constant 45s", "constant 0s", "exponential{mean 3m}", "logNormal{mean 4m, cv 0.9}",
        "gamma{mean 0.5s, cv 2}", "erlang{mean 1m30s, stages 3}",
        "weibull{mean 1h30m, shape 0.8}", "hyperExponential{mean 1d1h1m1s, cv 1.5}",
        "uniform{from 30s, to 90.5s}", "triangular{from 0s, mode 1m, to 1h}",
        "empirical{2 values, mean 50s}", "empirical{1 value, mean 7s}",
      ])
  }
}
