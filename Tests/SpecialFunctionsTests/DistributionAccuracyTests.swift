import SpecialFunctions
import Testing

@Suite("Distribution functions and quantiles stay within their documented errors")
struct DistributionAccuracyTests {
  @Test func normalCumulativeIsWithinFewUlpsIntoTheTail() {
    #expect(
      References.normalCumulative.largestRelativeError { normalCumulative($0[0]) }.error <= 5e-16)
  }

  @Test func normalQuantileIsWithinFewUlps() {
    #expect(References.normalQuantile.largestRelativeError { normalQuantile($0[0]) }.error <= 8e-16)
  }

  @Test func logGammaIsWithinSixUlpsAlsoBesideItsZeros() {
    #expect(References.logGamma.largestErrorInUlps { logGamma($0[0]) }.error <= 6)
  }

  @Test func incompleteGammaFunctionsKeepBothTails() {
    let lower = References.regularizedGammaLower.largestRelativeError {
      regularizedGammaLower(shape: $0[0], at: $0[1])
    }
    let upper = References.regularizedGammaUpper.largestRelativeError {
      regularizedGammaUpper(shape: $0[0], at: $0[1])
    }
    #expect(lower.error <= 1e-13, "\(lower)")
    #expect(upper.error <= 1e-13, "\(upper)")
  }

  @Test func gammaQuantileIsAccurate() {
    let worst = References.gammaQuantile.largestRelativeError {
      gammaQuantile(shape: $0[0], probability: $0[1])
    }
    #expect(worst.error <= 3e-14, "\(worst)")
  }

  @Test func chiSquareQuantilesMatchTheTables() {
    // NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.4, three decimals.
    #expect((chiSquareQuantile(0.95, degreesOfFreedom: 1) - 3.841).magnitude < 5e-4)
    #expect((chiSquareQuantile(0.99, degreesOfFreedom: 10) - 23.209).magnitude < 5e-4)
    #expect((chiSquareQuantile(0.025, degreesOfFreedom: 30) - 16.791).magnitude < 5e-4)
  }

  @Test func incompleteBetaIsAccurate() {
    let worst = References.regularizedBeta.largestRelativeError {
      regularizedBeta($0[0], $0[1], at: $0[2])
    }
    #expect(worst.error <= 1e-13, "\(worst)")
  }

  @Test func studentCumulativeIsAccurate() {
    let worst = References.studentCumulative.largestRelativeError {
      studentCumulative($0[0], degreesOfFreedom: $0[1])
    }
    #expect(worst.error <= 2e-13, "\(worst)")
  }

  @Test func studentQuantileIsAccurate() {
    let worst = References.studentQuantile.largestRelativeError {
      studentQuantile($0[0], degreesOfFreedom: $0[1])
    }
    #expect(worst.error <= 1e-14, "\(worst)")
  }

  @Test func studentQuantilesMatchTheTables() {
    // NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2, three decimals.
    #expect((studentQuantile(0.975, degreesOfFreedom: 1) - 12.706).magnitude < 5e-4)
    #expect((studentQuantile(0.975, degreesOfFreedom: 9) - 2.262).magnitude < 5e-4)
    #expect((studentQuantile(0.95, degreesOfFreedom: 29) - 1.699).magnitude < 5e-4)
    #expect((studentQuantile(0.999, degreesOfFreedom: 100) - 3.174).magnitude < 5e-4)
  }
}
