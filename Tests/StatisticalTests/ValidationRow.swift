import Testing

/// A row of the plan of validation: a model, and what is compared of it.
struct ValidationRow: Sendable, CustomTestStringConvertible {
  let name: String
  /// The comparisons, whose exact values are those of a model off by the given factor in its
  /// service times (issues: in its rates of resolution and redial); 1 is the truth.
  let comparisons: @Sendable (_ bias: Double) throws -> [Comparison]

  var testDescription: String { name }

  static let all: [ValidationRow] = [
    ValidationRow(name: "M/M/n+G", comparisons: GeneralPatienceFamily.comparisons),
    ValidationRow(name: "Mt/G/∞ over time", comparisons: BusyFamily.overTime),
    ValidationRow(name: "M/G/∞, variance", comparisons: BusyFamily.variance),
    ValidationRow(name: "Mt/M/st(+M)", comparisons: TransientFamily.comparisons),
    ValidationRow(name: "chat without slowdown", comparisons: SingleQueueFamily.chats),
    ValidationRow(name: "one agent, four chats", comparisons: ChainFamily.chatWithSlowdown),
    ValidationRow(name: "two agents, two chats", comparisons: ChainFamily.twoChatAgents),
    ValidationRow(name: "self-service and queue", comparisons: SingleQueueFamily.thinned),
    ValidationRow(name: "residual talk", comparisons: ResidualFamily.comparisons),
    ValidationRow(name: "priorities, M/M/n", comparisons: PriorityFamily.equalTalk),
    ValidationRow(name: "priorities, M/G/1", comparisons: PriorityFamily.unequalTalk),
    ValidationRow(name: "keep-idle", comparisons: ChainFamily.keepIdle),
    ValidationRow(name: "redials when blocked", comparisons: RedialFamily.blockedForEver),
    ValidationRow(name: "three attempts", comparisons: RedialFamily.threeAttempts),
    ValidationRow(name: "redials after giving up", comparisons: RedialFamily.abandonedForEver),
    ValidationRow(name: "balance of attempts", comparisons: RedialFamily.balanceOfAttempts),
    ValidationRow(name: "repeats", comparisons: JourneyFamily.repeats),
    ValidationRow(name: "repeats by difficulty", comparisons: JourneyFamily.gradedRepeats),
    ValidationRow(name: "repeats into a queue", comparisons: JourneyFamily.crowdedRepeats),
    ValidationRow(name: "true containment", comparisons: JourneyFamily.falseContainment),
    ValidationRow(name: "M/M/n/n, M/G/n/n", comparisons: SingleQueueFamily.lossSystems),
    ValidationRow(name: "ports of self-service", comparisons: PortFamily.comparisons),
    ValidationRow(name: "M/M/n", comparisons: SingleQueueFamily.delaySystems),
    ValidationRow(name: "M/M/n/K", comparisons: ChainFamily.finiteLines),
    ValidationRow(name: "M/G/1, M/D/1", comparisons: SingleQueueFamily.singleServers),
    ValidationRow(name: "M/M/n+M", comparisons: ImpatientFamily.comparisons),
  ]
}
