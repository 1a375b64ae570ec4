import Erlang
import Experiments
import OutputAnalysis
import Testing

/// The tables of the guide "Which service level?" are made here.
@Suite("The guide to service levels")
struct ServiceLevelGuideTests {
  private static let page = "Sources/switchboard/switchboard.docc/WhichServiceLevel.md"

  /// In the order of how they flatter, with the column of the simulation.
  private static let definitions: [(ServiceLevelDefinition, column: String)] = [
    (.ofOffered, "service_level"),
    (.excludingAbandons(within: 5), "service_level_excluding_short_abandons"),
    (.excludingAbandonsInTime, "service_level_excluding_abandons_in_time"),
    (.abandonsInTimeAsMet, "service_level_abandons_in_time_as_met"),
    (.ofAnswered, "service_level_answered"),
  ]

  private static func model(_ agents: Int) throws -> ErlangA {
    try ErlangA(offeredLoad: 40, handleTime: 360, patience: 180, agents: agents)
  }

  private static func patient(_ agents: Int) throws -> ErlangC {
    try ErlangC(offeredLoad: 40, handleTime: 360, agents: agents)
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  @Test("Says what each formula gives, exactly and simulated", .enabled(if: isRelease))
  func levels() async throws {
    var table = AnswerTable(
      "Agents", "", "Of offered", "Without short abandons", "Without abandons in time",
      "Abandons in time as met", "Of answered", "Erlang C")
    for agents in 41...46 {
      let model = try Self.model(agents)
      table.lines.append(
        Self.row(
          ["\(agents)", "exact"]
            + Self.definitions.map {
              AnswerText.percent(model.serviceLevel(within: 20, counting: $0.0))
            } + [AnswerText.percent(try Self.patient(agents).serviceLevel(within: 20))]))
      let result = try await ShippedScenario.result(
        ShippedScenario.center("patience.jsonc", edits: ["teams.phones.agents=\(agents)"]))
      var cells = ["", "simulated"]
      for definition in Self.definitions {
        let estimate = try result.estimate(definition.column)
        cells.append(AnswerText.percent(estimate))
        // Half an interval of 95 % is 1.98 standard errors; four of them, as everywhere.
        let error = try #require(estimate.interval).halfWidth / 1.984
        let exact = model.serviceLevel(within: 20, counting: definition.0)
        #expect(abs(estimate.value - exact) < 4 * error, "\(agents) \(definition.column)")
      }
      table.lines.append(Self.row(cells + [""]))
    }
    try table.expect(in: Self.page)
  }

  @Test("Says how many agents the same promise takes by each formula")
  func requirements() throws {
    var table = AnswerTable("80 % within 20 s, counted", "takes agents", "of whom hang up")
    let names = [
      "of offered", "without short abandons", "without abandons in time",
      "abandons in time as met", "of answered",
    ]
    for (name, definition) in zip(names, Self.definitions) {
      let agents = try #require(
        try (30...60).first {
          try Self.model($0).serviceLevel(within: 20, counting: definition.0) >= 0.8
        })
      table.append(
        name, "\(agents)", AnswerText.percent(try Self.model(agents).abandonmentProbability, 1))
    }
    let patient = try ErlangC.requiredAgents(
      offeredLoad: 40, handleTime: 360, target: .serviceLevel(0.8, within: 20))
    table.append(
      "by Erlang C", "\(patient)",
      AnswerText.percent(try Self.model(patient).abandonmentProbability, 1))
    try table.expect(in: Self.page)
  }
}
