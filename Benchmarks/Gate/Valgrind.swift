import Foundation

/// A probe under a valgrind tool, which counts without measuring time: the same numbers on a busy
/// machine.
struct Valgrind {
  /// What a tool counts.
  enum Tool {
    case instructions, allocations

    fileprivate var options: [String] {
      switch self {
      case .instructions: ["--tool=callgrind", "--callgrind-out-file=/dev/null"]
      case .allocations: ["--tool=memcheck", "--undef-value-errors=no", "--leak-check=no"]
      }
    }

    fileprivate var pattern: Regex<(Substring, Substring)> {
      switch self {
      case .instructions: /Collected : (\d+)/
      case .allocations: /total heap usage: ([\d,]+) allocs/
      }
    }
  }

  /// Contacts that the probe simulated, and what the tool counted.
  struct Count {
    let contacts: Int
    let events: Int
  }

  private let tool: Tool
  private let process = Process()
  private let output = Pipe()
  private let report = Pipe()

  /// Starts a probe with further options of this program.
  init(
    _ tool: Tool, _ probe: Probe, _ customers: Probe.Customers, _ options: [String]
  ) throws {
    self.tool = tool
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["valgrind"] + tool.options + [Bundle.main.executablePath ?? CommandLine.arguments[0]]
      + ["--once", probe.rawValue, "--customers", customers.rawValue] + options
    // Tables whose order is drawn anew in every run would take other numbers of instructions.
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SWIFT_DETERMINISTIC_HASHING": "1"]) { _, ours in ours }
    process.standardOutput = output
    process.standardError = report
    try process.run()
  }

  /// Waits for the end.
  ///
  /// - Returns: What was counted; `nil` where there is no valgrind.
  func count() throws -> Count? {
    // The probe writes a line, which fits into the pipe whoever reads first.
    let text = String(
      decoding: try report.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    let line = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    // What `env` says about a program that does not exist.
    if process.terminationStatus == 127 { return nil }
    guard process.terminationStatus == 0,
      let contacts = line.split(separator: " ").first.flatMap({ Int($0) }),
      let match = text.firstMatch(of: tool.pattern),
      let events = Int(match.output.1.filter(\.isNumber))
    else { throw ProbeFailed(status: process.terminationStatus, report: text) }
    return Count(contacts: contacts, events: events)
  }

  struct ProbeFailed: Error {
    let status: Int32
    let report: String
  }
}
