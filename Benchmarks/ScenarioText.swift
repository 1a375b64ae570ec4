import CenterSimulation
import Scenario

/// Turns scenarios into simulations.
enum ScenarioText {
  /// Reads a scenario and makes it ready.
  ///
  /// - Throws: `UnreadableScenario` with what is wrong.
  static func simulation(of path: String, read: @escaping FileReader) throws -> Simulation {
    let reading = ScenarioReader(read: read).read(path)
    guard let center = reading.center else {
      throw UnreadableScenario(description: reading.diagnostics.rendered())
    }
    return try Simulation(center)
  }
}

/// A workload's scenario does not describe a center.
struct UnreadableScenario: Error, CustomStringConvertible {
  let description: String
}
