import Arguments
import Center
import CenterSimulation
import Experiments
import Reports

/// `switchboard merge`: shards to the results of the whole run.
enum MergeCommand {
  static let declaration = CommandDeclaration(
    name: "merge", summary: "Put shards made on many machines together to one result",
    examples: [
      Example(
        "switchboard merge shards --out results",
        "what simulate, compare or sweep gives for the whole run, in the same bytes")
    ],
    discussion: [
      "Every shard names its run and holds its scenarios: nothing else is needed. Shards of another "
        + "run, doubled, missing or damaged ones are refused, with the commands that make what is "
        + "missing."
    ],
    operands: [
      OperandDeclaration(
        "DIR|FILE", count: .atLeast(1), completion: .file(endings: [ShardFormat.ending]),
        help: "Folders with shards, or their files, in any order.")
    ],
    options: [
      SimulationOptions.out.declaration, SimulationOptions.measures.declaration,
      SimulationOptions.requireTargets.declaration, SimulationOptions.format.declaration,
    ])

  static func run(_ arguments: ParsedArguments, _ session: Session) async throws -> ExitCode {
    let set = try ShardSet(arguments.operands)
    if set.header.command == "sweep" {
      guard !arguments[SimulationOptions.requireTargets] else {
        throw Failure(.misuse, "Leave out --require-targets: a sweep's points keep what they may.")
      }
      let run = try SweepRun(set, arguments, session)
      return try await run.write { try run.result(of: set) }
    }
    let scenarios = try set.scenarios()
    let experiment = try Experiment(
      designs: scenarios.map { Design(try Simulation($0.center)) }, seed: set.header.seed,
      replications: set.header.replications)
    let output = ResultOutput(
      command: set.header.command, scenarios: scenarios, seed: set.header.seed,
      arguments: arguments, session: session)
    let reports =
      set.header.command == "compare" ? CompareCommand.reports : SimulateCommand.reports
    return try await output.write(
      {
        let meter = ProgressMeter(
          total: set.header.replications, unit: "replications", console: session.console)
        defer { meter.finish() }
        var merge = BlockMerge(experiment)
        var block = 0
        try set.read(blocks: experiment.blockCount) { bytes in
          try merge.add(try experiment.block(block, from: bytes))
          block += 1
        } progress: {
          meter.update(done: experiment.replications(before: $0))
        }
        return merge.results
      }, reports: reports
    ).code
  }
}
