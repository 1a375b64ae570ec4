import Experiments
import OutputAnalysis
import Testing

@Suite("A verification judges all its comparisons together")
struct VerificationTests {
  private func comparison(_ score: Double) -> ExactComparison {
    ExactComparison(
      model: "m", measure: "asa_s", exact: 1,
      estimate: Estimate(value: 1, interval: nil, count: 9, isSkewed: false), score: score)
  }

  @Test("The limit grows with the number of comparisons: one false alarm in 10,000 runs")
  func limits() {
    let one = Verification([comparison(0)])
    #expect(one.limit > 3.89 && one.limit < 3.9)
    let many = Verification(Array(repeating: comparison(0), count: 100))
    #expect(many.limit > 4.89 && many.limit < 4.9)
  }

  @Test("What is beyond the limit on either side differs; so does what is not a number")
  func failures() {
    let verification = Verification(
      [-5, -4, 0, 4, 5, .infinity, .nan].map { comparison($0) })
    #expect(verification.failures.count == 4)
    #expect(verification.failures.allSatisfy { !verification.holds($0) })
    #expect(Verification([comparison(3.8)]).failures.isEmpty)
  }
}
