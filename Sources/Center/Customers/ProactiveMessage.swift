/// A message to customers before they have to ask: a delay is announced, an outage is known.
///
/// It prevents a share of the issues of a class, at a cost, and some of those who get it make a
/// contact that they would not have made.
public struct ProactiveMessage: Sendable, Hashable {
  /// The name by which the scenario refers to it, and under which its random numbers are found.
  public var name: String
  /// The class whose issues it prevents.
  public var demandClass: String
  /// The share of the issues that do not arise; `0...1`.
  public var prevents: Double
  /// Messages sent for each issue that would have arisen; `≥ 0`: most customers who get one have
  /// no issue.
  public var messagesPerIssue: Double
  /// Contacts that a message causes; at most one for each issue that would have arisen.
  public var induces: Double
  /// The class of the contacts that it causes.
  public var inducedClass: String
  /// Money for each message.
  public var costPerMessage: Double
  /// The first day on which it is sent; `nil`: from the beginning.
  public var from: CivilDate?
  /// The last day on which it is sent; `nil`: to the end.
  public var to: CivilDate?

  /// A message about the issues of a class, sent once for each of them, unless said otherwise.
  public init(
    name: String, demandClass: String, prevents: Double, messagesPerIssue: Double = 1,
    induces: Double = 0, inducedClass: String? = nil, costPerMessage: Double = 0,
    from: CivilDate? = nil, to: CivilDate? = nil
  ) {
    self.name = name
    self.demandClass = demandClass
    self.prevents = prevents
    self.messagesPerIssue = messagesPerIssue
    self.induces = induces
    self.inducedClass = inducedClass ?? demandClass
    self.costPerMessage = costPerMessage
    self.from = from
    self.to = to
  }
}

extension Center {
  /// What does not hold in the messages.
  func messageProblems() -> [Problem] {
    var names = ProblemList(prefix: [])
    names.requireNames(proactive.map(\.name), of: "proactive")
    return names.problems
      + proactive.flatMap { message -> [Problem] in
        var list = ProblemList(prefix: ["proactive", message.name])
        for (key, name) in [("class", message.demandClass), ("inducedClass", message.inducedClass)]
        where !demand.contains(where: { $0.name == name }) {
          // Without a key of its own the class of the contacts is the class.
          if key == "inducedClass", name == message.demandClass { continue }
          list.add(
            key, .unknownName, "'\(name)' is not a class of the demand", misspelt: name,
            among: demand.map(\.name))
        }
        list.requireShare(message.prevents, at: "prevents")
        list.requireShare(message.induces, at: "induces")
        if !(message.messagesPerIssue >= 0 && message.messagesPerIssue <= 1e6) {
          list.add("messagesPerIssue", .badValue, "\(message.messagesPerIssue); expected 0…10^6")
        } else if !(message.messagesPerIssue * message.induces <= 1) {
          list.add(
            "induces", .badValue,
            "\(message.messagesPerIssue) messages for an issue, each causing \(message.induces) "
              + "contacts, are more than one contact for an issue")
        }
        list.requireMoney(message.costPerMessage, at: "cost.perMessage")
        if let from = message.from, let to = message.to, to < from {
          list.add("to", .badValue, "\(to) is before the first day, \(from)")
        }
        return list.problems
      }
  }
}
