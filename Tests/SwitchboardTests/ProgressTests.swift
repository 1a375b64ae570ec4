import Testing

@testable import Experiments
@testable import switchboard

@Suite("Progress says how far, how fast and how long still")
struct ProgressTests {
  private func line(_ done: Int, _ total: Int, _ elapsed: Double, bar: Int = 0) -> String {
    ProgressMeter.line(
      done: done, total: total, unit: "replications", elapsed: elapsed, bar: bar)
  }

  @Test("At the start there is no rate yet")
  func start() {
    #expect(line(0, 100, 0, bar: 4) == "░░░░ 0 %, 0 of 100 replications")
  }

  @Test("Under way there is a rate and the time left")
  func underWay() {
    #expect(line(50, 200, 2, bar: 4) == "█░░░ 25 %, 50 of 200 replications, 25/s, 6 s left")
    #expect(line(1, 1000, 10) == "0 %, 1 of 1000 replications, 0.1/s, 3 h left")
    #expect(line(10, 100, 60) == "10 %, 10 of 100 replications, 0.2/s, 9 min left")
  }

  @Test("A search says what it does, how many plans it tried, and what the best costs")
  func search() {
    func line(_ progress: StaffingSearch.Progress) -> String {
      StaffingMeter.line(progress, currency: "EUR", elapsed: 75.2)
    }
    #expect(
      line(.init(phase: .scaling, evaluations: 3, done: 1, total: 1, cost: nil))
        == "3 plans simulated in 76 s, looking for a first that keeps the targets")
    #expect(
      line(.init(phase: .proving, evaluations: 90, done: 4, total: 28, cost: 12345.6))
        == "90 plans simulated in 76 s, proving that none can be taken (4 of 28), 12346 EUR so far")
  }
}
