import SpecialFunctions
import Testing

@Suite("Special functions at their edges")
struct EdgeCaseTests {
  let infinity = Double.infinity

  @Test func exponentialAtItsEdges() {
    #expect(exp(0) == 1)
    #expect(exp(-0.0) == 1)
    #expect(exp(infinity) == infinity)
    #expect(exp(-infinity) == 0)
    #expect(exp(.nan).isNaN)
    #expect(exp(709.782712893384) < infinity)
    #expect(exp((709.782712893384).nextUp) == infinity)
    #expect(exp(709.9) == infinity)
    #expect(exp(1e300) == infinity)
    #expect(exp(-745.13) == .leastNonzeroMagnitude)
    #expect(exp(-745.14) == 0)
    #expect(exp(-1e300) == 0)
  }

  @Test func logarithmAtItsEdges() {
    #expect(log(1) == 0)
    #expect(log(0) == -infinity)
    #expect(log(-0.0) == -infinity)
    #expect(log(-1).isNaN)
    #expect(log(-infinity).isNaN)
    #expect(log(infinity) == infinity)
    #expect(log(.nan).isNaN)
    #expect(log(-.leastNonzeroMagnitude).isNaN)
    #expect((log(.leastNonzeroMagnitude) + 744.4400719213812).magnitude < 1e-12)
  }

  @Test func logarithmsSideBySideAreThoseOfEachAlone() {
    let numbers = [
      1, 0.5, 0.7, 1e-9, 1 - 0x1p-53, 1 + 0x1p-52, 0x1p-53, 3, 1e300, 0x1p-1022,
      .greatestFiniteMagnitude,
    ]
    for x in numbers {
      for y in numbers {
        let both = logs(ofNormal: x, y)
        #expect(both.0.bitPattern == log(x).bitPattern)
        #expect(both.1.bitPattern == log(y).bitPattern)
      }
    }
  }

  @Test func exponentialLessOneAtItsEdges() {
    #expect(expm1(0).sign == .plus && expm1(0) == 0)
    #expect(expm1(-0.0).sign == .minus && expm1(-0.0) == 0)
    #expect(expm1(infinity) == infinity)
    #expect(expm1(-infinity) == -1)
    #expect(expm1(-50) == -1)
    #expect(expm1(.nan).isNaN)
    #expect(expm1(710) == infinity)
    #expect(expm1(.leastNonzeroMagnitude) == .leastNonzeroMagnitude)
  }

  @Test func logarithmOfOnePlusAtItsEdges() {
    #expect(log1p(0).sign == .plus && log1p(0) == 0)
    #expect(log1p(-0.0).sign == .minus && log1p(-0.0) == 0)
    #expect(log1p(-1) == -infinity)
    #expect(log1p((-1.0).nextDown).isNaN)
    #expect(log1p(-2).isNaN)
    #expect(log1p(-infinity).isNaN)
    #expect(log1p(infinity) == infinity)
    #expect(log1p(.nan).isNaN)
    #expect(log1p(.leastNonzeroMagnitude) == .leastNonzeroMagnitude)
  }

  @Test func powerAtItsEdges() {
    #expect(power(0, 0) == 1)
    #expect(power(.nan, 0) == 1)
    #expect(power(1, .nan) == 1)
    #expect(power(0, 2) == 0)
    #expect(power(0, -2) == infinity)
    #expect(power(infinity, 0.5) == infinity)
    #expect(power(infinity, -0.5) == 0)
    #expect(power(0.5, infinity) == 0)
    #expect(power(0.5, -infinity) == infinity)
    #expect(power(2, infinity) == infinity)
    #expect(power(2, -infinity) == 0)
    #expect(power((1.0).nextUp, 1e300) == infinity)
    #expect(power((1.0).nextDown, 1e300) == 0)
    #expect(power(-2, 2).isNaN)
    #expect(power(2, .nan).isNaN)
    #expect(power(.nan, 2).isNaN)
    #expect(power(2, 1024) == infinity)
    #expect(power(2, 1023) == 0x1p1023)
    #expect(power(2, -1074) == .leastNonzeroMagnitude)
    #expect(power(2, -1080) == 0)
    #expect(power(3.5, .leastNonzeroMagnitude) == 1)
  }

