import Foundation
import Testing

@testable import OutputAnalysis

@Suite struct CubeRootTests {
  @Test func isWithinThreeUnitsInTheLastPlaceOfTheLibrary() {
    var generator = TestGenerator(seed: 4)
    for _ in 0..<10_000 {
      let value = (generator.uniform() - 0.5) * Foundation.pow(10, 40 * generator.uniform() - 20)
      let root = cubeRoot(of: value)
      #expect((root - cbrt(value)).magnitude <= 3 * root.ulp)
    }
  }

  @Test func isExactForCubesAndKeepsTheSpecialValues() {
    for value in 1...50 {
      #expect(cubeRoot(of: Double(value * value * value)) == Double(value))
    }
    #expect(cubeRoot(of: -8) == -2)
    #expect(cubeRoot(of: 0) == 0)
    #expect(cubeRoot(of: .infinity) == .infinity)
    #expect(cubeRoot(of: .nan).isNaN)
  }
}
