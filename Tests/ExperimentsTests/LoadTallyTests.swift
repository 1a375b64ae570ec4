import CenterSimulation
import Experiments
import Testing

@Suite("How work is spread over agents")
struct LoadTallyTests {
  private func tally(_ loads: [Double]) -> LoadTally {
    LoadTally(
      loads.map { load in
        var agent = AgentLoad()
        agent.busy = load * 1000
        agent.present = 1000
        return agent
      })
  }

  @Test("Equal loads have no inequality; one agent with everything has 1 − 1/n")
  func extremes() {
    let equal = tally(Array(repeating: 0.75, count: 7))
    #expect(equal.gini == 0 && equal.low == 0.75 && equal.high == 0.75)
    let one = tally([0, 0, 0, 1])
    #expect(one.gini == 0.75 && one.low == 0 && one.high == 1)
  }

  @Test("The Gini coefficient is half the mean difference over the mean, to rounding")
  func definition() {
    let loads = (0..<25).map { Double(($0 * 7) % 25) / 32 }
    var differences = 0.0
    for left in loads { for right in loads { differences += abs(left - right) } }
    let count = Double(loads.count)
    let mean = loads.reduce(0, +) / count
    #expect(abs(tally(loads).gini - differences / (2 * count * count * mean)) < 1e-12)
  }

  @Test("Quantiles are the smallest load that a tenth, and nine tenths, do not exceed")
  func quantiles() {
    let ten = tally((1...10).map { Double($0) / 16 })
    #expect(ten.low == 1.0 / 16 && ten.high == 9.0 / 16)
    let eleven = tally((1...11).map { Double($0) / 16 })
    #expect(eleven.low == 2.0 / 16 && eleven.high == 10.0 / 16)
  }

  @Test("Who was never present is left out; nobody at all has no value")
  func nobody() {
    var away = AgentLoad()
    away.present = 0
    #expect(LoadTally([away]).teams == 0)
    #expect(tally([0, 0]).teams == 1 && tally([0, 0]).busyTeams == 0)
  }
}
