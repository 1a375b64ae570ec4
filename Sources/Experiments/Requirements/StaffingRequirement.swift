public import Center

/// The agents that a center needs by team and interval, found by formulas without simulation.
///
/// The work of a queue belongs to the teams that serve it first, evenly where these are several:
/// what overflows to others, and what they gain by sharing, only simulation knows. What comes to
/// queues is `ExpectedContacts`: no redials, and repeats as if at once. Work that is answered later
/// is spread until it is due and takes agents beside those who answer at once.
public struct StaffingRequirement: Sendable {
  /// The center.
  public let center: Center
  /// For how many intervals the number of agents stays the same.
  public let intervalsPerPeriod: Int
  /// By team, in the center's order.
  public let teams: [TeamRequirement]

  /// The requirement of a center.
  ///
  /// - Parameters:
  ///   - center: A center without problems.
  ///   - intervalsPerPeriod: For how many intervals the number of agents stays the same; divides
  ///     the intervals of a day.
  /// - Precondition: `intervalsPerPeriod` divides the intervals of a day.
  /// - Complexity: O(intervals × queues), and each formula once for every different load.
  public init(_ center: Center, intervalsPerPeriod: Int = 1) {
    precondition(
      intervalsPerPeriod >= 1 && center.calendar.intervalsPerDay % intervalsPerPeriod == 0,
      "periods of staffing divide the day")
    self.center = center
    self.intervalsPerPeriod = intervalsPerPeriod
    teams = TeamWork.all(of: center).map { work in
      TeamRequirement(work, center: center, intervalsPerPeriod: intervalsPerPeriod)
    }
  }

  /// The present agents of every team by simulated day and interval; `nil` where the method has no
  /// answer for one of the teams.
  public func present(_ method: RequirementMethod) -> [[[Int]]]? {
    var plan: [[[Int]]] = []
    for team in teams {
      guard let agents = team.agents(method) else { return nil }
      plan.append(
        stride(from: 0, to: agents.count, by: center.calendar.intervalsPerDay).map {
          Array(agents[$0..<$0 + center.calendar.intervalsPerDay])
        })
    }
    return plan
  }
}

extension StaffingRequirement {
  /// A plan from which a search can start: the agents of the modified offered load, of Erlang C
  /// where that has no answer, else those scheduled; somebody wherever the scenario schedules
  /// somebody. A team to which no work belongs first starts as it is scheduled.
  public var start: StaffingPlan {
    let scheduled = StaffingPlan(of: center).present
    let perDay = center.calendar.intervalsPerDay
    var plan = scheduled
    for (team, requirement) in teams.enumerated() {
      guard requirement.offeredLoad.contains(where: { $0 > 0 }),
        let agents = requirement.agents(.offeredLoad) ?? requirement.agents(.erlangC)
      else { continue }
      for (interval, number) in agents.enumerated() {
        let (day, time) = interval.quotientAndRemainder(dividingBy: perDay)
        plan[team][day][time] = max(number, min(1, scheduled[team][day][time]))
      }
    }
    return StaffingPlan(present: plan)
  }
}
