/// What one agent of a team had to do in the counted days.
///
/// Agents are numbered by the order in which they come in the morning: the first is there whenever
/// anybody is.
@frozen public struct AgentLoad: Sendable, Hashable, BitwiseCopyable {
  /// Contacts that the agent began to serve.
  public var handled = 0.0
  /// Time with a contact or a wrap-up in hand [s].
  public var busy = 0.0
  /// Time on the floor, busy or idle [s].
  public var present = 0.0

  /// Nothing booked.
  public init() {}

  public static func += (left: inout AgentLoad, right: AgentLoad) {
    left.handled += right.handled
    left.busy += right.busy
    left.present += right.present
  }
}
