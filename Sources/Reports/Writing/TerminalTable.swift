/// Draws a table for a terminal: aligned columns, numbers to the right, a rule below the heading.
public enum TerminalTable {
  /// How a table is drawn.
  public struct Style: Sendable {
    /// Whether headings may be set off with escape sequences.
    public var isColored: Bool
    /// How many columns the terminal has, if that is known.
    public var width: Int?

    /// Makes a style.
    public init(isColored: Bool = false, width: Int? = nil) {
      self.isColored = isColored
      self.width = width
    }
  }

  /// Draws a table. A single row, or a table wider than the terminal, is drawn as a list with a
  /// line for each column: nothing is cut.
  public static func write(_ table: Table, style: Style = Style(), to sink: inout ByteSink) {
    let columns = table.columns
    let rows = (0..<table.rowCount).map { index in
      zip(table.row(index), columns).map { $0.shown(in: $1) }
    }
    var widths = columns.map(\.heading.displayWidth)
    for row in rows {
      for (index, text) in row.enumerated() {
        widths[index] = max(widths[index], text.displayWidth)
      }
    }
    let total = widths.reduce(0, +) + 2 * (widths.count - 1)
    if rows.count == 1 || total > style.width ?? Int.max {
      for (index, row) in rows.enumerated() {
        if index > 0 { sink.append("\n") }
        list(row, columns: columns, style: style, to: &sink)
      }
    } else {
      grid(rows, columns: columns, widths: widths, style: style, to: &sink)
    }
  }

  private static func grid(
    _ rows: [[String]], columns: [Column], widths: [Int], style: Style, to sink: inout ByteSink
  ) {
    let isRight = columns.map(\.isNumeric)
    sink.append(emphasized(line(columns.map(\.heading), widths, isRight), style))
    sink.append("\n")
    sink.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    sink.append("\n")
    for row in rows {
      sink.append(line(row, widths, isRight))
      sink.append("\n")
    }
  }

  private static func list(
    _ row: [String], columns: [Column], style: Style, to sink: inout ByteSink
  ) {
    let heading = columns.map(\.title.displayWidth).max() ?? 0
    let value = zip(row, columns).filter { $1.isNumeric }.map(\.0.displayWidth).max() ?? 0
    for (text, column) in zip(row, columns) {
      let padding = column.isNumeric ? max(0, value - text.displayWidth) : 0
      let unit = column.unit.isEmpty || text.isEmpty ? "" : " \(column.unit)"
      let shown = text.isEmpty ? "–" : text
      let gap = text.isEmpty && column.isNumeric ? max(0, value - 1) : padding
      sink.append(
        emphasized(column.title, style)
          + String(repeating: " ", count: heading - column.title.displayWidth + 2 + gap)
          + shown + unit + "\n")
    }
  }

  private static func line(_ texts: [String], _ widths: [Int], _ isRight: [Bool]) -> String {
    var line = ""
    for (index, text) in texts.enumerated() {
      if index > 0 { line += "  " }
      let padding = String(repeating: " ", count: widths[index] - text.displayWidth)
      line += isRight[index] ? padding + text : text + padding
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func emphasized(_ text: String, _ style: Style) -> String {
    style.isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
}
