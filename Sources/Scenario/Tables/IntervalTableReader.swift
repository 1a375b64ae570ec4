/// Finds the columns of a table by intervals, and reads the time of its rows.
struct IntervalTableReader {
  private let table: CSVTable
  private let selection: IntervalTable.Selection
  private let timeColumn: Int
  private let dateColumn: Int?
  /// The columns with values, and the weekdays each is for; one nil when it is for all days.
  let valueColumns: [(column: Int, weekdays: [Int?])]
  /// Whether rows have dates.
  let hasDates: Bool

  /// Whether columns are for weekdays.
  var hasWeekdays: Bool { valueColumns.first?.weekdays.first.map { $0 != nil } ?? false }

  /// Finds the columns.
  ///
  /// - Throws: `missingColumn`, at the name that was asked for, or at the table.
  init(
    _ table: CSVTable, role: String, selection: IntervalTable.Selection
  ) throws(Diagnostic) {
    self.table = table
    self.selection = selection
    let date = try Self.column(["date"], of: table, selection)
    guard
      let time = try Self.column(
        ["interval_start", "time", "interval", "start"], of: table, selection)
    else {
      throw Self.missing("interval_start", in: table)
    }
    timeColumn = time
    dateColumn = date
    if let value = try Self.column([role], of: table, selection) {
      valueColumns = [(value, [nil])]
    } else {
      valueColumns = table.header.indices.compactMap { column in
        TimeText.weekdaySet(table.header[column]).map { (column, $0) }
      }
      guard !valueColumns.isEmpty else { throw Self.missing(role, in: table) }
    }
    let firstTime = table.rowCount > 0 ? table.text(row: 0, column: time) : ""
    hasDates = date != nil || Self.split(firstTime).date != nil
    if hasDates, hasWeekdays {
      throw Diagnostic(
        .malformedTable, at: table.origin(column: valueColumns[0].column),
        "the table has both dates and columns for weekdays",
        hint: "name the column to read with \"columns\": { \"\(role)\": … }")
    }
  }

  /// The column that the selection, or the table itself, gives one of some names.
  static func column(
    _ names: [String], of table: CSVTable, _ selection: IntervalTable.Selection
  ) throws(Diagnostic) -> Int? {
    for name in names {
      if let (_, node) = selection.columns.first(where: { $0.role == name }) {
        return try column(node.string ?? "", at: node.origin, of: table)
      }
    }
    for name in names {
      if let column = try only(name, of: table) { return column }
    }
    return nil
  }

  /// The one column of a name, ignoring case.
  private static func only(
    _ name: String, of table: CSVTable
  ) throws(Diagnostic) -> Int? {
    let name = name.lowercased()
    let columns = table.header.indices.filter { table.header[$0].lowercased() == name }
    guard columns.count < 2 else {
      throw Diagnostic(
        .duplicateColumn, at: table.origin(column: columns[1]),
        "\(DisplayText.quoted(table.file.path)) has \(columns.count) columns "
          + DisplayText.quoted(table.header[columns[0]]),
        hint: "rename the others")
    }
    return columns.first
  }

  private static func column(
    _ name: String, at origin: Origin, of table: CSVTable
  ) throws(Diagnostic) -> Int {
    if let column = try only(name, of: table) { return column }
    let file = DisplayText.quoted(table.file.path)
    throw Diagnostic(
      .missingColumn, at: origin, "\(file) has no column \(DisplayText.quoted(name))",
      hint: Suggestion.hint(for: name, among: table.header) ?? columnList(table))
  }

  /// The table lacks a column.
  static func missing(_ name: String, in table: CSVTable) -> Diagnostic {
    Diagnostic(
      .missingColumn, at: table.origin, "the table has no column \(DisplayText.quoted(name))",
      hint: Suggestion.hint(for: name, among: table.header) ?? columnList(table))
  }

  private static func columnList(_ table: CSVTable) -> String {
    let names = table.header.prefix(8).map { DisplayText.quoted($0) }.joined(separator: ", ")
    return "its columns are \(names)" + (table.header.count > 8 ? ", …" : "")
  }

  /// The rows that meet all conditions.
  ///
  /// - Throws: `missingColumn` for a condition on no column, `noRows` when no row is left.
  func selectedRows() throws(Diagnostic) -> [Int] { try Self.rows(of: table, selection) }

  /// The rows of a table that meet all conditions.
  ///
  /// - Throws: `missingColumn` for a condition on no column, `noRows` when no row is left.
  static func rows(
    of table: CSVTable, _ selection: IntervalTable.Selection
  ) throws(Diagnostic) -> [Int] {
    var rows = Array(0..<table.rowCount)
    for (name, node) in selection.conditions {
      let column = try Self.column(name, at: node.origin, of: table)
      let wanted = node.string ?? node.number?.text ?? ""
      let all = rows
      rows = rows.filter { table.text(row: $0, column: column) == wanted }
      if rows.isEmpty {
        let present = all.prefix(1_000).map { table.text(row: $0, column: column) }
        throw Diagnostic(
          .noRows, at: node.origin,
          "no row has \(DisplayText.quoted(wanted)) in column \(DisplayText.quoted(name))",
          hint: Suggestion.hint(for: wanted, among: present))
      }
    }
    if rows.isEmpty {
      throw Diagnostic(.noRows, at: table.origin, "the table has no rows below its header")
    }
    return rows
  }

  /// The date, if the table has dates, and the minute of the day at which a row begins.
  ///
  /// - Throws: `malformedCell`, at the cell.
  func time(ofRow row: Int) throws(Diagnostic) -> (day: IntervalTable.Day?, minute: Int) {
    let text = table.text(row: row, column: timeColumn)
    let (dateText, clock) = Self.split(text)
    guard let minute = TimeText.minute(clock), minute < 1_440 else {
      throw Diagnostic(
        .malformedCell, at: table.origin(row: row, column: timeColumn),
        "\(DisplayText.quoted(text)) is not a time of day", hint: "write it as 08:30")
    }
    guard hasDates else { return (nil, minute) }
    let place = dateColumn ?? timeColumn
    let written = dateColumn.map { table.text(row: row, column: $0) } ?? dateText ?? ""
    guard let date = TimeText.date(written) else {
      throw Diagnostic(
        .malformedCell, at: table.origin(row: row, column: place),
        "\(DisplayText.quoted(written)) is not a date", hint: "write it as 2026-11-23")
    }
    return (.init(year: date.year, month: date.month, day: date.day), minute)
  }

  /// A date and a time of day, where `08:00-08:30` begins at 08:00.
  static func split(_ text: String) -> (date: String?, clock: String) {
    guard text.utf8.count <= 48 else { return (nil, "") }
    if TimeText.minute(text) != nil { return (nil, text) }
    if let cut = text.utf8.firstIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T") }
    ),
      TimeText.date(text[..<cut]) != nil
    {
      return (String(text[..<cut]), TimeText.trimmed(text[text.index(after: cut)...]))
    }
    if let cut = text.firstIndex(where: { $0 == "-" || $0 == "\u{2013}" }) {
      return (nil, TimeText.trimmed(text[..<cut]))
    }
    return (nil, text)
  }
}
