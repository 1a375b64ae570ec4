import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Forums")
struct ForumTests {
  private func total(_ observation: Observation) -> QueueTally {
    observation.queues.reduce(into: QueueTally()) { $0 += $1 }
  }

  private func constant(_ seconds: Double) throws -> Distribution {
    .constant(try Constant(mean: seconds))
  }

  private func center(_ peers: PeerAnswers?, agents: Int = 3, days: Int = 3) throws -> Center {
    var center = oneQueue(
      medium: .forum, perHour: 30, talk: .exponential(try Exponential(mean: 240)), agents: agents,
      within: 7200, days: days)
    center.channels[0].peerAnswers = peers
    return center
  }

  private func run(_ center: Center) throws -> Observation {
    try Simulation(center).run(seed: 21, replication: 0)
  }

  @Test("What nobody else answers comes to staff later, and is served as if it had come then")
  func staffAfter() throws {
    var center = try center(nil)
    center.demand[0].arrivals = .exact
    let social = try run(center)
    center.channels[0].peerAnswers = PeerAnswers(
      share: 0, after: try constant(60), staffAfter: 3 * 3600)
    let late = try run(center)
    // Three hours later is three rows further on; the first rows hold what came before midnight.
    for hour in 3..<social.queues.count {
      let (plain, shifted) = (social.queues[hour - 3], late.queues[hour])
      #expect(shifted.offered == plain.offered)
      #expect(shifted.entered == plain.entered + shifted.inSelfServiceEnd)
      #expect(shifted.contained == 0)
    }
    // Staff may have been busy at the first counted midnight.
    for hour in 12..<60 {
      let (plain, shifted) = (social.queues[hour - 3], late.queues[hour])
      #expect(abs(shifted.talk - plain.talk) < 1e-6)
      #expect(abs(shifted.waitAnswered - plain.waitAnswered) < 1e-3)
    }
    #expect(total(late).inSelfServiceEnd == 90)
  }

  @Test("Whoever is quicker answers: other customers in time, or staff")
  func quicker() throws {
    for (answered, after) in [(true, 3600.0), (false, 3601.0)] {
      let peers = PeerAnswers(share: 1, after: try constant(after), staffAfter: 3600)
      let tally = total(try run(center(peers)))
      #expect(tally.entered > 2000 && tally.inSelfServiceEnd > 10)
      #expect(tally.peerAnswered == tally.contained)
      #expect(answered ? tally.offered == 0 : tally.contained == 0)
    }
  }

  @Test("Every post is in the books: with other customers, with staff, or still left to either")
  func books() throws {
    let peers = PeerAnswers(
      share: 0.6, after: .exponential(try Exponential(mean: 5000)), staffAfter: 6000,
      trueResolution: 0.7)
    var center = try center(peers, agents: 1)
    center.demand[0].repeatContactAfter = .exponential(try Exponential(mean: 20_000))
    let observation = try run(center)
    let tally = total(observation)
    #expect(observation.queues.allSatisfy { $0.booksBalance })
    #expect(tally.contained > 500 && tally.peerAnswered == tally.contained)
    #expect(tally.offered > 500 && tally.waitingEnd > 0 && tally.inSelfServiceEnd > 10)
    #expect(tally.repeats > 100)
    let issues = observation.issues[0]
    #expect(issues.deflected > 300 && issues.resolved > 1000)
  }

  @Test("Answers that resolve nothing bring every post back")
  func falseAnswers() throws {
    let peers = PeerAnswers(
      share: 1, after: try constant(60), staffAfter: 600, trueResolution: 0)
    let observation = try run(center(peers))
    #expect(observation.issues[0].resolved == 0)
    #expect(observation.issues[0].lost > 2000)
  }

  @Test("Only in a forum do customers answer each other, in shares and times that are some")
  func refused() throws {
    let peers = PeerAnswers(
      share: 2, after: try constant(60), staffAfter: -1, trueResolution: -0.1)
    #expect(
      try center(peers).problems().map { $0.path.last } == [
        "share", "trueResolution", "staffAfter",
      ])
    var email = oneQueue(medium: .email, perHour: 1, talk: try constant(1), agents: 1)
    email.channels[0].peerAnswers = PeerAnswers(
      share: 0.5, after: try constant(60), staffAfter: 60)
    #expect(email.problems().map(\.path) == [["channels", "email", "peerAnswers"]])
  }
}
