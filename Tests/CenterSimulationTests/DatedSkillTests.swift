import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Skills that a team has from a day on")
struct DatedSkillTests {
  /// Two agents with too much to do all day, and a second team that has nothing else to do.
  private func center(helpFrom day: Int?, medium: Medium = .voice) throws -> Center {
    var center = oneQueue(
      medium: medium, perHour: 120, talk: .exponential(try Exponential(mean: 120)), agents: 2,
      patience: medium.isDeferred ? nil : .exponential(try Exponential(mean: 300)), days: 4)
    var second = center.teams[0]
    second.name = "second"
    second.agents = everyInterval(20, of: center.calendar)
    second.skills = [Skill(channel: medium.rawValue)]
    second.skills[0].worksFrom = day.map { center.calendar.start.advanced(by: $0) }
    center.teams.append(second)
    return center
  }

  private func run(_ center: Center) throws -> Observation {
    let observation = try Simulation(center).run(seed: 53, replication: 0)
    #expect(observation.queues.allSatisfy { $0.booksBalance })
    return observation
  }

  private func handled(_ observation: Observation, team: Int, hours: Range<Int>) -> Double {
    hours.reduce(0) { $0 + observation.teams[$1 * 2 + team].handled }
  }

  @Test("Before the day the team serves nobody; afterwards all is as with a skill that always was")
  func fromTheDay() throws {
    let dated = try run(center(helpFrom: 2))
    #expect(handled(dated, team: 1, hours: 0..<48) == 0)
    #expect(handled(dated, team: 0, hours: 0..<48) > 1000)
    // Twenty-two agents for four Erlang: nobody waits but those of the night before.
    #expect((49..<96).allSatisfy { dated.queues[$0].waitAnswered == 0 })
    #expect(handled(dated, team: 1, hours: 48..<96) > 2000)

    var without = try center(helpFrom: 2)
    without.teams.removeLast()
    let alone = try run(without)
    // The hour before the day has callers whose wait ends on it.
    #expect(Array(dated.queues[..<46]) == Array(alone.queues[..<46]))
    let always = try run(center(helpFrom: nil))
    let early = try run(center(helpFrom: -1))
    #expect(early.queues == always.queues && early.waits == always.waits)
  }

  @Test("At the midnight of the day, the team takes those who have been waiting")
  func backlogOfTheDaysBefore() throws {
    let dated = try run(center(helpFrom: 1, medium: .email))
    // 24 hours with half the agents that it would take: the queue at midnight is gone in an hour.
    #expect(dated.queues[23].backlogEnd > 500)
    #expect(handled(dated, team: 1, hours: 0..<24) == 0)
    let first = dated.queues[24].backlogEnd
    #expect(first < dated.queues[23].backlogEnd - 300)
    // All twenty are at it from the first second on.
    #expect(abs(dated.teams[24 * 2 + 1].busy - 20 * 3600) < 1e-6)
  }

  @Test("At that midnight the team takes the urgent first, whatever their order in the file")
  func priorities() throws {
    // One agent with more than enough for both days; three more from the second on.
    var center = twoClasses(
      perHour: [2, 2], talk: .constant(try Constant(mean: 43_200)), agents: 1, warmUpDays: 0)
    center.demand[1].channels[0].priority = 5
    var second = center.teams[0]
    second.name = "second"
    second.agents = everyInterval(3, of: center.calendar)
    second.skills[0].worksFrom = center.calendar.start.advanced(by: 1)
    center.teams.append(second)
    let observation = try run(center)
    #expect(handled(observation, team: 1, hours: 24..<25) == 3)
    let answered = (0..<2).map { demandClass in
      (0..<48).reduce(0) { $0 + observation.queues[$1 * 2 + demandClass].answered }
    }
    // Of those without urgency at most the very first caller.
    #expect(answered[0] <= 1 && answered[1] >= 6)
  }

  @Test("With a wait besides, it holds only when both hold")
  func afterAWait() throws {
    var center = try center(helpFrom: 2)
    center.channels[0].patience = .constant(try Constant(mean: 200))
    center.teams[1].skills[0].after = 30
    let observation = try run(center)
    #expect(handled(observation, team: 1, hours: 0..<48) == 0)
    #expect(handled(observation, team: 1, hours: 48..<96) > 500)
    #expect((49..<96).allSatisfy { observation.queues[$0].abandoned == 0 })
  }

  @Test("A queue that nobody serves before the day, and a day after the last, are refused")
  func problems() throws {
    var unserved = try center(helpFrom: 2)
    unserved.teams.removeFirst()
    #expect(unserved.problems().map(\.kind) == [.unserved])
    #expect(unserved.problems().first?.message.contains("before 2026-11-2") == true)
    unserved.teams[0].skills[0].worksFrom = unserved.calendar.start.advanced(by: -1)
    #expect(unserved.problems().isEmpty)
    let late = try center(helpFrom: 4)
    #expect(late.problems().map(\.path) == [["teams", "second", "skills", "voice", "from"]])

    var passed = try center(helpFrom: 2)
    passed.demand[0].transfer = Transfer(share: Graded(0.1), team: "second")
    #expect(passed.problems().map(\.path) == [["demand", "calls", "transfer", "team"]])
  }
}
