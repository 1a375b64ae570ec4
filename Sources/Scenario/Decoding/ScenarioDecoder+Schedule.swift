internal import Center

extension ScenarioDecoder {
  /// The duties of a team by a schedule of single agents.
  mutating func schedule(
    _ section: Section, hours: WeekMask?, team: String, _ center: Center
  ) throws(Diagnostic) -> [RosteredDuty] {
    guard let (node, path) = section.child("schedule") else { return [] }
    let details = Section(node, path: path, kind: .object(.scheduleTable), log: log)
    guard let name = details.map({ $0.child("file") }) ?? (node, path),
      let table = try table(name.node, name.path)
    else { return [] }
    try countRows(table.rowCount, at: name.node.origin, path: path)
    var selection = IntervalTable.Selection()
    if let columns = details?.section("columns") {
      for key in ScheduleTable.columns {
        if let node = columns.node(key) { selection.columns.append((key, node)) }
      }
    }
    if let conditions = details?.section("where") {
      selection.conditions = conditions.object.members.map { ($0.key, $0.value) }
    }
    var words: [String: String] = [:]
    for member in details?.section("activities")?.object.members ?? [] {
      words[member.key.lowercased()] = member.value.string
    }
    do throws(Diagnostic) {
      let schedule = try ScheduleTable(table, selection: selection, activities: words, team: team)
      let roster = ScheduledRoster(schedule, calendar: center.calendar)
      let duties = try roster.duties()
      try requireSomebody(on: duties, hours, center.calendar, at: name.node.origin, path, schedule)
      return duties
    } catch {
      throw Diagnostic(
        error.code, at: error.origin, path: path, error.message, hint: error.hint)
    }
  }

  /// Every counted day on which the team has hours must have somebody on duty.
  private func requireSomebody(
    on duties: [RosteredDuty], _ hours: WeekMask?, _ calendar: PlanningCalendar,
    at origin: Origin, _ path: SyntaxPath, _ schedule: ScheduleTable
  ) throws(Diagnostic) {
    guard let hours else { return }
    let worked = Set(duties.map(\.day))
    for day in calendar.countedDays where !worked.contains(day) {
      let date = calendar.date(ofSimulatedDay: day)
      if hours.days[date.weekday.rawValue].contains(true) {
        throw Diagnostic(
          .missingRow, at: origin, path: path, "the schedule has nobody on \(date)",
          hint: "write the team's \"hours\" if it does not work then")
      }
    }
  }
}
