/// Writes a table in the notation of GitHub's Markdown, rounded as on a terminal.
public enum Markdown {
  /// Writes a table.
  public static func write(_ table: Table, to sink: inout ByteSink) {
    row(table.columns.map(\.heading), to: &sink)
    sink.append("|")
    for column in table.columns { sink.append(column.isNumeric ? " ---: |" : " --- |") }
    sink.append("\n")
    for index in 0..<table.rowCount {
      guard sink.isOpen else { return }
      row(zip(table.row(index), table.columns).map { $0.shown(in: $1) }, to: &sink)
    }
  }

  private static func row(_ texts: [String], to sink: inout ByteSink) {
    sink.append("|")
    for text in texts {
      sink.append(" ")
      for character in text.unicodeScalars {
        switch character {
        case "\\", "|", "*", "_", "`", "[", "]", "#", "~":
          sink.append("\\\(character)")
        case "<": sink.append("&lt;")
        case "&": sink.append("&amp;")
        default: sink.append(String(character))
        }
      }
      sink.append(" |")
    }
    sink.append("\n")
  }
}
