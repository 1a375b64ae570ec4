import Center
import EventKernel
import Stochastics
import TestCenters
import Testing

@testable import CenterSimulation

@Suite("Load of agents")
struct AgentLoadTests {
  @Test("The longest idle gets the next call: agents who are always there share alike")
  func sharedAlike() throws {
    // Calls of a second, twenty an hour: no two overlap but by chance, and then no order is lost.
    let center = oneQueue(
      perHour: 20, talk: .constant(try Constant(mean: 1)), agents: 4, days: 5, warmUpDays: 0)
    let observation = try Simulation(center).run(seed: 1, replication: 0)
    let handled = observation.agents[0].map(\.handled)
    #expect(handled.reduce(0, +) > 2000)
    let most = try #require(handled.max())
    let least = try #require(handled.min())
    #expect(most - least <= 1)
    #expect(observation.agents[0].allSatisfy { $0.present == 5 * 86_400 })
    for agent in observation.agents[0] { #expect(abs(agent.busy - agent.handled) < 1e-3) }
  }

  @Test("Agents are numbered as they come in the morning: the first is there longest")
  func numbers() throws {
    var center = oneQueue(
      perHour: 0, talk: .constant(try Constant(mean: 1)), agents: 4, days: 3, warmUpDays: 1)
    let heads = (0..<24).map { hour -> Double in hour < 8 ? 0 : hour < 12 ? 2 : hour < 14 ? 5 : 0 }
    center.teams[0].agents = Array(repeating: heads, count: 4)
    let observation = try Simulation(center).run(seed: 1, replication: 0)
    #expect(observation.agents[0].map { $0.present / 3600 } == [18, 18, 6, 6, 6])
  }

  @Test("The loads of all agents add up to the team's time, in a center with everything")
  func addUp() throws {
    let observation = try Simulation(mixedCenter()).run(seed: 2, replication: 1)
    for (team, agents) in observation.agents.enumerated() {
      let total = stride(from: team, to: observation.teams.count, by: observation.agents.count)
        .reduce(into: TeamTally()) { $0 += observation.teams[$1] }
      let sum = agents.reduce(into: AgentLoad()) { $0 += $1 }
      #expect(sum.handled == total.handled)
      #expect(abs(sum.busy - total.busy) < 1e-6)
      #expect(abs(sum.present - total.present) < 1e-6)
    }
  }

  @Test("A load that does not add up is a broken promise")
  func breach() throws {
    let simulation = try Simulation(mixedCenter())
    var engine = Engine<EveryCenter>(
      plan: simulation.plan, seed: 1, streams: ReplicationStreams(0))
    try engine.run()
    engine.agentLoads[0].busy += 1
    let found = engine.breach()
    let breach = try #require(found)
    #expect(breach.contains("the agents of team 0"))
  }
}
