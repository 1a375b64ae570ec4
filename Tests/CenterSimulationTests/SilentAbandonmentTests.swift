import Center
import CenterSimulation
import OutputAnalysis
import Stochastics
import TestCenters
import Testing

@Suite("Silent abandonment")
struct SilentAbandonmentTests {
  private func total(_ observation: Observation) -> QueueTally {
    observation.queues.reduce(into: QueueTally()) { $0 += $1 }
  }

  /// Four agents who work on silent contacts as long as on others.
  private func shadowed(patience: Double, trunks: Int? = nil) throws -> Center {
    var center = oneQueue(
      perHour: 70, talk: .constant(try Constant(mean: 200)), agents: 4, within: patience,
      patience: .constant(try Constant(mean: patience)), trunks: trunks, days: 4)
    center.channels[0].silentAbandonment = SilentAbandonment(
      share: 1, detectAfter: .constant(try Constant(mean: 200)))
    return center
  }

  @Test("Contacts that cost as much as talk hold up the queue as if everybody had stayed")
  func asIfStayed() throws {
    let patience = 150.0
    let observation = try Simulation(shadowed(patience: patience)).run(seed: 1, replication: 0)
    let silent = total(observation)
    var center = try shadowed(patience: patience)
    center.channels[0].patience = nil
    center.channels[0].silentAbandonment = nil
    let stayed = try Simulation(center).run(seed: 1, replication: 0)
    let all = total(stayed)

    // Call by call: answered is whoever would not have waited longer than the patience.
    #expect(silent.answered == all.answeredWithin)
    #expect(silent.abandoned > 500 && silent.silentAbandoned == silent.abandoned)
    #expect(abs(silent.waitAbandoned - patience * silent.abandoned) < 1e-3)
    // Agents are as busy, to the rounding of sums.
    let (left, right) = (busy(observation), busy(stayed))
    #expect(abs(left - right) < 1e-9 * right)
    // Who has gone does not wait: the area under the queue is that of customers.
    #expect(silent.queueArea < all.queueArea)
    #expect(silent.booksBalance)
  }

  private func busy(_ observation: Observation) -> Double {
    observation.teams.reduce(0) { $0 + $1.busy }
  }

  @Test("The line keeps its trunk until the agent notices")
  func keepsTrunk() throws {
    // Trunks in both centers: as many contacts find none free when nobody's leaving is seen.
    var center = try shadowed(patience: 100, trunks: 8)
    let silent = total(try Simulation(center).run(seed: 2, replication: 0))
    center.channels[0].patience = nil
    center.channels[0].silentAbandonment = nil
    let stayed = total(try Simulation(center).run(seed: 2, replication: 0))
    #expect(stayed.blocked > 200)
    #expect(silent.blocked == stayed.blocked)
  }

  @Test("A share of those out of patience leaves silently; their issues go on like all others")
  func share() throws {
    var center = try shadowed(patience: 60)
    center.channels[0].silentAbandonment?.share = 0.4
    center.channels[0].redial = Redial(
      share: 1, after: .constant(try Constant(mean: 900)), attempts: 2)
    let observation = try Simulation(center).run(seed: 3, replication: 0)
    let tally = total(observation)
    #expect(tally.abandoned > 2000)
    #expect(
      abs(tally.silentAbandoned / tally.abandoned - 0.4)
        < 5 * (0.24 / tally.abandoned).squareRoot())
    #expect(tally.redials > 0 && observation.issues[0].booksBalance)
  }

  @Test("A closing channel that drops its queue forgets the silent contacts too")
  func closing() throws {
    var center = try shadowed(patience: 60)
    center.channels[0].hours = WeeklyHours(ranges: Array(repeating: [28_800..<36_000], count: 7))
    center.channels[0].atClose = .drop
    center.channels[0].cost = ChannelCost(perContact: 1)
    let tally = total(try Simulation(center).run(seed: 4, replication: 0))
    #expect(tally.silentAbandoned > 100 && tally.waitingEnd == 0)
    // Each contact is paid for once, whenever its line was freed.
    #expect(tally.cost == tally.offered)
  }

  @Test("Silent contacts still in line at the end have cost what their channel costs")
  func atTheEnd() throws {
    var center = try shadowed(patience: 60)
    center.teams[0].agents = everyInterval(1, of: center.calendar)
    center.channels[0].cost = ChannelCost(perContact: 1)
    let simulation = try Simulation(center)
    let (observation, contacts) = try simulation.trace(seed: 4, replication: 0)
    let tally = total(observation)
    // Everybody leaves silently; whoever talks or waits when all ends has not been paid for.
    let open = contacts.count {
      $0.isCounted && ($0.outcome == .inService || $0.outcome == .waiting)
    }
    #expect(tally.silentAbandoned > 1000)
    #expect(tally.cost == tally.offered - Double(open))
  }

  @Test("Chats whose customer has gone take a place beside the others")
  func chats() throws {
    var center = oneQueue(
      medium: .chat, perHour: 120, talk: .exponential(try Exponential(mean: 200)), agents: 3,
      patience: .exponential(try Exponential(mean: 60)),
      concurrency: Concurrency(limit: 2, throughput: [1, 1.5]))
    center.channels[0].silentAbandonment = SilentAbandonment(
      share: 0.5, detectAfter: .exponential(try Exponential(mean: 60)))
    let simulation = try Simulation(center)
    let observation = try simulation.run(seed: 5, replication: 0)
    let tally = total(observation)
    #expect(tally.silentAbandoned > 200 && tally.booksBalance)
    // Whoever has gone is in no backlog.
    let waiting = observation.waits[(2 * simulation.waitBins.count)...].reduce(0, +)
    #expect(Double(waiting) == observation.queues[observation.queues.count - 1].backlogEnd)
  }

  @Test("It needs a patience that can end")
  func refused() throws {
    var center = try shadowed(patience: 60)
    center.channels[0].patience = nil
    #expect(center.problems().map(\.path) == [["channels", "voice", "silentAbandonment"]])
    center = try shadowed(patience: 60)
    center.channels[0].silentAbandonment?.share = -0.1
    #expect(center.problems().map(\.path) == [["channels", "voice", "silentAbandonment", "share"]])
  }
}
