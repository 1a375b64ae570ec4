internal import Center

/// The rows of a schedule as duties on the simulated days.
///
/// Where rows of one agent lie over each other, a break goes before work: a row for the whole
/// shift and one for the lunch in it are what many systems write.
struct ScheduledRoster {
  private let schedule: ScheduleTable
  private let calendar: PlanningCalendar

  /// A schedule on a calendar.
  init(_ schedule: ScheduleTable, calendar: PlanningCalendar) {
    self.schedule = schedule
    self.calendar = calendar
  }

  /// The duties, by simulated day and agent.
  ///
  /// A day of the warm-up or follow-up, or the one before the first, that the schedule does not have takes the nearest day of
  /// the schedule with the same weekday; the earlier of two as near.
  /// - Throws: `contradiction` where two rows of an agent have the same kind of activity at one time.
  /// - Complexity: O(rows × log rows + days × rows of a day).
  func duties() throws(Diagnostic) -> [RosteredDuty] {
    var byDate: [CivilDate: [ScheduleTable.Entry]] = [:]
    for entry in schedule.entries { byDate[entry.date, default: []].append(entry) }
    let dates = byDate.keys.sorted()
    var pieces: [CivilDate: [Piece]] = [:]
    for date in dates { pieces[date] = try Self.pieces(of: byDate[date] ?? []) }
    var duties: [RosteredDuty] = []
    // Of the evening before the first day, what lasts over midnight.
    for day in -1..<calendar.simulatedDays {
      var date = calendar.date(ofSimulatedDay: day)
      if byDate[date] == nil {
        if calendar.countedDays.contains(day) { continue }
        let alike = dates.filter { $0.weekday == date.weekday }
        guard
          let nearest = alike.min(by: {
            abs($0.daysSinceEpoch - date.daysSinceEpoch)
              < abs($1.daysSinceEpoch - date.daysSinceEpoch)
          })
        else { continue }
        date = nearest
      }
      duties += (pieces[date] ?? []).compactMap {
        RosteredDuty(
          agents: $0.agent..<($0.agent + 1), day: day, from: $0.start, to: $0.end,
          activity: $0.activity)
      }
    }
    return duties
  }

  private struct Piece {
    let agent: Int
    let start: Int
    let end: Int
    let activity: RosteredDuty.Activity
  }

  /// The pieces of a day without overlaps, by agent and time.
  private static func pieces(of entries: [ScheduleTable.Entry]) throws(Diagnostic) -> [Piece] {
    var pieces: [Piece] = []
    let sorted = entries.indices.sorted {
      (entries[$0].agent, entries[$0].start, $0) < (entries[$1].agent, entries[$1].start, $1)
    }.map { entries[$0] }
    var first = 0
    while first < sorted.count {
      let end = sorted[first...].firstIndex { $0.agent != sorted[first].agent } ?? sorted.count
      let own = sorted[first..<end]
      let breaks = own.filter { $0.activity != .working }
      let work = own.filter { $0.activity == .working }
      for rows in [breaks, work] {
        for (left, right) in zip(rows, rows.dropFirst()) where left.end > right.start {
          throw Diagnostic(
            .contradiction, at: right.origin,
            "the agent has two activities at the same time",
            hint: "the other is on line \(left.origin.position.line)")
        }
      }
      for row in breaks {
        pieces.append(
          Piece(agent: row.agent, start: row.start, end: row.end, activity: row.activity))
      }
      for row in work {
        var time = row.start
        for pause in breaks where pause.end > time && pause.start < row.end {
          if time < pause.start {
            pieces.append(
              Piece(agent: row.agent, start: time, end: pause.start, activity: .working))
          }
          time = pause.end
        }
        if time < row.end {
          pieces.append(Piece(agent: row.agent, start: time, end: row.end, activity: .working))
        }
      }
      first = end
    }
    return pieces
  }
}
