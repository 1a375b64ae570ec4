internal import Center

extension ScenarioDecoder {
  /// The volume of every interval of every simulated day, as it is counted.
  mutating func expectedVolume(
    _ volume: Section, hours: WeekMask?, calendar: PlanningCalendar
  ) throws(Diagnostic) -> [[Double]]? {
    let intervals = calendar.intervalsPerDay
    if let (node, path) = volume.child("profile"), volume.object.place(of: "perDay") == nil {
      throw Diagnostic(
        .contradiction, at: node.origin, path: path, "a profile goes with perDay only")
    }
    if let (node, path) = volume.child("perInterval") {
      if let list = node.array {
        let values = list.compactMap { $0.number?.value }
        try requireWholeDay(values.count, of: node, path, calendar)
        return Array(repeating: values, count: calendar.simulatedDays)
      }
      let value = node.number?.value ?? 0
      return Array(
        repeating: Array(repeating: value, count: intervals), count: calendar.simulatedDays)
    }
    if volume.object.place(of: "file") != nil {
      guard let reading = try intervalTable(volume, role: "volume", maximum: 1e9, calendar)
      else { return nil }
      var series = IntervalSeries(reading, calendar: calendar, hours: hours, meaning: .volume)
      let rows = try series.rows()
      try series.throwIfRowsAreMissing("the opening hours")
      return rows
    }
    let perDay = volume.number("perDay") ?? 0
    guard let (profile, path) = volume.child("profile") else {
      let value = perDay / Double(intervals)
      return Array(
        repeating: Array(repeating: value, count: intervals), count: calendar.simulatedDays)
    }
    let weights = try weights(volume, profile, path, hours: hours, calendar: calendar)
    guard let weights else { return nil }
    let week = try scaled(weights.week, toAverage: perDay, days: weights.days, profile, path)
    return (0..<calendar.simulatedDays).map {
      week[calendar.date(ofSimulatedDay: $0).weekday.rawValue]
    }
  }

  private func requireWholeDay(
    _ count: Int, of node: SyntaxNode, _ path: SyntaxPath, _ calendar: PlanningCalendar
  ) throws(Diagnostic) {
    guard count == calendar.intervalsPerDay else {
      throw Diagnostic(
        .outOfRange, at: node.origin, path: path,
        "\(count) elements, but a day has \(calendar.intervalsPerDay) intervals of "
          + DurationText.text(seconds: Double(calendar.intervalLength)))
    }
  }

  /// The weights of a week's intervals, and the weekdays that the profile has.
  private mutating func weights(
    _ volume: Section, _ profile: SyntaxNode, _ path: SyntaxPath, hours: WeekMask?,
    calendar: PlanningCalendar
  ) throws(Diagnostic) -> (week: [[Double]], days: Set<Int>)? {
    if let list = profile.array {
      let values = list.compactMap { $0.number?.value }
      try requireWholeDay(values.count, of: profile, path, calendar)
      return (Array(repeating: values, count: 7), Set(0..<7))
    }
    guard let section = volume.section("profile"),
      let reading = try intervalTable(section, role: "volume", maximum: 1e12, calendar)
    else { return nil }
    guard reading.table.shape != .dates else {
      throw Diagnostic(
        .malformedTable, at: reading.fileOrigin, path: reading.path,
        "a profile has times of day or weekdays, not dates",
        hint: "write volume: { \"file\": … } for a forecast")
    }
    var series = IntervalSeries(reading, calendar: calendar, hours: hours, meaning: .volume)
    let week = try series.week()
    try series.throwIfRowsAreMissing("the opening hours")
    return (week, reading.table.shape == .weekdays ? reading.table.weekdays : Set(0..<7))
  }

  /// The week with factors such that the days that a profile has average a volume.
  private func scaled(
    _ week: [[Double]], toAverage perDay: Double, days: Set<Int>, _ node: SyntaxNode,
    _ path: SyntaxPath
  ) throws(Diagnostic) -> [[Double]] {
    let total = week.enumerated().filter { days.contains($0.offset) }
      .reduce(0) { $0 + $1.element.reduce(0, +) }
    guard total > 0, total.isFinite else {
      throw Diagnostic(.contradiction, at: node.origin, path: path, "the profile sums to 0")
    }
    let average = total / Double(days.count)
    return week.map { $0.map { $0 * perDay / average } }
  }

  // MARK: Tables by interval

  /// A table by intervals as a value names it.
  struct TableReading {
    /// The table.
    let table: IntervalTable
    /// Where its name was written, and the way to the value that names it.
    let fileOrigin: Origin
    let path: SyntaxPath
    /// Its name as written.
    let name: String
  }

  /// Counts rows that are read, up to the limit.
  mutating func countRows(
    _ count: Int, at origin: Origin, path: SyntaxPath
  ) throws(Diagnostic) {
    rowsRead += count
    guard rowsRead <= files.limits[.tableRows] else {
      throw Diagnostic(
        .limitExceeded, at: origin, path: path,
        "more than \(files.limits.inWords(.tableRows)) rows of tables are read, the limit")
    }
  }

  /// Reads the table that a section names with `file`, `columns` and `where`.
  mutating func intervalTable(
    _ section: Section, role: String, maximum: Double, _ calendar: PlanningCalendar
  ) throws(Diagnostic) -> TableReading? {
    guard let (node, path) = section.child("file"), let table = try table(node, path) else {
      return nil
    }
    var selection = IntervalTable.Selection()
    if let columns = section.section("columns") {
      for key in ["interval_start", "time", "date", role] {
        if let node = columns.node(key) { selection.columns.append((key, node)) }
      }
    }
    if let conditions = section.section("where") {
      selection.conditions = conditions.object.members.map { ($0.key, $0.value) }
    }
    try countRows(table.rowCount, at: node.origin, path: section.path)
    do {
      let intervals = try IntervalTable(table, role: role, selection: selection, maximum: maximum)
      if intervals.shape == .dates {
        let steps = calendar.simulatedDays * (1_440 / intervals.rowMinutes)
        try countRows(steps, at: node.origin, path: section.path)
      }
      return TableReading(
        table: intervals, fileOrigin: node.origin, path: section.path, name: node.string ?? "")
    } catch {
      throw Diagnostic(
        error.code, at: error.origin, path: section.path, error.message, hint: error.hint)
    }
  }
}
