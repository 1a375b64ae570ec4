/// What became of the issues of one class born in the counted days, followed to the end.
///
/// `born = resolved + lost + openEnd`, exactly.
@frozen public struct IssueTally: Sendable, Hashable, BitwiseCopyable {
  /// Born in a counted day, the induced ones included, the prevented ones not.
  public var born = 0.0
  /// Would have been born, but for a message.
  public var prevented = 0.0
  /// Of the born, those that a message caused.
  public var induced = 0.0
  /// Messages sent about issues of the class.
  public var messages = 0.0
  /// Money: messages × cost.
  public var messageCost = 0.0
  /// Ended by an agent or a tool.
  public var resolved = 0.0
  /// Given up: by the customer after blocked or abandoned attempts, or because nothing was open.
  public var lost = 0.0
  /// Neither resolved nor lost when the simulation ended.
  public var openEnd = 0.0
  /// Made at least one contact.
  public var contacting = 0.0
  /// Resolved by the first contact, with or without an agent.
  public var resolvedAtFirstContact = 0.0
  /// Contacts made, blocked ones included; a closed door is none.
  public var contacts = 0.0
  /// Contacts on another channel than the contact before.
  public var channelSwitches = 0.0
  /// Issues that entered a queue at least once.
  public var reachedQueue = 0.0
  /// Issues that used self-service and never entered a queue.
  public var deflected = 0.0
  /// From birth to resolution, over the resolved [s].
  public var timeToResolution = 0.0

  /// Nothing booked.
  public init() {}

  public static func += (left: inout IssueTally, right: IssueTally) {
    left.born += right.born
    left.prevented += right.prevented
    left.induced += right.induced
    left.messages += right.messages
    left.messageCost += right.messageCost
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
