import CenterSimulation
import Scenario

/// A center of which measures are known exactly.
struct ExactModel: Sendable {
  /// A name for the command line.
  let name: String
  /// The text of its scenario: everything from the reader on is part of what is verified.
  let scenario: String
  /// What theory says.
  let values: [ExactValue]

  init(_ name: String, _ scenario: QueueScenario, _ values: [ExactValue]) {
    var scenario = scenario
    scenario.customers = name
    self.name = name
    self.scenario = scenario.text
    self.values = values
  }

  /// A model held against other values.
  init(_ model: ExactModel, values: [ExactValue]) {
    name = model.name
    scenario = model.scenario
    self.values = values
  }

  /// The scenario, read and made ready.
  ///
  /// - Throws: A failure with what the reader has to say.
  func simulation() throws -> Simulation {
    let bytes = Array(scenario.utf8)
    let path = "\(name).jsonc"
    let reading = ScenarioReader { _ in .success(bytes) }.read(path)
    guard let center = reading.center, !reading.diagnostics.hasErrors else {
      throw ScenarioFile.failure(reading, path)
    }
    return try Simulation(center)
  }
}

/// A measure and what it is in theory.
struct ExactValue: Sendable, Equatable {
  /// The measure's column.
  let measure: String
  let value: Double

  init(_ measure: String, _ value: Double) {
    self.measure = measure
    self.value = value
  }
}
