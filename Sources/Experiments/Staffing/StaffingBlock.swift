import Center

/// Intervals of a team in which agents are added and taken together: what a staffing search varies.
public struct StaffingBlock: Sendable, Hashable {
  /// The team.
  public let team: Int
  /// Its counted intervals: positions among the simulated ones, in order.
  public let intervals: [Int]
  /// Intervals of warm-up and follow-up days that are staffed alike.
  let companions: [Int]

  /// How counted intervals are put together.
  public struct Size: Sendable, Hashable {
    /// Intervals in a block, counted from midnight; at least 1.
    public var intervals: Int
    /// Whether all days are staffed alike: a block is then the same time on all of them.
    public var joinsDays: Bool

    /// A size.
    public init(intervals: Int = 1, joinsDays: Bool = false) {
      precondition(intervals > 0, "a block has an interval")
      self.intervals = intervals
      self.joinsDays = joinsDays
    }
  }

  /// The blocks of a center: by team, then time. Where a plan has nobody there is no block: nobody
  /// is sent where no work was planned.
  ///
  /// - Complexity: O(teams × intervals).
  static func all(
    of center: Center, plan: StaffingPlan, size: Size
  ) -> [StaffingBlock] {
    let calendar = center.calendar
    let perDay = calendar.intervalsPerDay
    let companionDays = calendar.countedDays.map { companions(of: $0, in: calendar) }
    return center.teams.indices.flatMap { team -> [StaffingBlock] in
      let isStaffed = { (interval: Int) in
        plan.present[team][interval / perDay][interval % perDay] > 0
      }
      func block(_ days: [Int], from first: Int) -> StaffingBlock? {
        let times = first..<min(first + size.intervals, perDay)
        let counted = days.flatMap { day in times.map { day * perDay + $0 } }.filter(isStaffed)
        guard !counted.isEmpty else { return nil }
        let others = days.flatMap { companionDays[$0 - calendar.warmUpDays] }
        return StaffingBlock(
          team: team, intervals: counted,
          companions: others.flatMap { day in times.map { day * perDay + $0 } }.filter(isStaffed))
      }
      let starts = Array(stride(from: 0, to: perDay, by: size.intervals))
      let counted = Array(calendar.countedDays)
      return size.joinsDays
        ? starts.compactMap { block(counted, from: $0) }
        : counted.flatMap { day in starts.compactMap { block([day], from: $0) } }
    }
  }

  /// The days of warm-up and follow-up that are staffed as this counted one: those of its weekday,
  /// where it is the first of that; without such a day, the counted one that is nearest.
  private static func companions(of day: Int, in calendar: PlanningCalendar) -> [Int] {
    let weekday = { calendar.date(ofSimulatedDay: $0).weekday }
    let counted = calendar.countedDays
    return (0..<calendar.simulatedDays).filter { other in
      guard !counted.contains(other) else { return false }
      let model = counted.first { weekday($0) == weekday(other) }
      return day == model
        ?? (other < counted.lowerBound ? counted.lowerBound : counted.upperBound - 1)
    }
  }
}

extension StaffingPlan {
  /// The plan with more agents in a block, or fewer: never fewer than none.
  func changed(by agents: Int, in block: StaffingBlock) -> StaffingPlan {
    var plan = self
    let perDay = present[block.team].first?.count ?? 1
    for interval in block.intervals + block.companions {
      let (day, time) = interval.quotientAndRemainder(dividingBy: perDay)
      plan.present[block.team][day][time] = max(0, present[block.team][day][time] + agents)
    }
    return plan
  }

  /// Whether a block has an agent to lose: one who is not the team's last. To close a team is not
  /// a question of how many.
  func canLose(in block: StaffingBlock) -> Bool {
    most(in: block) > 0
      && changed(by: -1, in: block).present[block.team].contains { $0.contains { $0 > 0 } }
  }

  /// The most agents in any interval of a block.
  func most(in block: StaffingBlock) -> Int {
    let perDay = present[block.team].first?.count ?? 1
    return block.intervals.reduce(0) { max($0, present[block.team][$1 / perDay][$1 % perDay]) }
  }

  /// A number of its own for each plan, but for one in 2⁶⁴ (FNV-1a).
  var fingerprint: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for number in present.joined().joined() {
      for shift in stride(from: 0, to: 32, by: 8) {
        hash = (hash ^ UInt64(truncatingIfNeeded: number >> shift & 0xff)) &* 0x100_0000_01b3
      }
    }
    return hash
  }
}
