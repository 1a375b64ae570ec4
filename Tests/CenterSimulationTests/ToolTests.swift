import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Self-service that does more than contain")
struct ToolTests {
  private func total(_ observation: Observation) -> QueueTally {
    observation.queues.reduce(into: QueueTally()) { $0 += $1 }
  }

  private func center(_ tools: [SelfServiceTool]) throws -> Center {
    var center = oneQueue(
      perHour: 100, talk: .constant(try Constant(mean: 200)), agents: 5,
      patience: .constant(try Constant(mean: 100)))
    center.selfService = tools
    return center
  }

  private func tool(_ name: String, containment: Double, time: Double = 0) throws
    -> SelfServiceTool
  {
    SelfServiceTool(
      name: name, stage: .onChannels(["voice"]), time: .constant(try Constant(mean: time)),
      containment: [containment], easyContactBias: 1)
  }

  @Test(
    "Two tools compete for the same easy issues: together they contain what the better one does")
  func competing() throws {
    let (weak, strong) = (try tool("ivr", containment: 0.3), try tool("bot", containment: 0.5))
    let alone = try Simulation(center([strong])).run(seed: 1, replication: 0)
    let both = try Simulation(center([weak, strong])).run(seed: 1, replication: 0)
    // Issue by issue: contained is whoever is easier than the better tool's share.
    #expect(total(both).contained == total(alone).contained)
    #expect(total(both).offered == total(alone).offered)
    #expect(total(both).talk == total(alone).talk)
    // The second tool sees what the first left, and contains of it only the middling issues.
    let (first, second) = (both.tools[0], both.tools[1])
    #expect(second.sessions == first.sessions - first.contained)
    #expect(first.contained + second.contained == alone.tools[0].contained)
    // 0.2 ÷ 0.7 of what is left, within five standard errors of 3,300 sessions.
    #expect(
      abs(second.contained / second.sessions - 2.0 / 7)
        < 5 * (0.2041 / second.sessions).squareRoot())
    // In the other order the weaker tool finds nothing left to contain.
    let reversed = try Simulation(center([strong, weak])).run(seed: 1, replication: 0)
    #expect(reversed.tools[1].sessions > 1000 && reversed.tools[1].contained == 0)
    #expect(reversed.queues == alone.queues)
  }

  /// A call every 36 s, the first of a day 18 s after midnight, and sessions of 100 s: of any three
  /// calls in a row as many find a port as there are ports, and the fourth finds the first's free.
  @Test(
    "Ports serve as many of three calls as there are ports, and send the others away",
    arguments: [(1, 3200.0), (2, 1600), (3, 0), (nil, 0)])
  func ports(count: Int?, blocked: Double) throws {
    var ivr = try tool("ivr", containment: 0.5, time: 100)
    ivr.ports = count
    var center = try center([ivr])
    center.demand[0].arrivals = .exact
    // Two days of 2,400 calls: as many sessions reach over the first midnight as over the last,
    // those of the last three calls that found a port.
    let observation = try Simulation(center).run(seed: 7, replication: 0)
    let (tally, queue) = (observation.tools[0], total(observation))
    #expect(tally.blocked == blocked && tally.sessions == 4800 - blocked)
    #expect(queue.blocked == blocked && queue.inSelfServiceEnd == Double(count ?? 3))
    #expect(queue.entered == 4800 + queue.inSelfServiceEnd)
    // Whoever is sent away meets neither the tool nor an agent.
    #expect(queue.contained == tally.contained)
    #expect(queue.offered == tally.sessions - tally.contained)
  }

  @Test("Sessions are paid for one by one")
  func cost() throws {
    var bot = try tool("bot", containment: 0.5)
    bot.costPerSession = 0.25
    let tally = try Simulation(center([bot])).run(seed: 2, replication: 0).tools[0]
    #expect(tally.sessions > 2000 && tally.cost == 0.25 * tally.sessions)
  }

  @Test("Patience after self-service is the channel's times every tool's factor")
  func patienceFactor() throws {
    var (first, second) = (try tool("a", containment: 0), try tool("b", containment: 0))
    first.patienceFactor = 0.5
    second.patienceFactor = 0.5
    let shortened = try Simulation(center([first, second])).run(seed: 3, replication: 0)
    var plain = try center([])
    plain.channels[0].patience = .constant(try Constant(mean: 25))
    let observation = try Simulation(plain).run(seed: 3, replication: 0)
    #expect(total(observation).abandoned > 300)
    #expect(shortened.queues == observation.queues && shortened.waits == observation.waits)
  }

  @Test("Handle time saved shortens talk, and leaves what the issues ask for")
  func handleTimeSaved() throws {
    var bot = try tool("bot", containment: 0)
    bot.handleTimeSaved = 0.25
    let saved = total(try Simulation(center([bot])).run(seed: 4, replication: 0))
    var plain = try center([])
    plain.demand[0].channels[0].talkTime = .constant(try Constant(mean: 150))
    let shorter = total(try Simulation(plain).run(seed: 4, replication: 0))
    #expect(saved.talk == shorter.talk && saved.waitAnswered == shorter.waitAnswered)
    #expect(saved.talkDrawn == 200 * saved.answered && saved.talk == 150 * saved.answered)
    #expect(saved.talkDrawn == saved.talkExpected)
  }

  @Test("What a tool did for a contact is gone when the issue comes back")
  func effectsEnd() throws {
    var bot = try tool("bot", containment: 0)
    bot.handleTimeSaved = 0.5
    var center = try center([bot])
    center.channels[0].patience = nil
    center.teams[0].agents = everyInterval(500, of: center.calendar)
    center.demand[0].resolutionRate = Graded(0)
    center.demand[0].repeatContactAfter = .constant(try Constant(mean: 4 * 3600))
    let tally = total(try Simulation(center).run(seed: 5, replication: 0))
    // Half of the talk for first contacts, which alone met the tool; all of it for repeats.
    let first = tally.answered - tally.repeats
    #expect(tally.repeats > 5000)
    #expect(tally.talk == 100 * first + 200 * tally.repeats)
  }

  @Test("A tool that starts on a day changes nothing before its midnight, and all after")
  func startsOnADay() throws {
    var bot = try tool("bot", containment: 0.6)
    var plain = try center([bot])
    plain.calendar.days = 4
    plain.demand[0].expectedIssues = everyInterval(100, of: plain.calendar)
    plain.teams[0].agents = everyInterval(500, of: plain.calendar)
    let always = try Simulation(plain).run(seed: 6, replication: 0).queues
    bot.worksFrom = CivilDate(daysSinceEpoch: plain.calendar.start.daysSinceEpoch + 2)
    plain.selfService = [bot]
    let later = try Simulation(plain).run(seed: 6, replication: 0).queues
    #expect(always[..<48].allSatisfy { $0.contained > 0 })
    #expect(later[..<48].allSatisfy { $0.contained == 0 && $0.offered == $0.entered })
    #expect(later[48...].map(\.contained) == always[48...].map(\.contained))

    bot.worksFrom = CivilDate(daysSinceEpoch: plain.calendar.start.daysSinceEpoch + 4)
    plain.selfService = [bot]
    #expect(plain.problems().map(\.path) == [["selfService", "bot", "from"]])
  }

  @Test("Factors and shares outside their domain are refused")
  func refused() throws {
    var bot = try tool("bot", containment: 0)
    bot.handleTimeSaved = 1.5
    bot.patienceFactor = 0
    #expect(
      try center([bot]).problems().map(\.path) == [
        ["selfService", "bot", "handleTimeSaved"], ["selfService", "bot", "patienceFactor"],
      ])
  }
}
