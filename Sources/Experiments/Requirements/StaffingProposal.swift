public import Center

/// The agents proposed for a center, by team and interval, beside what the formulas ask for.
public struct StaffingProposal: Sendable {
  /// What the formulas ask for.
  public let requirement: StaffingRequirement
  /// The formula that the agents are from; `nil`: from simulation.
  public let method: RequirementMethod?
  /// By team, then by simulated interval; `nil` for a team for which the formula has no answer.
  public let present: [[Int]?]
  /// What a search found, where the agents are from one.
  public let search: StaffingResult?

  /// The agents of a formula.
  public init(_ requirement: StaffingRequirement, method: RequirementMethod) {
    self.requirement = requirement
    self.method = method
    present = requirement.teams.map { $0.agents(method) }
    search = nil
  }

  /// The agents of a search.
  public init(_ requirement: StaffingRequirement, search: StaffingResult) {
    self.requirement = requirement
    method = nil
    present = search.plan.present.map { Array($0.joined()) }
    self.search = search
  }

  /// The center.
  public var center: Center { requirement.center }

  /// Agents present over the counted intervals as paid hours.
  ///
  /// - Parameters:
  ///   - present: Agents by simulated interval.
  ///   - team: The position of their team.
  public func paidHours(_ present: [Double], ofTeam team: Int) -> Double {
    let calendar = center.calendar
    let sum = present[calendar.countedIntervals].reduce(0, +)
    return sum * Double(calendar.intervalLength) / 3600 / (1 - center.teams[team].shrinkage)
  }

  /// The full-time equivalents of paid hours.
  public func fullTimeEquivalents(paidHours: Double) -> Double {
    paidHours * 3600 / center.calendar.fullTimeEquivalentTime
  }

  /// The paid hours proposed for a team in the counted days; `nil` without an answer.
  public func paidHours(ofTeam team: Int) -> Double? {
    present[team].map { paidHours($0.map(Double.init), ofTeam: team) }
  }

  /// The paid hours that a team is scheduled for in the counted days.
  public func scheduledHours(ofTeam team: Int) -> Double {
    paidHours(requirement.teams[team].scheduled, ofTeam: team)
  }

  /// The most agents of a team who are to be present in a counted interval.
  public func peak(ofTeam team: Int) -> Int? {
    present[team].map { $0[center.calendar.countedIntervals].max() ?? 0 }
  }

  /// Of one agent less in each block, what simulation says, by team and simulated interval; `nil`
  /// where nobody can be taken, or nothing was simulated.
  public func removals(ofTeam team: Int) -> [StaffingPromise.Verdict?] {
    var verdicts = [StaffingPromise.Verdict?](
      repeating: nil, count: center.calendar.simulatedIntervals)
    for removal in search?.removals ?? [] where removal.block.team == team {
      for interval in removal.block.intervals { verdicts[interval] = removal.verdict }
    }
    return verdicts
  }

  /// The paid hours of the counted days below which, on the way that the search went, a target is
  /// missed for sure; `nil` where nothing was simulated.
  public var leastPaidHours: Double? {
    search?.least.paidHours(in: center).reduce(0, +)
  }

  /// The wages of these hours.
  public var leastWages: Double? {
    search.map { search in
      zip(search.least.paidHours(in: center), center.teams).reduce(0) { $0 + $1.0 * $1.1.wage }
    }
  }

  /// The paid hours proposed for all teams in the counted days; `nil` without an answer for one.
  public var paidHours: Double? {
    center.teams.indices.reduce(0 as Double?) { sum, team in
      sum.flatMap { sum in paidHours(ofTeam: team).map { sum + $0 } }
    }
  }

  /// The counted day with the most work, by its position among the simulated days.
  public var busiestDay: Int {
    let calendar = center.calendar
    let work = calendar.countedDays.map { day in
      let first = day * calendar.intervalsPerDay
      return requirement.teams.reduce(0) {
        $0 + $1.offeredLoad[first..<first + calendar.intervalsPerDay].reduce(0, +)
      }
    }
    let most = work.max() ?? 0
    return calendar.warmUpDays + (work.firstIndex(of: most) ?? 0)
  }
}
