import Center
import CenterSimulation
import OutputAnalysis
import Testing

@testable import Experiments

@Suite struct DesignResultTests {
  private static let count = 20

  private func result() async throws -> (MadeUp, DesignResult) {
    let made = try MadeUp(MadeUp.center())
    let results = try await Experiment(
      designs: [made.design()], seed: 1, replications: Self.count
    ).run(workers: 2)
    return (made, results[0])
  }

  private func position(_ column: String) throws -> Int {
    try #require(Measure.position(of: column))
  }

  private func row(_ result: DesignResult, _ row: Row) throws -> Int {
    try #require(result.rows.firstIndex(of: row))
  }

  @Test func rowsAreInTheOrderOfTheFile() async throws {
    let (_, result) = try await result()
    let keys = result.rows.map { "\($0.level.rawValue) \($0.name) \($0.demandClass)" }
    #expect(
      keys == [
        "all all all", "all all billing", "all all orders", "channel voice all",
        "channel email all", "queue voice billing", "queue voice orders",
        "queue email billing", "queue email orders", "team front all", "team back all",
        "tool bot all", "tool bot billing", "tool bot orders",
      ])
    #expect(Set(result.rows).count == result.rows.count)
  }

  @Test func theBooksHoldInEveryRowExactly() async throws {
    let (_, result) = try await result()
    func sum(_ column: String, _ row: Int) throws -> Double {
      // Sums of whole numbers, divided by the number of replications at the end.
      let estimate = try #require(result.estimate(of: try position(column), inRow: row))
      return (estimate.value * Double(Self.count)).rounded()
    }
    for row in result.rows.indices where RowScopes.contacts.contains(result.rows[row].scope) {
      let offered = try sum("offered", row)
      #expect(offered > 0)
      #expect(
        try sum("entered", row) == sum("closed", row) + sum("blocked", row)
          + sum("contained", row) + sum("in_self_service_end", row) + offered)
      #expect(
        try offered == sum("answered", row) + sum("abandoned", row) + sum("waiting_end", row))
    }
    for row in result.rows.indices where RowScopes.issues.contains(result.rows[row].scope) {
      #expect(
        try sum("issues_born", row) == sum("issues_resolved", row) + sum("issues_lost", row)
          + sum("issues_open_end", row))
    }
  }

  @Test func partsAddUpToTheirWhole() async throws {
    let (_, result) = try await result()
    func value(_ column: String, _ row: Row) throws -> Double {
      let index = try self.row(result, row)
      return try #require(result.estimate(of: try position(column), inRow: index)).value
    }
    for column in ["entered", "offered", "answered", "abandoned", "backlog_end", "queue_mean"] {
      let all = try value(column, Row(level: .all))
      let channels =
        try value(column, Row(level: .channel, name: "voice"))
        + value(column, Row(level: .channel, name: "email"))
      let classes =
        try value(column, Row(level: .all, demandClass: "billing"))
        + value(column, Row(level: .all, demandClass: "orders"))
      #expect((all - channels).magnitude <= 1e-9 * all)
      #expect((all - classes).magnitude <= 1e-9 * all)
    }
    let parts =
      try value("cost_agents", Row(level: .all)) + value("cost_channels", Row(level: .all))
      + value("cost_self_service", Row(level: .all))
    #expect((try value("cost_total", Row(level: .all)) - parts).magnitude < 1e-9 * parts)
  }

  @Test func aRatioIsThatOfTheSumsOverReplications() async throws {
    let (made, result) = try await result()
    var within = 0.0
    var offered = 0.0
    var backlog = 0.0
    let queues = result.queues
    let isVoice = queues.indices.filter { queues[$0].channel == 0 }
    for replication in 0..<Self.count {
      let observation = made.observation(1, UInt64(replication))
      for interval in 0..<8 {
        for queue in isVoice {
          within += observation.queues[interval * queues.count + queue].answeredWithin
          offered += observation.queues[interval * queues.count + queue].offered
        }
      }
      // Of the last interval alone, in which nobody came.
      backlog += 0
    }
    let voice = try row(result, Row(level: .channel, name: "voice"))
    let level = try #require(result.estimate(of: try position("service_level"), inRow: voice))
    #expect(level.value == within / offered)
    #expect(try #require(level.interval).contains(level.value))
    #expect(level.count == Self.count)
    // The whole center's is that of its live queues.
    let all = try #require(result.estimate(of: try position("service_level"), inRow: 0))
    #expect(all.value == level.value)
    #expect(result.estimate(of: try position("backlog_end"), inRow: voice)?.value == backlog)
  }

  @Test func whatHasNoMeaningOrNoValueIsEmpty() async throws {
    let (_, result) = try await result()
    let front = try row(result, Row(level: .team, name: "front"))
    #expect(result.estimate(of: try position("service_level"), inRow: front) == nil)
    let voice = try row(result, Row(level: .channel, name: "voice"))
    #expect(result.estimate(of: try position("on_time_rate"), inRow: voice) == nil)
    #expect(result.estimate(of: try position("occupancy"), inRow: voice) == nil)
    #expect(result.days(of: try position("fte"), inRow: front) == nil)
    #expect(result.waitQuantiles(inRow: front) == nil)
    #expect(result.longestWait(inRow: front) == nil)
  }

  @Test func fullTimeEquivalentsArePaidHoursOverThoseOfFullTimeWork() async throws {
    let (_, result) = try await result()
    let front = try row(result, Row(level: .team, name: "front"))
    let fte = try #require(result.estimate(of: try position("fte"), inRow: front))
    // 4 agents around the clock for two weekdays, of which full-time work is two fifths of 38 h.
    #expect((fte.value - 4 * 48 / (38 * 0.4)).magnitude < 1e-9)
    #expect(fte.interval?.halfWidth == 0)
  }

  @Test func intervalsHoldTheMeansOverAllReplicationsEvenWhereNothingHappens() async throws {
    let (made, result) = try await result()
    let voice = try #require(
      result.intervalRows.firstIndex { result.rows[$0] == Row(level: .channel, name: "voice") })
    let offered = try position("offered")
    let level = try position("service_level")
    let length = try position("queue_mean")
    #expect(result.intervalCount == 8)
    #expect(result.estimate(of: offered, inIntervalRow: voice, interval: 3)?.value == 0)
    #expect(result.estimate(of: level, inIntervalRow: voice, interval: 3) == nil)
    let quiet = try #require(result.estimate(of: length, inIntervalRow: voice, interval: 3))
    #expect(quiet.value == 0 && quiet.interval == Interval(lower: 0, upper: 0))
    var sum = 0.0
    for replication in 0..<Self.count {
      let observation = made.observation(1, UInt64(replication))
      sum += observation.queues[4 * 4].offered + observation.queues[4 * 4 + 1].offered
    }
    let busy = try #require(result.estimate(of: offered, inIntervalRow: voice, interval: 4))
    #expect(busy.value == sum / Double(Self.count))
    #expect(busy.interval == nil)
    let estimate = try #require(result.estimate(of: level, inIntervalRow: voice, interval: 4))
    #expect(estimate.interval != nil && estimate.count == Self.count)
  }

  @Test func waitsQuantilesAndMaximaAreThoseOfTheObservations() async throws {
    let (made, result) = try await result()
    let observations = (0..<Self.count).map { made.observation(1, UInt64($0)) }
    let voice = try row(result, Row(level: .channel, name: "voice"))
    let queue = try row(
      result, Row(level: .queue, name: "voice", demandClass: "billing"))
    #expect(
      result.longestWait(inRow: voice)
        == observations.map { max($0.longestWait[0], $0.longestWait[1]) }.max())
    #expect(result.longestQueue(inRow: queue) == observations.map { $0.longestQueue[0] }.max())
    #expect(result.longestQueue(inRow: voice) == nil)
    let total = result.waits(ofQueue: 0, .abandoned).reduce(0, +)
    let abandoned = observations.reduce(0.0) { sum, observation in
      sum + (0..<8).reduce(0.0) { $0 + observation.queues[$1 * 4].abandoned }
    }
    #expect(Double(total) == abandoned)
    let quantiles = try #require(result.waitQuantiles(inRow: voice))
    #expect(quantiles.count == Measure.waitProbabilities.count)
    // Half of the answered waited 7 s in a bin of a second, the others 90 s.
    #expect(quantiles[4].value > 89 && quantiles[4].value <= 90)
  }

  @Test func daysDifferWithinTheirExtremes() async throws {
    let (_, result) = try await result()
    let days = try #require(result.days(of: try position("service_level"), inRow: 0))
    #expect(0 < days.lower && days.lower < days.upper && days.upper < 1)
  }

  @Test func targetsKeptAreCountedByIntervalAndDay() async throws {
    let (made, result) = try await result()
    var met = 0.0
    var promised = 0.0
    for replication in 0..<Self.count {
      let observation = made.observation(1, UInt64(replication))
      for interval in 0..<8 where interval % 4 != 3 {
        let tally = observation.queues[interval * 4]
        promised += 1
        if tally.answeredWithin / tally.offered >= 0.8 { met += 1 }
      }
    }
    let queue = try row(
      result, Row(level: .queue, name: "voice", demandClass: "billing"))
    let share = result.estimate(of: try position("intervals_target_met"), inRow: queue)
    #expect(try #require(share).value == met / promised)
    #expect(result.estimate(of: try position("days_target_met"), inRow: 0) != nil)
  }

  @Test func theIntervalMeanOfTheCenterIsOverItsChannelsIntervals() async throws {
    let (_, result) = try await result()
    let mean = try position("service_level_interval_mean")
    let voice = try row(result, Row(level: .channel, name: "voice"))
    let email = try row(result, Row(level: .channel, name: "email"))
    // Six intervals a replication have contacts in either channel: the mean of the two means.
    let parts = try [voice, email].map {
      try #require(result.estimate(of: mean, inRow: $0)).value
    }
    let all = try #require(result.estimate(of: mean, inRow: 0)).value
    #expect((all - (parts[0] + parts[1]) / 2).magnitude < 1e-12)
  }
}
