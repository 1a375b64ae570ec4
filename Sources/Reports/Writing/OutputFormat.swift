/// The form in which a result is written.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// Aligned for a terminal.
  case table
  /// RFC 4180.
  case csv
  /// One object.
  case json
  /// GitHub's Markdown.
  case markdown

  /// Writes tables in this form. CSV and people's forms part several tables by an empty line.
  ///
  /// - Parameters:
  ///   - tables: What is written, in order.
  ///   - version: The version of the program, for JSON.
  ///   - command: The command that was run, for JSON.
  ///   - style: How a terminal shows it.
  ///   - sink: Where the bytes go.
  public func write(
    _ tables: [Table], version: String, command: String,
    style: TerminalTable.Style = TerminalTable.Style(), to sink: inout ByteSink
  ) {
    if self == .json {
      JSON.write(tables, version: version, command: command, to: &sink)
      return
    }
    for (index, table) in tables.enumerated() {
      if index > 0 { sink.append(self == .csv ? "\r\n" : "\n") }
      switch self {
      case .table: TerminalTable.write(table, style: style, to: &sink)
      case .csv: CSVWriter.write(table, to: &sink)
      case .markdown: Markdown.write(table, to: &sink)
      case .json: break
      }
    }
  }
}
