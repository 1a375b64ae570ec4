/// How a channel's contacts behave: whether the customer waits online, and whether an agent can
/// hold several at once.
public enum Medium: String, Sendable, Hashable, CaseIterable {
  case voice, video, chat, sms, messaging, email, social, forum

  /// Answered later, without the customer online: due within the target, survives the night.
  public var isDeferred: Bool {
    self == .email || self == .social || self == .forum
  }

  /// A contact holds a trunk, where there is a limit, from its entry to the end of talk.
  public var holdsTrunk: Bool { self == .voice || self == .video }

  /// A conversation of messages: the customer waits for each reply, and the agent is free between
  /// them.
  public var isInTurns: Bool { self == .sms || self == .messaging }

  /// Several contacts at a time, sharing the agent's rate of work.
  public var isConcurrent: Bool { self == .chat }
}
