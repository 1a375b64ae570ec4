internal import Center

extension ScenarioDecoder {
  /// Reads a volume of measured instants into a class.
  ///
  /// Rows outside the simulated days are not read; a day without rows has no issues.
  /// - Returns: Whether the volume is one, read or not.
  mutating func readTrace(
    _ volume: Section, _ node: SyntaxNode, into demandClass: inout DemandClass,
    calendar: PlanningCalendar
  ) throws(Diagnostic) -> Bool {
    guard let trace = volume.section("trace") else { return false }
    if volume.text("counts") == "offered", let (node, path) = volume.child("counts") {
      throw Diagnostic(
        .contradiction, at: node.origin, path: path,
        "the instants of a trace are those of issues", hint: "write \"counts\": \"issues\"")
    }
    let others = ["profile", "dayVariation", "forecastError", "arrivalNoise"] + Self.factorKeys
    for key in others where volume.object.place(of: key) != nil {
      guard let (node, path) = volume.child(key) else { continue }
      throw Diagnostic(
        .contradiction, at: node.origin, path: path,
        "a trace holds the issues as they came; nothing changes them")
    }
    if let edit = node.adjustments.first {
      throw Diagnostic(
        .editDoesNotApply, at: edit.origin, path: volume.path,
        "a trace holds the issues as they came; nothing multiplies it")
    }
    guard let (file, path) = trace.child("file"), let table = try table(file, path) else {
      return true
    }
    let name = trace.text("column") ?? ""
    guard let column = table.column(named: name) else {
      throw Diagnostic(
        .missingColumn, at: file.origin, path: trace.path,
        "\(DisplayText.quoted(file.string ?? "")) has no column \(DisplayText.quoted(name))",
        hint: Suggestion.hint(for: name, among: table.header))
    }
    try countRows(table.rowCount, at: file.origin, path: path)
    let first = calendar.date(ofSimulatedDay: 0).daysSinceEpoch
    var days: [[Double]] = Array(repeating: [], count: calendar.simulatedDays)
    for row in 0..<table.rowCount {
      let text = table.text(row: row, column: column)
      guard let (date, second) = Self.instant(text) else {
        throw Diagnostic(
          .malformedCell, at: table.origin(row: row, column: column), path: trace.path,
          "\(DisplayText.quoted(text)) is not an instant",
          hint: "write it as 2026-11-23 08:30:12")
      }
      let day = date.daysSinceEpoch - first
      if days.indices.contains(day) {
        days[day].append(Double(day * PlanningCalendar.dayLength) + second)
      }
    }
    guard days.contains(where: { !$0.isEmpty }) else {
      throw Diagnostic(
        .noRows, at: file.origin, path: path,
        "no row of \(DisplayText.quoted(file.string ?? "")) lies on a simulated day")
    }
    demandClass.arrivals = .measured(days.map { $0.sorted() })
    demandClass.expectedIssues = Self.counted(days, calendar)
    return true
  }

  /// How many instants lie in each interval.
  private static func counted(_ days: [[Double]], _ calendar: PlanningCalendar) -> [[Double]] {
    days.enumerated().map { day, instants in
      var counts = Array(repeating: 0.0, count: calendar.intervalsPerDay)
      for instant in instants {
        let second = instant - Double(day * PlanningCalendar.dayLength)
        counts[Int(second / Double(calendar.intervalLength))] += 1
      }
      return counts
    }
  }

  /// The day and the second of it of `2026-11-23 08:30:12`, `…T08:30:12.5` or `… 08:30`.
  private static func instant(_ text: String) -> (CivilDate, Double)? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == " " || $0 == "T"
    }
    guard parts.count == 2, let date = TimeText.date(parts[0]),
      let day = CivilDate(year: date.year, month: date.month, day: date.day)
    else { return nil }
    let fields = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(fields.count), let hour = number(fields[0], digits: 1...2), hour < 24,
      let minute = number(fields[1], digits: 2...2), minute < 60
    else { return nil }
    var second = 0.0
    if fields.count == 3 {
      let halves = fields[2].split(separator: ".", omittingEmptySubsequences: false)
      guard let whole = number(halves[0], digits: 2...2), whole < 60, halves.count <= 2 else {
        return nil
      }
      second = Double(whole)
      if halves.count == 2 {
        guard let fraction = number(halves[1], digits: 1...9) else { return nil }
        second += halves[1].utf8.reduce(Double(fraction)) { value, _ in value / 10 }
      }
    }
    return (day, Double(hour * 3600 + minute * 60) + second)
  }

  private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }
}
