import Center
import Foundation
import Scenario
import Testing

/// The scenarios of the folder `scenarios`, as the program reads them.
enum ShippedScenario {
  static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The center of a scenario, after the edits of `--set`.
  static func center(_ name: String, edits: [String] = []) throws -> Center {
    let reader = ScenarioReader { path in
      guard let data = FileManager.default.contents(atPath: path) else {
        return .failure(.missing)
      }
      return .success(Array(data))
    }
    let path = project.appending(path: "scenarios").appending(path: name).path
    let reading = reader.read(path, edits: edits)
    return try #require(reading.center, "\(reading.diagnostics.rendered())")
  }

  /// The text of a page of the project.
  static func page(_ path: String) throws -> String {
    try String(contentsOf: project.appending(path: path), encoding: .utf8)
  }
}
