import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Transfers")
struct TransferTests {
  /// Calls of 100 s to plenty of agents, who pass a share on to a team of experts.
  private func tiers(_ transfer: Transfer) throws -> Center {
    var center = oneQueue(
      perHour: 30, talk: .constant(try Constant(mean: 100)), agents: 40,
      wrapUp: .constant(try Constant(mean: 10)), days: 4)
    var experts = center.teams[0]
    experts.name = "experts"
    experts.skills = [Skill(channel: "voice", rank: 2)]
    center.teams.append(experts)
    center.demand[0].transfer = transfer
    return center
  }

  private func run(_ center: Center) throws -> (QueueTally, [TeamTally], Observation) {
    let observation = try Simulation(center).run(seed: 41, replication: 0)
    let teams = (0..<center.teams.count).map { team in
      stride(from: team, to: observation.teams.count, by: center.teams.count)
        .reduce(into: TeamTally()) { $0 += observation.teams[$1] }
    }
    #expect(observation.queues.allSatisfy { $0.booksBalance })
    return (observation.queues.reduce(into: QueueTally()) { $0 += $1 }, teams, observation)
  }

  @Test("A contact passed on is another queue entry and service, and no other contact")
  func books() throws {
    let (total, teams, observation) = try run(
      tiers(Transfer(share: Graded(1), team: "experts")))
    // Everybody is passed on once; the last calls are still with the first agent.
    #expect(total.entered > 2500)
    #expect(total.entered - total.transferredIn <= 5 && total.transferredIn <= total.entered)
    #expect(total.offered == total.entered + total.transferredIn)
    #expect(abs(teams[0].handled - teams[1].handled) <= 5)
    #expect(observation.issues[0].contacts == observation.issues[0].born)
    #expect(observation.issues[0].resolvedAtFirstContact == observation.issues[0].resolved)
    // Both teams work on every contact for its talk and wrap-up, to within the contacts at the edges.
    #expect(abs(teams[0].busy - teams[0].handled * 110) < 10 * 110)
    #expect(abs(teams[1].busy - teams[1].handled * 110) < 10 * 110)
  }

  @Test("Hard contacts are passed on, easy ones are not")
  func difficulty() throws {
    var center = try tiers(
      Transfer(share: Graded(easy: 0, hard: 1), team: "experts"))
    center.demand[0].resolutionRate = Graded(easy: 1, hard: 0)
    let (total, _, observation) = try run(center)
    // A share d of those of difficulty d: half of all; five standard errors of 2,900.
    let share = total.transferredIn / total.entered
    #expect(abs(share - 0.5) < 5 * (0.25 / total.entered).squareRoot())
    // Both kinds are resolved in the end with probability 1 − d, a half.
    let issues = observation.issues[0]
    #expect(abs(issues.resolved / issues.born - 0.5) < 5 * (0.25 / issues.born).squareRoot())
  }

  @Test("Talk in the queue of another class goes with difficulty as the issue's own class says")
  func difficultyOfAnotherClass() throws {
    var center = try tiers(Transfer(share: Graded(easy: 0, hard: 1), demandClass: "hard"))
    var hard = center.demand[0]
    hard.name = "hard"
    hard.expectedIssues = everyInterval(0, of: center.calendar)
    hard.transfer = nil
    hard.channels[0].talkTime = .exponential(try Exponential(mean: 600))
    center.demand[0].difficultyCorrelation = 1
    center.demand.append(hard)
    center.teams[0].skills = [Skill(channel: "voice", demandClass: "calls")]
    center.teams[1].skills = [Skill(channel: "voice", demandClass: "hard")]
    let (_, _, observation) = try run(center)
    let experts = stride(from: 1, to: observation.queues.count, by: 2)
      .reduce(into: QueueTally()) { $0 += observation.queues[$1] }
    // At difficulty d, of which there are 2d among those passed on, −600·ln(1 − d): moments 3/2 and
    // 7/2 of 600 and its square.
    let mean = experts.talk / experts.answered
    #expect(abs(mean - 900) < 5 * 600 * (1.25 / experts.answered).squareRoot())
  }

  @Test("Warm: both agents are with the customer, and the first waits for the second")
  func warm() throws {
    let warm = Transfer(share: Graded(1), team: "experts", isWarm: true, handOver: 30)
    var center = try tiers(warm)
    center.channels[0].patience = .constant(try Constant(mean: 3600))
    let (total, teams, _) = try run(center)
    #expect(abs(teams[0].busy - teams[0].handled * 140) < 10 * 140)
    #expect(abs(teams[1].busy - teams[1].handled * 140) < 10 * 140)
    #expect(abs(total.repeatedInformation - total.answered * 30) <= 10 * 30)

    // One expert for 4,200 s of work an hour: the first agents wait with their customers until the
    // patience of 60 s ends, and both are released.
    center.teams[1].agents = everyInterval(1, of: center.calendar)
    center.channels[0].patience = .constant(try Constant(mean: 60))
    let (short, crowded, _) = try run(center)
    #expect(short.abandoned > 200)
    let waited = short.waitAnswered + short.waitAbandoned
    let held = crowded[0].handled * 110 + 30 * crowded[1].handled + waited
    #expect(abs(crowded[0].busy - held) < 10 * 200)
  }

