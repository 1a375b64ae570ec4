/// Times measured one by one: waits with what became of them, or durations of talks.
public struct MeasuredTimes: Sendable {
  /// The times that ended: waits of those who hung up, or talks [s]; a millisecond or more.
  public private(set) var ended: [Double] = []
  /// The waits that an agent cut short [s]; not negative.
  public private(set) var answered: [Double] = []
  /// How many hung up at once: they did not want to wait at all.
  public private(set) var balked = 0
  /// The first times that were left out because no distribution of times can hold them: file, line
  /// and column, the cell and why.
  public private(set) var leftOut: [String] = []
  /// How many were left out in all.
  public private(set) var leftOutCount = 0

  /// The longest time that is believed [s]: whatever lasted a day was not measured rightly.
  public static let longest = 86_400.0
  /// The shortest time that is one [s].
  public static let shortest = 1e-3
  private static let mostShown = 10

  private static let answeredWords = [
    "answered", "handled", "served", "connected", "completed", "accepted",
  ]
  private static let abandonedWords = [
    "abandoned", "abandon", "lost", "hung up", "hangup", "reneged", "dropped",
  ]

  /// Reads waits: columns `wait` and `outcome`, which is answered or abandoned.
  ///
  /// - Throws: ``TableFailure`` with everything that is wrong.
  /// - Complexity: O(bytes).
  public static func waits(
    _ file: SourceFile, _ mapping: TableMapping
  ) throws(TableFailure) -> MeasuredTimes {
    var times = MeasuredTimes()
    try times.read(file, mapping, value: "wait", outcome: "outcome")
    return times
  }

  /// Reads durations: a column `duration`.
  ///
  /// - Throws: ``TableFailure`` with everything that is wrong.
  /// - Complexity: O(bytes).
  public static func durations(
    _ file: SourceFile, _ mapping: TableMapping
  ) throws(TableFailure) -> MeasuredTimes {
    var times = MeasuredTimes()
    try times.read(file, mapping, value: "duration", outcome: nil)
    return times
  }

  private mutating func read(
    _ file: SourceFile, _ mapping: TableMapping, value: String, outcome: String?
  ) throws(TableFailure) {
    var diagnostics = Diagnostics()
    do {
      let table = try CSVTable(file)
      let selection = try mapping.selection(roles: [value] + (outcome.map { [$0] } ?? []))
      let column = try Self.column(value, of: table, selection)
      let outcomeColumn = try outcome.map { name throws(Diagnostic) in
        try Self.column(name, of: table, selection)
      }
      let rows = try IntervalTableReader.rows(of: table, selection)
      let style = CSVNumberStyle(table: table, columns: [column], rows: rows)
      for row in rows {
        do throws(Diagnostic) {
          let isAnswered = try outcomeColumn.map { column throws(Diagnostic) in
            try Self.isAnswered(table, row: row, column: column)
          }
          try add(table, row: row, column: column, style: style, isAnswered: isAnswered)
        } catch {
          diagnostics.addError(error)
        }
      }
    } catch {
      throw TableFailure(error)
    }
    if diagnostics.hasErrors { throw TableFailure(diagnostics) }
  }

  private static func column(
    _ name: String, of table: CSVTable, _ selection: IntervalTable.Selection
  ) throws(Diagnostic) -> Int {
    guard let column = try IntervalTableReader.column([name], of: table, selection) else {
      throw IntervalTableReader.missing(name, in: table)
    }
    return column
  }

  private static func isAnswered(
    _ table: CSVTable, row: Int, column: Int
  ) throws(Diagnostic) -> Bool {
    let text = table.text(row: row, column: column)
    let word = text.lowercased()
    if answeredWords.contains(word) { return true }
    if abandonedWords.contains(word) { return false }
    throw Diagnostic(
      .malformedCell, at: table.origin(row: row, column: column),
      "\(DisplayText.quoted(text)) is no outcome of a wait",
      hint: Suggestion.hint(for: text, among: answeredWords + abandonedWords)
        ?? "write answered or abandoned")
  }

  /// Takes one time, or leaves it out and says so.
  private mutating func add(
    _ table: CSVTable, row: Int, column: Int, style: CSVNumberStyle, isAnswered: Bool?
  ) throws(Diagnostic) {
    let text = table.text(row: row, column: column)
    if text.hasPrefix("-"), text.utf8.dropFirst().contains(where: { (49...57).contains($0) }) {
      leaveOut(table, row, column, "is negative")
      return
    }
    let seconds = try style.seconds(table, row: row, column: column)
    if seconds > Self.longest {
      leaveOut(table, row, column, "is longer than a day")
    } else if isAnswered == true {
      answered.append(seconds)
    } else if seconds >= Self.shortest {
      ended.append(seconds)
    } else if isAnswered == false {
      balked += 1
    } else {
      leaveOut(table, row, column, "is no time at all")
    }
  }

  private mutating func leaveOut(_ table: CSVTable, _ row: Int, _ column: Int, _ why: String) {
    leftOutCount += 1
    guard leftOut.count < Self.mostShown else { return }
    let position = table.origin(row: row, column: column).position
    let text = DisplayText.quoted(table.text(row: row, column: column))
    leftOut.append(
      DisplayText.safe(
        "\(table.file.path):\(position.line):\(position.column): \(text) \(why) and is left out"))
  }
}
