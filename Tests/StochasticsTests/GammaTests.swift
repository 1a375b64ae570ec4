import SpecialFunctions
import Testing

@testable import Stochastics

@Suite struct GammaTests {
  /// ln x with P(1/cv², x) = u, by bisection and mpmath (`References/make_references.py`).
  @Test(arguments: gammaReferences)
  func theTableAgreesWithFortyDigits(cv: Double, logQuantiles: [Double]) {
    let table = GammaTable(shape: 1 / (cv * cv))
    // The pieces err like 1/shape; ln x itself is rounded.
    let pieceError = cv <= 1 ? 1e-11 : 5e-12 * cv * cv
    for (logit, expected) in zip(gammaReferenceLogits, logQuantiles) {
      let error = (table.logQuantile(logit: logit) - expected).magnitude
      #expect(error <= pieceError + 4e-16 * expected.magnitude, "at \(logit)")
    }
  }

  @Test(arguments: [0.001, 0.3, 2, 10])
  func theTableRunsOnSmoothlyIntoTheTails(cv: Double) {
    let table = GammaTable(shape: 1 / (cv * cv))
    for end in [-40.0, 40.0] {
      let inside = table.logQuantile(logit: end * (1 - 1e-15))
      let outside = table.logQuantile(logit: end * (1 + 1e-15))
      #expect((inside - outside).magnitude <= 1e-12 * max(1, inside.magnitude))
    }
    #expect(table.logQuantile(logit: -300) < table.logQuantile(logit: -40.5))
    #expect(table.logQuantile(logit: 300) > table.logQuantile(logit: 40.5))
  }

  /// Neighbours 2⁻²⁰ apart in the logit, about every end of a piece, where a table would jump.
  @Test(arguments: [0.01, 0.7, 1, 3])
  func theTableIsMonotoneAcrossItsPieces(cv: Double) {
    let table = GammaTable(shape: 1 / (cv * cv))
    for node in -159...159 {
      let logits = (-2...2).map { Double(node) / 4 + Double($0) * 0x1p-20 }
      let values = logits.map(table.logQuantile(logit:))
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 }, "about \(node)/4")
    }
  }

  @Test func variationOneIsTheExponential() throws {
    let gamma = try Gamma(mean: 50, cv: 1)
    let exponential = try Exponential(mean: 50)
    for u in draws(500, stream: "one") {
      #expect((gamma.quantile(u) / exponential.quantile(u) - 1).magnitude < 1e-11)
    }
  }

  @Test func equalParametersMakeEqualDistributions() throws {
    #expect(try Gamma(mean: 50, cv: 0.5) == Gamma(mean: 50, cv: 0.5))
    #expect(try Gamma(mean: 50, cv: 0.5) != Gamma(mean: 51, cv: 0.5))
    #expect(try Set([Gamma(mean: 50, cv: 0.5), Gamma(mean: 50, cv: 0.5)]).count == 1)
  }
}
