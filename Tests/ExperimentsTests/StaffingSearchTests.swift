import Center
import Erlang
import Stochastics
import TestCenters
import Testing

@testable import Experiments

/// What a staffing search finds, where the answer is known.
@Suite struct StaffingSearchTests {
  private func plan(_ center: Center, agents: Int...) -> StaffingPlan {
    StaffingPlan(
      present: agents.map { heads in
        Array(
          repeating: Array(repeating: heads, count: center.calendar.intervalsPerDay),
          count: center.calendar.simulatedDays)
      })
  }

  private let wholeDay = StaffingBlock.Size(intervals: 24, joinsDays: true)

  @Test(
    "M/M/n needs what Erlang C says, wherever the search starts", .enabled(if: isRelease),
    arguments: [2, 8, 30])
  func queue(start: Int) async throws {
    let center = oneQueue(
      perHour: 60, talk: .exponential(try Exponential(mean: 300)), agents: 1, days: 2)
    let required = try ErlangC.requiredAgents(
      offeredLoad: 5, handleTime: 300, target: .serviceLevel(0.8, within: 20))
    #expect(required == 8)
    let search = try StaffingSearch(
      center, start: plan(center, agents: start), size: wholeDay, seed: 7, replications: 16)
    let result = try await search.run(workers: 2)
    #expect(result.plan.present[0][1].allSatisfy { $0 == required })
    #expect(result.removals.map(\.verdict) == [.broken])
  }

  @Test func `a team is no busier than it may be`() async throws {
    var center = oneQueue(
      perHour: 60, talk: .exponential(try Exponential(mean: 300)), agents: 1, days: 1)
    center.teams[0].maxOccupancy = 0.5
    // 5 Erlang leave 11 agents busy for 45 % of their time, and 10 for 50 %, on average: the bound
    // is above.
    let search = try StaffingSearch(
      center, start: plan(center, agents: 6), size: wholeDay, seed: 7, replications: 8)
    let result = try await search.run(workers: 2)
    #expect(result.plan.present[0][1][0] == 11)
    #expect(result.removals.map(\.promise.isCeiling) == [true])
  }

  /// Two teams do the same work, and one costs a quarter: with all of a day in one block, an agent
  /// more gives less than an agent fewer takes.
  @Test func `the cheaper of two equal teams does the work`() async throws {
    var center = oneQueue(
      perHour: 60, talk: .exponential(try Exponential(mean: 300)), agents: 4, days: 1)
    center.teams[0].wage = 60
    center.teams.append(center.teams[0])
    center.teams[1].name = "cheap"
    center.teams[1].wage = 15
    let search = try StaffingSearch(
      center, start: plan(center, agents: 4, 4), size: wholeDay, seed: 3, replications: 8)
    let result = try await search.run(workers: 2)
    #expect(result.plan.present[0][1][0] == 1)
    #expect(result.plan.present[1][1][0] >= 7)
    #expect(result.confirmation.count == result.outcomes.count)
  }

  @Test(.enabled(if: isRelease)) func `no agent can be taken from the plan that was found`()
    async throws
  {
    let center = try twoSkills()
    let search = try StaffingSearch(
      center, start: plan(center, agents: 6, 5, 3), size: wholeDay, seed: 3, replications: 16)
    let result = try await search.run(workers: 2)
    #expect(search.isKept(result.outcomes))
    for block in search.blocks where result.plan.canLose(in: block) {
      let outcomes = try await search.outcomes(result.plan.changed(by: -1, in: block), 16, 2)
      #expect(!search.isKept(outcomes))
      #expect(result.removals.contains { $0.block == block })
    }
  }

  @Test(.enabled(if: isRelease)) func `workers and an interruption change nothing`() async throws {
    let center = try twoSkills()
    let search = try StaffingSearch(
      center, start: plan(center, agents: 4, 4, 2), size: wholeDay, seed: 5, replications: 8)
    let whole = Journal()
    let result = try await search.run(workers: 1, record: { whole.add($0) })
    #expect(whole.entries.count == result.evaluations)
    let rest = Journal()
    let again = try await search.run(
      workers: 2, journal: Array(whole.entries.prefix(9)), record: { rest.add($0) })
    #expect(again == result)
    #expect(rest.entries == Array(whole.entries.dropFirst(9)))
    await #expect(throws: StaffingError.foreignJournal) {
      _ = try await search.run(workers: 2, journal: Array(whole.entries.dropFirst()))
    }
  }

  @Test func `what no staffing can keep is refused`() async throws {
    // Two lines: whoever finds them taken is turned away, and counts against the target.
    var center = oneQueue(
      perHour: 12, talk: .exponential(try Exponential(mean: 300)), agents: 2, trunks: 1, days: 1)
    center.channels[0].target?.formula = .ofEntered
    let search = try StaffingSearch(
      center, start: plan(center, agents: 2), size: wholeDay, seed: 1, replications: 8)
    await #expect(throws: StaffingError.unreachable(search.promises[0])) {
      _ = try await search.run(workers: 2)
    }
  }
}

/// What a search records.
private final class Journal: @unchecked Sendable {
  private(set) var entries: [StaffingEvaluation] = []
  func add(_ entry: StaffingEvaluation) { entries.append(entry) }
}
