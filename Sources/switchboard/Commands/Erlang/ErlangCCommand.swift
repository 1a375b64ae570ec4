import Arguments
import Erlang
import Reports

/// `switchboard erlang c`: waiting where nobody hangs up.
enum ErlangCCommand {
  static let declaration = CommandDeclaration(
    name: "c", summary: "Waiting with patient callers: M/M/n, Erlang's delay formula",
    examples: [
      Example(
        "switchboard erlang c --arrivals 100/30m --talk-time 3m --agents 12",
        "service level and waits of 12 agents"),
      Example(
        "switchboard erlang c --arrivals 100/30m --talk-time 3m --agents 11..16",
        "the same for a range, as a table"),
      Example(
        "switchboard erlang c --load 40 --talk-time 3m --target 80% --within 20s",
        "the agents that answer 80 % within 20 seconds"),
    ],
    discussion: [
      "Poisson arrivals, exponential handle times, one queue in order of arrival, and callers who "
        + "never hang up. Where callers do abandon, this asks for too many agents.",
      "A number of agents gives their performance; targets give the smallest number of agents that "
        + "meets all of them, and its performance.",
    ],
    options: ErlangOptions.offered + [
      ErlangOptions.agents.declaration, ErlangOptions.within.declaration,
      ErlangOptions.target.declaration, ErlangOptions.targetWait.declaration,
      ErlangOptions.targetProbability.declaration, ErlangOptions.targetOccupancy.declaration,
      ErlangOptions.format.declaration,
    ])

  private static let columns = [
    ErlangColumns.agents, ErlangColumns.offeredLoad, ErlangColumns.handleTime,
    ErlangColumns.within, ErlangColumns.waitProbability, ErlangColumns.serviceLevel,
    ErlangColumns.averageSpeedOfAnswer, ErlangColumns.delayedWait, ErlangColumns.queue,
    ErlangColumns.occupancy,
  ]

  static func run(_ arguments: ParsedArguments, _ session: Session) throws -> ExitCode {
    let load = try ErlangLoad(arguments)
    if load.handleTime == nil, arguments.gives(ErlangOptions.within) {
      throw arguments.error(.dependency(option: "--within", needs: "--talk-time"))
    }
    let threshold = arguments[ErlangOptions.within] ?? 0
    let agents = try agents(arguments, load, threshold)
    var table = Table(name: "erlang_c", title: "Erlang C", columns: columns)
    do throws(ErlangError) {
      for number in agents {
        table.append(try row(number, load, threshold, isAlone: agents.count == 1))
      }
    } catch {
      throw Failure(error)
    }
    try session.write([table], as: arguments[ErlangOptions.format], command: "erlang c")
    if let note = unstable(agents, load) { session.console.message(note) }
    return .ok
  }

  /// The numbers of agents that are asked about: given, or found.
  private static func agents(
    _ arguments: ParsedArguments, _ load: ErlangLoad, _ threshold: Double
  ) throws -> ClosedRange<Int> {
    let targets = try targets(arguments, load, threshold)
    return try ErlangRequirement.agents(arguments, targets: targets) { target throws(ErlangError) in
      try ErlangC.requiredAgents(
        offeredLoad: load.offeredLoad, handleTime: load.handleTime ?? 1, target: target)
    }
  }

  private static func targets(
    _ arguments: ParsedArguments, _ load: ErlangLoad, _ threshold: Double
  ) throws(ArgumentError) -> [(option: String, value: ErlangC.Target)] {
    var targets: [(option: String, value: ErlangC.Target)] = []
    if let level = arguments[ErlangOptions.target] {
      targets.append(("--target", .serviceLevel(level, within: threshold)))
    }
    if let wait = arguments[ErlangOptions.targetWait] {
      targets.append(("--target-asa", .averageSpeedOfAnswer(wait)))
    }
    if load.handleTime == nil, let target = targets.first {
      throw arguments.error(.dependency(option: target.option, needs: "--talk-time"))
    }
    if let probability = arguments[ErlangOptions.targetProbability] {
      targets.append(("--target-wait-probability", .waitProbability(probability)))
    }
    if let occupancy = arguments[ErlangOptions.targetOccupancy] {
      targets.append(("--max-occupancy", .occupancy(max: occupancy)))
    }
    return targets
  }

  /// Why the first rows of a range are empty.
  private static func unstable(_ agents: ClosedRange<Int>, _ load: ErlangLoad) -> String? {
    let most = min(agents.upperBound, Int(load.offeredLoad.rounded(.down)))
    guard most >= agents.lowerBound else { return nil }
    let who = most == agents.lowerBound ? "\(most)" : "\(agents.lowerBound) to \(most)"
    return "Rows without a wait: \(who) agents cannot carry "
      + "\(ByteSink.text { $0.append(load.offeredLoad) }) Erlang, and the queue would grow for ever."
  }

  /// The performance of a number of agents. Where they cannot carry the load nothing settles: a
  /// row of a table then has nothing but its key and the load, a single answer is an error.
  private static func row(
    _ agents: Int, _ load: ErlangLoad, _ threshold: Double, isAlone: Bool
  ) throws(ErlangError) -> [Cell] {
    let known: [Cell] = [
      .integer(agents), .number(load.offeredLoad), .optional(load.handleTime),
      load.handleTime == nil ? .empty : .number(threshold),
    ]
    if !isAlone, Double(agents) <= load.offeredLoad {
      return known + Array(repeating: .empty, count: columns.count - known.count)
    }
    let model = try ErlangC(
      offeredLoad: load.offeredLoad, handleTime: load.handleTime ?? 1, agents: agents)
    let timed: [Cell] =
      load.handleTime == nil
      ? [.empty, .empty, .empty]
      : [
        .number(model.serviceLevel(within: threshold)), .number(model.averageSpeedOfAnswer),
        .number(model.meanWaitOfDelayed),
      ]
    return known + [.number(model.waitProbability)] + timed
      + [.number(model.meanQueueLength), .number(model.occupancy)]
  }
}
