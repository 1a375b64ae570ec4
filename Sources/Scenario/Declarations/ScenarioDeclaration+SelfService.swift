extension ObjectDeclaration {
  static let selfService = ObjectDeclaration(
    "selfService", "What solves issues without an agent.", [],
    others: (.names, .object(tool)), mostMembers: 64)

  static let tool = ObjectDeclaration(
    "tool", "An IVR, a bot, or help pages.",
    [
      Field("on", .list(of: .text, count: 1...1_000), "The channels whose contacts meet it first."),
      Field(
        "stage", .words("beforeContact", "onChannel"), .defaults("\"onChannel\""),
        "Whether customers try it before they contact anybody."),
      Field("adoption", .rate, "The share of issues that try it, when it is before contact."),
      Field(
        "time", .distribution(bare: .constant), .defaults("\"0s\""), "How long a session takes."),
      Field(
        "containment", .either([.rate, .object(containment)]), .required,
        "The share of all issues that it can solve, by class."),
      Field(
        "easyContactBias", .rate, .defaults("0"),
        "How surely it is the easiest issues that it solves."),
      Field(
        "trueResolution", .rate, .defaults("1"),
        "The share of contained issues that do not come back."),
      Field("ports", .integer(1...1_000_000), "Sessions at a time; without it, no limit."),
      Field("cost", .object(sessionCost), "What it costs."),
      Field(
        "handleTimeSaved", .rate, .defaults("0"),
        "The share of talk time that it saves the agent of a contact that it did not solve."),
      Field(
        "patienceFactor", .number(0.01...100), .defaults("1"),
        "What it makes of the patience of a contact that goes on to the queue: 0.8 is a fifth less."
      ),
      Field("from", .date, "The day from whose midnight on it works; without it, always."),
    ])

  static let containment = ObjectDeclaration(
    "containment", "Shares by class; \"*\" for all others.", [],
    others: (.classes, .rate))

  static let sessionCost = ObjectDeclaration(
    "sessionCost", "What a tool costs.",
    [Field("perSession", .money, .defaults("0"), "For each session.")])
}
