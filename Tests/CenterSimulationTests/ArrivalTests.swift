import Center
import CenterSimulation
import Stochastics
import TestCenters
import Testing

@Suite("Arrivals without chance")
struct ArrivalTests {
  /// Nobody waits and everybody is served at once, so that offers show births.
  private func center(_ counts: [Double], _ arrivals: Arrivals) throws -> Center {
    var center = oneQueue(
      perHour: 0, talk: .constant(try Constant(mean: 1)), agents: 1000, days: 1, warmUpDays: 0)
    center.demand[0].expectedIssues = [counts]
    center.demand[0].arrivals = arrivals
    return center
  }

  @Test("Exact arrivals are the written counts, in every interval and every replication")
  func exactCounts() throws {
    let counts = (0..<24).map { Double($0 * $0 % 17) }
    let simulation = try Simulation(center(counts, .exact))
    for replication in 0..<3 {
      let observation = try simulation.run(seed: 5, replication: UInt64(replication))
      #expect(observation.queues.map(\.offered) == counts)
    }
  }

  @Test("Exact arrivals are evenly placed: a single server never has two")
  func evenlyPlaced() throws {
    // 60 calls an hour of a minute each follow each other without a gap and without a wait.
    var center = try center(Array(repeating: 60, count: 24), .exact)
    center.demand[0].channels[0].talkTime = .constant(try Constant(mean: 60))
    center.teams[0].agents = everyInterval(1, of: center.calendar)
    let total = try Simulation(center).run(seed: 1, replication: 0).queues
      .reduce(into: QueueTally()) { $0 += $1 }
    #expect(total.offered == 1440)
    // Nothing but the rounding of instants.
    #expect(total.waitAnswered < 1e-6)
  }

  @Test("Fractions go into the next interval, and the day is rounded")
  func fractions() throws {
    let simulation = try Simulation(center(Array(repeating: 0.4, count: 24), .exact))
    let offered = try simulation.run(seed: 1, replication: 0).queues.map(\.offered)
    // Issue k comes where k − ½ are expected: 24 × 0.4 = 9.6 are ten issues.
    #expect(offered.reduce(0, +) == 10)
    #expect(Array(offered[0..<5]) == [0, 1, 0, 1, 0])
  }

  @Test("What is due exactly when a rate ends comes at the next start, or not at all")
  func ties() throws {
    var counts = Array(repeating: 0.0, count: 24)
    counts[8] = 10.5
    counts[10] = 10
    counts[23] = 4
    let offered = try Simulation(center(counts, .exact)).run(seed: 1, replication: 0).queues
      .map(\.offered)
    // Issue 11 is due at 10.5, which is at 09:00 and at 10:00; issue 25 would be at midnight.
    #expect(offered[8...10] == [10, 0, 10])
    #expect(offered[23] == 4)
    #expect(offered.reduce(0, +) == 24)
  }

  @Test("Measured instants are the births, in every replication")
  func measured() throws {
    let instants = [0, 10, 10, 3599.5, 3600, 80_000.25]
    var counts = Array(repeating: 0.0, count: 24)
    for instant in instants { counts[Int(instant / 3600)] += 1 }
    var center = try center(counts, .measured([instants]))
    // One server for an hour at a time: waits tell the instants apart.
    center.demand[0].channels[0].talkTime = .constant(try Constant(mean: 10))
    center.teams[0].agents = everyInterval(1, of: center.calendar)
    let simulation = try Simulation(center)
    for replication in 0..<2 {
      let observation = try simulation.run(seed: 9, replication: UInt64(replication))
      #expect(observation.queues.map(\.offered) == counts)
      // The first ends at 10, when two come: the second of them waits 10 s. The call of 3599.5
      // makes that of 3600 wait 9.5 s.
      let wait = observation.queues.reduce(0) { $0 + $1.waitAnswered }
      #expect(wait == 19.5)
    }
  }

  @Test("Measured instants off their day, or out of order, are refused")
  func refused() throws {
    for instants in [[5.0, 4], [-1], [86_400]] {
      let counts = Array(repeating: 0.0, count: 24)
      let problems = try center(counts, .measured([instants])).problems()
      #expect(problems.map(\.path) == [["demand", "calls", "volume", "trace"]])
    }
  }
}
