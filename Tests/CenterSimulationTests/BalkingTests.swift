import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Balking")
struct BalkingTests {
  private func total(_ center: Center, seed: UInt64 = 1) throws -> QueueTally {
    try Simulation(center).run(seed: seed, replication: 0).queues
      .reduce(into: QueueTally()) { $0 += $1 }
  }

  @Test("Where everybody balks nobody waits: the loss system of as many trunks, call by call")
  func lossSystem() throws {
    var center = oneQueue(
      perHour: 100, talk: .logNormal(try LogNormal(mean: 180, cv: 1)), agents: 5)
    center.channels[0].trunks = 5
    let lost = try total(center)
    center.channels[0].trunks = nil
    center.channels[0].balks = 1
    let balked = try total(center)
    #expect(lost.blocked > 500)
    #expect(balked.balked == lost.blocked && balked.balked == balked.abandoned)
    #expect(balked.answered == lost.answered && balked.talk == lost.talk)
    #expect(balked.waitAnswered == 0 && balked.waitAbandoned == 0 && balked.queueArea == 0)
    // Leaving at once is leaving in time, and a short abandonment.
    #expect(balked.abandonedWithin == balked.balked && balked.abandonedShort == balked.balked)
  }

  @Test("Of those who would have to wait the written share leaves, and nobody else")
  func share() throws {
    // One agent who is never free again: everybody but the first would have to wait.
    var center = oneQueue(
      perHour: 100, talk: .constant(try Constant(mean: 1e7)), agents: 1, days: 3, warmUpDays: 0)
    center.channels[0].balks = 0.3
    let tally = try total(center)
    // 7,200 calls: five standard errors of a share of 0.3.
    #expect(abs(tally.balked / (tally.offered - 1) - 0.3) < 5 * (0.21 / tally.offered).squareRoot())
    #expect(tally.waitingEnd == tally.offered - tally.balked - 1)
    #expect(tally.booksBalance)
  }

  @Test("Who balks may dial again")
  func redials() throws {
    var center = oneQueue(
      perHour: 100, talk: .constant(try Constant(mean: 1e7)), agents: 1, days: 2, warmUpDays: 0)
    center.channels[0].balks = 1
    center.channels[0].redial = Redial(
      share: 1, after: .constant(try Constant(mean: 60)), attempts: 3)
    let observation = try Simulation(center).run(seed: 2, replication: 0)
    let tally = observation.queues.reduce(into: QueueTally()) { $0 += $1 }
    // All but the one in service call three times; those of the last two minutes have not yet.
    #expect(abs(tally.redials - 2 * (observation.issues[0].born - 1)) < 20)
    #expect(tally.balked == tally.offered - 1)
  }

  @Test("Only those who wait online can balk")
  func refused() throws {
    var center = oneQueue(
      medium: .email, perHour: 1, talk: .constant(try Constant(mean: 1)), agents: 1)
    center.channels[0].balks = 0.1
    #expect(center.problems().map(\.path) == [["channels", "email", "balks"]])
    center = oneQueue(perHour: 1, talk: .constant(try Constant(mean: 1)), agents: 1)
    center.channels[0].balks = 1.5
    #expect(center.problems().map(\.path) == [["channels", "voice", "balks"]])
  }
}
