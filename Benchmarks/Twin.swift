import CenterSimulation
import Foundation
import Scenario

/// W6: the twin's contact center, as shipped, everything on.
enum Twin {
  static let path = "scenarios/twin/contact-center.jsonc"

  /// The twin; `nil` where the working directory has none.
  static func simulation() throws -> Simulation? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try ScenarioText.simulation(of: path) { file in
      guard let data = FileManager.default.contents(atPath: file) else { return .failure(.missing) }
      return .success([UInt8](data))
    }
  }
}
