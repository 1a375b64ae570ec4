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
        "switchboard staff center.jsonc --method offered-load",
        "agents by team and interval, by formula, beside those scheduled"),
      Example(
        "switchboard staff center.jsonc --method erlang-a --write agents.csv",
        "the same as a table that the scenario can use"),
    ],
    discussion: [
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
      method.declaration, period.declaration, write.declaration, SimulationOptions.out.declaration,
      SimulationOptions.format.declaration,
    ] + SimulationOptions.reading)

  private static let method = Option(
    "method", .choice("METHOD") as ValueKind<RequirementMethod>, default: "offered-load",
    help: "What the agents proposed are from: erlang-c, erlang-a, square-root, sipp, sipp-max, "
      + "sipp-mix, sipp-lag, sipp-lag-max, sipp-lag-mix or offered-load.")
  private static let period = Option(
    "period", .duration(in: .positive),
    help: "For how long the number of agents stays the same; the scenario's interval unless given.")
  private static let write = Option(
    "write", .file("FILE", endings: [".csv"]),
    help: "Write the agents proposed into this table, which the scenario can use as it is.")

  static func run(_ arguments: ParsedArguments, _ session: Session) async throws -> ExitCode {
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
      let requirement = StaffingRequirement(
        scenario.center, intervalsPerPeriod: try intervals(arguments, scenario.center.calendar))
      let proposal = StaffingProposal(
        requirement, method: arguments[method] ?? RequirementMethod.offeredLoad)
      try Task.checkCancellation()
      try set?.write(.staffing(proposal))
      try set?.commit(
        DataPackage.Origin(
          command: "staff", version: Version.program, randomStreams: Version.randomStreams,
          seed: 0, replications: 0, scenarios: [(scenario.center.name, scenario.hash)]))
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

  /// How many intervals of the calendar a period has.
  private static func intervals(
    _ arguments: ParsedArguments, _ calendar: PlanningCalendar
  ) throws(Failure) -> Int {
    guard let length = arguments[period] else { return 1 }
    let count = length / Double(calendar.intervalLength)
    guard count >= 1, count <= Double(calendar.intervalsPerDay), count == count.rounded(),
      calendar.intervalsPerDay % Int(count) == 0
    else {
      throw Failure(
        .misuse,
        "Give --period a whole number of the scenario's intervals of "
          + "\(calendar.intervalLength / 60) minutes that divides the day.")
    }
    return Int(count)
  }
}
