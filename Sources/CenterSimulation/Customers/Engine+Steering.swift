import Center
import EventKernel
import Stochastics

extension Engine {
  /// The channel that a contact enters: the one that was offered to it and that it accepted, else
  /// the one it came by. What is closed is not offered.
  ///
  /// The steering lane, once for each contact, holds: offer, answer.
  mutating func steered(_ slot: Int32, from channel: Int32) -> Int32 {
    issues[slot].isSteered = false
    guard plan.steering.hasOffers(from: channel) else { return channel }
    let draw = random.lane(
      stream: plan.classes[issues[slot].demandClass].stream, day: issues[slot].day,
      issue: Int(issues[slot].number), kind: .steering,
      occurrence: Int(issues[slot].contacts))
    let destination = plan.steering.destination(from: channel, choice: draw.u0, answer: draw.u1)
    guard destination >= 0 else { return channel }
    let isOpen =
      plan.channels[destination].isDeferred
      || plan.channels[destination].hours.isOpen(inInterval: interval)
    guard isOpen else { return channel }
    issues[slot].isSteered = true
    return destination
  }
}
