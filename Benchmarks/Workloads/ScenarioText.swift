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

extension ScenarioText {
  /// One class, one channel and one team around the clock, after a day of warm-up, as a planner
  /// would write it; whatever is on by default is on.
  ///
  /// - Parameters:
  ///   - perInterval: Issues in an interval.
  ///   - talk: Mean of the exponential talk time [s].
  ///   - channelLines: What the channel says beside its medium.
  static func queue(
    name: String, customers: String, perInterval: Double, interval: String = "1h", days: Int,
    talk: Int, medium: String = "voice", channelLines: [String] = [], within: Int = 20, agents: Int
  ) -> ScenarioText {
    .text(
      """
      {
        "switchboard": 1,
        "name": "\(name)",
        "calendar": {
          "start": "2026-11-23", "days": \(days), "warmUpDays": 1, "followUpDays": 0,
          "interval": "\(interval)",
        },
        "demand": {
          "\(customers)": {
            "volume": { "perInterval": \(perInterval), "counts": "issues" },
            "channels": {
              "\(medium)": { "share": 1, "talkTime": { "exponential": { "mean": "\(talk)s" } } },
            },
          },
        },
        "channels": {
          "\(medium)": {
            "medium": "\(medium)", \(channelLines.map { $0 + ", " }.joined())
            "target": { "serviceLevel": 0.8, "within": "\(within)s" },
          },
        },
        "teams": { "agents": { "agents": \(agents), "skills": { "\(medium)": 1 }, "wage": 25 } },
      }
      """)
  }
}

/// A workload's scenario does not describe a center.
struct UnreadableScenario: Error, CustomStringConvertible {
  let description: String
}
