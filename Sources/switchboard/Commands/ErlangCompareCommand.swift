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
    ],
    discussion: [
      "Erlang B turns away who finds all agents busy, Erlang C lets everybody wait for ever, Erlang "
        + "A lets them hang up. The truth of most queues lies near the last."
    ],
    options: ErlangOptions.offered + [
      ErlangTargets.patience.declaration, ErlangOptions.agents.declaration,
      ErlangOptions.within.declaration, ErlangOptions.target.declaration,
      ErlangOptions.format.declaration,
    ])

  private static let columns = [
    Column("formula", "Formula", .text, isKey: true, meaning: "Name of the formula."),
    ErlangColumns.agents, ErlangColumns.waitProbability, ErlangColumns.serviceLevel,
    ErlangColumns.averageSpeedOfAnswer, ErlangAColumns.abandonment,
    ErlangColumns.blockingProbability, ErlangColumns.occupancy,
    Column("assumes", "Assumes", .text, meaning: "What the formula takes callers to do."),
  ].map {
    // Here the number of agents is a result.
    $0.name == "agents"
      ? Column("agents", "Agents", .integer, meaning: "Number of agents.") : $0
  }

  /// The same queue for every formula.
  private struct Question {
    let load: Double
    let handleTime: Double
    let patience: Double
    let threshold: Double
    /// Given, or `nil` to find what reaches the service level.
    let agents: Int?
    let level: Double
  }

  static func run(_ arguments: ParsedArguments, _ session: Session) throws -> ExitCode {
    let load = try ErlangLoad(arguments)
    let patience = try arguments.required(ErlangTargets.patience)
    guard let handleTime = load.handleTime else {
      throw arguments.error(.dependency(option: "--patience", needs: "--talk-time"))
    }
    let given = arguments[ErlangOptions.agents]
    let level = arguments[ErlangOptions.target]
    if given != nil, level != nil { throw arguments.error(.conflict("--agents", "--target")) }
    guard given != nil || level != nil else {
      throw arguments.error(.missingOption(oneOf: ["--agents", "--target"]))
    }
    var table = Table(name: "erlang_compare", title: "Formulas compared", columns: columns)
    do throws(ErlangError) {
      let question = Question(
        load: load.offeredLoad, handleTime: handleTime, patience: patience,
        threshold: arguments[ErlangOptions.within] ?? 0, agents: given?.values.lowerBound,
        level: level ?? 0)
      table.append(try lost(question))
      table.append(try patient(question))
      table.append(try impatient(question))
    } catch {
      throw Failure(error)
    }
    try session.write([table], as: arguments[ErlangOptions.format], command: "erlang compare")
    return .ok
  }

  private static func lost(_ question: Question) throws(ErlangError) -> [Cell] {
    // Answered at once or not at all: the service level is what is not blocked.
    let agents =
      if let agents = question.agents { agents } else {
        try ErlangB.requiredServers(
          offeredLoad: question.load, blockingProbability: 1 - question.level)
      }
    let model = try ErlangB(offeredLoad: question.load, servers: agents)
    return [
      .text("Erlang B"), .integer(agents), .number(0), .number(1 - model.blockingProbability),
      .number(0), .number(0), .number(model.blockingProbability), .number(model.utilization),
      .text("nobody waits: who finds all agents busy is turned away"),
    ]
  }

  private static func patient(_ question: Question) throws(ErlangError) -> [Cell] {
    let assumption = "everybody waits, however long: nobody hangs up"
    let agents =
      if let agents = question.agents { agents } else {
        try ErlangC.requiredAgents(
          offeredLoad: question.load, handleTime: question.handleTime,
          target: .serviceLevel(question.level, within: question.threshold))
      }
    guard Double(agents) > question.load else {
      return [.text("Erlang C"), .integer(agents)] + Array(repeating: .empty, count: 6) + [
        .text("\(assumption), so that the queue would grow for ever")
      ]
    }
    let model = try ErlangC(
      offeredLoad: question.load, handleTime: question.handleTime, agents: agents)
    return [
      .text("Erlang C"), .integer(agents), .number(model.waitProbability),
      .number(model.serviceLevel(within: question.threshold)),
      .number(model.averageSpeedOfAnswer), .number(0), .number(0), .number(model.occupancy),
      .text(assumption),
    ]
  }

  private static func impatient(_ question: Question) throws(ErlangError) -> [Cell] {
    let agents =
      if let agents = question.agents { agents } else {
        try ErlangA.requiredAgents(
          offeredLoad: question.load, handleTime: question.handleTime,
          patience: question.patience,
          target: .serviceLevel(question.level, within: question.threshold))
      }
    let model = try ErlangA(
      offeredLoad: question.load, handleTime: question.handleTime, patience: question.patience,
      agents: agents)
    return [
      .text("Erlang A"), .integer(agents), .number(model.waitProbability),
      .number(model.serviceLevel(within: question.threshold)),
      .number(model.averageSpeedOfAnswer), .number(model.abandonmentProbability), .number(0),
      .number(model.occupancy),
      .text("who waits hangs up when patience ends, which shortens the queue for the rest"),
    ]
  }
}
