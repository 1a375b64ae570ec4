import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("A replication is a pure function of center, seed and number")
struct PureFunctionTests {
  @Test("The same replication twice is the same observation")
  func repeats() throws {
    let simulation = try Simulation(mixedCenter())
    let first = try simulation.run(seed: 7, replication: 3)
    #expect(try simulation.run(seed: 7, replication: 3) == first)
    #expect(try simulation.run(seed: 7, replication: 4) != first)
    #expect(try simulation.run(seed: 8, replication: 3) != first)
  }

  @Test("A tool that contains nothing and takes no time changes nothing but its own sessions")
  func emptyToolIsTransparent() throws {
    var center = try mixedCenter()
    center.customerHistory = .unified
    center.selfService = []
    let without = try Simulation(center).run(seed: 1, replication: 0)
    center.selfService = [
      SelfServiceTool(
        name: "ivr", stage: .onChannels(["voice", "chat"]), time: .constant(try Constant(mean: 0)),
        containment: [0, 0], easyContactBias: 0.5)
    ]
    let with = try Simulation(center).run(seed: 1, replication: 0)
    #expect(with.queues == without.queues)
    #expect(with.teams == without.teams)
    #expect(with.issues == without.issues)
    #expect(with.waits == without.waits)
  }

  @Test("Another class, served by others, moves no draw of the first")
  func classesAreIndependent() throws {
    var center = try mixedCenter()
    center.selfService = []
    center.teams[1].skills.removeAll { $0.demandClass == "outage" }
    center.teams[0].skills = [
      Skill(channel: "voice", demandClass: "billing"), Skill(channel: "email", rank: 2),
    ]
    center.teams.append(
      Team(
        name: "hotline", agents: everyInterval(3, of: center.calendar),
        skills: [Skill(channel: "voice", demandClass: "outage")]))
    // Trunks are shared; enough of them for everybody.
    center.channels[0].trunks = nil
    let both = try Simulation(center).run(seed: 5, replication: 0)

    var alone = center
    alone.demand.removeLast()
    alone.teams.removeLast()
    let simulation = try Simulation(alone)
    let observation = try simulation.run(seed: 5, replication: 0)
    #expect(observation.issues[0] == both.issues[0])
  }

  @Test("A date has the same issues, however long the warm-up before it")
  func warmUpMovesNoDraw() throws {
    var center = oneQueue(
      perHour: 20, talk: .exponential(try Exponential(mean: 60)), agents: 1000, warmUpDays: 0)
    let cold = try Simulation(center).run(seed: 2, replication: 0)
    center.calendar.warmUpDays = 3
    center.demand[0].expectedIssues = everyInterval(20, of: center.calendar)
    center.teams[0].agents = everyInterval(1000, of: center.calendar)
    let warm = try Simulation(center).run(seed: 2, replication: 0)
    #expect(warm.queues.map(\.offered) == cold.queues.map(\.offered))
    #expect(warm.queues.map(\.talk) == cold.queues.map(\.talk))
  }
}
