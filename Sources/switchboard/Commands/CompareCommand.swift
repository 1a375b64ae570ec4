import Arguments
import Experiments
import Reports

/// `switchboard compare`: the same customers through several designs.
enum CompareCommand {
  static let declaration = CommandDeclaration(
    name: "compare", summary: "Send the same customers through several designs",
    examples: [
      Example(
        "switchboard compare call-center.jsonc contact-center.jsonc",
        "what the second needs and gives, compared with the first"),
      Example(
        "switchboard compare call-center.jsonc contact-center.jsonc --staffed-to-target",
        "how many agents the second saves when both keep their promises"),
    ],
    discussion: [
      "Every design is compared with the first, replication by replication: what both share "
        + "cancels, and the difference is far more certain than either value. A verdict is better, "
        + "worse or cannot tell.",
      "With --staffed-to-target the agents of the files are replaced by the smallest staffing that "
        + "keeps each design's own targets (see switchboard staff).",
    ],
    operands: [
      OperandDeclaration(
        "FILE", count: .atLeast(2), completion: .file(endings: [".jsonc", ".json"]),
        help: "The scenarios; the first is what the others are compared with.")
    ],
    options: [staffed.declaration] + SimulationOptions.all + StaffingWork.options
      + SimulationOptions.sharding)

  private static let staffed = Flag(
    "staffed-to-target", help: "Give each design the smallest staffing that keeps its targets.")

  static func run(_ arguments: ParsedArguments, _ session: Session) async throws -> ExitCode {
    var run = try SimulationRun(arguments, session)
    do throws(ComparisonError) {
      try Comparison.checkCalendars(run.scenarios.map(\.center))
    } catch {
      throw Failure(error)
    }
    if let request = arguments[ShardRequest.option] {
      guard !arguments[staffed] else {
        throw Failure(
          .misuse,
          "Leave out --shard: --staffed-to-target decides from plan to plan what to simulate next.")
      }
      return try await run.makeShard(request, command: "compare")
    }
    if arguments[staffed], arguments[SimulationOptions.resume] {
      throw Failure(
        .misuse, "Leave out --resume: --staffed-to-target keeps nothing to go on from.")
    }
    guard arguments[staffed] else {
      if arguments[StaffingWork.period] != nil || arguments[StaffingWork.eachDay]
        || arguments.gives(StaffingWork.goal)
      {
        throw Failure(
          .misuse,
          "Give --staffed-to-target as well: --period, --each-day and --goal are about staffing.")
      }
      return try await run.answer(command: "compare", reports)
    }
    let work = StaffingWork(arguments: arguments, session: session)
    var proposals: [StaffingProposal] = []
    for index in run.scenarios.indices {
      let proposal = try await work.proposal(for: run.scenarios[index])
      guard let plan = proposal.search?.plan else { continue }
      run.scenarios[index].center = plan.applied(to: run.scenarios[index].center)
      proposals.append(proposal)
    }
    return try await run.answer(command: "compare") { results, output in
      var (files, answer) = try reports(results, output)
      answer.staff(proposals, replications: work.replications)
      files.append(.staffing(proposals))
      return (files, answer)
    }
  }

  /// What the results are said to be.
  static func reports(
    _ results: [DesignResult], _ output: ResultOutput
  ) throws -> ResultOutput.Reports {
    let comparison = try Comparison(results)
    let answer = Answer.comparison(comparison, of: results, measures: output.measures)
    if !output.session.isForPeople(output.format) {
      for note in answer.demandNotes { output.session.console.message(note) }
    }
    let files: [Report] = [
      .comparison(comparison), .summary(results), .intervals(results), .agents(results),
      .agentLoad(results), .waits(results), .replications(results),
    ]
    return (files, answer)
  }
}

extension Failure {
  /// Designs cannot be compared.
  init(_ error: ComparisonError) {
    switch error {
    case .differentCalendars(let first, let second):
      self.init(
        .badData,
        "Give both designs the same calendar: that of \"\(second)\" is not that of \"\(first)\".")
    }
  }
}
