import Center
import CenterSimulation
import OutputAnalysis
import Stochastics
import TestCenters
import Testing

/// One first-come-first-served queue has a second simulator: the recursion over the instants at
/// which agents become free (Kiefer and Wolfowitz 1955), without a single event, on the very draws
/// that the engine makes. Both must find every wait alike.
@Suite("The engine against the recursion of Kiefer and Wolfowitz")
struct RecursionTests {
  static let laws: [String] = ["exponential", "log-normal", "gamma", "constant"]

  @Test("Finds the same waits on the same draws", arguments: laws, [1, 7, 40])
  func sameWaits(law: String, agents: Int) throws {
    let talk = try Self.talk(law)
    let center = Self.center(load: Double(agents) * 0.9, talk: talk, agents: agents)
    let simulation = try Simulation(center)
    let observation = try simulation.run(seed: 9, replication: 2)
    let expected = try Self.recursion(
      center, talk: talk, bins: simulation.waitBins, startedBefore: center.calendar.horizon)
    let total = observation.queues.reduce(into: QueueTally()) { $0 += $1 }
    // Contacts that wait when the simulation ends have no wait in the engine.
    #expect(Int(total.answered) == expected.waits.count)
    #expect(observation.longestWait[0] == expected.waits.max())
    let answered = observation.waits[..<simulation.waitBins.count].map(Int.init)
    #expect(answered == expected.histogram)
    let sum = expected.waits.reduce(0, +)
    #expect(abs(total.waitAnswered - sum) <= 1e-6 * total.answered)
  }

  @Test("One more agent lengthens no call's wait", arguments: laws, [1, 7, 40])
  func moreAgentsHelp(law: String, agents: Int) throws {
    let talk = try Self.talk(law)
    let (fewer, more) = try (
      Self.waits(load: Double(agents) * 0.9, talk: talk, agents: agents),
      Self.waits(load: Double(agents) * 0.9, talk: talk, agents: agents + 1)
    )
    #expect(fewer.count == more.count && fewer != more)
    // Waits are told to the microsecond, which may round two equal ones apart.
    #expect(zip(fewer, more).allSatisfy { $1 <= $0 + 1e-6 })
  }

  private static func waits(load: Double, talk: Distribution, agents: Int) throws -> [Double] {
    let center = center(load: load, talk: talk, agents: agents)
    return try recursion(center, talk: talk, bins: WaitBins(), startedBefore: .infinity).waits
  }

  /// A curve over the day, now and then beyond what the agents can do.
  private static func center(load: Double, talk: Distribution, agents: Int) -> Center {
    var center = oneQueue(
      perHour: load * 20, talk: talk, agents: agents, days: 2, warmUpDays: 1)
    center.demand[0].expectedIssues = center.demand[0].expectedIssues.map { day in
      day.enumerated().map { $1 * (0.4 + 0.05 * Double($0)) }
    }
    return center
  }

  private static func talk(_ law: String) throws -> Distribution {
    switch law {
    case "exponential": .exponential(try Exponential(mean: 180))
    case "log-normal": .logNormal(try LogNormal(mean: 180, cv: 1.1))
    case "gamma": .gamma(try Gamma(mean: 180, cv: 0.6))
    default: .constant(try Constant(mean: 180))
    }
  }

  /// The waits of all contacts that enter in counted time and are answered before `limit`.
  private static func recursion(
    _ center: Center, talk: Distribution, bins: WaitBins, startedBefore limit: Double
  ) throws -> (waits: [Double], histogram: [Int]) {
    let calendar = center.calendar
    let random = RandomSource(seed: 9, replication: 2)
    let stream = StreamIdentifier("calls")
    let counted = Double(calendar.countedDays.lowerBound * PlanningCalendar.dayLength)
    var free = Array(repeating: 0.0, count: Int(center.teams[0].agents[0][0]))
    var waits: [Double] = []
    var histogram = Array(repeating: 0, count: bins.count)
    for day in 0..<calendar.simulatedDays {
      let rate = try PiecewiseConstantRate(
        expectedCounts: center.demand[0].expectedIssues[day],
        intervalLength: Double(calendar.intervalLength),
        start: Double(day * PlanningCalendar.dayLength))
      var cursor = ArrivalCursor()
      // Days count from 0001-01-01 in the address of a draw.
      let address = Int32(calendar.date(ofSimulatedDay: day).daysSinceEpoch + 719_162)
      for number in 1... {
        let issue = random.lane(stream: stream, day: address, issue: number, kind: .issue)
        let arrival = rate.nextArrival(
          after: Exponential.unitQuantile(issue.u0), cursor: &cursor)
        if arrival == .infinity { break }
        let service = random.lane(stream: stream, day: address, issue: number, kind: .service)
        guard let earliest = free.indices.min(by: { free[$0] < free[$1] }) else { break }
        let start = max(arrival, free[earliest])
        free[earliest] = start + talk.quantile(service.u0)
        if arrival >= counted, start < limit {
          // To the microsecond, as the engine reports waits.
          let wait = ((start - arrival) * 1e6).rounded() / 1e6
          waits.append(wait)
          histogram[bins.index(of: wait)] += 1
        }
      }
    }
    return (waits, histogram)
  }
}
