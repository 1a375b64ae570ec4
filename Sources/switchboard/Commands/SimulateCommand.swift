import Arguments
import Experiments
import Reports

/// `switchboard simulate`: what one design does.
enum SimulateCommand {
  static let declaration = CommandDeclaration(
    name: "simulate", summary: "Simulate one design and report what its customers meet",
    examples: [
      Example(
        "switchboard simulate scenarios/twin/call-center.jsonc",
        "service level, waits, occupancy and cost, with their uncertainty"),
      Example(
        "switchboard simulate center.jsonc --set teams.phones.agents-=2 --out results",
        "the same with two agents less, and all reports in a folder"),
    ],
    discussion: [
      "The same scenario, seed and version give the same bytes, whatever the number of workers."
    ],
    operands: [
      OperandDeclaration(
        "FILE", completion: .file(endings: [".jsonc", ".json"]),
        help: "The scenario; - reads it from standard input.")
    ],
    options: SimulationOptions.all + [SimulationOptions.decompose.declaration]
      + SimulationOptions.sharding)

  static func run(_ arguments: ParsedArguments, _ session: Session) async throws -> ExitCode {
    let run = try SimulationRun(arguments, session)
    if arguments[SimulationOptions.decompose] { return try await run.decompose() }
    if let request = arguments[ShardRequest.option] {
      return try await run.makeShard(request, command: "simulate")
    }
    return try await run.answer(command: "simulate", reports)
  }

  /// What the results are said to be.
  static func reports(
    _ results: [DesignResult], _ output: ResultOutput
  ) -> ResultOutput.Reports {
    let files: [Report] = [
      .summary(results), .intervals(results), .agents(results), .agentLoad(results),
      .waits(results), .replications(results),
    ]
    return (files, .simulation(results[0], measures: output.measures))
  }
}
