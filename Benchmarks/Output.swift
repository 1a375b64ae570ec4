import Foundation

/// The ways out of the program. A write that fails is an error: a full disk must not look like a
/// good result.
enum Output {
  /// Writes to standard output.
  static func write(_ text: String) throws {
    try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  }

  /// Closes standard output at the end, because some systems report a failed write only then.
  static func close() throws {
    try FileHandle.standardOutput.close()
  }

  /// Writes a line to the person at the terminal, on standard error.
  static func message(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
  }
}
