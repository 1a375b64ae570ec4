import CenterSimulation
import Foundation

/// W6: the twin's contact center, as shipped, everything on.
enum Twin {
  static let path = "scenarios/twin/contact-center.jsonc"

  /// The twin; `nil` where the working directory has none.
  static func workload() -> Workload? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return Workload(
      id: "W6", title: "The twin's contact center", scenario: .file(path),
      answers: [
        Answer(name: "answered in time") { observation in
          let within = observation.queues.reduce(0) { $0 + $1.answeredWithin }
          return within / observation.queues.reduce(0) { $0 + $1.offered }
        },
        Answer(name: "abandoned") { WaitTotals($0).abandonedShare },
      ])
  }
}
