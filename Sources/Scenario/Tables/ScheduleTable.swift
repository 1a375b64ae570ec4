internal import Center

/// A schedule of single agents: rows with an agent, an activity, a start and an end.
struct ScheduleTable {
  /// A row.
  struct Entry {
    /// The agent's number, in the order in which the table first names them.
    let agent: Int
    /// The date of the start.
    let date: CivilDate
    /// From when on [s after the date's midnight].
    let start: Int
    /// Until when [s after the date's midnight]; up to a day later.
    let end: Int
    /// What the agent does.
    let activity: RosteredDuty.Activity
    /// Where it was written.
    let origin: Origin
  }

  /// The columns by the names that the format has for them.
  static let columns = ["date", "team", "agent", "activity", "start", "end"]

  /// The words for activities that need no explanation.
  static let knownActivities: [(word: String, meaning: String)] =
    ["working", "work", "available", "phone", "chat", "email", "shift", "on queue"]
    .map { ($0, "working") }
    + ["paid", "break", "meeting", "training", "coaching"].map { ($0, "paid") }
    + ["absent", "vacation", "sick"].map { ($0, "absent") }
    + ["unpaid", "lunch", "meal"].map { ($0, "unpaid") }
    + ["off", "day off"].map { ($0, "ignored") }

  /// The rows that put somebody on duty or on a break, in the order of the table.
  private(set) var entries: [Entry] = []

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - activities: What further words mean, by the word in lower case.
  ///   - team: The team whose rows are read, if the table has a column for teams.
  /// - Throws: The first thing that is wrong, at its cell.
  /// - Complexity: O(fields).
  init(
    _ table: CSVTable, selection: IntervalTable.Selection, activities: [String: String],
    team: String
  ) throws(Diagnostic) {
    func column(_ name: String, isNeeded: Bool = true) throws(Diagnostic) -> Int? {
      if let column = try IntervalTableReader.column([name], of: table, selection) { return column }
      guard isNeeded else { return nil }
      throw IntervalTableReader.missing(name, in: table)
    }
    let dateColumn = try column("date", isNeeded: false)
    let teamColumn = try column("team", isNeeded: false)
    guard let agentColumn = try column("agent"), let activityColumn = try column("activity"),
      let startColumn = try column("start"), let endColumn = try column("end")
    else { return }
    var meanings: [String: String] = [:]
    for (word, meaning) in Self.knownActivities { meanings[word] = meaning }
    for (word, meaning) in activities { meanings[word] = meaning }

    var numbers: [String: Int] = [:]
    for row in try IntervalTableReader.rows(of: table, selection) {
      if let teamColumn, table.text(row: row, column: teamColumn) != team { continue }
      let word = table.text(row: row, column: activityColumn)
      guard let meaning = meanings[word.lowercased()] else {
        throw Diagnostic(
          .malformedCell, at: table.origin(row: row, column: activityColumn),
          "\(DisplayText.quoted(word)) is not a known activity",
          hint: "say in \"activities\" whether it is working, paid, unpaid, absent or ignored")
      }
      guard let activity = RosteredDuty.Activity(rawValue: meaning) else { continue }
      let (writtenDate, start) = try Self.time(table, row, startColumn)
      var date = writtenDate
      if let dateColumn {
        date = CivilDate(written: table.text(row: row, column: dateColumn))
      }
      guard let date else {
        throw Diagnostic(
          .malformedCell, at: table.origin(row: row, column: dateColumn ?? startColumn),
          "there is no date", hint: "write it as 2026-11-23")
      }
      let (endDate, endTime) = try Self.time(table, row, endColumn)
      var end = endTime
      if let endDate {
        end += (endDate.daysSinceEpoch - date.daysSinceEpoch) * PlanningCalendar.dayLength
      } else if end <= start {
        end += PlanningCalendar.dayLength
      }
      guard end > start, end - start <= PlanningCalendar.dayLength else {
        throw Diagnostic(
          .malformedCell, at: table.origin(row: row, column: endColumn),
          "it ends before it starts, or lasts more than a day")
      }
      let agent = table.text(row: row, column: agentColumn)
      let number = numbers[agent] ?? numbers.count
      numbers[agent] = number
      entries.append(
        Entry(
          agent: number, date: date, start: start, end: end, activity: activity,
          origin: table.origin(row: row, column: startColumn)))
    }
    guard !entries.isEmpty else {
      throw Diagnostic(
        .noRows, at: table.origin,
        "the schedule has no rows for the team \(DisplayText.quoted(team))")
    }
  }

  /// A time of day, with or without a date before it.
  private static func time(
    _ table: CSVTable, _ row: Int, _ column: Int
  ) throws(Diagnostic) -> (date: CivilDate?, second: Int) {
    let text = table.text(row: row, column: column)
    let (date, clock) = IntervalTableReader.split(text)
    guard let minute = TimeText.minute(clock) else {
      throw Diagnostic(
        .malformedCell, at: table.origin(row: row, column: column),
        "\(DisplayText.quoted(text)) is not a time of day", hint: "write it as 08:30")
    }
    return (date.flatMap { CivilDate(written: $0) }, minute * 60)
  }
}
