import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

/// The customers' view, against balances that hold exactly.
@Suite("What becomes of issues")
struct IssueMeasureTests {
  private struct Issue: Hashable {
    let demandClass, day, number: Int32
  }

  /// The contacts of each issue born in counted days, in order, closed doors left out.
  private func journeys(
    _ center: Center, _ rows: [TracedContact]
  ) -> [[TracedContact]] {
    var journeys: [Issue: [TracedContact]] = [:]
    let counted = center.calendar.countedDays
    let first = center.calendar.date(ofSimulatedDay: 0).daysSinceEpoch
    for row in rows where counted.contains(Int(row.day) - first) {
      let issue = Issue(demandClass: row.demandClass, day: row.day, number: row.number)
      journeys[issue, default: []].append(row)
    }
    return journeys.values.map { $0.sorted { ($0.attempt, $0.leg) < ($1.attempt, $1.leg) } }
  }

  @Test("All measures of issues are those of their contacts, one by one")
  func balance() throws {
    var center = try mixedCenter()
    // So that nothing but contacts begins a journey, and every one has a row.
    center.selfService.removeLast()
    // Whoever comes back by chat may be led to the telephone.
    center.steering = [Steering(from: "chat", to: "voice", share: 0.3)]
    let (observation, rows) = try Simulation(center).trace(seed: 21, replication: 0)
    let journeys = journeys(center, rows)
    let tally = observation.issues.reduce(into: IssueTally()) { $0 += $1 }
    #expect(Double(journeys.count) == tally.born)
    let contacts = journeys.map { $0.filter { $0.outcome != .closed } }
    #expect(Double(contacts.reduce(0) { $0 + $1.count }) == tally.contacts)
    #expect(Double(contacts.count { !$0.isEmpty }) == tally.contacting)
    let switches = contacts.reduce(0) { sum, journey in
      sum + zip(journey, journey.dropFirst()).count { $0.channel != $1.channel }
    }
    #expect(Double(switches) == tally.channelSwitches)
    let resolving = journeys.compactMap { journey in
      journey.last { $0.outcome == .resolved || $0.outcome == .contained }
    }
    #expect(Double(resolving.count) == tally.resolved)
    #expect(Double(resolving.count { $0.attempt == 1 }) == tally.resolvedAtFirstContact)
    let time = resolving.reduce(0) { $0 + ($1.leftAt ?? 0) - $1.bornAt }
    #expect(abs(time - tally.timeToResolution) <= 1e-9 * time)
    #expect(Double(journeys.count - resolving.count) == tally.lost + tally.openEnd)
    #expect(tally.lost > 0 && tally.channelSwitches > 0)
  }

  @Test("Contacts per issue are geometric, and first-contact resolution is the resolution rate")
  func geometric() throws {
    var center = oneQueue(
      perHour: 200, talk: .constant(try Constant(mean: 60)), agents: 500, days: 4, warmUpDays: 0)
    center.calendar.followUpDays = 3
    center.demand[0].expectedIssues = everyInterval(200, of: center.calendar)
    center.teams[0].agents = everyInterval(500, of: center.calendar)
    center.demand[0].resolutionRate = Graded(0.8)
    center.demand[0].repeatContactAfter = .constant(try Constant(mean: 3540))
    let issues = try Simulation(center).run(seed: 5, replication: 0).issues[0]
    let born = issues.born
    #expect(issues.lost == 0 && issues.openEnd == 0)
    // Five standard errors: of a binomial share, and of a mean of geometric numbers.
    #expect(abs(issues.resolvedAtFirstContact / born - 0.8) < 5 * (0.16 / born).squareRoot())
    #expect(abs(issues.contacts / born - 1.25) < 5 * (0.2 / 0.64 / born).squareRoot())
    // An issue of k contacts takes k minutes and k − 1 times 59 minutes: an hour each, less 59.
    let exact = 3600 * issues.contacts - 3540 * born
    #expect(abs(issues.timeToResolution - exact) < 1e-6 * exact)
  }

  @Test("Who does not come back is lost: exactly those whom nobody resolved")
  func lost() throws {
    var center = oneQueue(
      perHour: 60, talk: .constant(try Constant(mean: 60)), agents: 100, days: 1, warmUpDays: 0)
    center.demand[0].resolutionRate = Graded(easy: 1, hard: 0)
    center.demand[0].arrivals = .exact
    let (observation, rows) = try Simulation(center).trace(seed: 6, replication: 0)
    let issues = observation.issues[0]
    #expect(issues.born == 1440 && issues.contacts == 1440)
    #expect(issues.lost == Double(rows.count { $0.outcome == .unresolved }))
    #expect(issues.resolvedAtFirstContact == issues.resolved)
    // Difficulty is uniform: half are lost; five standard errors.
    #expect(abs(issues.lost - 720) < 5 * (1440 * 0.25).squareRoot())
  }
}
