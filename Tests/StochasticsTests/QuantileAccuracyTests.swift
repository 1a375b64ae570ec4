import Testing

@testable import Stochastics

/// Every distribution against quantiles to sixty digits, far into both tails. The bounds are those
/// of the doc comments.
@Suite struct QuantileAccuracyTests {
  /// The relative error that is promised, at a value.
  private static func bound(_ distribution: Distribution, at value: Double) -> Double {
    switch distribution {
    case .constant, .empirical: 0
    case .exponential: 1e-15
    case .logNormal: 1e-14
    case .gamma(let law): law.coefficientOfVariation <= 1 ? 1e-11 : 1e-9
    case .erlang: 1e-11
    case .weibull(let law): 1e-14 / min(law.shape, 1)
    case .hyperExponential(let law): law.coefficientOfVariation <= 3 ? 1e-12 : 1e-11
    case .uniform(let law): 2 * law.to.ulp / value
    case .triangular(let law): 4 * law.to.ulp / value
    }
  }

  @Test func everyLawHasReferences() {
    #expect(Set(Law.all.map(\.description)).isSubset(of: quantileReferences.keys))
  }

  @Test(arguments: Law.all + Law.extreme)
  func quantilesAgreeWithSixtyDigits(law: Law) throws {
    let expected = try #require(quantileReferences[law.description])
    let drawn =
      lowerProbabilities.map { law.distribution.quantile($0) }
      + upperProbabilities.map { law.distribution.quantile(upper: $0) }
    for (probability, pair) in zip(lowerProbabilities + upperProbabilities, zip(drawn, expected)) {
      let bound = Self.bound(law.distribution, at: pair.1)
      #expect((pair.0 - pair.1).magnitude <= bound * pair.1, "at \(probability)")
    }
  }
}
