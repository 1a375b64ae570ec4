import Center
import EventKernel
import Stochastics

/// Messages to customers before they ask.
extension Engine {
  /// Sends the day's messages about an issue that would arise now; returns whether one prevents it.
  ///
  /// All are sent and paid for, and each may cause a contact of its own, whether or not the issue is
  /// prevented.
  mutating func isPreventedByMessage(_ birth: BirthCursor, of demandClass: Int32) -> Bool {
    var isPrevented = false
    for index in plan.classes[demandClass].messages.indices {
      let message = plan.classes[demandClass].messages[index]
      guard message.days.contains(birth.simulatedDay) else { continue }
      let draw = random.lane(
        stream: plan.classes[demandClass].stream, day: birth.day,
        issue: Int(birth.number), kind: .message, tool: message.stream)
      if draw.u0 < message.prevents { isPrevented = true }
      if birth.isCounted {
        issueTallies[demandClass].messages += message.messages
        issueTallies[demandClass].messageCost += message.cost
      }
      if draw.u1 < message.induces { induceIssue(by: message, about: birth) }
    }
    if isPrevented, birth.isCounted { issueTallies[demandClass].prevented += 1 }
    return isPrevented
  }

  /// A message causes a contact: an issue of its class that nobody would have had.
  ///
  /// Its number lies beyond those of births, in a part that the message's name gives, so that its
  /// draws are its own.
  private mutating func induceIssue(by message: MessagePlan, about birth: BirthCursor) {
    let part = Int32(message.stream.hash & 63)
    let number = 1 << 30 + part << 24 + birth.number & 0xFF_FFFF
    if birth.isCounted { issueTallies[message.inducedClass].induced += 1 }
    bear(
      demandClass: message.inducedClass, day: birth.day, number: number,
      draws: draws(of: message.inducedClass, day: birth.day, number: number),
      isCounted: birth.isCounted)
  }
}
