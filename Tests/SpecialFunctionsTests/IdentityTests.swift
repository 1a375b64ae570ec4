import SpecialFunctions
import Testing

@Suite("Identities that hold without any reference")
struct IdentityTests {
  /// Deterministic, evenly spread arguments in 0..<1: multiples of the golden section.
  private func spread(_ count: Int) -> [Double] {
    (1...count).map { index in
      let product = Double(index) * 0.6180339887498949
      return product - product.rounded(.down)
    }
  }

  @Test func normalQuantileInvertsTheDistributionFunction() {
    for probability in spread(500) {
      let back = normalCumulative(normalQuantile(probability))
      // An error of 8e-16 in a quantile x moves the probability by 8e-16·|x|·density.
      #expect((back - probability).magnitude <= 2e-15 * (probability + 0.1))
    }
  }

  @Test func quantilesAreAntisymmetric() {
    for fraction in spread(100) {
      // A multiple of 2^-40, so that the complement is exact.
      let probability = (fraction * 0x1p40).rounded() * 0x1p-40
      #expect(normalQuantile(probability) == -normalQuantile(1 - probability))
      #expect(
        studentQuantile(probability, degreesOfFreedom: 7)
          == -studentQuantile(1 - probability, degreesOfFreedom: 7))
    }
  }

  @Test func quantilesNeverDecrease() {
    let probabilities = spread(2000).sorted()
    for (lower, upper) in zip(probabilities, probabilities.dropFirst()) {
      #expect(normalQuantile(lower) <= normalQuantile(upper))
      #expect(
        gammaQuantile(shape: 0.7, probability: lower)
          <= gammaQuantile(shape: 0.7, probability: upper))
    }
  }

  @Test func gammaLawWithShapeOneIsExponential() {
    for probability in spread(200) {
      let exact = -log1p(-probability)
      let quantile = gammaQuantile(shape: 1, probability: probability)
      #expect((quantile - exact).magnitude <= 3e-14 * exact)
    }
  }

  @Test func studentWithOneDegreeOfFreedomIsCauchy() {
    // tan(π/4) = 1 and tan(3π/8) = 1 + √2.
    #expect((studentQuantile(0.75, degreesOfFreedom: 1) - 1).magnitude < 1e-14)
    let exact = 1 + (2.0).squareRoot()
    #expect((studentQuantile(0.875, degreesOfFreedom: 1) - exact).magnitude < 3e-14)
  }

  @Test func logGammaFollowsItsRecurrence() {
    for fraction in spread(300) {
      let x = 0.1 + 20 * fraction
      let difference = logGamma(x + 1) - logGamma(x) - log(x)
      #expect(difference.magnitude <= 16 * logGamma(x + 1).magnitude.ulp + 1e-15)
    }
  }

  @Test func methodsMeetWhereOneTakesOverFromTheOther() {
    // One unit in the last place apart, on either side of a switch; both must tell the same tale.
    for deviations in spread(60).map({ 20 * $0 - 10 }) {
      let x = 1e6 + 1000 * deviations
      let below = regularizedGammaLower(shape: (1e6).nextDown, at: x)
      let above = regularizedGammaLower(shape: 1e6, at: x)
      #expect((below / above - 1).magnitude < 2e-12, "\(deviations)")
      let student = studentCumulative(deviations, degreesOfFreedom: (1e8).nextDown)
      let normal = studentCumulative(deviations, degreesOfFreedom: 1e8)
      #expect((student / normal - 1).magnitude < 2e-13, "\(deviations)")
    }
    for probability in spread(40) {
      let student = studentQuantile(probability, degreesOfFreedom: (1e8).nextDown)
      let normal = studentQuantile(probability, degreesOfFreedom: 1e8)
      #expect((student / normal - 1).magnitude < 1e-14)
    }
  }

  @Test func hugeParametersTakeNoTime() {
    #expect((regularizedGammaLower(shape: 1e300, at: 1e300) - 0.5).magnitude < 1e-12)
    #expect((gammaQuantile(shape: 1e15, probability: 0.3) / 1e15 - 1).magnitude < 1e-7)
    #expect(regularizedGammaLower(shape: 1e308, at: 1) == 0)
    #expect(gammaQuantile(shape: 1e308, probability: 0.3).isFinite)
    #expect(studentCumulative(1, degreesOfFreedom: 1e308) == normalCumulative(1))
    #expect((studentCumulative(-1e308, degreesOfFreedom: 1e-3) - 0.245).magnitude < 0.001)
    #expect(studentQuantile(1e-300, degreesOfFreedom: 0.5) == -.infinity)
    #expect(studentQuantile(0.9, degreesOfFreedom: 1e308) == normalQuantile(0.9))
    #expect(regularizedBeta(1e300, 1e300, at: 0.5).isNaN)
    #expect((regularizedBeta(1e10, 1e10, at: 0.5) - 0.5).magnitude < 1e-10)
    #expect(chiSquareQuantile(0.5, degreesOfFreedom: 1e-300) == 0)
  }
}
