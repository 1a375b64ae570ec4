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
    for text in texts { sink.append(" \(escaped(text)) |") }
    sink.append("\n")
  }

  /// The text with every mark of the notation taken for itself.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "\\", "|", "*", "_", "`", "[", "]", "#", "~": escaped += "\\\(character)"
      case "<": escaped += "&lt;"
      case "&": escaped += "&amp;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
