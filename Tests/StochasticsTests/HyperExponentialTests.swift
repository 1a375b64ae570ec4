import SpecialFunctions
import Testing

@testable import Stochastics

@Suite struct HyperExponentialTests {
  static let variations = [1, 1 + 0x1p-50, 1.0001, 1.05, 1.3, 2, 3, 10, 30, 100]

  /// The table's error at points between all of its knots, against the hazard computed at the time.
  ///
  /// At a time x the hazard's own rounding, 4e-15 at most, moves x by that over the rate at x.
  @Test(arguments: variations)
  func theTableUndoesTheHazard(cv: Double) {
    let branches = BalancedBranches(cv: cv)
    let table = HyperExponentialTable(branches)
    for (left, right) in zip(table.knots, table.knots.dropFirst()) {
      for part in [0.02, 0.2, 0.5, 0.7, 0.95] {
        let hazard = left + part * (right - left)
        guard hazard < HyperExponentialTable.end else { continue }
        let time = table.quantile(hazard: hazard, branches)
        let rate = 1 / branches.taylorCoefficients(at: time)[1]
        let error = (branches.hazard(at: time) - hazard).magnitude / rate
        #expect(error <= (cv <= 3 ? 1e-12 : 4e-12) * time + 4e-15 / rate, "at \(hazard)")
      }
    }
  }

  @Test(arguments: variations)
  func theTableRunsOnSmoothlyIntoTheTail(cv: Double) {
    let branches = BalancedBranches(cv: cv)
    let table = HyperExponentialTable(branches)
    let inside = table.quantile(hazard: HyperExponentialTable.end.nextDown, branches)
    let outside = table.quantile(hazard: HyperExponentialTable.end, branches)
    #expect((inside / outside - 1).magnitude <= 1e-14)
    #expect(table.quantile(hazard: 700, branches) > table.quantile(hazard: 41, branches))
    #expect(table.quantile(hazard: .infinity, branches) == .infinity)
  }

  /// Neighbours a ten-thousandth of a piece apart about every knot, where a table would jump.
  @Test(arguments: variations)
  func theTableIsMonotoneAcrossItsPieces(cv: Double) {
    let branches = BalancedBranches(cv: cv)
    let table = HyperExponentialTable(branches)
    for (knot, next) in zip(table.knots, table.knots.dropFirst()).dropFirst() {
      let step = (next - knot) * 1e-4
      let times = (-2...2).map { table.quantile(hazard: knot + Double($0) * step, branches) }
      #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 }, "about \(knot)")
    }
  }

  @Test(arguments: variations)
  func theGuideLeadsToThePieceThatHoldsTheHazard(cv: Double) {
    let table = HyperExponentialTable(BalancedBranches(cv: cv))
    #expect(table.knots.count == table.pieces.count + 1)
    #expect(zip(table.knots, table.knots.dropFirst()).allSatisfy { $0 < $1 })
    #expect(table.knots.last.map { $0 >= HyperExponentialTable.end } == true)
    for (cell, index) in table.guide.enumerated() {
      let hazard = Double(cell) / HyperExponentialTable.cellsPerUnit
      #expect(table.knots[Int(index)] <= hazard)
      #expect(Int(index) + 1 >= table.knots.count || table.knots[Int(index) + 1] > hazard)
    }
  }

  @Test func variationOneIsTheExponential() throws {
    let law = try HyperExponential(mean: 50, cv: 1)
    let exponential = try Exponential(mean: 50)
    for u in draws(500, stream: "one") {
      #expect((law.quantile(u) / exponential.quantile(u) - 1).magnitude < 1e-15)
    }
  }

  @Test(arguments: variations)
  func theBranchesCarryHalfOfTheMeanEach(cv: Double) throws {
    let law = try HyperExponential(mean: 60, cv: cv)
    let means = [0.5 * law.mean / law.shareOfShort, 0.5 * law.mean / law.shareOfLong]
    let mean = law.shareOfShort * means[0] + law.shareOfLong * means[1]
    let square =
      2 * (law.shareOfShort * means[0] * means[0] + law.shareOfLong * means[1] * means[1])
    #expect((mean / 60 - 1).magnitude < 1e-15)
    #expect(((square - mean * mean) / law.variance - 1).magnitude < 1e-12)
    #expect(law.shareOfShort >= law.shareOfLong)
  }

  @Test func equalParametersMakeEqualDistributions() throws {
    #expect(try HyperExponential(mean: 50, cv: 2) == HyperExponential(mean: 50, cv: 2))
    #expect(try HyperExponential(mean: 50, cv: 2) != HyperExponential(mean: 50, cv: 2.5))
  }
}
