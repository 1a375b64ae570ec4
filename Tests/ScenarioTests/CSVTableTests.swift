import Testing

@testable import Scenario

@Suite("Tables")
struct CSVTableTests {
  private func table(_ text: String) throws -> CSVTable {
    try CSVTable(source(text, path: "t.csv"))
  }

  private func series(
    _ text: String, role: String = "agents", columns: String = "{}", rows: String = "{}"
  ) throws -> IntervalTable {
    var selection = IntervalTable.Selection()
    selection.columns = try parsed(columns).object?.members.map { ($0.key, $0.value) } ?? []
    selection.conditions = try parsed(rows).object?.members.map { ($0.key, $0.value) } ?? []
    return try IntervalTable(table(text), role: role, selection: selection, maximum: 1e6)
  }

  private func code(_ body: () throws -> Void) -> DiagnosticCode? {
    do {
      try body()
      return nil
    } catch {
      return (error as? Diagnostic)?.code
    }
  }

  private let monday = IntervalTable.Day(year: 2026, month: 11, day: 23)

  @Test(
    "Every dialect of planners gives the same values",
    arguments: [
      "interval_start,agents\n08:00,10.5\n08:30,12\n",
      "interval_start;agents\r\n08:00;10,5\r\n08:30;12\r\n",
      "\u{FEFF}interval_start\tagents\r08:00\t10.5\r08:30\t12",
      "sep=;\ninterval_start;agents\n8:00;10,5\n8:30;12\n;\n",
      "\"interval_start\",\"agents\"\n\"08:00\",\"10,5\"\n\n\"08:30\",\"12.0\"\n",
      "Agents,Time\n12,8:30 AM\n10.5,8:00 AM\n",
      "interval_start,agents\n08:00-08:30,10.5\n08:30-09:00,12\n",
      "interval_start,agents,note\n08:00:00,10.5,\"a \"\"b\"\",\nc\"\n08:30:00,12,\n",
    ].dropLast(0))
  func dialects(text: String) throws {
    guard !text.contains("\"10,5\"") else {
      // In a table separated by commas a quoted comma groups thousands: refused, not guessed.
      #expect(code { _ = try self.series(text) } == .malformedCell)
      return
    }
    let series = try series(text)
    #expect(series.rowMinutes == 30)
    #expect(series.entry(minute: 8 * 60, day: monday, weekday: 0)?.value == 10.5)
    #expect(series.entry(minute: 8 * 60 + 45, day: monday, weekday: 6)?.value == 12)
    #expect(series.entry(minute: 9 * 60, day: monday, weekday: 0) == nil)
  }

