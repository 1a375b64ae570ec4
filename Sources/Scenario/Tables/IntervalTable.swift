/// A column of a table by intervals of time: the same every day, by weekday, or by date.
///
/// Rows are matched by their time, never by their position.
struct IntervalTable {
  /// A value and where it was written.
  struct Entry {
    /// The number.
    let value: Double
    /// Where it was written.
    let origin: Origin
  }

  /// A date as a key.
  struct Day: Hashable {
    /// The year, month from 1, and day from 1.
    let year: Int, month: Int, day: Int
  }

  /// What the rows are for.
  enum Shape {
    /// Times of day, one column.
    case everyDay
    /// Times of day, columns for weekdays.
    case weekdays
    /// Dates and times.
    case dates
  }

  /// How rows and columns are chosen.
  struct Selection {
    /// The names of columns that are not called as the format calls them.
    var columns: [(role: String, node: SyntaxNode)] = []
    /// The cells that a row must have to be read.
    var conditions: [(column: String, node: SyntaxNode)] = []
  }

  /// What the rows are for.
  let shape: Shape
  /// The length of a row [min]: 15, 30 or 60.
  let rowMinutes: Int
  /// The table.
  let table: CSVTable

  /// The dates that have rows; empty when the table has no dates.
  let days: Set<Day>
  /// The weekdays that have columns, Monday is 0; empty when the table has none.
  let weekdays: Set<Int>

  private struct Key: Hashable {
    let day: Day?
    let weekday: Int?
    let minute: Int
  }

  private let entries: [Key: Entry]

  /// The value of the row that covers a time.
  ///
  /// - Parameters:
  ///   - minute: The minute of the day.
  ///   - day: The date; used when the table has dates.
  ///   - weekday: The weekday, Monday is 0; used when the table has weekdays.
  func entry(minute: Int, day: Day, weekday: Int) -> Entry? {
    let start = minute - minute % rowMinutes
    switch shape {
    case .everyDay: return entries[Key(day: nil, weekday: nil, minute: start)]
    case .weekdays: return entries[Key(day: nil, weekday: weekday, minute: start)]
    case .dates: return entries[Key(day: day, weekday: nil, minute: start)]
    }
  }

  /// Reads a column.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - role: What the format calls the column: `volume`, `agents`.
  ///   - selection: Which rows and columns.
  ///   - maximum: The largest sensible value.
  /// - Throws: The first thing that is wrong, at its cell.
  /// - Complexity: O(fields).
  init(
    _ table: CSVTable, role: String, selection: Selection, maximum: Double
  ) throws(Diagnostic) {
    let reader = try IntervalTableReader(table, role: role, selection: selection)
    let rows = try reader.selectedRows()
    let values = reader.valueColumns
    let style = CSVNumberStyle(table: table, columns: values.map(\.column), rows: rows)
    var entries: [Key: Entry] = [:]
    var minutes: Set<Int> = []
    var days: Set<Day> = []
    for row in rows {
      let (day, minute) = try reader.time(ofRow: row)
      minutes.insert(minute)
      if let day { days.insert(day) }
      for (column, weekdays) in values {
        let number = try style.number(table, row: row, column: column)
        let origin = table.origin(row: row, column: column)
        guard number <= maximum else {
          throw Diagnostic(
            .malformedCell, at: origin,
            "\(DisplayText.quoted(table.text(row: row, column: column))) is too large here",
            hint: "the largest is \(DurationText.plain(maximum))")
        }
        for weekday in weekdays {
          let key = Key(day: day, weekday: weekday, minute: minute)
          if let first = entries.updateValue(Entry(value: number, origin: origin), forKey: key) {
            throw Diagnostic(
              .duplicateRow, at: origin,
              "there is a row for this time already, on line \(first.origin.position.line)",
              hint: selection.conditions.isEmpty ? "choose rows with \"where\"" : nil)
          }
        }
      }
    }
    self.table = table
    self.entries = entries
    self.days = days
    self.weekdays = Set(values.flatMap(\.weekdays).compactMap { $0 })
    shape = reader.hasDates ? .dates : reader.hasWeekdays ? .weekdays : .everyDay
    rowMinutes = try Self.rowLength(minutes.sorted(), table: table)
  }

  /// The length of the rows: the longest of 60, 30 and 15 minutes that all of them start on, but
  /// no longer than the shortest step between two of them.
  static func rowLength(_ minutes: [Int], table: CSVTable) throws(Diagnostic) -> Int {
    let step = zip(minutes.dropFirst(), minutes).map { $0 - $1 }.min() ?? 60
    for length in [60, 30, 15]
    where length <= step && minutes.allSatisfy({ $0 % length == 0 }) {
      return length
    }
    throw Diagnostic(
      .rowsDoNotFit, at: table.origin, "the rows are not of 15, 30 or 60 minutes",
      hint: "the shortest step between two rows is \(step) minutes")
  }
}
