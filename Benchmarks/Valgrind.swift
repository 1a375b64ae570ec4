import Foundation

/// Runs this program under a valgrind tool, which counts without measuring time: the same numbers
/// on a busy machine.
enum Valgrind {
  /// What a tool reported on a probe.
  struct Report {
    /// Contacts that the probe simulated.
    let contacts: Int
    /// The tool's own words.
    let text: String

    /// The number that stands before or behind a word of the report, without its commas.
    func number(_ pattern: Regex<(Substring, Substring)>) -> Int? {
      guard let match = text.firstMatch(of: pattern) else { return nil }
      return Int(match.output.1.filter(\.isNumber))
    }
  }

  /// Runs a probe under a tool.
  ///
  /// - Returns: Its report; `nil` where there is no valgrind.
  static func run(_ options: [String], _ probe: Probe, isAllocating: Bool) throws -> Report? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["valgrind"] + options + [Bundle.main.executablePath ?? CommandLine.arguments[0]]
      + ["--once", probe.rawValue] + (isAllocating ? ["--planted-allocation"] : [])
    let (output, report) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = report
    try process.run()
    // The probe writes a line, which fits into the pipe whoever reads first.
    let text = try report.fileHandleForReading.readToEnd() ?? Data()
    let line = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    // What `env` says about a program that does not exist.
    if process.terminationStatus == 127 { return nil }
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard process.terminationStatus == 0, let contacts = words.first.flatMap({ Int($0) }) else {
      throw ProbeFailed(
        status: process.terminationStatus, report: String(decoding: text, as: UTF8.self))
    }
    return Report(contacts: contacts, text: String(decoding: text, as: UTF8.self))
  }

  struct ProbeFailed: Error {
    let status: Int32
    let report: String
  }
}
