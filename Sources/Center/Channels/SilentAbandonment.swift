public import Stochastics

/// Customers who leave a queue without a trace: a chat left open, a receiver put aside.
///
/// The contact counts as abandoned at the instant at which its customer left, yet it stays in line
/// and keeps its trunk. The agent who takes it loses the time until nobody answers.
public struct SilentAbandonment: Sendable, Hashable {
  /// The share of those out of patience who leave without a trace; `0...1`.
  public var share: Double
  /// What the agent who takes such a contact loses [s].
  public var detectAfter: Distribution

  /// Silent leaving by `share` of those out of patience, noticed after a time.
  public init(share: Double, detectAfter: Distribution) {
    self.share = share
    self.detectAfter = detectAfter
  }
}
