import Center
import OutputAnalysis
import Stochastics
import TestCenters
import Testing

@testable import Experiments

@Suite("A real day against its plan")
struct DayReplayTests {
  /// A day of one queue, and one before it.
  static func center(cv: Double = 0) throws -> Center {
    var center = oneQueue(
      perHour: 20, talk: .exponential(try Exponential(mean: 240)), agents: 2,
      patience: .exponential(try Exponential(mean: 120)), days: 1)
    if cv > 0 { center.demand[0].dayVariation = DayVariation(cv: cv) }
    return center
  }

  static let date = CivilDate(daysSinceEpoch: 20_780)

  /// What the plan itself leads to, as an export would count it, changed by `change`.
  static func export(
    _ center: Center, seed: UInt64, replications: Int,
    change: (Int, inout ActualDay.Counts) -> Void = { _, _ in }
  ) async throws -> ActualDay {
    let row = Row(level: .channel, name: "voice")
    func day(_ intervals: [ActualDay.Counts?]) -> ActualDay {
      ActualDay(
        date: date, parts: [ActualDay.Part(row: row, queues: [0], intervals: intervals)])
    }
    var plain = center
    plain.demand[0].dayVariation = nil
    let result = try await DayReplay(
      plain, day: day(Array(repeating: nil, count: 24)), seed: seed, replications: replications
    ).run(workers: 2)
    return day(
      (0..<24).map { interval in
        func planned(_ measure: DayReplayResult.Measure) -> Double {
          result.comparison(measure, row: 0, interval: interval).planned ?? 0
        }
        let offered = planned(.offered)
        var counts = ActualDay.Counts(
          offered: offered, answered: offered * (1 - planned(.abandonmentRate)),
          answeredWithin: offered * planned(.serviceLevel), handleTime: planned(.handleTime),
          agents: planned(.agents))
        change(interval, &counts)
        return counts
      })
  }

  static func replay(_ center: Center, _ day: ActualDay, workers: Int = 2) async throws
    -> DayReplayResult
  {
    try await DayReplay(center, day: day, seed: 3, replications: 8).run(workers: workers)
  }

  @Test("A day that is what the plan expects moves nothing, exactly")
  func nothing() async throws {
    let center = try Self.center(cv: 0.1)
    let result = try await Self.replay(
      center, Self.export(center, seed: 3, replications: 8))
    #expect(result.factors == [.volume, .handleTime, .staffing])
    let attribution = try #require(result.attribution(row: 0))
    #expect(attribution.shares.map(\.value) == [0, 0, 0])
    #expect(attribution.simulated.value == attribution.forecast)
    #expect(abs(try #require(attribution.actual) - attribution.forecast) < 1e-12)
  }

  @Test("Where only agents are missing, every point is theirs")
  func staffing() async throws {
    let center = try Self.center()
    let day = try await Self.export(center, seed: 3, replications: 8) { interval, counts in
      if (8..<16).contains(interval) { counts.agents = 1 }
    }
    let result = try await Self.replay(center, day)
    let attribution = try #require(result.attribution(row: 0))
    #expect(attribution.shares[0].value == 0 && attribution.shares[1].value == 0)
    let change = attribution.simulated.value - attribution.forecast
    #expect(abs(attribution.shares[2].value - change) < 1e-15)
    #expect(change < -0.01)
    let bounds = try #require(attribution.shares[2].interval)
    #expect(bounds.lower < change && change < bounds.upper && bounds.upper < 0)
    #expect(result.comparison(.agents, row: 0, interval: 10).simulated?.value == 1)
    #expect(result.comparison(.agents, row: 0, interval: 3).simulated?.value == 2)
  }

  @Test("The shares of several causes sum to the whole change")
  func sum() async throws {
    let center = try Self.center()
    let day = try await Self.export(center, seed: 3, replications: 8) { interval, counts in
      counts.offered *= interval < 12 ? 1.2 : 1
      counts.handleTime = counts.handleTime.map { $0 * 1.1 }
      counts.agents = interval == 12 ? 1 : 2
    }
    let result = try await Self.replay(center, day)
    let attribution = try #require(result.attribution(row: 0))
    let sum = attribution.shares.reduce(0) { $0 + $1.value }
    #expect(abs(sum - (attribution.simulated.value - attribution.forecast)) < 1e-14)
    #expect(attribution.shares.allSatisfy { $0.value < 0 })
    // The same customers, of whom there are more and who talk longer.
    let offered = result.comparison(.offered, row: 0, interval: nil)
    let wanted = day.parts[0].intervals.reduce(0) { $0 + ($1?.offered ?? 0) }
    let simulated = try #require(offered.simulated)
    #expect(try #require(simulated.interval).contains(wanted), "\(simulated) \(wanted)")
    #expect(offered.actual == wanted)
    let work = result.comparison(.handleTime, row: 0, interval: nil)
    let longer = try #require(work.simulated?.value) / (try #require(work.planned))
    #expect(abs(longer - 1.1) < 0.02, "\(longer)")
  }

