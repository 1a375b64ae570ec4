import Testing

@testable import Reports

@Suite("What one design needs more or less than another, in words")
struct StaffingNeedTests {
  private func text(_ difference: Double, _ open: (Double, Double)) -> String {
    StaffingNeed(names: ("A", "B"), difference: difference, open: open).text
  }

  @Test("Fewer: what A could spare makes it less, what B could spare more")
  func fewer() {
    #expect(text(-6.4, (1.5, 1.4)) == "B needs 6.4 FTE fewer than A (4.9 to 7.8)")
    #expect(text(-6.4, (0, 0)) == "B needs 6.4 FTE fewer than A")
    #expect(text(-0.5, (2, 0)) == "B needs 0.5 FTE fewer than A (−1.5 to 0.5)")
  }

  @Test("More, and as many")
  func more() {
    #expect(text(2, (0.5, 0.25)) == "B needs 2.0 FTE more than A (1.8 to 2.5)")
    #expect(text(0.04, (0, 1)) == "B needs as many FTE as A (−1.0 to 0.0)")
    #expect(text(0, (0, 0)) == "B needs as many FTE as A")
  }
}