  /// Calls at all hours, all of which are passed on to experts with a queue of their own, who come
  /// by the hour. Nobody loses patience.
  private func expertsByHour(
    perHour: Double, isWarm: Bool, experts: (Int) -> Double
  ) throws -> Center {
    var center = try tiers(Transfer(share: Graded(1), demandClass: "hard", isWarm: isWarm))
    center.demand[0].expectedIssues = everyInterval(perHour, of: center.calendar)
    var hard = center.demand[0]
    hard.name = "hard"
    hard.expectedIssues = everyInterval(0, of: center.calendar)
    hard.transfer = nil
    center.demand.append(hard)
    center.teams[0].skills = [Skill(channel: "voice", demandClass: "calls")]
    center.teams[1].skills = [Skill(channel: "voice", demandClass: "hard")]
    center.teams[1].agents = center.teams[1].agents.map { $0.indices.map(experts) }
    return center
  }

  @Test("A team that has gone home takes nothing: the talk ends there, and nobody is held")
  func nobodyThere() throws {
    for isWarm in [false, true] {
      let center = try expertsByHour(perHour: 30, isWarm: isWarm) {
        (8..<16).contains($0) ? 40 : 0
      }
      let (total, teams, observation) = try run(center)
      let passedOn = { (hour: Int) in observation.queues[hour * 2 + 1].transferredIn }
      #expect(abs(teams[0].busy - teams[0].handled * 110) < 10 * 110)
      for day in 0..<4 {
        #expect((16..<24).allSatisfy { passedOn(day * 24 + $0) == 0 })
        #expect(passedOn(day * 24 + 12) > 10)
      }
      #expect(total.waitAnswered == 0 && total.waitingEnd == 0)
      // What nobody took is not resolved; the experts resolve all that they get.
      #expect(observation.issues[0].resolved == total.transferredIn)
      #expect(observation.issues[0].lost > 1000)
    }
  }

  @Test("Who goes home first takes the customers with whom a colleague waits")
  func leavingTakesThoseHandedOver() throws {
    // One expert for two hours, with too much to do: at noon some wait with colleagues.
    let center = try expertsByHour(perHour: 40, isWarm: true) { (10..<12).contains($0) ? 1 : 0 }
    let (total, teams, observation) = try run(center)
    #expect(total.abandoned == 0 && total.waitAnswered > 3600)
    #expect(teams[1].overtime > 1000)
    for day in 0..<4 {
      let noon = day * 24 + 12
      #expect(observation.queues[noon * 2 + 1].transferredIn == 0)
      #expect(observation.queues[(noon - 1) * 2 + 1].transferredIn > 20)
      // All have been served two hours later, and nobody is held any more.
      #expect(observation.teams[(noon + 2) * 2 + 1].present == 0)
      #expect(observation.teams[(noon + 3) * 2].busy < 80 * 110)
    }
  }

  @Test("From a call to email: the customer hangs up, and the mail is due in its own time")
  func toDeferred() throws {
    var center = try tiers(Transfer(share: Graded(1), channel: "email", demandClass: "back office"))
    center.channels[0].trunks = 40
    center.channels.append(
      Channel(name: "email", medium: .email, target: Target(serviceLevel: 0.9, within: 3600)))
    center.demand.append(
      DemandClass(
        name: "back office", expectedIssues: everyInterval(0, of: center.calendar),
        channels: [
          ClassChannel(
            channel: "email", share: Graded(1), talkTime: .constant(try Constant(mean: 300)))
        ]))
    center.demand[0].repeatContactAfter = .constant(try Constant(mean: 7200))
    center.teams[1].skills = [Skill(channel: "email")]
    let (total, teams, observation) = try run(center)
    #expect(total.transferredIn > 2500)
    #expect(total.due > 2500 && total.onTime == total.due)
    #expect(total.blocked == 0)
    #expect(abs(teams[1].busy - teams[1].handled * 300) < 10 * 300)
    #expect(observation.issues[1].born == 0)

    // What the mail does not resolve comes back as a call.
    center.demand[1].resolutionRate = Graded(0.5)
    let (repeated, _, later) = try run(center)
    #expect(repeated.repeats > 1000)
    #expect(later.issues[0].channelSwitches == 0)
  }

  @Test("Transfers that lead nowhere, around, or to a wait for each other are refused")
  func problems() throws {
    func kinds(_ transfer: Transfer, _ change: (inout Center) throws -> Void = { _ in }) throws
      -> [String]
    {
      var center = try tiers(transfer)
      try change(&center)
      return center.problems().map { $0.path.joined(separator: ".") }
    }
    let key = "demand.calls.transfer"
    #expect(try kinds(Transfer(share: Graded(0.1), team: "experts")).isEmpty)
    #expect(try kinds(Transfer(share: Graded(0.1))) == [key])
    #expect(try kinds(Transfer(share: Graded(0.1), channel: "vioce")) == [key + ".to"])
    #expect(try kinds(Transfer(share: Graded(0.1), demandClass: "call")) == [key + ".to"])
    #expect(try kinds(Transfer(share: Graded(0.1), team: "expert")) == [key + ".team"])
    #expect(try kinds(Transfer(share: Graded(1.1), team: "experts")) == [key + ".share"])
    #expect(
      try kinds(Transfer(share: Graded(0.1), team: "experts", handOver: 5)) == [key + ".handOver"])
    let warm = Transfer(share: Graded(0.1), team: "experts", isWarm: true)
    // Experts take first calls as well, and pass them on to experts.
    #expect(try kinds(warm) == [key + ".kind"])
    #expect(
      try kinds(warm) { $0.channels[0].patience = .constant(try Constant(mean: 60)) }.isEmpty)
    // Two classes that pass to each other.
    #expect(
      try kinds(Transfer(share: Graded(0.1), demandClass: "other")) {
        var other = $0.demand[0]
        other.name = "other"
        other.transfer?.demandClass = "calls"
        $0.demand.append(other)
      } == [key])
  }
}
