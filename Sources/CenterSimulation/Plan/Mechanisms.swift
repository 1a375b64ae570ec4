import Center

/// What a center may use beyond queues, teams, self-service and customers who come back.
///
/// A center that uses none of it is *plain*, and pays for none of it: see `EngineScope`.
struct Mechanisms: OptionSet {
  let rawValue: UInt32

  /// Agents hold several chats at a time.
  static let sideBySide = Mechanisms(rawValue: 1 << 0)
  /// Agents pass contacts on.
  static let transfers = Mechanisms(rawValue: 1 << 1)
  /// Some work is laid aside for other contacts.
  static let interruptions = Mechanisms(rawValue: 1 << 2)
  /// Some team takes some contacts only after a wait, above a length of the queue or from a day on.
  static let conditions = Mechanisms(rawValue: 1 << 3)
  /// Some team takes some contacts only from a day on: one of the `conditions`.
  static let datedSkills = Mechanisms(rawValue: 1 << 4)
  /// What a service takes or achieves is changed by who gives it, or by what happens in it.
  static let factors = Mechanisms(rawValue: 1 << 5)
  /// Some channel offers callbacks.
  static let callbacks = Mechanisms(rawValue: 1 << 6)
  /// Customers leave some channel without a trace.
  static let silentAbandonment = Mechanisms(rawValue: 1 << 7)
  /// Some channel's contacts are conversations in turns.
  static let conversations = Mechanisms(rawValue: 1 << 8)
  /// Other customers answer what is posted on some channel.
  static let peerAnswers = Mechanisms(rawValue: 1 << 9)
  /// Video may fall back to voice, which changes what a service takes: one of the `factors`.
  static let voiceFallback = Mechanisms(rawValue: 1 << 10)
  /// Customers get messages before they ask.
  static let messages = Mechanisms(rawValue: 1 << 11)
  /// Tools change what follows in the contacts that they do not contain.
  static let toolEffects = Mechanisms(rawValue: 1 << 12)
  /// Customers may come back on another channel.
  static let channelChanges = Mechanisms(rawValue: 1 << 13)
  /// Customers are offered another channel than the one they try.
  static let steering = Mechanisms(rawValue: 1 << 14)
  /// Another agent than the longest idle comes first.
  static let agentOrders = Mechanisms(rawValue: 1 << 15)
  /// Another contact than the longest waiting comes first.
  static let contactOrders = Mechanisms(rawValue: 1 << 16)
  /// Agents dial for campaigns.
  static let outbound = Mechanisms(rawValue: 1 << 17)

  /// Lines hold other than customers who wait for their first answer.
  static let unusualWaits: Mechanisms = [.callbacks, .silentAbandonment, .conversations]

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// What a center uses: parts of it, or the tables made of several of them, say so.
  init(_ center: Center, classes: [ClassPlan], routing: RoutingPlan, teams: [TeamPlan]) {
    let channels = center.channels
    let tools = center.selfService
    let hasDatedSkills = routing.placeConditions.contains { $0.worksFrom > 0 }
    let used: [(Mechanisms, Bool)] = [
      (.sideBySide, channels.contains { $0.concurrency.limit > 1 }),
      (.transfers, !routing.transfers.isEmpty),
      (.interruptions, routing.interruptions.contains(true)),
      (.conditions, hasDatedSkills || routing.lines.contains(where: \.isConditional)),
      (.datedSkills, hasDatedSkills),
      (
        .factors,
        teams.contains { !$0.factors.isNeutral } || channels.contains { $0.voiceFallback != nil }
      ),
      (.callbacks, channels.contains { $0.callback != nil }),
      (.silentAbandonment, channels.contains { ($0.silentAbandonment?.share ?? 0) > 0 }),
      (.conversations, channels.contains { $0.medium.isInTurns }),
      (.peerAnswers, channels.contains { $0.peerAnswers != nil }),
      (.voiceFallback, channels.contains { $0.voiceFallback != nil }),
      (.messages, classes.contains { !$0.messages.isEmpty }),
      (.toolEffects, tools.contains { $0.patienceFactor != 1 || $0.handleTimeSaved > 0 }),
      (
        .channelChanges,
        channels.contains { !($0.redial?.channels ?? []).isEmpty }
          || center.demand.contains { !$0.repeatChannels.isEmpty }
      ),
      (.steering, !center.steering.isEmpty),
      (.agentOrders, center.routing.agent != .longestIdle),
      (.contactOrders, center.routing.contact != .longestWait),
      (.outbound, !center.outbound.isEmpty),
    ]
    self.init(used.filter(\.1).map(\.0))
  }
}
