/// Messages to the person at the terminal, on standard error.
struct Console: Sendable {
  /// Whether a person is reading along.
  let isTerminal = FileDescriptor.standardError.isTerminal

  /// Writes a line. That nobody can read it is no reason to stop.
  func message(_ text: String) {
    write(text + "\n")
  }

  /// Writes a text as it is.
  func write(_ text: String) {
    try? FileDescriptor.standardError.write(Array(text.utf8))
  }

  /// Whether colours are wanted on `file`: on a terminal that knows them, unless `NO_COLOR` is set
  /// to anything (no-color.org).
  static func isColored(_ file: FileDescriptor) -> Bool {
    file.isTerminal && (ProcessEnvironment.variable("NO_COLOR") ?? "").isEmpty
      && ProcessEnvironment.variable("TERM") != "dumb"
  }
}
