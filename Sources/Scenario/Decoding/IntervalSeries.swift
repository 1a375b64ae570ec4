internal import Center

/// A table's values on the calendar's intervals.
///
/// Rows longer than an interval are split, shorter ones are put together. A time without a row is
/// nothing before the first and after the last row of a day, and an error between them and
/// inside the hours.
struct IntervalSeries {
  /// What the values are: how they split.
  enum Meaning {
    /// Counts, which split evenly and add.
    case volume
    /// Levels, which hold throughout a row.
    case level
  }

  private let reading: ScenarioDecoder.TableReading
  private let calendar: PlanningCalendar
  private let hours: WeekMask?
  private let meaning: Meaning
  /// The dates of the table by their weekday, in order: it may have a million.
  private let datesByWeekday: [[CivilDate]]
  private var firstMissing: String?
  private var missing: Set<String> = []

  /// A table on a calendar.
  ///
  /// - Parameter hours: The intervals that need a row in any case; nil when there are none.
  init(
    _ reading: ScenarioDecoder.TableReading, calendar: PlanningCalendar, hours: WeekMask?,
    meaning: Meaning
  ) {
    self.reading = reading
    self.calendar = calendar
    self.hours = hours
    self.meaning = meaning
    var dates: [[CivilDate]] = Array(repeating: [], count: 7)
    for day in reading.table.days {
      if let date = CivilDate(year: day.year, month: day.month, day: day.day) {
        dates[date.weekday.rawValue].append(date)
      }
    }
    datesByWeekday = dates.map { $0.sorted() }
  }

  private var table: IntervalTable { reading.table }

  /// An error for the first time without a row that needs one.
  func throwIfRowsAreMissing(_ hoursInWords: String) throws(Diagnostic) {
    guard let firstMissing else { return }
    let more = missing.count > 1 ? ", nor for \(missing.count - 1) more" : ""
    throw Diagnostic(
      .missingRow, at: reading.fileOrigin, path: reading.path,
      "'\(reading.name)' has no row for \(firstMissing)\(more), inside \(hoursInWords)")
  }

  /// The values of each weekday, for a table without dates.
  mutating func week() throws(Diagnostic) -> [[Double]] {
    var week: [[Double]] = []
    for weekday in 0..<7 {
      let label = table.shape == .weekdays ? Weekday.allCases[weekday].abbreviation + " " : ""
      week.append(
        try values(
          day: .init(year: 0, month: 0, day: 0), weekday: weekday, label: label, isNeeded: false))
    }
    return week
  }

  /// The values of each simulated day.
  ///
  /// A day of the warm-up or follow-up that a table with dates does not have takes the nearest
  /// day of the table with the same weekday.
  mutating func rows() throws(Diagnostic) -> [[Double]] {
    guard table.shape == .dates else {
      let week = try week()
      return (0..<calendar.simulatedDays).map {
        week[calendar.date(ofSimulatedDay: $0).weekday.rawValue]
      }
    }
    var rows: [[Double]] = []
    for index in 0..<calendar.simulatedDays {
      let isCounted = calendar.countedDays.contains(index)
      var date = calendar.date(ofSimulatedDay: index)
      if !isCounted, !table.days.contains(Self.day(date)) { date = substitute(for: date) ?? date }
      rows.append(
        try values(
          day: Self.day(date), weekday: date.weekday.rawValue, label: "\(date) ",
          isNeeded: isCounted))
    }
    return rows
  }

  private static func day(_ date: CivilDate) -> IntervalTable.Day {
    let (year, month, day) = date.components
    return .init(year: year, month: month, day: day)
  }

  /// The nearest day of the table with the same weekday; the earlier of two as near.
  private func substitute(for date: CivilDate) -> CivilDate? {
    let dates = datesByWeekday[date.weekday.rawValue]
    var low = 0
    var high = dates.count
    while low < high {
      let middle = (low + high) / 2
      if dates[middle] < date { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return dates.first }
    guard low < dates.count else { return dates.last }
    let (before, after) = (dates[low - 1], dates[low])
    let isNearer =
      after.daysSinceEpoch - date.daysSinceEpoch < date.daysSinceEpoch - before.daysSinceEpoch
    return isNearer ? after : before
  }

  // MARK: One day

  private mutating func values(
    day: IntervalTable.Day, weekday: Int, label: String, isNeeded: Bool
  ) throws(Diagnostic) -> [Double] {
    let length = calendar.intervalLength / 60
    let step = min(length, table.rowMinutes)
    guard calendar.intervalLength % 60 == 0, max(length, table.rowMinutes) % step == 0 else {
      throw Diagnostic(
        .rowsDoNotFit, at: reading.fileOrigin, path: reading.path,
        "rows of \(table.rowMinutes) minutes do not fit the calendar's intervals of "
          + DurationText.text(seconds: Double(calendar.intervalLength)))
    }
    let entries = stride(from: 0, to: 1_440, by: step).map {
      table.entry(minute: $0, day: day, weekday: weekday)
    }
    let first = entries.firstIndex { $0 != nil }
    let last = entries.lastIndex { $0 != nil }
    let open = hours?.days[weekday]
    for (index, entry) in entries.enumerated() where entry == nil {
      let isGap = first.map { $0 < index } ?? false && last.map { $0 > index } ?? false
      let isOpen = open?[index * step / length] ?? false
      // A counted day without a single row is a hole in the table, unless nothing is open.
      let isHole = isNeeded && first == nil && open == nil
      if isGap || isOpen || isHole {
        let time = label + TimeText.clock(minute: index * step)
        firstMissing = firstMissing ?? time
        missing.insert(time)
      }
    }
    return try combined(entries.map { $0?.value ?? 0 }, entries, perInterval: length / step)
  }

  private func combined(
    _ values: [Double], _ entries: [IntervalTable.Entry?], perInterval: Int
  ) throws(Diagnostic) -> [Double] {
    switch meaning {
    case .volume:
      let rowsPerStep = Double(max(1, table.rowMinutes * 60 / calendar.intervalLength))
      return stride(from: 0, to: values.count, by: perInterval).map { start in
        values[start..<start + perInterval].reduce(0, +) / rowsPerStep
      }
    case .level:
      var levels: [Double] = []
      for start in stride(from: 0, to: values.count, by: perInterval) {
        let part = values[start..<start + perInterval]
        if let other = part.indices.first(where: { values[$0] != values[start] }) {
          throw Diagnostic(
            .rowsDoNotFit, at: (entries[other] ?? entries[start])?.origin, path: reading.path,
            "the number changes within an interval of the calendar",
            hint: "write \"interval\": \"\(table.rowMinutes)m\" in the calendar")
        }
        levels.append(values[start])
      }
      return levels
    }
  }
}
