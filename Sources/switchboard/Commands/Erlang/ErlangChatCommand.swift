import Arguments
import Erlang
import Reports

/// `switchboard erlang chat`: agents who hold several chats at once.
enum ErlangChatCommand {
  /// How long a chat takes by the number that its agent holds [s].
  struct SessionTimes: Equatable, Sendable {
    let values: [Double]

    static let kind = ValueKind("T1,T2,…") { text throws(ValueProblem) -> SessionTimes in
      let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      var values: [Double] = []
      for part in parts {
        guard let time = Decimal.duration(part), time > 0, parts.count <= 100 else {
          throw .notOfForm("durations between commas", example: "5m,6m20s,8m")
        }
        values.append(time)
      }
      return SessionTimes(values: values)
    }
  }

  static let sessionTimes = Option(
    "session-times", SessionTimes.kind,
    help: "Mean length of a chat whose agent holds 1, 2, … at once; as many as the limit.")

  static let declaration = CommandDeclaration(
    name: "chat", summary: "Waiting for agents who hold several chats at once",
    examples: [
      Example(
        "switchboard erlang chat --arrivals 5/1m --session-times 5m,6m,8m --agents 15",
        "up to three chats an agent, which get slower"),
      Example(
        "switchboard erlang chat --arrivals 5/1m --session-times 5m,6m,8m --target 80%",
        "the agents that take 80 % within 20 seconds"),
    ],
    discussion: [
      "Poisson arrivals, chats of exponential work, spread evenly over the agents, and one queue "
        + "in order of arrival when all places are taken; --patience lets waiting chats leave.",
      "Exact for one agent, or where concurrency costs nothing; otherwise chats are taken to move "
        + "to a less busy agent when another ends, which is slightly too favourable.",
    ],
    options: [
      ErlangOptions.arrivals.declaration, sessionTimes.declaration,
      ErlangTargets.patience.declaration,
    ] + ErlangTargets.declarations + [ErlangOptions.format.declaration])

  private static let columns = [
    ErlangColumns.agents,
    Column("concurrency_limit", "Limit", .integer, meaning: "Most chats of an agent."),
    ErlangAColumns.patience, ErlangColumns.within, ErlangColumns.waitProbability,
    ErlangColumns.serviceLevel, ErlangAColumns.abandonment, ErlangColumns.averageSpeedOfAnswer,
    ErlangColumns.queue,
    Column(
      "session_time_s", "Session time", .number(decimals: 1), unit: "s",
      meaning: "Mean time from an agent's answer to the end of the chat."),
    Column(
      "concurrency_mean", "Concurrency", .number(decimals: 2),
      meaning: "Mean number of chats of an agent who has any."),
    ErlangColumns.occupancy,
    Column(
      "slot_utilization", "Places taken", .share(decimals: 1),
      meaning: "Chats held / most chats of all agents."),
  ]

  static func run(_ arguments: ParsedArguments, _ session: Session) throws -> ExitCode {
    let arrivals = try arguments.required(ErlangOptions.arrivals).perSecond
    let rates = try arguments.required(sessionTimes).values.enumerated().map {
      Double($0.offset + 1) / $0.element
    }
    let patience = arguments[ErlangTargets.patience]
    let threshold = arguments[ErlangOptions.within] ?? 0
    let targets = ErlangTargets(arguments, within: threshold)
    let agents = try targets.agents(arguments) { target throws(ErlangError) in
      try ChatQueue.requiredAgents(
        arrivalRate: arrivals, completionRates: rates, patience: patience ?? .infinity,
        target: target)
    }
    var table = Table(name: "erlang_chat", title: "Chat", columns: columns)
    do throws(ErlangError) {
      for number in agents {
        let known: [Cell] = [
          .integer(number), .integer(rates.count), .optional(patience), .number(threshold),
        ]
        if agents.count > 1, patience == nil, Double(number) * (rates.last ?? 0) <= arrivals {
          table.append(known + Array(repeating: .empty, count: columns.count - known.count))
          continue
        }
        let model = try ChatQueue(
          arrivalRate: arrivals, completionRates: rates, agents: number,
          patience: patience ?? .infinity)
        table.append(
          known + [
            .number(model.waitProbability), .number(model.serviceLevel(within: threshold)),
            .number(model.abandonmentProbability), .number(model.averageSpeedOfAnswer),
            .number(model.meanQueueLength), .number(model.meanSessionTime),
            .number(model.concurrency), .number(model.occupancy), .number(model.slotUtilization),
          ])
      }
    } catch {
      throw Failure(error)
    }
    try session.write([table], as: arguments[ErlangOptions.format], command: "erlang chat")
    return .ok
  }
}
