import Center

/// By how much a real day differs from its plan, in the terms of a center: factors of issues and
/// talk times, and differences of agents.
struct ActualFactors {
  /// The factor of each class's issues, by interval of the day.
  private(set) var issues: [[Double]]
  /// The factor of the talk time and wrap-up of each queue.
  private(set) var work: [Double]
  /// How many more agents each team had present, by interval of the day.
  private(set) var agents: [[Double]]
  /// Contacts that came when the plan expects none: no factor makes them.
  private(set) var unplanned = 0.0

  /// Compares a day with what the plan leads to.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - center: The center of the day.
  ///   - queues: The center's queues.
  ///   - planned: What the plan leads to on average, by interval.
  /// - Throws: `ActualDayError` where two parts contradict each other.
  init(
    _ day: ActualDay, _ center: Center, queues: [Queue], planned: DayMeans
  ) throws(ActualDayError) {
    let intervals = center.calendar.intervalsPerDay
    issues = Array(repeating: Array(repeating: 1, count: intervals), count: center.demand.count)
    work = Array(repeating: 1, count: queues.count)
    agents = Array(repeating: Array(repeating: 0, count: intervals), count: center.teams.count)
    addVolume(day, queues: queues, planned: planned, intervals: intervals)
    addWork(day, planned: planned)
    try addAgents(day, center, queues: queues, planned: planned)
  }

  private mutating func addVolume(
    _ day: ActualDay, queues: [Queue], planned: DayMeans, intervals: Int
  ) {
    for interval in 0..<intervals {
      var expected = [Double](repeating: 0, count: issues.count)
      var came = expected
      for part in day.parts {
        let plan = part.queues.reduce(0) { $0 + planned.offered(queue: $1, interval) }
        let counted = part.intervals[interval]?.offered
        if plan == 0 { unplanned += counted ?? 0 }
        let factor = plan > 0 ? (counted ?? plan) / plan : 1
        for queue in part.queues {
          let share = planned.offered(queue: queue, interval)
          expected[queues[queue].demandClass] += share
          came[queues[queue].demandClass] += share * factor
        }
      }
      for demandClass in issues.indices where expected[demandClass] > 0 {
        issues[demandClass][interval] = Self.rounded(came[demandClass] / expected[demandClass])
      }
    }
  }

  private mutating func addWork(_ day: ActualDay, planned: DayMeans) {
    for part in day.parts {
      var (time, contacts) = (0.0, 0.0)
      for counts in part.intervals.compactMap(\.self) {
        guard let mean = counts.handleTime else { continue }
        let number = counts.answered ?? counts.offered
        time += mean * number
        contacts += number
      }
      let plan = planned.handleTime(queues: part.queues)
      guard contacts > 0, time > 0, let plan, plan > 0 else { continue }
      for queue in part.queues { work[queue] = Self.rounded(time / contacts / plan) }
    }
  }

  private mutating func addAgents(
    _ day: ActualDay, _ center: Center, queues: [Queue], planned: DayMeans
  ) throws(ActualDayError) {
    var givenBy = [Int?](repeating: nil, count: center.teams.count)
    for (index, part) in day.parts.enumerated()
    where part.intervals.contains(where: { $0?.agents != nil }) {
      let teams = Self.teams(of: part, center, queues: queues)
      var isNew = true
      for team in teams {
        if let first = givenBy[team] {
          let other = day.parts[first]
          guard Self.teams(of: other, center, queues: queues) == teams,
            other.intervals.map({ $0?.agents }) == part.intervals.map({ $0?.agents })
          else {
            throw .agentsDisagree(
              team: center.teams[team].name, first: other.row, second: part.row)
          }
          isNew = false
        }
        givenBy[team] = index
      }
      guard isNew else { continue }
      for (interval, counts) in part.intervals.enumerated() {
        guard let present = counts?.agents else { continue }
        // Whoever is scheduled, not whoever was simulated: last calls make somebody stay longer.
        let plan = teams.map { team in
          Self.isExact(center.teams[team])
            ? Double(center.teams[team].presentAgents[center.calendar.warmUpDays][interval])
            : planned.agents(team: team, interval)
        }
        let all = plan.reduce(0, +)
        for (team, its) in zip(teams, plan) {
          let share = all > 0 ? its / all : 1 / Double(teams.count)
          agents[team][interval] = Self.rounded((present - all) * share)
        }
      }
    }
  }

  /// The teams that serve a part first.
  static func teams(
    of part: ActualDay.Part, _ center: Center, queues: [Queue]
  ) -> [Int] {
    func rank(_ team: Team) -> Int {
      part.queues.compactMap { queue in
        team.skill(
          channel: center.channels[queues[queue].channel].name,
          demandClass: center.demand[queues[queue].demandClass].name)?.rank
      }.min() ?? .max
    }
    let ranks = center.teams.map(rank)
    let best = ranks.min() ?? .max
    return best == .max ? [] : ranks.indices.filter { ranks[$0] == best }
  }

  /// To nine decimals, so that what is equal but for rounding changes nothing at all.
  private static func rounded(_ value: Double) -> Double {
    value.magnitude < 1e6 ? (value * 1e9).rounded() / 1e9 : value
  }
}

extension ActualFactors {
  /// The center of the day with some of the factors as they really were.
  func applied(_ factors: Set<ActualDay.Factor>, to center: Center) throws -> Center {
    var center = center
    let day = center.calendar.warmUpDays
    if factors.contains(.volume) {
      for demandClass in center.demand.indices {
        for interval in issues[demandClass].indices {
          center.demand[demandClass].expectedIssues[day][interval] *= issues[demandClass][interval]
        }
      }
    }
    if factors.contains(.handleTime) {
      center = try center.scalingWork(Array(zip(center.queues, work)))
    }
    if factors.contains(.staffing) {
      for team in center.teams.indices { applyAgents(ofTeam: team, day: day, to: &center) }
    }
    return center
  }

  /// Whether as many of a team are present as its head counts say.
  private static func isExact(_ team: Team) -> Bool { team.roster.isEmpty && team.absence == 0 }

  private func applyAgents(ofTeam index: Int, day: Int, to center: inout Center) {
    guard agents[index].contains(where: { $0 != 0 }) else { return }
    if Self.isExact(center.teams[index]) {
      // Whole agents, nearest to what was counted; what rounding owes goes on to the next interval.
      let scheduled = center.teams[index].presentAgents[day]
      var owed = 0.0
      for (interval, more) in agents[index].enumerated() where scheduled[interval] > 0 || more != 0
      {
        let wanted = Double(scheduled[interval]) + more + owed
        let present = max(0, wanted.rounded())
        owed = wanted - present
        center.teams[index].agents[day][interval] = present / center.teams[index].presentShare
      }
      return
    }
    let perHead = center.teams[index].presentShare * (1 - center.teams[index].absence)
    let intervals = center.calendar.intervalsPerDay
    for (interval, more) in agents[index].enumerated() where more != 0 {
      let heads = more / perHead
      if center.teams[index].roster.isEmpty {
        let written = center.teams[index].agents[day][interval]
        center.teams[index].agents[day][interval] = max(0, written + heads)
      } else {
        let position = day * intervals + interval
        center.teams[index].rosterExceptions.append(
          RosterException(intervals: position..<(position + 1), agents: heads))
      }
    }
  }
}
