import Arguments
import Erlang
import Reports

/// `switchboard erlang a`: waiting where contacts hang up, with or without a limit of places.
enum ErlangACommand {
  static let capacity = Option(
    "capacity", .integer("K", in: 1...1_000_000),
    help: "Agents and waiting places together; who finds none free is blocked.")

  static let declaration = CommandDeclaration(
    name: "a", summary: "Waiting with impatient callers: M/M/n+M, Erlang A",
    examples: [
      Example(
        "switchboard erlang a --load 40 --talk-time 6m --patience 3m --agents 41..46",
        "service levels and abandonment as a table"),
      Example(
        "switchboard erlang a --load 40 --talk-time 6m --patience 3m --target 80%",
        "the agents that answer 80 % within 20 seconds"),
      Example(
        "switchboard erlang a --load 40 --talk-time 6m --patience 3m --target-asa 9s",
        "the agents that answer after 9 seconds on average"),
    ],
    discussion: [
      "Poisson arrivals, exponential handle times and patience, one queue in order of arrival. The "
        + "agents may be fewer than the load: abandonment keeps the queue stable.",
      "The service levels in use differ in what they do with contacts that hang up; each has its "
        + "column. Targets take the first, answered in time / offered; with --capacity that of "
        + "entered, in which blocked contacts count against the center.",
    ],
    options: ErlangOptions.offered + [ErlangTargets.patience.declaration, capacity.declaration]
      + ErlangTargets.declarations + [ErlangOptions.format.declaration])

  private static let columns =
    [
      ErlangColumns.agents, ErlangAColumns.capacity, ErlangColumns.offeredLoad,
      ErlangColumns.handleTime, ErlangAColumns.patience, ErlangColumns.within,
      ErlangColumns.waitProbability, ErlangColumns.serviceLevel,
    ] + ErlangAColumns.levels.map(\.column) + [
      ErlangAColumns.abandonment, ErlangColumns.blockingProbability,
      ErlangColumns.averageSpeedOfAnswer, ErlangAColumns.timeToAbandon, ErlangColumns.queue,
      ErlangColumns.occupancy,
    ]

  static func run(_ arguments: ParsedArguments, _ session: Session) throws -> ExitCode {
    let load = try ErlangLoad(arguments)
    let patience = try arguments.required(ErlangTargets.patience)
    guard let handleTime = load.handleTime else {
      throw arguments.error(.dependency(option: "--patience", needs: "--talk-time"))
    }
    let threshold = arguments[ErlangOptions.within] ?? 0
    let capacity = arguments[capacity]
    let targets = ErlangTargets(arguments, within: threshold)
    let agents = try targets.agents(arguments) { target throws(ErlangError) in
      if let capacity {
        return try FiniteCapacityQueue.requiredAgents(
          offeredLoad: load.offeredLoad, handleTime: handleTime, patience: patience,
          capacity: capacity, target: target.countingBlocked)
      }
      return try ErlangA.requiredAgents(
        offeredLoad: load.offeredLoad, handleTime: handleTime, patience: patience, target: target)
    }
    var mostBlocked = 0.0
    var table = Table(name: "erlang_a", title: "Erlang A", columns: columns)
    do throws(ErlangError) {
      for number in agents {
        let known: [Cell] = [
          .integer(number), .optional(capacity), .number(load.offeredLoad), .number(handleTime),
          .number(patience), .number(threshold),
        ]
        if let capacity {
          let model = try FiniteCapacityQueue(
            offeredLoad: load.offeredLoad, handleTime: handleTime, patience: patience,
            agents: number, capacity: capacity)
          mostBlocked = max(mostBlocked, model.blockingProbability)
          table.append(
            known
              + cells(
                model, threshold, [model.meanWaitOfAbandoned, model.meanQueueLength]))
        } else {
          let model = try ErlangA(
            offeredLoad: load.offeredLoad, handleTime: handleTime, patience: patience,
            agents: number)
          table.append(
            known
              + cells(
                model, threshold, [model.meanWaitOfAbandoned, model.meanQueueLength]))
        }
      }
    } catch {
      throw Failure(error)
    }
    try session.write([table], as: arguments[ErlangOptions.format], command: "erlang a")
    // A target for those let in is met most cheaply by letting in few.
    if !arguments.gives(ErlangOptions.agents), !arguments.gives(ErlangOptions.target),
      mostBlocked > highBlocking
    {
      session.console.message(
        "Beware: \(Int((mostBlocked * 100).rounded())) % of the contacts are blocked, which these targets do "
          + "not count. Give more places with --capacity, or --target, which counts them.")
    }
    return .ok
  }

  /// The share of blocked contacts above which a recommendation needs a word.
  private static let highBlocking = 0.05

  private static func cells(
    _ model: some QueueModel, _ threshold: Double, _ waits: [Double]
  ) -> [Cell] {
    [.number(model.waitProbability), .number(model.serviceLevel(within: threshold))]
      + ErlangAColumns.cells(model, within: threshold)
      + [
        .number(model.abandonmentProbability), .number(model.blockingProbability),
        .number(model.averageSpeedOfAnswer),
      ] + waits.map { .number($0) } + [.number(model.occupancy)]
  }
}

extension QueueTarget {
  /// The target with blocked contacts counting against it, where there is a choice.
  fileprivate var countingBlocked: QueueTarget {
    if case .serviceLevel(let level, let time, .ofOffered) = self {
      return .serviceLevel(level, within: time, counting: .ofEntered)
    }
    return self
  }
}
