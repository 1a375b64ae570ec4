import Center
import CenterSimulation
import OutputAnalysis
import Stochastics
import TestCenters
import Testing

@Suite("Media")
struct MediaTests {
  @Test("A trunk is held to the end of talk, not through the wrap-up")
  func trunksAreFreeInWrapUp() throws {
    let center = oneQueue(
      perHour: 60, talk: .constant(try Constant(mean: 30)), agents: 50, trunks: 1,
      wrapUp: .constant(try Constant(mean: 1000)))
    // One line at half an Erlang blocks a third, whatever the law of talk (Erlang B). Held through
    // the wrap-up it would block 94 %.
    let score = try standardErrors(from: 1.0 / 3, of: center, seed: 1) { observation in
      let total = total(observation)
      return (total.blocked, total.entered)
    }
    #expect(abs(score) < alarm)
  }

  @Test("Two chats side by side at a rate of one take twice as long")
  func chatsShareTheAgent() throws {
    // Throughput 1 at any number: processor sharing, in which the agent is as busy as with one.
    // Nobody comes in the last five hours, in which even 180 chats would end.
    var center = oneQueue(
      medium: .chat, perHour: 18, talk: .constant(try Constant(mean: 100)), agents: 1,
      concurrency: Concurrency(limit: 64, throughput: Array(repeating: 1, count: 64)), days: 20,
      warmUpDays: 0)
    center.demand[0].expectedIssues[19].replaceSubrange(19..., with: repeatElement(0, count: 5))
    let shared = try Simulation(center).run(seed: 2, replication: 0)
    center.channels[0].concurrency = .single
    let single = try Simulation(center).run(seed: 2, replication: 0)
    // The same work in the same busy periods.
    let work = 100 * total(shared).answered
    #expect(total(single).answered == total(shared).answered)
    #expect(abs(busy(shared) - work) < 1e-9 * work)
    #expect(abs(busy(single) - work) < 1e-9 * work)
    // Nobody waits, 64 chats being more than ever come together.
    #expect(total(shared).waitAnswered == 0 && total(single).waitAnswered > 0)
  }

  @Test("A session beside others lasts as long as processor sharing says")
  func sessionsAreShared() throws {
    var center = oneQueue(
      medium: .chat, perHour: 18, talk: .constant(try Constant(mean: 100)), agents: 1,
      concurrency: Concurrency(limit: 64, throughput: Array(repeating: 1, count: 64)), days: 3)
    // A day more, so that the last counted sessions end among others too.
    center.calendar.followUpDays = 1
    center.demand[0].expectedIssues = everyInterval(18, of: center.calendar)
    center.teams[0].agents = everyInterval(1, of: center.calendar)
    // M/G/1 by processor sharing at half an Erlang: E[S] ÷ (1 − a), whatever the law of work.
    let score = try standardErrors(from: 200, of: center, seed: 2) { observation in
      let total = total(observation)
      return (total.session, total.answered)
    }
    #expect(abs(score) < alarm)
  }

  /// Student's t with 29 degrees of freedom is beyond this by chance once in 10,000.
  private let alarm = 4.5

  /// How many standard errors 30 replications lie from an exact ratio.
  private func standardErrors(
    from exact: Double, of center: Center, seed: UInt64, _ ratio: (Observation) -> (Double, Double)
  ) throws -> Double {
    let simulation = try Simulation(center)
    var terms = Moments()
    for replication in 0..<30 {
      let (x, y) = ratio(try simulation.run(seed: seed, replication: UInt64(replication)))
      terms.add(x - exact * y)
    }
    let variance = try #require(terms.variance)
    return try #require(terms.mean) / (variance / 30).squareRoot()
  }

  private func busy(_ observation: Observation) -> Double {
    observation.teams.reduce(0) { $0 + $1.busy }
  }

  private func total(_ observation: Observation) -> QueueTally {
    observation.queues.reduce(into: QueueTally()) { $0 += $1 }
  }

