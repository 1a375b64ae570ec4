import Stochastics
import Testing

@Suite("Distributions on another scale")
struct DistributionScalingTests {
  @Test("Every quantile is multiplied")
  func quantiles() throws {
    let laws: [Distribution] = [
      .constant(try Constant(mean: 5)), .exponential(try Exponential(mean: 5)),
      .logNormal(try LogNormal(mean: 5, cv: 0.9)), .gamma(try Gamma(mean: 5, cv: 0.7)),
      .erlang(try Erlang(mean: 5, stages: 3)), .weibull(try Weibull(mean: 5, shape: 0.8)),
      .hyperExponential(try HyperExponential(mean: 5, cv: 2)),
      .uniform(try Uniform(from: 2, to: 8)),
      .triangular(try Triangular(from: 1, mode: 4, to: 9)),
      .empirical(try Empirical(values: [1, 4, 9], weights: [2, 1, 3])),
    ]
    for law in laws {
      let longer = try law.scaled(by: 1.25)
      #expect((longer.mean - 1.25 * law.mean).magnitude < 1e-12 * law.mean, "\(law)")
      for u in [0.01, 0.3, 0.55, 0.9, 0.999] {
        let expected = 1.25 * law.quantile(u)
        #expect((longer.quantile(u) - expected).magnitude <= 1e-12 * expected, "\(law) \(u)")
      }
      #expect(try law.scaled(by: 1) == law)
    }
  }

  @Test("A factor that is no scale is refused", arguments: [0, -1, Double.nan, .infinity])
  func refused(factor: Double) {
    #expect(throws: DistributionError.self) {
      try Distribution.constant(try Constant(mean: 5)).scaled(by: factor)
    }
  }
}
