import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Dynamic staffing")
struct IntradayTests {
  private func present(_ center: Center) throws -> [Double] {
    try Simulation(center).run(seed: 1, replication: 0).teams.map { $0.present / 3600 }
  }

  @Test("Idle agents are released after the lead time, for as long as the rule says, and again")
  func releases() throws {
    var center = oneQueue(
      perHour: 0, talk: .constant(try Constant(mean: 60)), agents: 5, days: 1, warmUpDays: 0)
    center.teams[0].wage = 10
    center.intraday = [
      IntradayRule(
        team: "agents", measure: .occupancy, threshold: 0.5, isAbove: false, intervals: 2,
        agents: -3, leadTime: 1800, duration: 5400)
    ]
    // Seen at 02:00, released from 02:30 to 04:00; seen again at 06:00.
    let hours = try present(center)
    #expect(Array(hours[0..<8]) == [5, 5, 3.5, 2, 5, 5, 3.5, 2])
    let observation = try Simulation(center).run(seed: 1, replication: 0)
    for (tally, hours) in zip(observation.teams, hours) {
      #expect(tally.paid == hours * 3600)
      #expect(tally.added == (hours - 5) * 3600)
      #expect(abs(tally.cost - hours * 10) < 1e-9)
      #expect(tally.overtime == 0)
    }
    // Nobody is released who is not there.
    center.intraday[0].agents = -9
    #expect(Array(try present(center)[0..<5]) == [5, 5, 2.5, 0, 5])
  }

  @Test("A queue that stays too long calls agents in, on top of what the schedule asks for")
  func additions() throws {
    // Nobody is ever served within the hour: the queue grows without end.
    var center = oneQueue(
      perHour: 100, talk: .constant(try Constant(mean: 86_400)), agents: 1, days: 1, warmUpDays: 0)
    center.teams[0].agents = [(0..<24).map { $0 < 5 ? 1 : 2 }]
    center.intraday = [
      IntradayRule(
        team: "agents", measure: .queueMean, channel: "voice", threshold: 20, isAbove: true,
        intervals: 3, agents: 4, leadTime: 600, duration: 1e9)
    ]
    let observation = try Simulation(center).run(seed: 1, replication: 0)
    // Seen at 03:00, in force from 03:10; two from 05:00 on by schedule.
    let added = observation.teams.map { $0.added / 3600 }
    #expect(Array(added[0..<3]) == [0, 0, 0])
    #expect(abs(added[3] - 4 * 50.0 / 60) < 1e-9)
    #expect(added[4...].allSatisfy { $0 == 4 })
    #expect(observation.teams[6].busy == 6 * 3600)
    #expect(observation.agents[0].count == 6)
  }

  @Test("A missed service level is looked at afresh in every interval, warm-up or not")
  func serviceLevel() throws {
    var center = oneQueue(
      perHour: 60, talk: .constant(try Constant(mean: 1)), agents: 0, days: 1, warmUpDays: 1)
    // Nobody until 02:00 of each day, then enough.
    let heads = (0..<24).map { $0 < 2 ? 0.0 : 9 }
    center.teams[0].agents = [heads, heads]
    center.channels[0].patience = .constant(try Constant(mean: 30))
    center.intraday = [
      IntradayRule(
        team: "agents", measure: .serviceLevel, channel: "voice", threshold: 0.9, isAbove: false,
        agents: 2, duration: 3600)
    ]
    let hours = try present(center)
    // Missed in the first hour; in the second the two are there, and in the third enough.
    #expect(Array(hours[0..<4]) == [0, 2, 9, 9])
    center.intraday[0].channel = "chat"
    #expect(center.problems().first?.kind == .unknownName)
  }

  @Test("A rule that never fires changes nothing")
  func neverFires() throws {
    var center = try mixedCenter()
    let plain = try Simulation(center).run(seed: 2, replication: 0)
    center.intraday = [
      IntradayRule(
        team: center.teams[0].name, measure: .queueMean, channel: center.channels[0].name,
        threshold: 1e6, isAbove: true, agents: 3, duration: 60)
    ]
    let watched = try Simulation(center).run(seed: 2, replication: 0)
    #expect(watched.queues == plain.queues && watched.teams == plain.teams)
    #expect(watched.events == plain.events)
  }

  @Test("Rules that make no sense are found, each at its key")
  func problems() throws {
    var center = try mixedCenter()
    let team = center.teams[0].name
    center.intraday = [
      IntradayRule(
        team: "nobody", measure: .occupancy, channel: "voice", threshold: 85, isAbove: true,
        agents: 0, duration: 60),
      IntradayRule(
        team: team, measure: .queueMean, threshold: 1, isAbove: true, agents: 1, duration: 0),
      IntradayRule(
        team: team, measure: .serviceLevel, channel: "email", threshold: 0.5, isAbove: false,
        agents: 1, duration: 60),
    ]
    #expect(
      center.problems().map { $0.path.dropFirst().joined(separator: ".") } == [
        "0.team", "0.agents", "0.when", "0.when.channel", "1.lasts", "1.when", "2.when.channel",
      ])
  }
}
