extension ObjectDeclaration {
  static let transfer = ObjectDeclaration(
    "transfer", "Which contacts agents pass on, and to whom.",
    [
      Field(
        "share", .gradedRate, .required, "The share of served contacts that are passed on."),
      Field(
        "to", .text,
        "A channel, or channel/class: the queue that they join; by default the one they are in."),
      Field(
        "team", .text, "The team, or tier, that alone takes them; by default all who serve there."),
      Field(
        "kind", .words("cold", "warm"), .defaults("\"cold\""),
        "Whether the first agent stays with the customer until the second takes over."),
      Field(
        "handOver", .duration(0...86_400), .defaults("\"0s\""),
        "How long both agents are with the customer; warm only."),
    ])
}
