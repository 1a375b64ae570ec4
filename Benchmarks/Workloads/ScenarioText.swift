import CenterSimulation
import Foundation
import Scenario

/// Where a workload's scenario is.
enum ScenarioText {
  /// Written by the program.
  case text(String)
  /// A shipped file, below the working directory.
  case file(String)

  /// The scenario, read and made ready.
  ///
  /// - Parameter edits: As after `--set`.
  /// - Throws: `UnreadableScenario` with what is wrong.
  func simulation(edits: [String] = []) throws -> Simulation {
    let reading =
      switch self {
      case .text(let text):
        ScenarioReader { _ in .success(Array(text.utf8)) }.read("workload.jsonc", edits: edits)
      case .file(let path): ScenarioReader(read: Self.contents).read(path, edits: edits)
      }
    guard let center = reading.center else {
      throw UnreadableScenario(description: reading.diagnostics.rendered())
    }
    return try Simulation(center)
  }

  /// The bytes of a file.
  static func contents(of path: String) -> Result<[UInt8], FileFailure> {
    guard let data = FileManager.default.contents(atPath: path) else { return .failure(.missing) }
    return .success([UInt8](data))
  }
}

/// A workload's scenario does not describe a center.
struct UnreadableScenario: Error, CustomStringConvertible {
  let description: String
}
