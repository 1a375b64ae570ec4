import EventKernel
import Stochastics

extension Engine {
  /// Whether the customer rather leaves than waits.
  @inline(__always)
  func mayBalk(_ slot: Int32) -> Bool {
    queueLane(of: slot).u1 < plan.queues[issues[slot].queue].balks
  }

  /// The customer would have to wait, and leaves at once: abandoned after no time.
  mutating func balk(_ slot: Int32) {
    let cell = Int(issues[slot].cell)
    queueTallies[cell].balked += 1
    bookAbandonment(slot)
    bookCost(slot, cell: cell)
    releaseTrunk(of: slot)
    tryAgainOrGiveUp(slot)
  }
}
