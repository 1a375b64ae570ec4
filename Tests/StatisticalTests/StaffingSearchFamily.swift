import Center
import Erlang
import Stochastics
import TestCenters
import Testing

@testable import Experiments

/// Staffing found in simulation, against exhaustive search and against what theory says of it.
@Suite(.enabled(if: isRelease)) struct StaffingSearchFamily {
  @Test func `two skills: as cheap as the cheapest of all plans`() async throws {
    let center = try twoSkills()
    let size = StaffingBlock.Size(intervals: 24, joinsDays: true)
    func plan(_ a: Int, _ b: Int, _ both: Int) -> StaffingPlan {
      StaffingPlan(
        present: [a, b, both].map { heads in
          Array(
            repeating: Array(repeating: heads, count: center.calendar.intervalsPerDay),
            count: center.calendar.simulatedDays)
        })
    }
    let search = try StaffingSearch(
      center, start: plan(6, 6, 2), size: size, seed: 11, replications: 40)
    let found = try await search.run(workers: 2)
    var plans: [StaffingPlan] = []
    for a in 1...8 {
      for b in 1...7 {
        for both in 1...6 where (5...14).contains(a + b + both) { plans.append(plan(a, b, both)) }
      }
    }
    var cheapest = Double.infinity
    for candidate in plans {
      let cost = candidate.cost(in: center)
      if cost >= cheapest { continue }
      let outcomes = try await search.outcomes(candidate, 40, 2)
      if search.isKept(outcomes) { cheapest = cost }
    }
    #expect(found.plan.cost(in: center) == cheapest)
  }

  @Test("M/M/n+M needs what Erlang A says", arguments: [2.0, 10, 50])
  func impatient(load: Double) async throws {
    let patience = try Exponential(mean: 180)
    let center = oneQueue(
      perHour: load * 12, talk: .exponential(try Exponential(mean: 300)), agents: 1,
      patience: .exponential(patience), days: 4)
    let required = try ErlangA.requiredAgents(
      offeredLoad: load, handleTime: 300, patience: 180,
      target: .serviceLevel(0.8, within: 20))
    let search = try StaffingSearch(
      center, start: constant(center, 1 + Int(load)),
      size: StaffingBlock.Size(intervals: 24, joinsDays: true), seed: 23, replications: 60)
    let found = try await search.run(workers: 2)
    #expect(found.plan.present[0][1][0] == required)
    #expect(found.removals.map(\.verdict) == [.broken])
    #expect(found.least == found.plan)
    // Customers that the search has not met: unbiased, whatever was chosen. One-sided bounds lie
    // 1.645 standard errors away; the four of the test are less than a point.
    let exact = try ErlangA(offeredLoad: load, handleTime: 300, patience: 180, agents: required)
      .serviceLevel(within: 20)
    let fresh = try #require(found.confirmation.first)
    let value = try #require(fresh.value)
    let error = (fresh.upper - fresh.lower) / 2 / 1.645
    #expect(error < 0.0025)
    #expect(abs(value - exact) < 4 * error, "\(value), exact \(exact)")
  }

  /// A hundredth of the replications leaves agents open; what theory requires lies within.
  @Test(
    "With few replications the range holds what Erlang A says",
    arguments: 1...6 as ClosedRange<UInt64>)
  func range(seed: UInt64) async throws {
    let center = oneQueue(
      perHour: 1200, talk: .exponential(try Exponential(mean: 300)), agents: 1,
      patience: .exponential(try Exponential(mean: 180)), days: 1)
    let required = try ErlangA.requiredAgents(
      offeredLoad: 100, handleTime: 300, patience: 180, target: .serviceLevel(0.8, within: 20))
    let search = try StaffingSearch(
      center, start: constant(center, 101),
      size: StaffingBlock.Size(intervals: 24, joinsDays: true), seed: seed, replications: 8)
    let found = try await search.run(workers: 2)
    #expect(found.plan.present[0][1][0] >= required)
    #expect(found.least.present[0][1][0] <= required)
    #expect(search.isKept(found.outcomes))
    let least = try await search.outcomes(found.least, 8, 2)
    #expect(search.isKept(least, .notBroken))
    let fewer = found.least.changed(by: -1, in: search.blocks[0])
    #expect(try await !search.isKept(search.outcomes(fewer, 8, 2), .notBroken))
  }

  /// A day whose rate swings between 40 and 160 % of its mean, with calls of half an hour: the load
  /// follows the rate late. Who must not wait at all: 80 %.
  @Test func `a swinging day holds its waiting probability, where staffing by the rate does not`()
    async throws
  {
    var center = oneQueue(
      perHour: 60, talk: .exponential(try Exponential(mean: 1800)), agents: 1, within: 0,
      patience: .exponential(try Exponential(mean: 1800)), days: 1, interval: 1800)
    let perDay = center.calendar.intervalsPerDay
    // A triangle's wave instead of a sine: exact in any arithmetic.
    let rates = (0..<perDay).map { interval -> Double in
      let phase = Double(interval % 24) / 24
      return 30 * (0.4 + 1.2 * (phase < 0.5 ? 2 * phase : 2 - 2 * phase))
    }
    center.demand[0].expectedIssues = [rates, rates]
    let byRate = try rates.map { rate in
      try ErlangA.requiredAgents(
        offeredLoad: rate, handleTime: 1800, patience: 1800, target: .serviceLevel(0.8, within: 0))
    }
    let pointwise = StaffingPlan(present: [[byRate, byRate]])
    let search = try StaffingSearch(
      center, start: pointwise, goal: .intervals, seed: 29, replications: 200)
    let found = try await search.run(workers: 2)
    let pointwiseOutcomes = try await search.outcomes(pointwise, 200, 2)
    func spread(_ outcomes: [StaffingPromise.Outcome]) -> Double {
      let values = outcomes.compactMap(\.value)
      return (values.max() ?? 0) - (values.min() ?? 0)
    }
    #expect(search.isKept(found.outcomes))
    #expect(spread(found.outcomes) < 0.11)
    #expect(spread(pointwiseOutcomes) > 0.4)
    #expect(pointwiseOutcomes.contains { ($0.value ?? 1) < 0.7 })
  }

  private func constant(_ center: Center, _ agents: Int) -> StaffingPlan {
    StaffingPlan(
      present: [
        Array(
          repeating: Array(repeating: agents, count: center.calendar.intervalsPerDay),
          count: center.calendar.simulatedDays)
      ])
  }
}
