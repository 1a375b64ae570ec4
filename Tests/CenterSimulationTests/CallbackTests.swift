import Center
import CenterSimulation
import OutputAnalysis
import Stochastics
import TestCenters
import Testing

@Suite("Callbacks")
struct CallbackTests {
  private func total(_ observation: Observation) -> QueueTally {
    observation.queues.reduce(into: QueueTally()) { $0 += $1 }
  }

  private func busy(_ center: Center, seed: UInt64 = 1) throws -> (QueueTally, TeamTally) {
    let observation = try Simulation(center).run(seed: seed, replication: 0)
    return (total(observation), observation.teams.reduce(into: TeamTally()) { $0 += $1 })
  }

  /// Five agents for 5.3 Erlangs in the busy hours, with impatient callers.
  private func center(_ callback: Callback?) throws -> Center {
    var center = oneQueue(
      perHour: 95, talk: .logNormal(try LogNormal(mean: 180, cv: 1)), agents: 5,
      patience: .exponential(try Exponential(mean: 60)), days: 4)
    center.channels[0].callback = callback
    return center
  }

  private let atOnce = Callback(offerAbove: 0, acceptance: 1, ring: 0)

  @Test("The place is kept: answered at once, callbacks wait as patient callers do, call by call")
  func placeIsKept() throws {
    let called = try Simulation(center(atOnce)).run(seed: 1, replication: 0)
    var patient = try center(nil)
    patient.channels[0].patience = nil
    let waited = try Simulation(patient).run(seed: 1, replication: 0)
    let (virtual, online) = (total(called), total(waited))
    #expect(virtual.callbacksAccepted == virtual.callbacksOffered)
    #expect(virtual.callbacksReached > 3000 && virtual.abandoned == 0)
    #expect(virtual.answered == online.answered && virtual.talk == online.talk)
    #expect(virtual.answeredWithin == online.answeredWithin && virtual.delayed == online.delayed)
    #expect(called.waits == waited.waits && called.longestWait == waited.longestWait)
    #expect(virtual.queueArea == online.queueArea)
    // To the offer, which comes at entry, nobody waited; to the answer all did.
    #expect(virtual.waitAnswered == 0)
    #expect(abs(virtual.wholeWaitAnswered - online.waitAnswered) < 1e-9 * online.waitAnswered)
  }

  @Test("The trunk is free while the customer waits at home")
  func trunkIsFreed() throws {
    // A sixth line for five agents: whoever must wait gives it back at once.
    var center = try center(atOnce)
    center.channels[0].trunks = 6
    #expect(try busy(center).0.blocked == 0)
    center.channels[0].callback?.acceptance = 0
    let (tally, _) = try busy(center)
    #expect(tally.callbacksOffered > 1000 && tally.callbacksAccepted == 0 && tally.blocked > 1000)
  }

  @Test("The prediction counts those ahead and agents present; the offer goes to who waits longer")
  func prediction() throws {
    // Everybody calls within the first hour, in which neither of the two agents becomes free.
    var center = oneQueue(
      perHour: 0, talk: .constant(try Constant(mean: 7200)), agents: 2,
      wrapUp: .constant(try Constant(mean: 200)), days: 1, warmUpDays: 0)
    center.demand[0].expectedIssues[0][0] = 300
    // The n-th in line is told n × 7,400 s ÷ 2: the tenth just not too much.
    center.channels[0].callback = Callback(offerAbove: 37_000, acceptance: 0)
    let (tally, _) = try busy(center)
    #expect(tally.offered > 200)
    #expect(tally.callbacksOffered == tally.offered - 2 - 10)
    // Four agents halve the wait.
    center.teams[0].agents = everyInterval(4, of: center.calendar)
    #expect(try busy(center).0.callbacksOffered == tally.offered - 4 - 20)
  }