  @Test("Columns for weekdays are understood, short, long and as ranges")
  func weekdays() throws {
    let series = try series(
      "time,Mon,Tuesday,Wed-Fri,Sat\n08:00,1,2,3,4\n09:00,5,6,7,8\n")
    #expect(series.rowMinutes == 60)
    #expect(
      (0...6).map { series.entry(minute: 570, day: monday, weekday: $0)?.value }
        == [5, 6, 7, 7, 7, 8, nil])
  }

  @Test(
    "Dates stand beside the time or before it",
    arguments: [
      "date,interval_start,agents\n2026-11-23,08:00,3\n2026-11-24,08:00,4\n",
      "interval_start,agents\n2026-11-23 08:00:00,3\n2026-11-24T08:00,4\n",
      "date;time;agents\n23.11.2026;08:00;3\n24.11.2026;08:00;4\n",
    ])
  func dates(text: String) throws {
    let series = try series(text)
    let tuesday = IntervalTable.Day(year: 2026, month: 11, day: 24)
    #expect(series.entry(minute: 480, day: monday, weekday: 0)?.value == 3)
    #expect(series.entry(minute: 480, day: tuesday, weekday: 1)?.value == 4)
  }

  @Test("Rows are selected by \"where\", columns by \"columns\"")
  func selection() throws {
    let text = "Zeit,Queue,Offered\n08:00,Billing,5\n08:00,Orders,7\n"
    let series = try series(
      text, role: "volume", columns: #"{"time": "Zeit", "volume": "offered"}"#,
      rows: #"{"queue": "Orders"}"#)
    #expect(series.entry(minute: 480, day: monday, weekday: 0)?.value == 7)
    let mapped = #"{"time": "Zeit", "volume": "offered"}"#
    #expect(code { _ = try self.series(text, role: "volume", columns: mapped) } == .duplicateRow)
    #expect(
      code {
        _ = try self.series(text, role: "volume", columns: mapped, rows: #"{"queue": "Order"}"#)
      }
        == .noRows)
    #expect(
      code { _ = try self.series(text, role: "volume", columns: #"{"time": "zeet"}"#) }
        == .missingColumn)
  }

  @Test(
    "What is wrong with a table has its code and its place",
    arguments: [
      ("", DiagnosticCode.malformedTable, 1, 1), ("time,agents\n08:00\n", .malformedTable, 2, 1),
      ("time,agents\n08:00,1,2\n", .malformedTable, 2, 1),
      ("time,agents\n08:00,\"1\n", .malformedTable, 2, 7),
      ("time,agents\n08:00,\"1\"x\n", .malformedTable, 2, 10),
      ("time,agents\n", .noRows, 1, 1), ("time,agent\n08:00,1\n", .missingColumn, 1, 1),
      ("agents\n1\n", .missingColumn, 1, 1), ("time,agents\n8 o'clock,1\n", .malformedCell, 2, 1),
      ("time,agents\n24:00,1\n", .malformedCell, 2, 1),
      ("time,agents\n08:00,-1\n", .malformedCell, 2, 7),
      ("time,agents\n08:00,\n", .malformedCell, 2, 7),
      ("time,agents\n08:00,nan\n", .malformedCell, 2, 7),
      ("time,agents\n08:00,inf\n", .malformedCell, 2, 7),
      ("time,agents\n08:00,1e308\n", .malformedCell, 2, 7),
      ("time,agents\n08:00,1e999\n", .malformedCell, 2, 7),
      ("time,agents\n08:00,1.2.3\n", .malformedCell, 2, 7),
      ("time,agents\n08:00,ten\n", .malformedCell, 2, 7),
      ("time;agents\n08:00;1.234\n", .malformedCell, 2, 7),
      ("date,time,agents\n2026-02-30,08:00,1\n", .malformedCell, 2, 1),
      ("date,time,agents\n11/23/2026,08:00,1\n", .malformedCell, 2, 1),
      ("time,agents\n08:00,1\n08:00,2\n", .duplicateRow, 3, 7),
      ("time,agents\n08:00,1\n08:10,2\n", .rowsDoNotFit, 1, 1),
      ("date,time,Mon\n2026-11-23,08:00,1\n", .malformedTable, 1, 11),
    ])
  func problems(text: String, code: DiagnosticCode, line: Int, column: Int) throws {
    do {
      _ = try series(text)
      Issue.record("nothing was refused")
    } catch let diagnostic as Diagnostic {
      #expect(diagnostic.code == code)
      #expect(diagnostic.origin?.position == TextPosition(line: line, column: column))
    }
  }

  @Test(
    "Numbers have a point or a comma, and groups, as the column tells",
    arguments: [
      ("a;b\n1.234,5;0\n", 1_234.5), ("a,b\n\"1,234.5\",0\n", 1_234.5), ("a,b\n1.234,0\n", 1.234),
      ("a;b\n1 234;0\n", 1_234), ("a;b\n1'234.5;0\n", 1_234.5), ("a;b\n0,125;0\n", 0.125),
      ("a;b\n1.234;0\n2,5;0\n", 1_234), ("a;b\n1.234.567;0\n", 1_234_567), ("a,b\n1e2,0\n", 100),
    ])
  func numbers(text: String, expected: Double) throws {
    let table = try table(text)
    let style = CSVNumberStyle(table: table, columns: [0], rows: 0..<table.rowCount)
    #expect(try style.number(table, row: 0, column: 0) == expected)
  }

  @Test(
    "Durations are in seconds, as hh:mm:ss, or carry a unit",
    arguments: [("240", 240), ("00:04:00", 240), ("1:00:30", 3_630), ("4m", 240)])
  func durations(text: String, expected: Double) throws {
    let table = try table("aht\n\(text)\n")
    let style = CSVNumberStyle(table: table, columns: [0], rows: 0..<1)
    #expect(try style.seconds(table, row: 0, column: 0) == expected)
    let ambiguous = try self.table("aht\n04:00\n")
    #expect(code { _ = try style.seconds(ambiguous, row: 0, column: 0) } == .malformedCell)
  }

  @Test("A table beyond 16 MB, and one that is not UTF-8, are refused")
  func hostile() {
    let large = SourceFile(path: "t.csv", bytes: [UInt8](repeating: 0x2C, count: 16 << 20 | 1))
    #expect(code { _ = try CSVTable(large) } == .fileTooLarge)
    let latin = SourceFile(path: "t.csv", bytes: Array("Z".utf8) + [0xFC, 0x0A])
    #expect(code { _ = try CSVTable(latin) } == .invalidEncoding)
  }

  @Test(
    "Weekdays are names, lists and ranges",
    arguments: [
      ("Mon", [0]), ("tuesday", [1]), ("Mon-Fri", [0, 1, 2, 3, 4]), ("Sat, Sun", [5, 6]),
      ("Fri-Mon", [0, 4, 5, 6]), ("daily", [0, 1, 2, 3, 4, 5, 6]), ("Mo", nil), ("Mon-", nil),
      ("", nil), ("Mon-Tue-Wed", nil),
    ] as [(String, [Int]?)])
  func weekdaySets(text: String, expected: [Int]?) {
    #expect(TimeText.weekdaySet(text) == expected)
  }
}
