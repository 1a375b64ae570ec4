extension ObjectDeclaration {
  static let proactive = ObjectDeclaration(
    "proactive", "Messages to customers before they ask.", [],
    others: (.names, .object(message)), mostMembers: 1_000)

  static let message = ObjectDeclaration(
    "message", "A message that prevents issues of a class, and causes some contacts.",
    [
      Field("class", .text, .required, "The class whose issues it prevents."),
      Field("prevents", .rate, .required, "The share of the issues that do not arise."),
      Field(
        "messagesPerIssue", .number(0...1e6), .defaults("1"),
        "Messages sent for each issue that would have arisen."),
      Field(
        "induces", .rate, .defaults("0"), "Contacts that each message causes."),
      Field(
        "inducedClass", .text, "The class of the contacts that it causes; by default its own."),
      Field("cost", .object(messageCost), "What it costs."),
      Field("from", .date, "The first day on which it is sent; by default from the beginning."),
      Field("to", .date, "The last day on which it is sent; by default to the end."),
    ])

  static let messageCost = ObjectDeclaration(
    "messageCost", "What a message costs.",
    [Field("perMessage", .money, .defaults("0"), "For each message.")])
}
