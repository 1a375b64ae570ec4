import Testing

@testable import Stochastics

@Suite struct DayFactorTests {
  @Test func withoutVariationTheFactorIsOne() throws {
    let factor = try DayFactor(cv: 0)
    #expect(draws(100, stream: "days").allSatisfy { factor.quantile($0) == 1 })
    #expect(factor.coefficientOfVariation == 0)
  }

  /// Standard errors of mean and variance for a gamma law of variance 0.04 and shape 25, whose
  /// excess kurtosis is 6/25. False alarm: 1e-5 each.
  @Test func theFactorHasMeanOneAndTheStatedVariation() throws {
    let factor = try DayFactor(cv: 0.2)
    let factors = draws(10_000, stream: "days").map { factor.quantile($0) }
    let mean = factors.reduce(0, +) / 10_000
    let variance = factors.map { ($0 - 1) * ($0 - 1) }.reduce(0, +) / 10_000
    #expect((mean - 1).magnitude < normalLimit * 0.2 / 100)
    #expect((variance - 0.04).magnitude < normalLimit * 0.04 * (2 + 6.0 / 25).squareRoot() / 100)
  }

  @Test func aFactorOutOfRangeIsAnError() {
    #expect(throws: DistributionError.negative(.coefficientOfVariation, -0.1)) {
      try DayFactor(cv: -0.1)
    }
  }
}
