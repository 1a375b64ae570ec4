extension ObjectDeclaration {
  static let outbound = ObjectDeclaration(
    "outbound",
    "Campaigns that dial. Teams with the skill outbound, or outbound/name, work on them.",
    [], others: (.names, .object(campaign)), mostMembers: 1_000)

  static let campaign = ObjectDeclaration(
    "campaign", "A list of records that idle agents dial.",
    [
      Field(
        "list", .integer(1...10_000_000), .required,
        "Records on the list of each day; what is not dialed on its day is left."),
      Field("hours", .hours, "When it dials, or when agents begin to read; by default always."),
      Field(
        "dialer", .either([.words("preview", "progressive"), .object(dialer)]),
        .defaults("\"progressive\""),
        "How it dials: for an agent who has read the record (preview), for each who is free "
          + "(progressive), or for more customers than agents are free (predictive)."),
      Field(
        "ring", .distribution(bare: .constant), .defaults("\"20s\""),
        "How long it rings, whether somebody answers or not."),
      Field("reach", .rate, .required, "The share of dials that somebody answers."),
      Field(
        "rightParty", .rate, .defaults("1"),
        "Of these, the share in which it is the one who was wanted."),
      Field(
        "talkTime", .distribution(bare: .logNormal), .required, "The talk with the right party."),
      Field(
        "wrapUp", .distribution(bare: .exponential), "The agent's work after that talk."),
      Field(
        "wrongPartyTime", .distribution(bare: .constant), .defaults("\"20s\""),
        "The talk with anybody else."),
      Field(
        "retryAfter", .duration(1...86_400), .defaults("\"2h\""),
        "The time from the end of a call that missed the right party to the next, on that day."),
      Field("tries", .integer(1...100), .defaults("1"), "The most dials for a record."),
      Field("cost", .object(dialingCost), "What dialing costs beside its agents."),
    ])

  static let dialer = ObjectDeclaration(
    "dialer", "How a campaign dials, in detail.",
    [
      Field("preview", .object(preview), "An agent reads the record, dials it, and waits."),
      Field(
        "predictive", .object(predictive),
        "Calls ring without an agent; who answers waits for one, up to 2 s."),
    ], exactlyOne: ["preview", "predictive"], isReplacedWhole: true)

  private static let preview = ObjectDeclaration(
    "preview", "A dialer that lets an agent read the record first.",
    [
      Field(
        "time", .distribution(bare: .constant), .defaults("\"30s\""),
        "How long an agent reads a record before dialing it; what \"preview\" alone means.")
    ])

  private static let predictive = ObjectDeclaration(
    "predictive", "A dialer that rings more customers than agents are free.",
    [
      Field(
        "ratio", .number(0.01...10), .required, "Calls that ring, by agents who are free."),
      Field(
        "minimumIdle", .integer(1...1_000_000), .defaults("1"),
        "It dials only while so many agents are free, beyond those kept idle."),
    ])

  private static let dialingCost = ObjectDeclaration(
    "dialingCost", "What dialing costs beside its agents.",
    [
      Field("perDial", .money, .defaults("0"), "For each dial."),
      Field("perMinute", .money, .defaults("0"), "For each minute of talk."),
    ])
}
