/// A team's time in one interval, or in a sum of intervals [agent-seconds].
@frozen public struct TeamTally: Sendable, Hashable, BitwiseCopyable {
  /// Scheduled paid time.
  public var paid = 0.0
  /// Paid beyond the schedule: agents who finish a contact after their time.
  public var overtime = 0.0
  /// On the floor: busy or idle.
  public var present = 0.0
  /// At least one contact or wrap-up in hand.
  public var busy = 0.0
  /// Present, with nothing in hand.
  public var idle = 0.0
  /// ∫ chats and their wrap-ups in hand dt.
  public var chats = 0.0
  /// With at least one chat or its wrap-up in hand.
  public var chatting = 0.0
  /// ∫ chats that the present agents could hold dt: the highest limit among their channels; 0 for a
  /// team that works on one contact at a time.
  public var slots = 0.0
  /// Contacts that the team began to serve.
  public var handled = 0.0
  /// Money: wages for paid time and overtime.
  public var cost = 0.0

  public init() {}

  public static func += (left: inout TeamTally, right: TeamTally) {
    left.paid += right.paid
    left.overtime += right.overtime
    left.present += right.present
    left.busy += right.busy
    left.idle += right.idle
    left.chats += right.chats
    left.chatting += right.chatting
    left.slots += right.slots
    left.handled += right.handled
    left.cost += right.cost
  }
}

/// What a self-service tool did for one class in the counted days.
@frozen public struct ToolTally: Sendable, Hashable, BitwiseCopyable {
  /// Sessions that ended in the counted days.
  public var sessions = 0.0
  public var contained = 0.0
  /// Contained, and did not come back.
  public var trulyResolved = 0.0
  /// Found no port free; not a session.
  public var blocked = 0.0
  /// Money: sessions × cost.
  public var cost = 0.0

  public init() {}

  public static func += (left: inout ToolTally, right: ToolTally) {
    left.sessions += right.sessions
    left.contained += right.contained
    left.trulyResolved += right.trulyResolved
    left.blocked += right.blocked
    left.cost += right.cost
  }
}

/// What became of the issues of one class born in the counted days, followed to the end.
///
/// `born = resolved + lost + openEnd`, exactly.
@frozen public struct IssueTally: Sendable, Hashable, BitwiseCopyable {
  public var born = 0.0
  public var resolved = 0.0
  /// Given up: by the customer after blocked or abandoned attempts, or because nothing was open.
  public var lost = 0.0
  /// Neither resolved nor lost when the simulation ended.
  public var openEnd = 0.0
  /// Made at least one contact.
  public var contacting = 0.0
  /// Resolved by the first contact, with or without an agent.
  public var resolvedAtFirstContact = 0.0
  /// Contacts made, closed and blocked ones included.
  public var contacts = 0.0
  /// Contacts on another channel than the contact before.
  public var channelSwitches = 0.0
  /// Issues that entered a queue at least once.
  public var reachedQueue = 0.0
  /// Issues that used self-service and never entered a queue.
  public var deflected = 0.0
  /// From birth to resolution, over the resolved [s].
  public var timeToResolution = 0.0

  public init() {}

  public static func += (left: inout IssueTally, right: IssueTally) {
    left.born += right.born
    left.resolved += right.resolved
    left.lost += right.lost
    left.openEnd += right.openEnd
    left.contacting += right.contacting
    left.resolvedAtFirstContact += right.resolvedAtFirstContact
    left.contacts += right.contacts
    left.channelSwitches += right.channelSwitches
    left.reachedQueue += right.reachedQueue
    left.deflected += right.deflected
    left.timeToResolution += right.timeToResolution
  }

  /// Whether every issue is accounted for, exactly.
  public var booksBalance: Bool { born == resolved + lost + openEnd }
}
