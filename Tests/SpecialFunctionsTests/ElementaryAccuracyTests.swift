import SpecialFunctions
import Testing

@Suite("Elementary functions stay within the documented fraction of a unit in the last place")
struct ElementaryAccuracyTests {
  @Test func exponentialIsWithinThreeQuartersOfAnUlp() {
    #expect(References.exp.rows.count > 200)
    #expect(References.exp.largestErrorInUlps { exp($0[0]) }.error <= 0.75)
  }

  @Test func logarithmIsWithinAnUlp() {
    #expect(References.log.rows.count > 200)
    #expect(References.log.largestErrorInUlps { log($0[0]) }.error <= 0.83)
  }

  @Test func exponentialLessOneIsWithinAnUlp() {
    #expect(References.expm1.rows.count > 200)
    #expect(References.expm1.largestErrorInUlps { expm1($0[0]) }.error <= 0.82)
  }

  @Test func logarithmOfOnePlusIsWithinAnUlp() {
    #expect(References.log1p.rows.count > 200)
    #expect(References.log1p.largestErrorInUlps { log1p($0[0]) }.error <= 0.83)
  }

  @Test func powerIsWithinAnUlp() {
    #expect(References.power.rows.count > 200)
    #expect(References.power.largestErrorInUlps { power($0[0], $0[1]) }.error <= 0.9)
  }

  @Test func smallIntegerPowersAreExact() {
    for base in 1...20 {
      var product = 1.0
      for exponent in 1...12 {
        product *= Double(base)
        if product < 0x1p53 { #expect(power(Double(base), Double(exponent)) == product) }
      }
    }
  }
}
