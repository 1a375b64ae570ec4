/// How a channel's contacts behave: whether the customer waits online, and whether an agent can
/// hold several at once.
public enum Medium: String, Sendable, Hashable, CaseIterable {
  case voice, chat, email, social

  /// Answered later, without the customer online: due within the target, survives the night.
  public var isDeferred: Bool { self == .email || self == .social }

  /// Several contacts at a time, sharing the agent's rate of work.
  public var isConcurrent: Bool { self == .chat }
}
