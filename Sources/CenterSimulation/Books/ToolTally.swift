/// What a self-service tool did for one class in the counted days.
@frozen public struct ToolTally: Sendable, Hashable, BitwiseCopyable {
  /// Sessions that ended in the counted days.
  public var sessions = 0.0
  /// Sessions that ended in the tool.
  public var contained = 0.0
  /// Contained, and did not come back.
  public var trulyResolved = 0.0
  /// Found no port free; not a session.
  public var blocked = 0.0
  /// Money: sessions × cost.
  public var cost = 0.0

  /// Nothing booked.
  public init() {}

  public static func += (left: inout ToolTally, right: ToolTally) {
    left.sessions += right.sessions
    left.contained += right.contained
    left.trulyResolved += right.trulyResolved
    left.blocked += right.blocked
    left.cost += right.cost
  }
}
