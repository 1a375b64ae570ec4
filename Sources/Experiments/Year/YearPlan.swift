public import Center
import CenterSimulation

/// A center's year: what each week requires of each team, and the people it has.
///
///     let plan = try YearPlan(center, weeks: 52, requiredFTE: required)
///     let result = try plan.run(seed: 1, replications: 200)
public struct YearPlan: Sendable {
  /// The center, whose calendar covers the weeks from the first counted day on, follow-up included.
  public let center: Center
  /// How many weeks, from the first counted day on.
  public let weeks: Int
  /// What each week requires, by team and week, in paid full-time equivalents.
  public let requiredFTE: [[Double]]
  /// The teams' people.
  let workforces: [Workforce]

  /// The most weeks of a plan.
  public static let mostWeeks = 520
  /// The most values that a run keeps: teams × weeks × replications.
  public static let mostValues = 4_000_000

  /// A plan of a center all of whose teams have a workforce.
  ///
  /// - Throws: `YearPlanError`.
  public init(_ center: Center, weeks: Int, requiredFTE: [[Double]]) throws(YearPlanError) {
    workforces = try Self.check(center, weeks: weeks)
    precondition(
      requiredFTE.count == center.teams.count && requiredFTE.allSatisfy { $0.count == weeks },
      "a requirement for every team and week")
    self.center = center
    self.weeks = weeks
    self.requiredFTE = requiredFTE
  }

  /// The teams' people, where the center can be planned for so many weeks.
  @discardableResult
  public static func check(_ center: Center, weeks: Int) throws(YearPlanError) -> [Workforce] {
    let calendar = center.calendar
    guard (1...mostWeeks).contains(weeks),
      calendar.simulatedDays - calendar.warmUpDays >= 7 * weeks
    else { throw .weeks(weeks) }
    guard center.calendar.start.weekday == .monday else {
      throw .notMonday(center.calendar.start)
    }
    var workforces: [Workforce] = []
    for team in center.teams {
      guard let workforce = team.workforce else { throw .noWorkforce(team: team.name) }
      workforces.append(workforce)
    }
    return workforces
  }

  /// Paid full-time equivalents that the scenario schedules, by team and week: the numbers, tables,
  /// shifts or formulas of `agents`.
  public static func scheduledFTE(_ center: Center, weeks: Int) -> [[Double]] {
    let calendar = center.calendar
    return center.teams.map { team in
      let paid = TeamSchedule(team, calendar: calendar).paidTime(in: calendar)
      return (0..<weeks).map { week in
        let first = (calendar.warmUpDays + 7 * week) * calendar.intervalsPerDay
        return paid[first..<first + 7 * calendar.intervalsPerDay].reduce(0, +)
          / calendar.fullTimeWeek
      }
    }
  }

  /// Expected issues of each week, of the classes that a team can serve; of all classes without one.
  func volume(of team: Team? = nil) -> [Double] {
    let classes = center.demand.indices.filter { index in
      guard let team else { return true }
      return center.queues.contains {
        $0.demandClass == index
          && team.skill(
            channel: center.channels[$0.channel].name, demandClass: center.demand[index].name)
            != nil
      }
    }
    return (0..<weeks).map { week in
      classes.reduce(0) { sum, index in
        let first = center.calendar.warmUpDays + 7 * week
        return sum
          + center.demand[index].expectedIssues[first..<first + 7].joined().reduce(0, +)
      }
    }
  }
}

/// Why a center's year cannot be planned.
public enum YearPlanError: Error, Hashable {
  /// Not a number of weeks, or more than the calendar has.
  case weeks(Int)
  /// The calendar does not begin with a week.
  case notMonday(CivilDate)
  /// A team's people are not written.
  case noWorkforce(team: String)
  /// A formula has no answer for a team in the week of a Monday.
  case noRequirement(team: String, RequirementMethod, RequirementGap, week: CivilDate)
  /// More values than are kept.
  case tooManyValues(Int)
}
