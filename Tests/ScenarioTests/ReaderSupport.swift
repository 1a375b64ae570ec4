import Center

@testable import Scenario

/// A small sound scenario, to lay differences on.
let baseScenario = """
  {
    "switchboard": 1,
    "name": "Base",
    "calendar": { "start": "2026-11-23", "days": 1, "followUpDays": 0 },
    "demand": {
      "orders": {
        "volume": { "perDay": 480, "counts": "issues" },
        "channels": { "voice": { "share": 1, "talkTime": { "exponential": { "mean": "3m" } } } },
      },
    },
    "channels": {
      "voice": { "medium": "voice", "target": { "serviceLevel": 0.8, "within": "20s" } },
    },
    "teams": { "front": { "agents": 5, "skills": { "voice": 1 } } },
  }
  """

/// Reads the small scenario with differences on top, given as the members of an object.
func read(
  _ differences: String, files: [String: String] = [:], edits: [String] = [], log: ReadLog? = nil,
  limits: ReaderLimits = .standard
) -> ScenarioReading {
  var files = files
  files["base.jsonc"] = baseScenario
  files["main.jsonc"] = "{ \"extends\": \"base.jsonc\", \(differences) }"
  return ScenarioReader(limits: limits, read: reader(files))
    .read("main.jsonc", edits: edits, log: log)
}

extension ScenarioReading {
  /// The codes of the errors.
  var codes: [DiagnosticCode] { diagnostics.errors.map(\.code) }

  /// The center, or the first error.
  func sound() throws -> Center {
    struct NoCenter: Error {}
    if let error = diagnostics.errors.first { throw error }
    guard let center else { throw NoCenter() }
    return center
  }

  /// The first error without its excerpt.
  var firstLine: String {
    diagnostics.errors.first.map { String($0.rendered().prefix { $0 != "\n" }) } ?? ""
  }
}
