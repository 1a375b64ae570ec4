/// How a channel's contacts behave: whether the customer waits online, and whether an agent can
/// hold several at once.
public enum Medium: String, Sendable, Hashable, CaseIterable {
  case voice, video, chat, email, social

  /// Answered later, without the customer online: due within the target, survives the night.
  public var isDeferred: Bool { self == .email || self == .social }

  /// A contact holds a trunk, where there is a limit, from its entry to the end of talk.
  public var holdsTrunk: Bool { self == .voice || self == .video }

  /// Several contacts at a time, sharing the agent's rate of work.
  public var isConcurrent: Bool { self == .chat }
}