  @Test("Whoever is not reached is tried again, and in the end has abandoned")
  func tries() throws {
    let callback = Callback(
      offerAbove: 0, acceptance: 1, ring: 15, reach: 0.4, retryAfter: 600, tries: 3)
    var center = try center(callback)
    center.teams[0].agents = everyInterval(6, of: center.calendar)
    center.calendar.followUpDays = 1
    center.demand[0].expectedIssues = everyInterval(95, of: center.calendar)
    center.teams[0].agents = everyInterval(6, of: center.calendar)
    let (tally, team) = try busy(center)
    let ended = tally.callbacksReached + tally.abandoned
    #expect(ended > 2000 && tally.callbacksAccepted == ended)
    // 1 − 0.6³ of them are reached.
    let reach = 1 - 0.6 * 0.6 * 0.6
    #expect(
      abs(tally.callbacksReached / ended - reach)
        < 5 * (reach * (1 - reach) / ended).squareRoot())
    // Nobody is given up before three rings and two pauses.
    #expect(tally.waitAbandoned > tally.abandoned * (3 * 15 + 2 * 600))
    // Agents talk, and ring 15 s at a time: 1 + 0.6 + 0.36 tries for each callback.
    let rings = (team.busy - tally.talk) / 15
    #expect(abs(rings / ended - 1.96) < 0.1)
    #expect(tally.booksBalance)
  }

  @Test("At the end, who is dialed or waits for the next try still waits")
  func atTheEnd() throws {
    let callback = Callback(
      offerAbove: 0, acceptance: 1, ring: 60, reach: 0.1, retryAfter: 7200, tries: 20)
    let simulation = try Simulation(center(callback))
    let observation = try simulation.run(seed: 3, replication: 0)
    let tally = total(observation)
    let backlog = observation.queues[observation.queues.count - 1].backlogEnd
    let waiting = observation.waits[(2 * simulation.waitBins.count)...].reduce(0, +)
    #expect(backlog > 100 && Double(waiting) == backlog)
    #expect(tally.booksBalance && tally.waitingEnd > 100)
  }

  @Test("Minutes are paid for while the customer is on the line, before the offer and after")
  func cost() throws {
    var center = try center(atOnce)
    center.channels[0].cost = ChannelCost(perContact: 0, perMinute: 60)
    center.channels[0].wrapUp = nil
    center.calendar.followUpDays = 1
    center.demand[0].expectedIssues = everyInterval(95, of: center.calendar)
    center.teams[0].agents = everyInterval(5, of: center.calendar)
    let (tally, _) = try busy(center)
    // Nothing waits on the line: the seconds paid for are those of talk.
    #expect(tally.answered == tally.offered)
    #expect(abs(tally.cost - tally.talk) < 1e-6 * tally.talk)
  }

  @Test("A closing channel that drops its queue breaks its promises, and books them as abandoned")
  func closing() throws {
    var center = try center(
      Callback(offerAbove: 0, acceptance: 1, reach: 0.3, retryAfter: 1800, tries: 9))
    center.channels[0].hours = WeeklyHours(ranges: Array(repeating: [28_800..<43_200], count: 7))
    center.channels[0].atClose = .drop
    let (tally, _) = try busy(center)
    #expect(tally.callbacksAccepted > 300 && tally.waitingEnd == 0)
    #expect(tally.callbacksAccepted == tally.callbacksReached + tally.abandoned)
  }

  @Test("Callbacks overflow to a team that opens after a wait, on the first try and on later ones")
  func overflow() throws {
    var center = try center(
      Callback(offerAbove: 0, acceptance: 1, ring: 10, reach: 0.5, retryAfter: 400, tries: 50))
    var second = center.teams[0]
    second.name = "second"
    second.skills[0].after = 600
    center.teams.append(second)
    let observation = try Simulation(center).run(seed: 5, replication: 0)
    let tally = total(observation)
    #expect(tally.callbacksReached > 2000 && tally.booksBalance)
    // Both teams together have plenty of time; alone the first would never be done.
    let handled = (0..<2).map { team in
      stride(from: team, to: observation.teams.count, by: 2)
        .reduce(0) { $0 + observation.teams[$1].handled }
    }
    #expect(handled.allSatisfy { $0 > 100 })
    #expect(observation.longestWait[0] < 6 * 3600)
  }

  @Test("Only voice calls back, with shares that are shares")
  func refused() throws {
    var center = oneQueue(
      medium: .chat, perHour: 1, talk: .constant(try Constant(mean: 1)), agents: 1)
    center.channels[0].callback = atOnce
    #expect(center.problems().map(\.path) == [["channels", "chat", "callback"]])
    center = try self.center(Callback(offerAbove: 60, acceptance: 2, retryAfter: 0, tries: 0))
    #expect(
      center.problems().map { $0.path.last } == ["acceptance", "tries", "retryAfter"])
  }
}
