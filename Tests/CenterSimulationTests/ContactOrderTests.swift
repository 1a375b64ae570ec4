import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Which contact an agent takes")
struct ContactOrderTests {
  private func crowded() throws -> Center {
    twoClasses(
      perHour: [15, 12], talk: .constant(try Constant(mean: 120)), agents: 1, days: 10)
  }

  private func run(_ center: Center) throws -> Observation {
    try Simulation(center).run(seed: 21, replication: 0)
  }

  private func queue(_ index: Int, _ observation: Observation) -> QueueTally {
    stride(from: index, to: observation.queues.count, by: 2).reduce(into: QueueTally()) {
      $0 += observation.queues[$1]
    }
  }

  private func waits(_ observation: Observation) -> Double {
    observation.queues.reduce(0) { $0 + $1.queueArea }
  }

  @Test("With one talk time for all, no order changes the sum of waits: work is conserved")
  func waitsAreConserved() throws {
    var center = try crowded()
    let plain = try run(center)
    center.demand[1].priority = 1
    center.demand[0].waitWeight = 3
    for order in ContactOrder.allCases {
      center.routing.contact = order
      let observation = try run(center)
      // Which of two equal works is done first does not change when either ends, but for rounding.
      #expect(abs(waits(observation) - waits(plain)) < 1e-6 * waits(plain))
      #expect(observation.teams == plain.teams)
    }
  }

  @Test("The highest priority is served first, whoever has waited longer")
  func priority() throws {
    var center = try crowded()
    let plain = try run(center)
    center.demand[1].priority = 7
    let second = try run(center)
    #expect(queue(1, second).waitAnswered < 0.5 * queue(1, plain).waitAnswered)
    // What the class says on a channel goes before what it says, and that before the channel.
    center.channels[0].priority = 6
    #expect(try run(center) == second)
    center.demand[0].priority = 7
    #expect(try run(center) == plain)
    center.demand[1].channels[0].priority = 8
    #expect(try run(center) == second)
  }

  @Test("Nobody of high priority waits for more than the one in service and its own kind")
  func highPriorityWaits() throws {
    // One contact of the second class a day or so: its wait is what is left of one talk.
    var center = try crowded()
    center.demand[1].expectedIssues = everyInterval(0.1, of: center.calendar)
    center.demand[1].priority = 1
    let observation = try run(center)
    #expect(queue(1, observation).answered > 10)
    #expect(observation.longestWait[1] <= 120)
    #expect(observation.longestWait[0] > 240)
  }

  @Test("Priority goes before rank")
  func priorityBeforeRank() throws {
    var center = try crowded()
    center.demand[1].priority = 1
    let inRank = try run(center)
    center.teams[0].skills = [
      Skill(channel: "voice", demandClass: "first", rank: 1),
      Skill(channel: "voice", demandClass: "second", rank: 2),
    ]
    #expect(try run(center) == inRank)
  }

  @Test("Earliest due: one promise for all is longest wait; promises far apart are priorities")
  func earliestDue() throws {
    var center = try crowded()
    let plain = try run(center)
    center.routing.contact = .earliestDue
    #expect(try run(center) == plain)

    let day = Target(serviceLevel: 0.8, within: 86_400)
    center.demand[0].channels[0].target = day
    let due = try run(center)
    center.routing.contact = .longestWait
    center.demand[1].priority = 1
    #expect(due.longestWait.allSatisfy { $0 < 80_000 })
    let byPriority = try run(center)
    #expect(due.queues == byPriority.queues && due.waits == byPriority.waits)
  }

  @Test("Weighted wait: hardly any weight comes last, as with priorities")
  func weightedWait() throws {
    var center = try crowded()
    center.demand[1].priority = 1
    let byPriority = try run(center)
    center.demand[1].priority = nil
    center.routing.contact = .weightedWait
    center.demand[1].waitWeight = 1e6
    let weighted = try run(center)
    // Unless the other class has waited a million times as long: the same service order.
    #expect(weighted.queues == byPriority.queues)
  }

  @Test("Orders that would order nothing are refused")
  func idleOrders() throws {
    var center = try crowded()
    center.routing.contact = .weightedWait
    #expect(center.problems().map(\.path) == [["routing", "contact"]])
    center.routing.contact = .earliestDue
    center.channels[0].target = nil
    #expect(center.problems().map(\.path) == [["routing", "contact"]])
    center.routing.contact = .longestQueue
    #expect(center.problems().isEmpty)
    center.demand[0].channels[0].priority = 1001
    center.demand[1].waitWeight = 0
    #expect(
      center.problems().map(\.path) == [
        ["demand", "first", "channels", "voice", "priority"], ["demand", "second", "waitWeight"],
      ])
  }
}
