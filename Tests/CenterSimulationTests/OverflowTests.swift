import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Teams that help only after a wait, or when the queue is long")
struct OverflowTests {
  /// One agent with too much to do, and a second team with plenty of agents.
  private func overflowing(_ help: Skill) throws -> Center {
    var center = oneQueue(
      perHour: 40, talk: .exponential(try Exponential(mean: 120)), agents: 1)
    var second = center.teams[0]
    second.name = "second"
    second.agents = everyInterval(60, of: center.calendar)
    second.skills = [help]
    center.teams.append(second)
    return center
  }

  private func run(_ center: Center) throws -> Observation {
    try Simulation(center).run(seed: 31, replication: 0)
  }

  private func handled(_ observation: Observation) -> [Double] {
    (0..<2).map { team in
      stride(from: team, to: observation.teams.count, by: 2).reduce(0) {
        $0 + observation.teams[$1].handled
      }
    }
  }

  @Test("After 30 s to the instant, nobody waits longer: an event, not a poll")
  func after() throws {
    let observation = try run(overflowing(Skill(channel: "voice", rank: 2, after: 30)))
    #expect(observation.longestWait == [30])
    let handled = handled(observation)
    #expect(handled[0] > 500 && handled[1] > 500)
  }

  @Test("Above a queue of three, the first of the queue is taken: it is never longer")
  func queueAbove() throws {
    let observation = try run(overflowing(Skill(channel: "voice", rank: 2, queueAbove: 3)))
    // The fourth stands in the queue for no time at all.
    #expect(observation.longestQueue == [4])
    #expect(observation.queues.allSatisfy { $0.queueArea <= 3 * 3600 && $0.backlogEnd <= 3 })
    let handled = handled(observation)
    #expect(handled[0] > 500 && handled[1] > 300)
  }

  @Test("The length of one class's queue opens the team to that class alone")
  func queueAboveOfOneClass() throws {
    var center = try overflowing(Skill(channel: "voice", rank: 2, queueAbove: 3))
    var rare = center.demand[0]
    rare.name = "rare"
    rare.expectedIssues = everyInterval(0.5, of: center.calendar)
    center.demand.append(rare)
    center.demand[0].priority = 1
    let observation = try run(center)
    // It waits behind all of high priority, alone in its queue.
    #expect(observation.longestQueue[1] <= 4)
    #expect(observation.longestWait[1] > 600)
  }

  @Test("Two teams after two waits: the later one gets what the earlier has no agent for")
  func twoWaits() throws {
    var center = try overflowing(Skill(channel: "voice", rank: 2, after: 30))
    center.teams[1].agents = everyInterval(0, of: center.calendar)
    center.teams[1].agents[0][0] = 1
    var third = center.teams[1]
    third.name = "third"
    third.agents = everyInterval(60, of: center.calendar)
    third.skills = [Skill(channel: "voice", rank: 3, after: 45)]
    center.teams.append(third)
    let observation = try run(center)
    #expect(observation.longestWait == [45])
    #expect(observation.queues.allSatisfy { $0.booksBalance })
  }

  @Test("Conditions that are never met change nothing")
  func never() throws {
    var center = try overflowing(Skill(channel: "voice", rank: 2, after: 3e8))
    let conditional = try run(center)
    center.teams.removeLast()
    let alone = try run(center)
    #expect(conditional.queues == alone.queues && conditional.waits == alone.waits)
  }

  @Test("A queue that every team takes only when it is long is refused")
  func neverEmptied() throws {
    var center = try overflowing(Skill(channel: "voice", queueAbove: 3))
    center.teams[0].skills[0].queueAbove = 1
    #expect(center.problems().map(\.kind) == [.unserved])
    center.teams[0].skills[0].queueAbove = 0
    center.teams[1].skills[0].after = -1
    #expect(center.problems().map(\.path) == [["teams", "second", "skills", "voice", "after"]])
  }
}
