import Arguments
import Center
import Reports
import Scenario

/// `switchboard check`: everything that is wrong with a scenario, and what was assumed.
enum CheckCommand {
  static let declaration = CommandDeclaration(
    name: "check", summary: "Read scenarios and show everything that is wrong with them",
    examples: [
      Example("switchboard check center.jsonc", "every error with its place, and what was assumed")
    ],
    operands: [
      OperandDeclaration(
        "FILE", count: .atLeast(1), completion: .file(endings: [".jsonc", ".json"]),
        help: "The scenarios; - reads one from standard input.")
    ],
    options: SimulationOptions.reading)

  static func run(_ arguments: ParsedArguments, _ session: Session) throws -> ExitCode {
    var worst = ExitCode.ok
    for path in arguments.operands {
      let (reading, _, _) = ScenarioFile.read(
        path, edits: arguments.all(SimulationOptions.set),
        allowOutside: arguments[SimulationOptions.allowOutside])
      if let center = reading.center, !reading.diagnostics.hasErrors {
        session.console.write(reading.diagnostics.rendered())
        try session.output.write { $0.append("\(path): no errors. \(summary(center))\n") }
        continue
      }
      let failure = ScenarioFile.failure(reading, path)
      session.console.write(
        reading.failure == nil ? reading.diagnostics.rendered() : (failure.message ?? "") + "\n")
      if worst == .ok { worst = failure.code }
    }
    return worst
  }

  private static func summary(_ center: Center) -> String {
    var counts = [
      (center.calendar.days, "day", "days"), (center.demand.count, "class", "classes"),
      (center.channels.count, "channel", "channels"), (center.teams.count, "team", "teams"),
    ]
    if !center.outbound.isEmpty { counts.append((center.outbound.count, "campaign", "campaigns")) }
    return counts.map { "\($0) \($0 == 1 ? $1 : $2)" }.joined(separator: ", ") + "."
  }
}
