import Arguments
import Center
import Experiments
import Reports

/// `switchboard plan`: the year of one design or several, by week.
enum PlanCommand {
  static let weeks = Option(
    "weeks", .integer(in: 1...YearPlan.mostWeeks), default: "52",
    help: "How many weeks, from calendar.start on, which has to be a Monday.")
  static let replications = Option(
    "replications", short: "r", .integer(in: 0...100_000), default: "200",
    help: "How many random years show how years differ; 0 for expected values alone.")
  static let requirement = Option(
    "requirement", requirementKind, default: RequirementMethod.offeredLoad.rawValue,
    help: "Where a week's requirement comes from: a METHOD of staff, schedule for the agents of "
      + "the scenario, or simulation, which takes long.")
  static let searchReplications = Option(
    "search-replications", .integer(in: 8...100_000), default: "16",
    help: "Replications that decide about each plan, with --requirement simulation.")

  static let declaration = CommandDeclaration(
    name: "plan", summary: "Plan the year: who is required, who leaves, when to hire",
    examples: [
      Example(
        "switchboard plan call-center-year.jsonc contact-center-year.jsonc",
        "what the second design saves over a year, and when each has to hire"),
      Example(
        "switchboard plan year.jsonc --set teams.phones.workforce.attrition=0.4 -o out",
        "the same year with more leavers, by week and team in a folder"),
    ],
    discussion: [
      "Every team needs a workforce: headcount, attrition, hiring, training. Expected values are "
        + "exact; random years show how far a year may differ from them.",
      "Classes are suggested by a rule, with which no class can be left out or made smaller without "
        + "a gap; that fewer would never do is not shown.",
    ],
    operands: [
      OperandDeclaration(
        "FILE", count: .atLeast(1), completion: .file(endings: [".jsonc", ".json"]),
        help: "The scenarios; the first is what the others are compared with.")
    ],
    options: [
      weeks.declaration, requirement.declaration, searchReplications.declaration,
      replications.declaration, SimulationOptions.seed.declaration,
      SimulationOptions.jobs.declaration, SimulationOptions.out.declaration,
      SimulationOptions.format.declaration,
    ] + SimulationOptions.reading)

  static func run(_ arguments: ParsedArguments, _ session: Session) async throws -> ExitCode {
    let scenarios = try scenarios(arguments)
    let weeks = arguments[weeks] ?? 52
    for scenario in scenarios {
      do throws(YearPlanError) {
        try YearPlan.check(scenario.center, weeks: weeks)
      } catch {
        throw Failure(error, scenario)
      }
    }
    do throws(ComparisonError) {
      try Comparison.checkCalendars(scenarios.map(\.center))
    } catch {
      throw Failure(error)
    }
    var set = try arguments[SimulationOptions.out].map { path throws(Failure) in
      try ReportSet(path)
    }
    do {
      let results = try await results(of: scenarios, weeks: weeks, arguments, session)
      try Task.checkCancellation()
      let answer = Answer.year(results, requirement: requirement(arguments))
      for report in answer.reports { try set?.write(report) }
      try set?.commit(
        DataPackage.Origin(
          command: "plan", version: Version.program, randomStreams: Version.randomStreams,
          seed: arguments[SimulationOptions.seed] ?? 1,
          replications: results.first?.replications ?? 0,
          scenarios: scenarios.map { ($0.center.name, $0.hash) }))
      let format =
        arguments[SimulationOptions.format]
        ?? (arguments[SimulationOptions.out] == nil ? nil : .table)
      try session.write(answer, as: format, command: "plan")
      return .ok
    } catch {
      set?.discard()
      throw error
    }
  }

  /// The designs, each over the weeks of the plan instead of the days of its own calendar.
  ///
  /// One week counts, the others follow, and one more for what is due later: counted days are
  /// limited by the rows of reports by interval, which a plan has none of.
  private static func scenarios(_ arguments: ParsedArguments) throws(Failure) -> [ScenarioFile] {
    let weeks = arguments[weeks] ?? 52
    let edits =
      arguments.all(SimulationOptions.set) + [
        "calendar.days=7", "calendar.followUpDays=\(7 * weeks)",
      ]
    return try ScenarioFile.all(
      arguments.operands, edits: edits, allowOutside: arguments[SimulationOptions.allowOutside])
  }
}

extension Failure {
  /// A design's year cannot be planned.
  init(_ error: YearPlanError, _ scenario: ScenarioFile) {
    let text =
      switch error {
      case .weeks(let weeks): "ask for 1 to \(YearPlan.mostWeeks) weeks, not \(weeks)."
      case .notMonday(let date):
        "let calendar.start be a Monday, such as \(date.advanced(by: -date.weekday.rawValue)): "
          + "a plan has whole weeks, and \(date) is none."
      case .noWorkforce(let team):
        "write teams.\(team).workforce, as { \"headcount\": 100, \"attrition\": 0.3 }: a plan "
          + "follows the people of every team."
      case .noRequirement(let team, let method, let gap, let week):
        "choose another --requirement: \(method.rawValue) does not apply to teams.\(team) in the "
          + "week from \(week): \(Answer.reason(gap))."
      case .tooManyValues(let values):
        "ask for fewer --replications or --weeks: \(values) weekly values of teams are more than "
          + "\(YearPlan.mostValues)."
      }
    self.init(.badData, "\(scenario.path): \(text)")
  }
}
