public import Center

/// What a telephone system counted, by date, interval and queue: an ACD export.
///
/// Columns are `date` and `interval_start` (or one column with both), `volume` (also called
/// offered), and whatever there is of `queue`, `answered`, `within` or `service_level`, `aht` and
/// `agents`.
public struct ActivityTable: Sendable {
  /// Something that was counted or measured.
  public enum Measure: String, Sendable, CaseIterable {
    /// Contacts that were offered to agents.
    case volume
    /// Contacts that were answered.
    case answered
    /// Contacts that were answered in time.
    case within
    /// The share of the offered that were answered in time.
    case serviceLevel = "service_level"
    /// Mean handle time [s], wrap-up included.
    case handleTime = "aht"
    /// Agents who were there, busy or not.
    case agents

    /// What else exports call the column.
    var otherNames: [String] {
      switch self {
      case .volume: ["offered", "calls offered", "calls_offered", "contacts offered"]
      case .answered: ["handled", "calls answered", "calls_answered"]
      case .within: ["answered_within", "answered within"]
      case .serviceLevel: ["service level", "sl"]
      case .handleTime: ["handle_time_s", "handle_time", "handle time", "avg handle time"]
      case .agents: ["agents_present", "staffed", "agents staffed"]
      }
    }
  }

  /// A row.
  public struct Record: Sendable {
    /// The date.
    public let date: CivilDate
    /// The minute of the day at which the interval begins.
    public let minute: Int
    /// The queue as the export calls it; empty without such a column.
    public let queue: String
    /// The line of the file.
    public let line: Int
    fileprivate let values: [Double?]

    /// A value; `nil` where the export does not have it.
    public subscript(measure: Measure) -> Double? {
      values[Measure.allCases.firstIndex(of: measure)!]
    }
  }

  /// The rows, in the order of the file.
  public let records: [Record]
  /// The length of a row [min]: 15, 30 or 60.
  public let rowMinutes: Int
  /// What the export has columns for.
  public let measures: [Measure]

  private static let roles =
    ["date", "interval_start", "time", "queue"] + Measure.allCases.map(\.rawValue)

  /// Reads an export.
  ///
  /// - Throws: ``TableFailure`` with everything that is wrong: a column that is missing, a cell that
  ///   cannot be read, two rows of one queue for one time, rows that are not of 15, 30 or 60
  ///   minutes.
  /// - Complexity: O(bytes).
  public init(_ file: SourceFile, _ mapping: TableMapping) throws(TableFailure) {
    var diagnostics = Diagnostics()
    do throws(Diagnostic) {
      let table = try CSVTable(file)
      var selection = try mapping.selection(roles: Self.roles)
      let columns = try Self.columns(of: table, &selection)
      let queue = try IntervalTableReader.column(
        ["queue", "skill", "channel"], of: table, selection)
      let reader = try IntervalTableReader(
        table, role: Measure.volume.rawValue, selection: selection)
      guard reader.hasDates else {
        throw Diagnostic(
          .missingColumn, at: table.origin, "the rows have no date",
          hint: "an export has a column date, or dates in its interval_start")
      }
      let rows = try reader.selectedRows()
      let styles = columns.map { column in
        column.map { CSVNumberStyle(table: table, columns: [$0], rows: rows) }
      }
      var records: [Record] = []
      var known: [Key: Int] = [:]
      var lines = LineCounter(table.file)
      for row in rows {
        do throws(Diagnostic) {
          let (day, minute) = try reader.time(ofRow: row)
          guard let day, let date = CivilDate(year: day.year, month: day.month, day: day.day)
          else { continue }
          let origin = table.origin(row: row, column: 0)
          let record = Record(
            date: date, minute: minute,
            queue: queue.map { table.text(row: row, column: $0) } ?? "",
            line: lines.line(at: origin.offset),
            values: try Self.values(table, row: row, columns, styles))
          let key = Key(date: date, minute: minute, queue: record.queue)
          if let first = known.updateValue(record.line, forKey: key) {
            throw Diagnostic(
              .duplicateRow, at: origin,
              "there is a row for this time already, on line \(first)",
              hint: "choose rows with --where, or name the column of queues with --columns queue=…")
          }
          records.append(record)
        } catch {
          diagnostics.addError(error)
        }
      }
      self.records = records
      measures = Measure.allCases.indices.filter { columns[$0] != nil }.map { Measure.allCases[$0] }
      rowMinutes =
        diagnostics.hasErrors
        ? 60
        : try IntervalTable.rowLength(Set(records.map(\.minute)).sorted(), table: table)
    } catch {
      throw TableFailure(error)
    }
    if diagnostics.hasErrors { throw TableFailure(diagnostics) }
  }

  private struct Key: Hashable {
    let date: CivilDate
    let minute: Int
    let queue: String
  }

  /// The column of each measure; that of the volume is given its name.
  private static func columns(
    of table: CSVTable, _ selection: inout IntervalTable.Selection
  ) throws(Diagnostic) -> [Int?] {
    var columns: [Int?] = []
    for measure in Measure.allCases {
      columns.append(
        try IntervalTableReader.column(
          [measure.rawValue] + measure.otherNames, of: table, selection))
    }
    if let volume = columns[0], !selection.columns.contains(where: { $0.role == "volume" }) {
      selection.columns.append(
        ("volume", SyntaxNode(.string(table.header[volume]), at: table.origin(column: volume))))
    }
    return columns
  }

  private static func values(
    _ table: CSVTable, row: Int, _ columns: [Int?], _ styles: [CSVNumberStyle?]
  ) throws(Diagnostic) -> [Double?] {
    var values: [Double?] = []
    for (index, measure) in Measure.allCases.enumerated() {
      guard let column = columns[index], let style = styles[index],
        // What was not offered has no handle time and no service level.
        measure == .volume || !table.text(row: row, column: column).isEmpty
      else {
        values.append(nil)
        continue
      }
      let value =
        measure == .handleTime
        ? try style.seconds(table, row: row, column: column)
        : try style.number(table, row: row, column: column)
      let most = measure == .serviceLevel ? 1 : measure == .handleTime ? 604_800 : 1e9
      guard value <= most else {
        throw Diagnostic(
          .malformedCell, at: table.origin(row: row, column: column),
          "\(DisplayText.quoted(table.text(row: row, column: column))) is too large here",
          hint: measure == .serviceLevel
            ? "a service level is 0…1; did you mean \(DurationText.plain(value / 100))?"
            : "the largest is \(DurationText.plain(most))")
      }
      values.append(value)
    }
    return values
  }
}

/// The lines of places that come in rising order, each byte looked at once.
private struct LineCounter {
  private let file: SourceFile
  private var line = 1
  private var offset = 0

  init(_ file: SourceFile) { self.file = file }

  mutating func line(at place: Int) -> Int {
    while offset < min(place, file.bytes.count) {
      let byte = file.bytes[offset]
      offset += 1
      let isPair = byte == 0x0D && offset < file.bytes.count && file.bytes[offset] == 0x0A
      if byte == 0x0A || (byte == 0x0D && !isPair) { line += 1 }
    }
    return line
  }
}
