import Center
import Experiments
import Scenario

/// The rows of an export for one day, as parts and intervals of a center.
struct ActualDayReading {
  let day: ActualDay
  /// What the export lacks, in sentences.
  let remarks: [String]

  /// Finds the rows of a day and what they mean in a center.
  ///
  /// - Parameters:
  ///   - table: The export.
  ///   - path: Its file, for messages.
  ///   - date: The day.
  ///   - center: The center.
  ///   - names: What the user says queues are: `NAME=PART`, or `PART`.
  /// - Throws: A failure that says what to do.
  init(
    _ table: ActivityTable, of path: String, on date: CivilDate, _ center: Center,
    names: [String]
  ) throws(Failure) {
    let records = table.records.filter { $0.date == date }
    guard let first = records.first else {
      let dates = table.records.map(\.date)
      throw Failure(
        .badData,
        "Choose a day of \(path): it has no row for \(date), only from "
          + "\(dates.min().map(\.description) ?? "") to \(dates.max().map(\.description) ?? "").")
    }
    let minutes = center.calendar.intervalLength / 60
    guard minutes % table.rowMinutes == 0 else {
      throw Failure(
        .badData,
        "\(path):\(first.line): give rows of \(minutes) minutes or shorter: the scenario's interval "
          + "is shorter than the \(table.rowMinutes) minutes of a row. Or "
          + "--set calendar.interval=\(table.rowMinutes)m.")
    }
    let parts = try PartNames(center, names: names)
    var found: [(part: PartNames.Part, rows: [[ActivityTable.Record]])] = []
    for record in records {
      if let within = record[.within], let answered = record[.answered], within > answered {
        throw Failure(
          .badData,
          "\(path):\(record.line): mend the row: \(within) answered in time are more than the "
            + "\(answered) answered.")
      }
      let part = try parts.part(record, of: path)
      let index: Int
      if let known = found.firstIndex(where: { $0.part == part }) {
        index = known
      } else {
        if let other = found.first(where: { !$0.part.queues.isDisjoint(with: part.queues) }) {
          throw Failure(
            .badData,
            "\(path):\(record.line): leave out one of two queues, with --where or --queue: "
              + "\(part.name) and \(other.part.name) have contacts in common.")
        }
        index = found.count
        found.append((part, Array(repeating: [], count: center.calendar.intervalsPerDay)))
      }
      found[index].rows[record.minute / minutes].append(record)
    }
    if let unused = parts.unused(among: records.map(\.queue)) {
      throw Failure(
        .misuse,
        "Change --queue: \(path) has no queue \"\(unused)\" on \(date), and it is said what that is."
      )
    }
    let rowsPerInterval = minutes / table.rowMinutes
    day = ActualDay(
      date: date,
      parts: found.map { part, rows in
        ActualDay.Part(
          row: part.row, queues: part.queues.sorted(),
          intervals: rows.map { $0.isEmpty ? nil : Self.counts($0, of: rowsPerInterval) })
      })
    remarks = Self.remarks(table, day)
  }

  /// The counts of an interval from the rows in it.
  private static func counts(
    _ records: [ActivityTable.Record], of expected: Int
  ) -> ActualDay.Counts {
    var counts = ActualDay.Counts(offered: 0)
    func sum(_ value: (ActivityTable.Record) -> Double?) -> Double? {
      let values = records.compactMap(value)
      return values.count == records.count ? values.reduce(0, +) : nil
    }
    counts.offered = sum { $0[.volume] } ?? 0
    counts.answered = sum { $0[.answered] ?? ($0[.volume] == 0 ? 0 : nil) }
    counts.answeredWithin = sum { record in
      if let within = record[.within] { return within }
      guard let offered = record[.volume], offered > 0 else { return 0 }
      return record[.serviceLevel].map { $0 * offered }
    }
    var (time, contacts) = (0.0, 0.0)
    for record in records {
      guard let mean = record[.handleTime] else { continue }
      let number = record[.answered] ?? record[.volume] ?? 0
      time += mean * number
      contacts += number
    }
    if contacts > 0 { counts.handleTime = time / contacts }
    // A row that is missing counts as one without agents.
    if let agents = sum({ $0[.agents] }) { counts.agents = agents / Double(expected) }
    return counts
  }

  /// What is missing, so that nobody takes silence for a zero.
  private static func remarks(_ table: ActivityTable, _ day: ActualDay) -> [String] {
    var remarks: [String] = []
    let factors = day.factors
    if !factors.contains(.handleTime) {
      remarks.append("The table has no aht: handle time is as planned, and no cause.")
    }
    if !factors.contains(.staffing) {
      remarks.append("The table has no agents: staffing is as planned, and no cause.")
    }
    if !table.measures.contains(.within), !table.measures.contains(.serviceLevel) {
      remarks.append("The table has neither within nor service_level: nothing is unexplained.")
    }
    if !table.measures.contains(.answered) {
      remarks.append("The table has no answered: aht is weighted by the offered.")
    }
    return remarks
  }
}
