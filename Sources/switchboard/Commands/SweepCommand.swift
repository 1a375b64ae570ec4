import Arguments
import Experiments
import Reports
import Scenario

/// `switchboard sweep`: a grid of what-ifs, or a sample of one.
enum SweepCommand {
  static let vary = Option(
    "vary", .text("PATH=VALUES"), repeatable: true,
    help: "What varies, such as channels.voice.trunks=100..140:20 or =100,120; several make a "
      + "grid, the first varying slowest.")
  static let latin = Option(
    "latin", .integer(in: 1...VariedPoints.limit),
    help: "Take so many points from the ranges instead of a grid: a Latin hypercube sample.")
  static let replications = Option(
    "replications", short: "r", .integer(in: 1...Experiment.mostReplications), default: "100",
    help: "How often every day is simulated at each point.")
  static let measures = Option(
    "measures", measureNames,
    help: "Only these headline measures, parted by commas; switchboard columns lists them.")

  static let declaration = CommandDeclaration(
    name: "sweep", summary: "Simulate a grid of what-ifs and say what matters most",
    examples: [
      Example(
        "switchboard sweep center.jsonc --vary teams.phones.agents-=0..6:1",
        "what each agent less does to service and cost"),
      Example(
        "switchboard sweep center.jsonc --vary A.B=10,20 --vary C.D=1m..3m:30s",
        "all combinations of two paths; sweep.csv has a row for each"),
      Example(
        "switchboard sweep center.jsonc --vary A.B=10..20 --vary C.D=1m..3m --latin 50",
        "fifty points that fill both ranges evenly"),
    ],
    discussion: [
      "All points meet the same customers. A point of the Pareto set is marked: no other is shown "
        + "to be at least as good in both total cost and service level and better in one."
    ],
    operands: [
      OperandDeclaration(
        "FILE", completion: .file(endings: [".jsonc", ".json"]),
        help: "The scenario; - reads it from standard input.")
    ],
    options: [
      vary.declaration, latin.declaration, replications.declaration,
      SimulationOptions.seed.declaration, SimulationOptions.jobs.declaration,
      SimulationOptions.out.declaration, measures.declaration,
      SimulationOptions.format.declaration,
    ] + SimulationOptions.reading + SimulationOptions.sharding)

  private static let measureNames = ValueKind("A,B") { text throws(ValueProblem) -> [String] in
    let names = text.split(separator: ",").map(String.init)
    guard !names.isEmpty else { throw .empty }
    for name in names where !Sweep.columns.contains(name) {
      throw .unknownName(name, nearest: nearest(to: name, among: Sweep.columns))
    }
    return names
  }

  static func run(_ arguments: ParsedArguments, _ session: Session) async throws -> ExitCode {
    let run = try SweepRun(arguments, session)
    if let request = arguments[ShardRequest.option] {
      return try await run.makeShard(try request.shard())
    }
    return try await run.answer()
  }
}
