import Reports

/// What a command works with beside its arguments.
struct Session: Sendable {
  let output = StandardOutput()
  let console = Console()

  /// The form of a result: the one asked for; without one, a table for a person and CSV for a
  /// program.
  func form(_ format: OutputFormat?) -> OutputFormat {
    format ?? (output.isTerminal ? .table : .csv)
  }

  /// Whether a result in this form is read by people.
  func isForPeople(_ format: OutputFormat?) -> Bool {
    let form = form(format)
    return form == .table || form == .markdown
  }

  /// Writes an answer to standard output.
  func write(_ answer: Answer, as format: OutputFormat?, command: String) throws(Failure) {
    try output.write { sink in
      form(format).write(
        answer, version: Version.program, command: command, style: style, to: &sink)
    }
  }

  /// Writes results to standard output in the form asked for; without one, as a table for a
  /// person and as CSV for a program.
  func write(_ tables: [Table], as format: OutputFormat?, command: String) throws(Failure) {
    try output.write { sink in
      form(format).write(
        tables, version: Version.program, command: command, style: style, to: &sink)
    }
  }

  private var style: TerminalTable.Style {
    TerminalTable.Style(
      isColored: Console.isColored(.standardOutput),
      width: FileDescriptor.standardOutput.terminalWidth)
  }
}
