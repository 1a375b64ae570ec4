import Arguments
import Erlang
import Reports

/// `switchboard erlang compare`: what each formula says about the same queue, and why they differ.
enum ErlangCompareCommand {
  static let declaration = CommandDeclaration(
    name: "compare", summary: "Compare what the formulas say about the same queue",
    examples: [
      Example(
        "switchboard erlang compare --load 40 --talk-time 6m --patience 3m --agents 42",
        "the performance of 42 agents by each formula"),
      Example(
        "switchboard erlang compare --load 40 --talk-time 6m --patience 3m --target 80%",
        "the agents that each formula asks for"),
      Example(
        "switchboard erlang compare --load 9 --talk-time 6m --patience 3m -n 8..11",
        "the same for a range of agents, as one table"),
    ],
    discussion: [
      "Erlang B turns away who finds all agents busy, Erlang C lets everybody wait for ever, Erlang "
        + "A lets them hang up. The truth of most queues lies near the last. With --capacity two "
        + "rows limit the places; the last two are what square-root staffing says of large groups.",
      "The service level is that of all who call: who is turned away counts against it.",
    ],
    options: ErlangOptions.offered + [
      ErlangTargets.patience.declaration, ErlangACommand.capacity.declaration,
      ErlangOptions.agents.declaration, ErlangOptions.within.declaration,
      ErlangOptions.target.declaration, ErlangOptions.format.declaration,
    ])

  private static let columns = [
    Column("formula", "Formula", .text, isKey: true, meaning: "Name of the formula."),
    ErlangColumns.agents, ErlangColumns.waitProbability,
    Column(
      "service_level_of_entered", "Service level", .share(decimals: 1),
      meaning: "Answered in time / all who call, those who are turned away included."),
    ErlangColumns.averageSpeedOfAnswer, ErlangAColumns.abandonment,
    ErlangColumns.blockingProbability, ErlangColumns.occupancy,
    Column(
      "assumes", "Why it differs", .text, meaning: "What the formula takes callers to do."),
  ]

  static func run(_ arguments: ParsedArguments, _ session: Session) throws -> ExitCode {
    let load = try ErlangLoad(arguments)
    let patience = try arguments.required(ErlangTargets.patience)
    guard let handleTime = load.handleTime else {
      throw arguments.error(.dependency(option: "--patience", needs: "--talk-time"))
    }
    let queue = ComparedQueue(
      load: load.offeredLoad, handleTime: handleTime, patience: patience,
      capacity: arguments[ErlangACommand.capacity],
      threshold: arguments[ErlangOptions.within] ?? 0)
    let given = arguments[ErlangOptions.agents]
    let level = arguments[ErlangOptions.target]
    if given != nil, level != nil { throw arguments.error(.conflict("--agents", "--target")) }
    guard given != nil || level != nil else {
      throw arguments.error(.missingOption(oneOf: ["--agents", "--target"]))
    }
    var table = Table(name: "erlang_compare", title: "Formulas compared", columns: columns)
    do throws(ErlangError) {
      for agents in given?.values ?? 1...1 {
        for formula in queue.formulas {
          let count =
            if let level { try formula.requiredAgents(queue, serviceLevel: level) } else { agents }
          table.append(try row(formula, queue, agents: count))
        }
      }
    } catch {
      throw Failure(error)
    }
    try session.write([table], as: arguments[ErlangOptions.format], command: "erlang compare")
    return .ok
  }

  private static func row(
    _ formula: ComparedFormula, _ queue: ComparedQueue, agents: Int
  ) throws(ErlangError) -> [Cell] {
    let known: [Cell] = [.text(formula.rawValue), .integer(agents)]
    let reason = formula.reason(queue)
    guard let values = try formula.performance(queue, agents: agents) else {
      return known + Array(repeating: .empty, count: 6) + [
        .text("\(reason); with no more agents than Erlangs the queue would grow for ever")
      ]
    }
    return known + values.map { .number($0) } + [.text(reason)]
  }
}
