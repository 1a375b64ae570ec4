extension ObjectDeclaration {
  static let conversation = ObjectDeclaration(
    "conversation",
    "Turns of a conversation by sms or messaging: an agent's reply after each of the customer's "
      + "messages.",
    [
      Field(
        "turns", .either([.integer(1...100), .object(turns)]), .defaults("{ \"mean\": 4 }"),
        "How many replies share the talk time: always as many, or on average, the more the longer "
          + "the talk."),
      Field(
        "customerReply", .distribution(bare: .exponential), .defaults("\"3m\""),
        "The time from an agent's reply to the customer's next message."),
      Field(
        "silence", .object(silence),
        "Customers who do not write again: the conversation is closed, the issue not resolved."),
    ])

  private static let turns = ObjectDeclaration(
    "turns", "A random number of replies.",
    [Field("mean", .number(1...100), .required, "How many there are on average.")])

  private static let silence = ObjectDeclaration(
    "silence", "Customers who do not write again.",
    [
      Field(
        "share", .rate, .defaults("0"),
        "The share of replies, but for the last, after which the customer never writes."),
      Field(
        "closesAfter", .duration(1...ValueKind.longest), .required,
        "The time from a reply without an answer until the conversation is closed."),
    ])
}
