import Center
import Stochastics
import TestCenters
import Testing

@testable import CenterSimulation

@Suite("Tenure, assistance and handle-time factors")
struct ProficiencyTests {
  private func factors(_ center: Center, agents: Int) -> TeamFactors {
    TeamFactors(center, center.teams[0], queues: center.queues, agents: agents)
  }

  @Test("A factor of the team times one of the skill lengthens talk, not wrap-up")
  func talkIsMultiplied() throws {
    var center = oneQueue(
      perHour: 30, talk: .constant(try Constant(mean: 100)), agents: 9,
      wrapUp: .constant(try Constant(mean: 7)), days: 1, warmUpDays: 0)
    center.teams[0].handleTimeFactor = 1.5
    center.teams[0].skills[0].handleTimeFactor = 2
    let observation = try Simulation(center).run(seed: 1, replication: 0)
    let total = observation.queues.reduce(into: QueueTally()) { $0 += $1 }
    #expect(total.answered > 500)
    #expect(abs(total.talk - 300 * total.answered) < 1e-6)
    #expect(total.wrapUp == 7 * total.answered)
    // What customers bring is as before: no residual effect is claimed.
    #expect(total.talkDrawn == total.talkExpected)
  }

  @Test("Twice as slow for everybody is a talk time twice as long, event by event")
  func sameAsLongerTalk() throws {
    var slow = try mixedCenter()
    var long = slow
    for team in slow.teams.indices { slow.teams[team].handleTimeFactor = 2 }
    for index in long.demand.indices {
      for channel in long.demand[index].channels.indices {
        guard let talk = long.demand[index].channels[channel].talkTime else { continue }
        long.demand[index].channels[channel].talkTime = .constant(try Constant(mean: 2 * talk.mean))
        slow.demand[index].channels[channel].talkTime = .constant(try Constant(mean: talk.mean))
      }
    }
    let first = try Simulation(slow).run(seed: 3, replication: 0)
    let second = try Simulation(long).run(seed: 3, replication: 0)
    #expect(first.teams == second.teams)
    #expect(first.issues == second.issues)
    #expect(first.queues.map(\.talk) == second.queues.map(\.talk))
    #expect(first.queues.map(\.waitAnswered) == second.queues.map(\.waitAnswered))
  }

  @Test("Learning and assistance multiply; the rate of resolution is theirs times the class's")
  func resolutionIsMultiplied() throws {
    var learning = oneQueue(
      perHour: 60, talk: .constant(try Constant(mean: 100)), agents: 9, days: 3, warmUpDays: 0)
    learning.demand[0].repeatContactAfter = .constant(try Constant(mean: 3600))
    var plain = learning
    learning.demand[0].resolutionRate = Graded(0.75)
    learning.teams[0].tenure = [
      TenureStep(months: 0, share: 0, handleTimeFactor: 7),
      TenureStep(months: 3, share: 1, handleTimeFactor: 4, resolutionFactor: 0.5),
    ]
    learning.assist = [
      AssistStep(months: 0, handleTimeFactor: 3),
      AssistStep(months: 2, handleTimeFactor: 0.5, resolutionFactor: 2),
      AssistStep(months: 4, handleTimeFactor: 5),
    ]
    plain.demand[0].resolutionRate = Graded(0.75)
    plain.demand[0].channels[0].talkTime = .constant(try Constant(mean: 200))
    let first = try Simulation(learning).run(seed: 4, replication: 0)
    let second = try Simulation(plain).run(seed: 4, replication: 0)
    #expect(first.issues == second.issues)
    #expect(first.teams == second.teams)

    learning.assist = []
    plain.demand[0].resolutionRate = Graded(0.375)
    plain.demand[0].channels[0].talkTime = .constant(try Constant(mean: 400))
    #expect(
      try Simulation(learning).run(seed: 4, replication: 0).issues
        == Simulation(plain).run(seed: 4, replication: 0).issues)
  }

  @Test("Each agent works at the pace of its tenure; the first agents hold the shares")
  func paceOfEach() throws {
    var center = oneQueue(
      perHour: 200, talk: .constant(try Constant(mean: 100)), agents: 10, days: 2, warmUpDays: 0)
    center.teams[0].tenure = [
      TenureStep(months: 0, share: 0.3, handleTimeFactor: 1.5),
      TenureStep(months: 6, share: 0.7),
    ]
    let observation = try Simulation(center).run(seed: 5, replication: 0)
    let slow = observation.agents[0].filter { agent in
      // Calls cut by midnight of the first and last day are no more than one each.
      abs(agent.busy - 150 * agent.handled) <= 150
    }
    let quick = observation.agents[0].filter { abs($0.busy - 100 * $0.handled) <= 100 }
    #expect(slow.count == 3 && quick.count == 7)
    #expect(slow.allSatisfy { $0.handled > 100 })

    center.teams[0].tenure = [
      TenureStep(months: 0, share: 0.25, handleTimeFactor: 2), TenureStep(months: 6, share: 0.75),
    ]
    let steps = factors(center, agents: 1000).stepOfAgent
    for count in 1...1000 {
      let novices = steps[..<count].count { $0 == 0 }
      #expect(abs(Double(novices) - 0.25 * Double(count)) < 1)
    }
  }

  @Test("Steps that make no sense are found, each at its key")
  func problems() throws {
    var center = oneQueue(perHour: 20, talk: .constant(try Constant(mean: 100)), agents: 2)
    center.demand[0].resolutionRate = Graded(easy: 0.9, hard: 0.5)
    center.teams[0].tenure = [
      TenureStep(months: 1, share: 0.5, handleTimeFactor: 0),
      TenureStep(months: 1, share: 0.4),
    ]
    center.assist = [AssistStep(months: 3)]
    let found = center.problems()
    #expect(found.map(\.kind) == [.badValue, .badValue, .badShares, .badValue])
    #expect(
      found.map { $0.path.last ?? "" } == ["tenure", "tenure", "tenure", "byTenure"])
    center.teams[0].tenure = []
    center.assist = [AssistStep(months: 0, resolutionFactor: 1.2)]
    #expect(center.problems().first?.message.contains("0.9 × 1.2, which is above 1") == true)
    center.assist = [AssistStep(months: 0, resolutionFactor: 1.1)]
    #expect(center.problems().isEmpty)
  }
}
