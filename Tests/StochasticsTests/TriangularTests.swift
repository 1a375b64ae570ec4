import Testing

@testable import Stochastics

@Suite struct TriangularTests {
  static let triples: [[Double]] = [[60, 90, 300], [0, 0, 300], [30, 90, 90], [10, 10.1, 400]]

  /// On either side of the mode the time is linear in √(u/F) or √(v/(1 − F)), F = Pr{X ≤ mode}, so
  /// that Simpson's rule integrates its square times the root, a cubic, without error.
  @Test(arguments: triples)
  func momentsAreIntegralsOfTheQuantile(ends: [Double]) throws {
    let law = try Triangular(from: ends[0], mode: ends[1], to: ends[2])
    let below = law.cumulative(law.mode)
    let mode = law.mode
    func integral(_ power: (Double) -> Double) -> Double {
      let rising = [0.0, 0.5, 1].map {
        2 * $0 * power($0 == 1 ? mode : law.quantile(below * $0 * $0))
      }
      let falling = [0.0, 0.5, 1].map {
        2 * $0 * power($0 == 1 ? mode : law.quantile(upper: (1 - below) * $0 * $0))
      }
      return below * (rising[0] + 4 * rising[1] + rising[2]) / 6
        + (1 - below) * (falling[0] + 4 * falling[1] + falling[2]) / 6
    }
    let mean = law.mean
    #expect((integral { $0 } / mean - 1).magnitude < 1e-14)
    #expect((integral { ($0 - mean) * ($0 - mean) } / law.variance - 1).magnitude < 1e-13)
  }

  @Test func theModeHasItsPlaceInProbability() throws {
    let law = try Triangular(from: 60, mode: 90, to: 300)
    #expect(law.cumulative(90) == 0.125)
    #expect(law.quantile(0.125) == 90)
    #expect(law.mean == 150)
    #expect(law.variance == 2_850)
  }

  /// Neighbouring numbers about the mode, where the formula changes.
  @Test(arguments: triples)
  func timesDoNotFallAcrossTheMode(ends: [Double]) throws {
    let law = try Triangular(from: ends[0], mode: ends[1], to: ends[2])
    var u = law.cumulative(law.mode)
    for _ in 0..<20 where u > 0 { u = u.nextDown }
    var times: [Double] = []
    for _ in 0..<40 where u <= 1 {
      times.append(law.quantile(u))
      u = u.nextUp
    }
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
  }
}
