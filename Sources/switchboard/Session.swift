import Reports

/// What a command works with beside its arguments.
struct Session: Sendable {
  let output = StandardOutput()
  let console = Console()

  /// Writes results to standard output in the form asked for; without one, as a table for a
  /// person and as CSV for a program.
  func write(_ tables: [Table], as format: OutputFormat?, command: String) throws(Failure) {
    let format = format ?? (output.isTerminal ? .table : .csv)
    let style = TerminalTable.Style(
      isColored: Console.isColored(.standardOutput),
      width: FileDescriptor.standardOutput.terminalWidth)
    try output.write { sink in
      format.write(
        tables, version: Version.program, command: command, style: style, to: &sink)
    }
  }
}
