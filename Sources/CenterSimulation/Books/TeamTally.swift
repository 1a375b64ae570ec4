/// A team's time in one interval, or in a sum of intervals [agent-seconds].
@frozen public struct TeamTally: Sendable, Hashable, BitwiseCopyable {
  /// Scheduled paid time, and that of reviews.
  public var paid = 0.0
  /// Of the paid time, what intraday rules added; what they released counts against it.
  public var added = 0.0
  /// Of the paid time, reviews, which nobody on the schedule does.
  public var reviewTime = 0.0
  /// Paid beyond the schedule: agents who finish a contact after their time.
  public var overtime = 0.0
  /// On the floor: busy or idle.
  public var present = 0.0
  /// At least one contact or wrap-up in hand.
  public var busy = 0.0
  /// Present, with nothing in hand.
  public var idle = 0.0
  /// Of the busy time, work for outbound campaigns: reading, ringing, talk and wrap-up.
  public var outbound = 0.0
  /// ∫ chats and their wrap-ups in hand dt.
  public var chats = 0.0
  /// With at least one chat or its wrap-up in hand.
  public var chatting = 0.0
  /// ∫ chats that the present agents could hold dt: the highest limit among their channels; 0 for a
  /// team that works on one contact at a time.
  public var slots = 0.0
  /// Contacts that the team began to serve.
  public var handled = 0.0
  /// Of these, the ones that are reviewed.
  public var reviews = 0.0
  /// Money: wages for paid time, reviews and overtime, and what a vendor charges.
  public var cost = 0.0
  /// Of this, overtime.
  public var overtimeCost = 0.0

  /// Nothing booked.
  public init() {}

  public static func += (left: inout TeamTally, right: TeamTally) {
    left.paid += right.paid
    left.added += right.added
    left.reviewTime += right.reviewTime
    left.overtime += right.overtime
    left.present += right.present
    left.busy += right.busy
    left.idle += right.idle
    left.outbound += right.outbound
    left.chats += right.chats
    left.chatting += right.chatting
    left.slots += right.slots
    left.handled += right.handled
    left.reviews += right.reviews
    left.cost += right.cost
    left.overtimeCost += right.overtimeCost
  }
}
