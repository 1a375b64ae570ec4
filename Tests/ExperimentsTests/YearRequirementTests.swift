import Center
import CenterSimulation
import Erlang
import Stochastics
import TestCenters
import Testing

@testable import Experiments

@Suite("What each week of a year requires")
struct YearRequirementTests {
  private func weeks(_ count: Int, _ center: Center) -> Center {
    var center = center
    center.calendar.days = 7
    center.calendar.followUpDays = 7 * count
    let days = center.calendar.simulatedDays
    for index in center.demand.indices {
      center.demand[index].expectedIssues = (0..<days).map {
        center.demand[index].expectedIssues[$0 % center.demand[index].expectedIssues.count]
      }
    }
    for index in center.teams.indices {
      center.teams[index].agents = (0..<days).map {
        center.teams[index].agents[$0 % center.teams[index].agents.count]
      }
    }
    return center
  }

  @Test("By hand: Erlang C's agents for 168 hours, ÷ (1 − shrinkage) ÷ 40; more where more call")
  func byHand() async throws {
    var center = weeks(
      4,
      oneQueue(
        perHour: 200, talk: .exponential(try Exponential(mean: 180)), agents: 12, days: 7,
        warmUpDays: 0))
    center.teams[0].shrinkage = 0.3
    for day in 14..<21 { center.demand[0].expectedIssues[day] = Array(repeating: 400, count: 24) }
    let found = try await YearRequirement.formula(.erlangC).fullTimeEquivalents(
      of: center, weeks: 4)
    func exact(_ load: Double) throws -> Double {
      let agents = try ErlangC.requiredAgents(
        offeredLoad: load, handleTime: 180, target: .serviceLevel(0.8, within: 20))
      return Double(agents) * 168 / 0.7 / 40
    }
    let (usual, busy) = (try exact(10), try exact(20))
    #expect(found.count == 1 && found[0].count == 4)
    for (value, exact) in zip(found[0], [usual, usual, busy, usual]) {
      #expect(abs(value - exact) < 1e-9)
    }
    let scheduled = try await YearRequirement.schedule.fullTimeEquivalents(of: center, weeks: 4)
    #expect(scheduled == YearPlan.scheduledFTE(center, weeks: 4))
  }

  /// The mixed center has voice with hours, chat with slowdown, and email that is due later.
  @Test("A week looked at alone requires what it requires within the whole year")
  func slices() async throws {
    var center = weeks(4, try mixedCenter())
    center.calendar.warmUpDays = 0
    let count = center.calendar.simulatedDays
    for index in center.demand.indices {
      center.demand[index].expectedIssues = center.demand[index].expectedIssues[..<count]
        .enumerated().map { day, row in row.map { $0 * (1 + 0.5 * Double(day / 7)) } }
    }
    for index in center.teams.indices {
      center.teams[index].agents = Array(center.teams[index].agents[..<count])
    }
    let found = try await YearRequirement.formula(.sipp).fullTimeEquivalents(of: center, weeks: 4)
    let heads = StaffingPlan(of: center).applied(to: center)
    let whole = try #require(StaffingRequirement(heads).present(.sipp))
    for team in center.teams.indices {
      for week in 0..<4 {
        let agents = whole[team][7 * week..<7 * week + 7].joined().reduce(0, +)
        let exact =
          Double(agents * center.calendar.intervalLength) / (1 - center.teams[team].shrinkage)
          / center.calendar.fullTimeWeek
        #expect(abs(found[team][week] - exact) < 1e-9, "team \(team), week \(week)")
      }
      #expect(found[team][3] > found[team][0])
    }
  }

  @Test("A formula without an answer is named with the team and the week")
  func noAnswer() async throws {
    var center = weeks(
      2,
      oneQueue(
        perHour: 20, talk: .exponential(try Exponential(mean: 180)), agents: 3, days: 7,
        warmUpDays: 0))
    center.channels[0].target = nil
    await #expect(
      throws: YearPlanError.noRequirement(
        team: "agents", .erlangC, .noTarget, week: center.calendar.start)
    ) { try await YearRequirement.formula(.erlangC).fullTimeEquivalents(of: center, weeks: 2) }
  }

  @Test("By simulation: near what the formula asks for, and the same for any number of workers")
  func simulated() async throws {
    var center = weeks(
      2,
      oneQueue(
        perHour: 100, talk: .exponential(try Exponential(mean: 180)), agents: 8, days: 7,
        warmUpDays: 0))
    // Open on Mondays from nine to eleven.
    center.channels[0].hours = WeeklyHours(
      ranges: [[32_400..<39_600]] + Array(repeating: [], count: 6))
    for day in 0..<center.calendar.simulatedDays {
      for hour in 0..<24 where day % 7 != 0 || !(9...10).contains(hour) {
        center.demand[0].expectedIssues[day][hour] = 0
        center.teams[0].agents[day][hour] = 0
      }
    }
    #expect(center.problems().isEmpty)
    let formula = try await YearRequirement.formula(.erlangC).fullTimeEquivalents(
      of: center, weeks: 1)
    let requirement = YearRequirement.simulation(replications: 24)
    let found = try await requirement.fullTimeEquivalents(of: center, weeks: 1, workers: 1)
    let other = try await requirement.fullTimeEquivalents(of: center, weeks: 1, workers: 2)
    #expect(found == other)
    // One agent of two hours is 0.05 of 40 hours. The hours start empty, which saves some.
    #expect(found[0][0] > 5 * 0.05 && abs(found[0][0] - formula[0][0]) < 2.01 * 0.05)
  }
}
