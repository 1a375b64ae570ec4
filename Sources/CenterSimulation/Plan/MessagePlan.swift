import Center
import Stochastics

/// A message to customers about the issues of a class.
struct MessagePlan: Sendable {
  let stream: StreamIdentifier
  /// The simulated days on which it is sent.
  let days: ClosedRange<Int>
  let prevents: Double
  /// The probability of a contact that it causes, for each issue that would arise, and its class.
  let induces: Double
  let inducedClass: Int32
  /// Messages, and money, for each issue that would arise.
  let messages: Double
  let cost: Double

  /// The messages about a class that are sent at all, in the order of the file.
  static func list(_ center: Center, about demandClass: String) -> [MessagePlan] {
    let first = center.calendar.date(ofSimulatedDay: 0).daysSinceEpoch
    let last = center.calendar.simulatedDays - 1
    return center.proactive.filter { $0.demandClass == demandClass }.compactMap { message in
      let from = max(0, (message.from?.daysSinceEpoch ?? first) - first)
      let to = min(last, (message.to?.daysSinceEpoch ?? first + last) - first)
      guard from <= to,
        let induced = center.demand.firstIndex(where: { $0.name == message.inducedClass })
      else { return nil }
      return MessagePlan(
        stream: StreamIdentifier(message.name), days: from...to, prevents: message.prevents,
        induces: message.messagesPerIssue * message.induces, inducedClass: Int32(induced),
        messages: message.messagesPerIssue,
        cost: message.messagesPerIssue * message.costPerMessage)
    }
  }
}
