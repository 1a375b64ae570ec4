import Center
import EventKernel
import Stochastics

/// Messages to customers before they ask.
extension Engine {
  /// Sends the day's messages about an issue that would arise now; returns whether one prevents it.
  ///
  /// All are sent and paid for, and each may cause a contact of its own, whether or not the issue is
  /// prevented.
  mutating func isPreventedByMessage(
    _ number: Int32, onDay day: Int, of demandClass: Int32
  ) -> Bool {
    let isCounted = plan.countedDays.contains(day)
    var isPrevented = false
    for index in plan.classes[demandClass].messages.indices {
      let message = plan.classes[demandClass].messages[index]
      guard message.days.contains(day) else { continue }
      let draw = random.lane(
        stream: plan.classes[demandClass].stream, day: plan.firstDay + Int32(day),
        issue: Int(number), kind: .message, tool: message.stream)
      if draw.u0 < message.prevents { isPrevented = true }
      if isCounted {
        issueTallies[demandClass].messages += message.messages
        issueTallies[demandClass].messageCost += message.cost
      }
      if draw.u1 < message.induces {
        induceIssue(by: message, number, day: day, isCounted: isCounted)
      }
    }
    if isPrevented, isCounted { issueTallies[demandClass].prevented += 1 }
    return isPrevented
  }

  /// A message causes a contact: an issue of its class that nobody would have had.
  ///
  /// Its number lies beyond those of births, in a part that the message's name gives, so that its
  /// draws are its own.
  private mutating func induceIssue(
    by message: MessagePlan, _ cause: Int32, day: Int, isCounted: Bool
  ) {
    let date = plan.firstDay + Int32(day)
    let part = Int32(message.stream.hash & 63)
    let number = 1 << 30 + part << 24 + cause & 0xFF_FFFF
    if isCounted { issueTallies[message.inducedClass].induced += 1 }
    bear(
      demandClass: message.inducedClass, day: date, number: number,
      draws: draws(of: message.inducedClass, day: date, number: number),
      isCounted: isCounted)
  }
}
