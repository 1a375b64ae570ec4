import SpecialFunctions
import Testing

@testable import Stochastics

@Suite struct GaussianCopulaTests {
  let difficulties = draws(10_000, stream: "difficulty")
  let uniforms = draws(10_000, stream: "talk")

  /// False alarm: 0.001 a correlation.
  @Test(arguments: [-0.6, 0.2, 0.5, 0.95])
  func theCoupledNumberIsUniform(correlation: Double) throws {
    let copula = try GaussianCopula(correlation: correlation)
    let coupled = zip(difficulties, uniforms).map { copula.coupled(difficulty: $0, u: $1) }
    #expect(kolmogorov(coupled) < kolmogorovLimit)
  }

  /// The standard error of a correlation is (1 − ρ²)/√n. False alarm: 1e-5 a correlation.
  @Test(arguments: [-0.6, 0, 0.2, 0.5, 0.95])
  func scoresHaveTheStatedCorrelation(rho: Double) throws {
    let copula = try GaussianCopula(correlation: rho)
    let scores = zip(difficulties, uniforms).map { copula.score(difficulty: $0, u: $1) }
    let found = correlation(difficulties.map(normalQuantile), scores)
    #expect((found - rho).magnitude < normalLimit * (1 - rho * rho) / 100)
  }

  @Test func theSpecialCasesAreExact() throws {
    let talk = Distribution.gamma(try Gamma(mean: 240, cv: 0.7))
    let none = try GaussianCopula(correlation: 0)
    let full = try GaussianCopula(correlation: 1)
    let opposite = try GaussianCopula(correlation: -1)
    for (d, u) in zip(difficulties.prefix(100), uniforms) {
      #expect(none.coupled(difficulty: d, u: u) == u)
      #expect(full.coupled(difficulty: d, u: u) == d)
      #expect(opposite.coupled(difficulty: d, u: u) == 1 - d)
      #expect(none.quantile(of: talk, difficulty: d, u: u) == talk.quantile(u))
      #expect(full.quantile(of: talk, difficulty: d, u: u) == talk.quantile(d))
      #expect(opposite.quantile(of: talk, difficulty: d, u: u) == talk.quantile(upper: d))
    }
  }

  @Test(arguments: Law.continuous)
  func theQuantileOfTheScoreIsThatOfTheCoupledNumber(law: Law) throws {
    let copula = try GaussianCopula(correlation: 0.4)
    for (d, u) in zip(difficulties.prefix(200), uniforms) {
      let time = copula.quantile(of: law.distribution, difficulty: d, u: u)
      let coupled = law.distribution.quantile(copula.coupled(difficulty: d, u: u))
      #expect((time / coupled - 1).magnitude < 1e-10)
    }
  }

  @Test func aHarderIssueTakesLonger() throws {
    let copula = try GaussianCopula(correlation: 0.3)
    let talk = Distribution.exponential(try Exponential(mean: 100))
    let times = [0.1, 0.4, 0.8, 0.999].map { copula.quantile(of: talk, difficulty: $0, u: 0.5) }
    #expect(times == times.sorted())
  }
}
