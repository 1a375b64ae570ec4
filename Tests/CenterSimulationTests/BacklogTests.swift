import Center
import CenterSimulation
import OutputAnalysis
import Stochastics
import TestCenters
import Testing

@Suite("The backlog")
struct BacklogTests {
  /// Ten contacts an hour that nobody ever answers: the one agent is to stay idle.
  private func unanswered(
    _ medium: Medium = .email, within: Double, warmUpDays: Int = 0
  ) throws -> Center {
    var center = oneQueue(
      medium: medium, perHour: 10, talk: .constant(try Constant(mean: 60)), agents: 1,
      within: within, days: 2, warmUpDays: warmUpDays)
    center.teams[0].skills[0].keepIdle = 1
    return center
  }

  @Test("Where nobody answers, overdue is what came longer ago than the target's time, by interval")
  func overdueByInterval() throws {
    let simulation = try Simulation(unanswered(within: 3 * 3600))
    let rows = try simulation.run(seed: 1, replication: 0).queues
    for interval in rows.indices {
      let came = rows[...interval].reduce(0) { $0 + $1.offered }
      let early = rows[..<max(0, interval - 2)].reduce(0) { $0 + $1.offered }
      #expect(rows[interval].backlogEnd == came)
      #expect(rows[interval].overdueEnd == early)
    }
    #expect(rows[rows.count - 1].overdueEnd > 400)
  }

  @Test("The ages of the backlog are those of all who wait when counted time ends")
  func ages() throws {
    let simulation = try Simulation(unanswered(within: 7200, warmUpDays: 1))
    let observation = try simulation.run(seed: 2, replication: 0)
    let bins = simulation.waitBins
    let first = Observation.Outcome.waiting.rawValue * bins.count
    let ages = observation.waits[first..<(first + bins.count)].map(Double.init)
    let last = try #require(observation.queues.last)
    #expect(ages.reduce(0, +) == last.backlogEnd)
    // The mails of the warm-up day wait too: they are older than two days.
    let young = zip(ages, bins.edges).reduce(0) { $1.1 <= 2 * 86_400 ? $0 + $1.0 : $0 }
    let offered = observation.queues.reduce(0) { $0 + $1.offered }
    #expect(last.backlogEnd - offered > 150)
    // The bin in which two days fall reaches a little further down.
    #expect(young <= offered && young > offered - 40)
    // A target's time is an edge: what is older is overdue.
    let inTime = zip(ages, bins.edges).reduce(0) { $1.1 <= 7200 ? $0 + $1.0 : $0 }
    #expect(last.backlogEnd - inTime == last.overdueEnd)
  }

  @Test("Live contacts are in the backlog, but never overdue")
  func liveContacts() throws {
    let simulation = try Simulation(unanswered(.voice, within: 20))
    let observation = try simulation.run(seed: 3, replication: 0)
    let last = try #require(observation.queues.last)
    #expect(last.backlogEnd > 150 && last.overdueEnd == 0)
    let waiting = observation.waits[(2 * simulation.waitBins.count)...].reduce(0, +)
    #expect(Double(waiting) == last.backlogEnd)
  }
}
