import Arguments
import Center
import Experiments
import Reports

/// `switchboard staff`: how many agents each team needs in each interval.
enum StaffCommand {
  static let declaration = CommandDeclaration(
    name: "staff", summary: "Find the agents that each team needs in each interval",
    examples: [
      Example(
        "switchboard staff center.jsonc",
        "the smallest staffing that keeps the targets in simulation"),
      Example(
        "switchboard staff center.jsonc --method erlang-a --write agents.csv",
        "agents by formula, also as a table that the scenario can use"),
    ],
    discussion: [
      "In simulation agents are taken from the formulas' staffing as long as every target is kept "
        + "with 95 % confidence; at the end no single agent can be taken from any team and period.",
      "Erlang C and A take the mean load of each interval; square-root is their limit for large "
        + "groups; sipp, sipp-max and sipp-mix differ where --period spans several intervals, and "
        + "the sipp-lag methods look back by a handle time; offered-load takes the work in hand if "
        + "nobody ever waited. Formulas give the work of a queue to the team that serves it first.",
      "A team's maxOccupancy is kept. Where a formula does not apply its cells are empty.",
    ],
    operands: [
      OperandDeclaration(
        "FILE", completion: .file(endings: [".jsonc", ".json"]),
        help: "The scenario; - reads it from standard input.")
    ],
    options: [
      method.declaration, write.declaration, journal.declaration,
      replications.declaration,
      SimulationOptions.seed.declaration, SimulationOptions.jobs.declaration,
      SimulationOptions.out.declaration, SimulationOptions.format.declaration,
    ] + StaffingWork.options + SimulationOptions.reading)

  private static let simulation = "simulation"
  private static let methods = RequirementMethod.allCases.map(\.rawValue) + [simulation]
  /// The formula asked for; `nil`: simulation.
  private static let method = Option(
    "method",
    ValueKind<RequirementMethod?>("METHOD", completion: .choices(methods)) {
      text throws(ValueProblem) in
      guard methods.contains(text) else {
        throw .notAChoice(choices: methods, nearest: nearest(to: text, among: methods))
      }
      return RequirementMethod(rawValue: text)
    }, default: simulation,
    help: "What the agents proposed are from.")
  private static let replications = Option(
    "replications", short: "r", .integer(in: 8...Experiment.mostReplications), default: "100",
    help: "In simulation: how often every day is simulated with a plan.")
  private static let write = Option(
    "write", .file("FILE", endings: [".csv"]),
    help: "Write the agents proposed into this table, which the scenario can use as it is.")

  private static let journal = Option(
    "journal", .file(),
    help: "In simulation: write down in this file what was simulated, and go on from what it has "
      + "if an earlier run of the same search was interrupted.")

  static func run(_ arguments: ParsedArguments, _ session: Session) async throws -> ExitCode {
    if let journal = arguments[journal], let table = arguments[write],
      FileSystem.isSamePlace(journal, table)
    {
      throw Failure(.misuse, "Name different files after --journal and --write.")
    }
    if arguments[method] ?? nil != nil {
      let given: [(name: String, isGiven: Bool)] = [
        ("--journal", arguments.gives(journal)), ("--each-day", arguments[StaffingWork.eachDay]),
        ("--goal", arguments.gives(StaffingWork.goal)),
        ("--replications", arguments.gives(replications)),
        ("--seed", arguments.gives(SimulationOptions.seed)),
        ("--jobs", arguments.gives(SimulationOptions.jobs)),
      ]
      if let name = given.first(where: \.isGiven)?.name {
        throw Failure(.misuse, "Leave out \(name), or --method: a formula simulates nothing.")
      }
    }
    let scenario = try ScenarioFile(
      arguments.operands[0], edits: arguments.all(SimulationOptions.set),
      allowOutside: arguments[SimulationOptions.allowOutside])
    let file = try arguments[write].map { path throws(Failure) in
      try AgentTable(path, for: scenario)
    }
    var set = try arguments[SimulationOptions.out].map { path throws(Failure) in
      try ReportSet(path)
    }
    do {
      if let folder = arguments[SimulationOptions.out], let table = arguments[write] {
        for name in ["staffing.csv", ReportFolder.description]
        where FileSystem.isSamePlace(table, "\(folder)/\(name)") {
          throw Failure(
            .misuse, "Name another file after --write: \(table) is one of the reports of --out.")
        }
      }
      let work = StaffingWork(arguments: arguments, session: session)
      let proposal: StaffingProposal
      if let formula = arguments[method] ?? nil {
        let count = try work.intervals(scenario.center.calendar, unlessGiven: 1)
        proposal = StaffingProposal(
          StaffingRequirement(scenario.center, intervalsPerPeriod: count), method: formula)
      } else {
        proposal = try await work.proposal(for: scenario, journal: arguments[journal])
      }
      try Task.checkCancellation()
      try set?.write(.staffing([proposal]))
      try set?.commit(
        DataPackage.Origin(
          command: "staff", version: Version.program, randomStreams: Version.randomStreams,
          seed: work.seed, replications: proposal.search == nil ? 0 : work.replications,
          scenarios: [(scenario.center.name, scenario.hash)]))
      if let file { session.console.message(try file.write(proposal)) }
      let form =
        arguments[SimulationOptions.format]
        ?? (arguments[SimulationOptions.out] == nil ? nil : .table)
      try session.write(.staffing(proposal), as: form, command: "staff")
      return .ok
    } catch {
      set?.discard()
      throw error
    }
  }
}
