import SpecialFunctions
import Testing

@Suite("Compensated sums")
struct CompensatedSumTests {
  @Test func smallTermsSurviveLargeOnes() {
    var sum = CompensatedSum()
    for term in [1, 1e100, 1, -1e100] { sum.add(term) }
    #expect(sum.value == 2)
  }

  @Test func aMillionTenthsAreOneHundredThousandToTheLastBit() {
    var sum = CompensatedSum()
    for _ in 0..<1_000_000 { sum.add(0.1) }
    // The double nearest to 0.1 is 0.1 + 5.55e-18: 5.55e-12 in all, a third of an ulp of 1e5.
    #expect(sum.value == 100_000)
  }

  @Test func partsAddUpToTheWhole() {
    var first = CompensatedSum(1e16)
    first.add(1)
    var second = CompensatedSum(-1e16)
    second.add(2)
    first.add(second)
    #expect(first.value == 3)
  }

  @Test func infinitiesSpread() {
    var sum = CompensatedSum(1)
    sum.add(.infinity)
    #expect(sum.value == .infinity)
    sum.add(-.infinity)
    #expect(sum.value.isNaN)
  }
}
