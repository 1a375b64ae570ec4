import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Media")
struct MediaTests {
  @Test("A trunk is held to the end of talk, not through the wrap-up")
  func trunksAreFreeInWrapUp() throws {
    let center = oneQueue(
      perHour: 60, talk: .constant(try Constant(mean: 30)), agents: 50, trunks: 1,
      wrapUp: .constant(try Constant(mean: 1000)), days: 20)
    let observation = try Simulation(center).run(seed: 1, replication: 0)
    let total = observation.queues.reduce(into: QueueTally()) { $0 += $1 }
    // One line at half an Erlang blocks a third (Erlang B); about 28,800 calls, five standard
    // errors below 0.03 with the correlation of blocked neighbours.
    #expect(abs(total.blocked / total.entered - 1.0 / 3) < 0.03)
  }

  @Test("Two chats side by side at a rate of one take twice as long")
  func chatsShareTheAgent() throws {
    // Throughput 1 at any number: processor sharing, in which the agent is as busy as with one.
    var center = oneQueue(
      medium: .chat, perHour: 18, talk: .constant(try Constant(mean: 100)), agents: 1,
      concurrency: Concurrency(limit: 64, throughput: Array(repeating: 1, count: 64)), days: 60)
    let shared = try Simulation(center).run(seed: 2, replication: 0)
    center.channels[0].concurrency = .single
    let single = try Simulation(center).run(seed: 2, replication: 0)
    let (left, right) = (busy(shared), busy(single))
    // The same work in the same busy periods: work conserved, hence equal to rounding, but for a
    // period that runs over the edge of counted time.
    #expect(abs(left - right) < 1e-6 * right + 500)
    let queue = shared.queues.reduce(into: QueueTally()) { $0 += $1 }
    #expect(queue.waitAnswered == 0)
    // M/D/1 by processor sharing: mean session = E[S] ÷ (1 − a) at a = 0.5.
    #expect(abs(queue.session / queue.answered - 200) < 12)
  }

  private func busy(_ observation: Observation) -> Double {
    observation.teams.reduce(0) { $0 + $1.busy }
  }

  @Test("An email that comes at night is answered in the morning, on the clock of opening hours")
  func emailSurvivesTheNight() throws {
    var center = oneQueue(
      medium: .email, perHour: 6, talk: .constant(try Constant(mean: 60)), agents: 1, within: 7200,
      days: 3, warmUpDays: 1)
    center.channels[0].hours = WeeklyHours(ranges: Array(repeating: [28_800..<57_600], count: 7))
    center.channels[0].target = Target(serviceLevel: 0.9, within: 7200, clock: .opening)
    let heads = (0..<24).map { (8..<16).contains($0) ? 1.0 : 0.0 }
    center.teams[0].agents = Array(repeating: heads, count: 4)
    let observation = try Simulation(center).run(seed: 3, replication: 0)
    let total = observation.queues.reduce(into: QueueTally()) { $0 += $1 }
    // 96 mails of a minute wait at eight; all are answered by ten, two opening hours later.
    #expect(total.due > 300 && total.onTime == total.due)
    #expect(total.due < total.offered)

    // On the wall clock those of the night are late.
    center.channels[0].target?.clock = .wall
    let wall = try Simulation(center).run(seed: 3, replication: 0)
    let late = wall.queues.reduce(into: QueueTally()) { $0 += $1 }
    #expect(late.onTime < 0.6 * late.due)
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
