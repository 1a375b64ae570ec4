import Foundation
import Scenario

/// W9: the largest shipped scenario, read and checked within this program, and by the command line
/// from its start to its first line.
struct LargestScenario {
  private static let folder = "scenarios"

  /// The file that reads the most bytes, its own and those it extends.
  let path: String
  let bytes: Int
  /// Processor time of reading it, by round [ms].
  private(set) var readings: [Double] = []
  /// Wall-clock time of `switchboard check`, by round [ms]; empty where it is not beside this
  /// program.
  private(set) var starts: [Double] = []
  private(set) var checks: [Check] = []

  /// - Returns: `nil` where no scenarios are found below the working directory.
  init?(rounds: Int) throws {
    let files = FileManager.default.enumerator(atPath: Self.folder)?.compactMap { $0 as? String }
    let scenarios = (files ?? []).filter { $0.hasSuffix(".jsonc") }.sorted()
    let sizes = scenarios.map { Self.read("\(Self.folder)/\($0)").bytes }
    guard let largest = sizes.indices.max(by: { sizes[$0] < sizes[$1] }) else { return nil }
    path = "\(Self.folder)/\(scenarios[largest])"
    bytes = sizes[largest]

    var isSound = true
    for _ in 0..<rounds {
      let time = ProcessorTime.measure { isSound = Self.read(path).isSound && isSound }
      readings.append(time / 1e6)
    }
    checks.append(
      Check("W9: the scenario has no errors", isSound, "\(path), \(bytes) bytes in all"))
    try measureStarts(rounds: rounds)
  }

  private static func read(_ path: String) -> (bytes: Int, isSound: Bool) {
    var bytes = 0
    let reading = ScenarioReader { path in
      let contents = ScenarioText.contents(of: path)
      if case .success(let content) = contents { bytes += content.count }
      return contents
    }.read(path)
    return (bytes, reading.center != nil)
  }

  private mutating func measureStarts(rounds: Int) throws {
    guard let program = ShippedProgram.url else {
      checks.append(
        Check("W9: switchboard check says something", skipped: "build the product switchboard"))
      return
    }
    var isSaying = true
    for _ in 0..<rounds {
      let process = Process()
      process.executableURL = program
      process.arguments = ["check", path]
      let output = Pipe()
      process.standardOutput = output
      process.standardError = output
      let start = ContinuousClock.now
      try process.run()
      let line = output.fileHandleForReading.availableData
      starts.append((ContinuousClock.now - start) / .milliseconds(1))
      _ = try output.fileHandleForReading.readToEnd()
      process.waitUntilExit()
      isSaying = isSaying && !line.isEmpty && process.terminationStatus == 0
    }
    checks.append(
      Check("W9: switchboard check says something", isSaying, "\(rounds) times exit code 0"))
  }
}
