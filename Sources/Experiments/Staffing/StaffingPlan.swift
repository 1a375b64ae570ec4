public import Center

/// How many agents of each team are present, interval by interval.
public struct StaffingPlan: Sendable, Hashable {
  /// Present agents by team, simulated day and interval of the day.
  public var present: [[[Int]]]

  /// A plan from its numbers.
  public init(present: [[[Int]]]) {
    self.present = present
  }

  /// Whoever a center has scheduled: heads after shrinkage, and of a roster the mean of each
  /// interval, rounded up. Absence, overtime and intraday rules come on top.
  ///
  /// - Complexity: O(teams × intervals).
  public init(of center: Center) {
    let perDay = center.calendar.intervalsPerDay
    present = center.teams.map { team in
      let means = center.scheduledPresent(of: team)
      return (0..<center.calendar.simulatedDays).map { day in
        means[(day * perDay)..<((day + 1) * perDay)].map { Int(($0 - 1e-9).rounded(.up)) }
      }
    }
  }

  /// The center with these agents: present heads by interval, without shifts, schedules and
  /// exceptions. Absence stays what it is.
  public func applied(to center: Center) -> Center {
    var center = center
    for team in center.teams.indices {
      center.teams[team].agents = present[team].map { $0.map(Double.init) }
      center.teams[team].agentsAre = .present
      center.teams[team].roster = []
      center.teams[team].rosterExceptions = []
    }
    return center
  }

  /// Paid time in the counted days, by team [agent-hours].
  public func paidHours(in center: Center) -> [Double] {
    let calendar = center.calendar
    let hours = Double(calendar.intervalLength) / 3600
    return center.teams.indices.map { team in
      let heads = present[team][calendar.countedDays].reduce(0) { $0 + $1.reduce(0, +) }
      return Double(heads) * hours / (1 - center.teams[team].shrinkage)
    }
  }

  /// Full-time equivalents over the counted days, by team.
  public func fullTimeEquivalents(in center: Center) -> [Double] {
    paidHours(in: center).map { $0 * 3600 / center.calendar.fullTimeEquivalentTime }
  }

  /// What the paid time of the counted days costs. In a center where no team has a wage every hour
  /// counts alike.
  public func cost(in center: Center) -> Double {
    let wages = StaffingPlan.hourlyCosts(center)
    return zip(paidHours(in: center), wages).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// What a paid hour of each team counts.
  static func hourlyCosts(_ center: Center) -> [Double] {
    let hasWages = center.teams.contains { $0.wage > 0 }
    return center.teams.map { hasWages ? $0.wage : 1 }
  }
}