  @Test("An email that comes at night is answered in the morning, on the clock of opening hours")
  func emailSurvivesTheNight() throws {
    var center = oneQueue(
      medium: .email, perHour: 5, talk: .constant(try Constant(mean: 60)), agents: 1, within: 7200,
      days: 3, warmUpDays: 1)
    center.channels[0].hours = WeeklyHours(ranges: Array(repeating: [28_800..<57_600], count: 7))
    center.channels[0].target = Target(serviceLevel: 0.9, within: 7200, clock: .opening)
    let heads = (0..<24).map { (8..<16).contains($0) ? 1.0 : 0.0 }
    center.teams[0].agents = Array(repeating: heads, count: 4)
    let observation = try Simulation(center).run(seed: 3, replication: 0)
    // About 80 mails of a minute wait at eight; 120 would have to for one to miss ten o'clock, two
    // opening hours later, which a Poisson number does once in 50,000 nights.
    #expect(total(observation).onTime == total(observation).due)
    // Due is what came before the last two opening hours of the last day; the rest is due later
    // than the simulation lasts.
    let isLate = (0..<72).map { $0 >= 48 + 14 }
    for (row, isLate) in zip(observation.queues, isLate) {
      #expect(row.due == (isLate ? 0 : row.offered))
    }

    // On the wall clock every mail of the evening and the night is late, those that come when the
    // morning's backlog is gone are not.
    center.channels[0].target?.clock = .wall
    let wall = try Simulation(center).run(seed: 3, replication: 0)
    for (hour, row) in wall.queues.enumerated() {
      switch hour % 24 {
      case 16..<24, 0..<6: #expect(row.onTime == 0)
      case 11..<14: #expect(row.onTime == row.due && row.due == row.offered)
      default: break
      }
    }
    #expect(wall.queues.map(\.offered) == observation.queues.map(\.offered))
    #expect((0..<3).allSatisfy { wall.queues[$0 * 24].due > 0 })
  }

  @Test("A redial that finds the channel closed comes in the first hour of the next opening")
  func redialWaitsForOpening() throws {
    var center = oneQueue(
      perHour: 500, talk: .constant(try Constant(mean: 300)), agents: 1,
      patience: .constant(try Constant(mean: 10)), days: 2, warmUpDays: 0)
    center.channels[0].hours = WeeklyHours(ranges: Array(repeating: [36_000..<39_600], count: 7))
    center.channels[0].redial = Redial(
      share: 1, after: .constant(try Constant(mean: 3600)), attempts: 2)
    let observation = try Simulation(center).run(seed: 4, replication: 0)
    let redials = observation.queues.map(\.redials)
    // Every redial falls an hour later, when it is closed: none on the first day, all on the
    // second, in the hour of opening.
    #expect(redials[..<24].allSatisfy { $0 == 0 })
    #expect(redials[34] > 400)
    #expect(redials.reduce(0, +) == redials[34])
    #expect(observation.queues[10].closed == 0)
    // The others tried while it was closed and, with no fallback, were lost.
    #expect(observation.queues.reduce(0) { $0 + $1.closed } > 20_000)
  }

  @Test("A closed door is in the books, and no contact to the customer who then takes the fallback")
  func closedDoor() throws {
    var center = oneQueue(
      perHour: 60, talk: .constant(try Constant(mean: 100)), agents: 50, days: 1, warmUpDays: 0)
    var chat = center.channels[0]
    chat.name = "chat"
    chat.medium = .chat
    chat.hours = WeeklyHours(ranges: Array(repeating: [], count: 7))
    center.channels.append(chat)
    center.demand[0].channels[0].share = Graded(0)
    center.demand[0].channels.append(
      ClassChannel(
        channel: "chat", share: Graded(1), talkTime: .constant(try Constant(mean: 100))))
    center.teams[0].skills.append(Skill(channel: "chat"))
    center.fallbackChannel = "voice"
    center.customerHistory = .siloed
    center.repeatInformationTime = 1000
    let observation = try Simulation(center).run(seed: 1, replication: 0)
    let total = observation.queues.reduce(into: QueueTally()) { $0 += $1 }
    #expect(total.closed > 1000 && total.entered == 2 * total.closed)
    #expect(observation.issues[0].contacts == observation.issues[0].born)
    // Nobody has heard the story yet.
    #expect(total.repeatedInformation == 0)
    #expect(total.firstAttempts == total.offered)
  }
}
