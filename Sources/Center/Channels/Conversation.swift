public import Stochastics

/// How a conversation of messages goes: in turns, an agent's reply after each message of the
/// customer.
///
/// The talk time of the contact is what all its replies take together. Between two replies the
/// agent is free for others; the customer's next message waits for any agent.
public struct Conversation: Sendable, Hashable {
  /// How many replies a conversation has.
  public var turns: Turns
  /// The time from an agent's reply to the customer's next message [s].
  public var customerReply: Distribution
  /// Customers who do not write again; `nil`: all do.
  public var silence: Silence?

  /// A conversation of some turns.
  public init(turns: Turns, customerReply: Distribution, silence: Silence? = nil) {
    self.turns = turns
    self.customerReply = customerReply
    self.silence = silence
  }

  /// How many replies a conversation has.
  public enum Turns: Sendable, Hashable {
    /// Always as many, `1...100`, which share its talk time at random, each alike.
    case exactly(Int)
    /// On average this many, `1...100`: the more, the longer its talk. The customer's further
    /// messages fall on the talk as a Poisson process does on time, so that with an exponential
    /// talk time replies are exponential and their number is geometric.
    case mean(Double)

    /// The mean number of replies of a conversation that nobody breaks off.
    public var mean: Double {
      switch self {
      case .exactly(let count): Double(count)
      case .mean(let mean): mean
      }
    }
  }
}

/// When a conversation ends because its customer does not write again. What was left of it is not
/// done: the issue is not resolved.
public struct Silence: Sendable, Hashable {
  /// The share of replies, but for a conversation's last, after which the customer never writes;
  /// `0...1`.
  public var share: Double
  /// The time from a reply without an answer until the conversation is closed [s]; `> 0`.
  public var closesAfter: Double

  /// Silence after a share of the replies, and after those that are answered too late.
  public init(share: Double, closesAfter: Double) {
    self.share = share
    self.closesAfter = closesAfter
  }
}

extension Center {
  /// What does not hold in how a channel's conversations go.
  func conversationProblems(of channel: Channel) -> [Problem] {
    var list = ProblemList(prefix: ["channels", channel.name])
    guard let conversation = channel.conversation else {
      if channel.medium.isInTurns {
        list.add("conversation", .badValue, "\(channel.medium) is held in turns; say how")
      }
      return list.problems
    }
    guard channel.medium.isInTurns else {
      list.add("conversation", .badValue, "only sms and messaging are held in turns")
      return list.problems
    }
    if !(conversation.turns.mean >= 1 && conversation.turns.mean <= 100) {
      list.add("conversation.turns", .badValue, "\(conversation.turns.mean); expected 1…100")
    }
    if let silence = conversation.silence {
      list.requireShare(silence.share, at: "conversation.silence.share")
      if !(silence.closesAfter > 0 && silence.closesAfter <= 3660 * 86_400) {
        list.add(
          "conversation.silence.closesAfter", .badValue, "expected above 0s, at most 3660d")
      }
    }
    if channel.atClose == .drop {
      list.add(
        "atClose", .badValue, "a conversation goes on the next day; nobody is sent away")
    }
    if channel.cost.perMinute > 0 {
      list.add("cost.perMinute", .badValue, "a conversation in turns holds no connection")
    }
    return list.problems
  }
}