  @Test func normalLawAtItsEdges() {
    #expect(normalCumulative(0) == 0.5)
    #expect(normalCumulative(infinity) == 1)
    #expect(normalCumulative(-infinity) == 0)
    #expect(normalCumulative(-40) == 0)
    #expect(normalCumulative(.nan).isNaN)
    #expect(normalQuantile(0.5) == 0)
    #expect(normalQuantile(0) == -infinity)
    #expect(normalQuantile(1) == infinity)
    #expect(normalQuantile(-0.1).isNaN)
    #expect(normalQuantile(1.1).isNaN)
    #expect(normalQuantile(.nan).isNaN)
  }

  @Test func logGammaAtItsEdges() {
    #expect(logGamma(1) == 0)
    #expect(logGamma(2) == 0)
    #expect(logGamma(0) == infinity)
    #expect(logGamma(infinity) == infinity)
    #expect(logGamma(-1.5).isNaN)
    #expect(logGamma(.nan).isNaN)
  }

  @Test func gammaLawAtItsEdges() {
    #expect(regularizedGammaLower(shape: 2, at: 0) == 0)
    #expect(regularizedGammaUpper(shape: 2, at: 0) == 1)
    #expect(regularizedGammaLower(shape: 2, at: infinity) == 1)
    #expect(regularizedGammaUpper(shape: 2, at: infinity) == 0)
    #expect(regularizedGammaUpper(shape: 2, at: 1e300) == 0)
    #expect(regularizedGammaLower(shape: 2, at: 1e-300) == 0)
    #expect(regularizedGammaLower(shape: 0, at: 1).isNaN)
    #expect(regularizedGammaLower(shape: infinity, at: 1).isNaN)
    #expect(regularizedGammaLower(shape: 2, at: -1).isNaN)
    #expect(regularizedGammaLower(shape: 2, at: .nan).isNaN)
    #expect(gammaQuantile(shape: 2, probability: 0) == 0)
    #expect(gammaQuantile(shape: 2, probability: 1) == infinity)
    #expect(gammaQuantile(shape: 2, probability: 1.5).isNaN)
    #expect(gammaQuantile(shape: -2, probability: 0.5).isNaN)
    #expect(gammaQuantile(shape: 1e-3, probability: 0.1) == 0)
  }

  @Test func betaLawAtItsEdges() {
    #expect(regularizedBeta(2, 3, at: 0) == 0)
    #expect(regularizedBeta(2, 3, at: 1) == 1)
    #expect(regularizedBeta(2, 3, at: 1.5).isNaN)
    #expect(regularizedBeta(0, 3, at: 0.5).isNaN)
    #expect(regularizedBeta(2, 3, at: .nan).isNaN)
    #expect((regularizedBeta(1, 1, at: 0.25) - 0.25).magnitude < 1e-15)
  }

  @Test func studentLawAtItsEdges() {
    #expect(studentCumulative(0, degreesOfFreedom: 3) == 0.5)
    #expect(studentCumulative(infinity, degreesOfFreedom: 3) == 1)
    #expect(studentCumulative(-infinity, degreesOfFreedom: 3) == 0)
    #expect(studentCumulative(-1, degreesOfFreedom: infinity) == normalCumulative(-1))
    #expect(studentCumulative(1, degreesOfFreedom: 0).isNaN)
    #expect(studentQuantile(0.5, degreesOfFreedom: 3) == 0)
    #expect(studentQuantile(0, degreesOfFreedom: 3) == -infinity)
    #expect(studentQuantile(1, degreesOfFreedom: 3) == infinity)
    #expect(studentQuantile(0.9, degreesOfFreedom: infinity) == normalQuantile(0.9))
    #expect(studentQuantile(2, degreesOfFreedom: 3).isNaN)
    #expect(studentQuantile(0.9, degreesOfFreedom: -1).isNaN)
  }
}
