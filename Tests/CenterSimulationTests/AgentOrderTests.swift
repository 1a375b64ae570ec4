import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Which agent a contact gets")
struct AgentOrderTests {
  /// One agent in the first team, three in the second, and half of what they could do.
  private func unequalTeams() throws -> Center {
    var center = oneQueue(
      perHour: 60, talk: .exponential(try Exponential(mean: 120)), agents: 1, days: 20)
    var second = center.teams[0]
    second.name = "second"
    second.agents = everyInterval(3, of: center.calendar)
    center.teams.append(second)
    return center
  }

  private func handled(_ observation: Observation) -> [Double] {
    (0..<2).map { team in
      stride(from: team, to: observation.teams.count, by: 2).reduce(0) {
        $0 + observation.teams[$1].handled
      }
    }
  }

  @Test("Equal agents: the order of agents changes nobody's wait", arguments: AgentOrder.allCases)
  func waitsStay(order: AgentOrder) throws {
    var center = try unequalTeams()
    let plain = try Simulation(center).run(seed: 1, replication: 0)
    center.routing.agent = order
    let ordered = try Simulation(center).run(seed: 1, replication: 0)
    #expect(ordered.queues == plain.queues)
    #expect(ordered.waits == plain.waits)
    if order != .longestIdle { #expect(ordered.teams != plain.teams) }
  }

  @Test("At random, each of four agents gets a quarter")
  func random() throws {
    var center = try unequalTeams()
    center.routing.agent = .random
    let handled = try handled(Simulation(center).run(seed: 2, replication: 0))
    let count = handled[0] + handled[1]
    // 28,800 contacts, each to either team almost independently: five standard errors.
    #expect(count > 25_000)
    #expect(abs(handled[0] / count - 0.25) < 5 * (0.25 * 0.75 / count).squareRoot())
  }

  @Test("The most idle team: a team of one is asked when three others have no two idle")
  func mostIdleTeam() throws {
    // Talk of nearly no time: both teams are idle whenever somebody calls.
    var center = try unequalTeams()
    center.demand[0].channels[0].talkTime = .constant(try Constant(mean: 0.001))
    center.routing.agent = .mostIdleTeam
    let quiet = try handled(Simulation(center).run(seed: 3, replication: 0))
    #expect(quiet[0] == 0 && quiet[1] > 25_000)
    // Of equal teams the first.
    center.teams[1].agents = center.teams[0].agents
    let equal = try handled(Simulation(center).run(seed: 3, replication: 0))
    #expect(equal[1] < 0.001 * equal[0])
  }

  @Test("The least busy: who comes at noon ends the day with the occupancy of who came at midnight")
  func leastBusy() throws {
    // Constant talk, so little of it that hardly two are busy at once.
    var center = oneQueue(
      perHour: 6, talk: .constant(try Constant(mean: 60)), agents: 1, days: 1, warmUpDays: 1)
    var second = center.teams[0]
    second.name = "second"
    second.agents = Array(repeating: (0..<24).map { $0 < 12 ? 0 : 1 }, count: 2)
    center.teams.append(second)
    func difference(_ order: AgentOrder) throws -> Double {
      center.routing.agent = order
      let observation = try Simulation(center).run(seed: 4, replication: 0)
      let occupancies = (0..<2).map { team in
        let tally = stride(from: team, to: 48, by: 2).reduce(into: TeamTally()) {
          $0 += observation.teams[$1]
        }
        return tally.busy / tally.present
      }
      return occupancies[0] - occupancies[1]
    }
    // To within two talks of the shorter day; the days before do not count.
    #expect(abs(try difference(.leastBusy)) < 120.0 / 43_200)
    // In turn, both have half of the afternoon, and the first all of the morning.
    #expect(try difference(.longestIdle) > 0.015)
  }
}
