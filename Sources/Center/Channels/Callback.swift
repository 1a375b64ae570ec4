/// An offer to call back, made once to those who would wait long, as they enter the queue.
///
/// Who accepts hangs up: the trunk is free, patience ends, the place in line stays. At its turn an
/// agent dials; whoever is not reached is tried again, and in the end counts as abandoned.
public struct Callback: Sendable, Hashable {
  /// The predicted wait above which a callback is offered [s]: (contacts ahead + 1) × mean
  /// configured handle time ÷ agents present who serve the line.
  public var offerAbove: Double
  /// The share of those offered who accept; `0...1`.
  public var acceptance: Double
  /// How long an agent dials, whether somebody answers or not [s].
  public var ring: Double
  /// The probability that a try reaches the customer; `0...1`.
  public var reach: Double
  /// The time from a try that failed to the next [s].
  public var retryAfter: Double
  /// The most tries; `≥ 1`.
  public var tries: Int

  /// An offer above a predicted wait [s].
  public init(
    offerAbove: Double, acceptance: Double, ring: Double = 20, reach: Double = 1,
    retryAfter: Double = 900, tries: Int = 3
  ) {
    self.offerAbove = offerAbove
    self.acceptance = acceptance
    self.ring = ring
    self.reach = reach
    self.retryAfter = retryAfter
    self.tries = tries
  }
}
