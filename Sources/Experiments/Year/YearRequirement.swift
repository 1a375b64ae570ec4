public import Center

/// Where the requirement of a week comes from.
///
/// Each week is looked at with some days before and after, in which work may come that is due in it.
public enum YearRequirement: Sendable, Hashable {
  /// The agents that the scenario schedules: numbers, tables, shifts, or its own formula.
  case schedule
  /// A formula, interval by interval, as `StaffingRequirement` has it.
  case formula(RequirementMethod)
  /// The smallest staffing of each week that keeps the targets in simulation, found by
  /// `StaffingSearch` by half days, with the same change on all days of the week: the form of a day
  /// comes from the offered load. Costly: each week is a search.
  case simulation(replications: Int)

  /// What each week requires of each team, in paid full-time equivalents.
  ///
  /// - Parameters:
  ///   - center: A sound center whose calendar has the weeks from its first counted day on.
  ///   - weeks: How many weeks.
  ///   - seed: The seed of simulations.
  ///   - workers: Simulations at the same time; at least 1. Changes no result.
  ///   - progress: Called after each week with their number, never concurrently.
  /// - Returns: By team, then by week.
  /// - Throws: `YearPlanError`; `StaffingError`; `CancellationError` when the task is cancelled.
  public func fullTimeEquivalents(
    of center: Center, weeks: Int, seed: UInt64 = 1, workers: Int = 1,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> [[Double]] {
    if self == .schedule { return YearPlan.scheduledFTE(center, weeks: weeks) }
    let heads = StaffingPlan(of: center).applied(to: center)
    let margin = center.daysAroundWeek
    var result = center.teams.map { _ in [Double]() }
    for week in 0..<weeks {
      try Task.checkCancellation()
      let part = heads.week(week, margin: margin)
      let required =
        switch self {
        case .formula(let method): try Self.required(part, method)
        case .simulation(let replications):
          try await Self.simulated(part, replications, seed: seed, workers: workers)
        case .schedule: YearPlan.scheduledFTE(part, weeks: 1).map { $0[0] }
        }
      for team in result.indices { result[team].append(required[team]) }
      progress(week + 1)
    }
    return result
  }

  /// The agents of a formula, who are scheduled to be present, paid with shrinkage.
  private static func required(
    _ center: Center, _ method: RequirementMethod
  ) throws(YearPlanError) -> [Double] {
    let requirement = StaffingRequirement(center)
    var required: [Double] = []
    for (team, answer) in zip(center.teams, requirement.teams) {
      guard let agents = answer.agents(method) else {
        throw .noRequirement(
          team: team.name, method, answer.gap(method) ?? .tooManyAgents,
          week: center.calendar.start)
      }
      required.append(fullTimeEquivalents(agents, in: center) / (1 - team.shrinkage))
    }
    return required
  }

  /// Agents of the counted intervals as full-time equivalents, before shrinkage.
  private static func fullTimeEquivalents(_ agents: [Int], in center: Center) -> Double {
    let calendar = center.calendar
    let sum = agents[calendar.countedIntervals].reduce(0, +)
    return Double(sum * calendar.intervalLength) / calendar.fullTimeWeek
  }

  private static func simulated(
    _ center: Center, _ replications: Int, seed: UInt64, workers: Int
  ) async throws -> [Double] {
    let requirement = StaffingRequirement(center)
    let start = requirement.present(.offeredLoad).map { StaffingPlan(present: $0) }
    let search = try StaffingSearch(
      center, start: start ?? StaffingPlan(of: center),
      size: StaffingBlock.Size(
        intervals: (center.calendar.intervalsPerDay + 1) / 2, joinsDays: true),
      seed: seed, replications: replications)
    let plan = try await search.run(workers: workers, looksBelow: false).plan
    return center.teams.indices.map { team in
      fullTimeEquivalents(plan.present[team].flatMap(\.self), in: center)
        / (1 - center.teams[team].shrinkage)
    }
  }
}