  @Test("The same for any number of workers")
  func workers() async throws {
    let center = try Self.center(cv: 0.1)
    let day = try await Self.export(center, seed: 9, replications: 8)
    let (one, five) = (
      try await Self.replay(center, day, workers: 1), try await Self.replay(center, day, workers: 5)
    )
    #expect(one.attribution(row: 0) == five.attribution(row: 0))
    for interval in 0..<24 {
      #expect(
        one.comparison(.serviceLevel, row: 0, interval: interval)
          == five.comparison(.serviceLevel, row: 0, interval: interval))
    }
  }

  @Test("What the export lacks is no cause, and an interval without a row is as planned")
  func lacking() async throws {
    let center = try Self.center()
    let row = Row(level: .channel, name: "voice")
    var intervals = [ActualDay.Counts?](repeating: nil, count: 24)
    intervals[9] = ActualDay.Counts(offered: 40)
    let day = ActualDay(
      date: Self.date, parts: [ActualDay.Part(row: row, queues: [0], intervals: intervals)])
    let result = try await Self.replay(center, day)
    #expect(result.factors == [.volume])
    let attribution = try #require(result.attribution(row: 0))
    #expect(attribution.shares.count == 1 && attribution.actual == nil)
    let quiet = result.comparison(.offered, row: 0, interval: 3)
    #expect(quiet.planned == quiet.simulated?.value && quiet.actual == nil)
    let busy = try #require(result.comparison(.offered, row: 0, interval: 9).simulated)
    #expect(try #require(busy.interval).contains(40))
  }

  @Test("Days vary about the plan, and the band is of days")
  func band() async throws {
    let center = try Self.center(cv: 0.3)
    let day = try await Self.export(center, seed: 3, replications: 8)
    let line = try await Self.replay(center, day).comparison(.offered, row: 0, interval: nil)
    let days = try #require(line.plannedDays)
    let planned = try #require(line.planned)
    #expect(days.lower < planned && planned < days.upper)
    // Eight days with a factor of standard deviation 0.3 spread over more than Poisson days do.
    #expect(days.upper - days.lower > 0.3 * 480)
  }

  @Test("A day outside the calendar and a list of instants are refused")
  func refusals() throws {
    let center = try Self.center()
    let day = ActualDay(
      date: CivilDate(daysSinceEpoch: 20_779),
      parts: [
        ActualDay.Part(
          row: Row(level: .channel, name: "voice"), queues: [0],
          intervals: Array(repeating: nil, count: 24))
      ])
    #expect(
      throws: ActualDayError.outsideCalendar(
        day.date, first: Self.date, last: Self.date)
    ) { try DayReplay(center, day: day, seed: 1, replications: 2) }
    var measured = center
    measured.demand[0].arrivals = .measured(Array(repeating: [], count: 2))
    #expect(throws: ActualDayError.measuredArrivals(demandClass: "calls")) {
      try DayReplay(
        measured, day: ActualDay(date: Self.date, parts: day.parts), seed: 1, replications: 2)
    }
  }

  @Test("Two queues of one team must agree on its agents")
  func disagreement() async throws {
    let center = try blendingCenter(
      agents: 4, keepIdle: 0, callsPerHour: 30, mailsPerHour: 10, talk: 180)
    func part(_ queue: Int, agents: Double) -> ActualDay.Part {
      ActualDay.Part(
        row: Row(level: .channel, name: queue == 0 ? "voice" : "email"), queues: [queue],
        intervals: Array(repeating: .init(offered: 20, agents: agents), count: 24))
    }
    let wrong = ActualDay(date: Self.date, parts: [part(0, agents: 4), part(1, agents: 3)])
    let replay = try DayReplay(center, day: wrong, seed: 1, replications: 2)
    await #expect(throws: ActualDayError.self) { try await replay.run(workers: 1) }
    let right = ActualDay(date: Self.date, parts: [part(0, agents: 3), part(1, agents: 3)])
    let result = try await DayReplay(center, day: right, seed: 1, replications: 2).run(workers: 1)
    #expect(result.rows.count == 3)
    #expect(result.comparison(.agents, row: 2, interval: 5).actual == 3)
    // Mail has no service level that calls have; together they have that of the calls.
    #expect(result.attribution(row: 1) == nil)
    #expect(result.attribution(row: 0)?.forecast == result.attribution(row: 2)?.forecast)
  }
}

@Suite("Shapley shares")
struct ShapleyTests {
  /// The glove game (Shapley 1953): one left glove, two right ones; a pair is worth 1.
  @Test("Of the glove game")
  func gloves() {
    let values = (0..<8).map { set in set & 1 != 0 && set & 6 != 0 ? 1.0 : 0 }
    let shares = ShapleyShares(values: values).shares
    for (share, expected) in zip(shares, [2.0 / 3, 1.0 / 6, 1.0 / 6]) {
      #expect(abs(share - expected) < 1e-15)
    }
  }

  /// The airport game (Littlechild and Owen 1973): a runway costs what the largest needs; each
  /// piece is shared by those who need it.
  @Test("Of the airport game")
  func airport() {
    let costs = [3.0, 6, 12, 18]
    let values = (0..<16).map { set in
      costs.indices.filter { set & (1 << $0) != 0 }.map { costs[$0] }.max() ?? 0
    }
    let expected = [3.0 / 4, 3.0 / 4 + 1, 3.0 / 4 + 1 + 3, 3.0 / 4 + 1 + 3 + 6]
    for (share, expected) in zip(ShapleyShares(values: values).shares, expected) {
      #expect(abs(share - expected) < 1e-14)
    }
  }

  @Test("A cause alone gets everything, a cause that adds nothing gets nothing")
  func simple() {
    #expect(ShapleyShares(values: [0.8, 0.7]).shares == [0.7 - 0.8])
    #expect(ShapleyShares(values: [0.8, 0.7, 0.8, 0.7]).shares[1] == 0)
    #expect(ShapleyShares(values: [0.8]).shares.isEmpty)
  }
}
