extension ObjectDeclaration {
  static let demand = ObjectDeclaration(
    "demand", "The customers' issues, by class.", [],
    others: (.names, .object(demandClass)))

  static let demandClass = ObjectDeclaration(
    "demandClass", "A kind of issue: how many, how difficult, where customers turn first.",
    [
      Field("volume", .object(volume), .required, "How many."),
      Field(
        "difficultyCorrelation", .number(-1...1), .defaults("0"),
        "How closely talk time follows difficulty."),
      Field(
        "resolutionRate", .gradedRate, .defaults("1"),
        "The share of issues that one contact with an agent resolves."),
      Field(
        "repeatContactAfter", .distribution(bare: .constant),
        "After how long an unresolved issue comes back; without it, it does not."),
      Field(
        "priority", .integer(0...1_000),
        "Whose contacts are served first: the highest; overrides the channels'."),
      Field(
        "waitWeight", .number(1e-6...1e6),
        "What a second of waiting counts where routing.contact is weighted-wait; overrides the channels'."
      ),
      Field(
        "repeatChannels", .object(changes),
        "The shares of repeats made through another channel or medium; the rest stays."),
      Field(
        "channels", .object(classChannels), .required,
        "What its customers do, by channel or medium."),
      Field("transfer", .object(transfer), "Which contacts agents pass on, and to whom."),
      Field("value", .object(issueValue), "What a resolved issue is worth, and a lost one costs."),
    ])

  private static let issueValue = ObjectDeclaration(
    "issueValue", "What the end of an issue is worth.",
    [
      Field("resolved", .money, .defaults("0"), "What a resolved issue is worth."),
      Field("lost", .money, .defaults("0"), "What a lost issue costs."),
    ])

  static let classChannels = ObjectDeclaration(
    "classChannels", "The channel or medium that customers try first, and the work there.", [],
    others: (.names, .object(classChannel)))

  static let classChannel = ObjectDeclaration(
    "classChannel", "What a class does on a channel.",
    [
      Field("share", .gradedRate, .required, "The share of issues that try this channel first."),
      Field(
        "talkTime", .distribution(bare: .logNormal),
        "The time with an agent, over all issues of the class."),
      Field(
        "wrapUp", .distribution(bare: .exponential),
        "The agent's work after the contact; overrides the channel's."),
      Field(
        "patience", .distribution(bare: .exponential),
        "How long customers wait before they give up; overrides the channel's."),
      Field(
        "priority", .integer(0...1_000),
        "Whose contacts are served first: the highest; overrides the class's."),
      Field(
        "waitWeight", .number(1e-6...1e6),
        "What a second of waiting counts where routing.contact is weighted-wait; overrides the class's."
      ),
      Field("target", .object(target), "The promise; overrides the channel's."),
      Field(
        "resolutionRate", .gradedRate,
        "The share of issues that one contact resolves; overrides the class's."),
      Field(
        "transfer", .object(transfer),
        "Which contacts agents pass on, and to whom; overrides the class's."),
      Field(
        "startingBacklog", .integer(0...1_000_000), .defaults("0"),
        "Contacts that wait there when the simulation begins; deferred media without warm-up."),
    ])

  static let volume = ObjectDeclaration(
    "volume", "How many issues or contacts there are.",
    [
      Field("perDay", .number(0...1e9), "On an average day."),
      Field(
        "perInterval",
        .either([.number(0...1e9), .list(of: .number(0...1e9), count: 1...1_440)]),
        "In every interval of the day, or a list with one number for each."),
    ] + tableFields(columns: "volume") + [
      Field(
        "counts", .words("issues", "offered"), .required,
        "Whether customers' issues are counted, or contacts as a telephone system offers them: "
          + "after self-service, with repeats."),
      Field(
        "profile",
        .either([
          .object(profile), .list(of: .number(0...1e9), count: 1...1_440),
        ]),
        "How a day's volume falls on its intervals: a table, or a list of weights from midnight."),
      Field("dayVariation", .object(dayVariation), "How busy days differ beyond chance."),
      Field(
        "forecastError", .object(forecastError), "How far the forecast of all days may be off."),
    ] + volumeFactors + [
      Field(
        "arrivalNoise", .words("poisson", "none"), .defaults("\"poisson\""),
        "Whether issues come by chance, or exactly as many as expected, evenly placed."),
      Field("trace", .object(trace), "Instants as measured, the same in every replication."),
    ],
    exactlyOne: ["perDay", "perInterval", "file", "trace"], isReplacedWhole: true)

  static let profile = ObjectDeclaration(
    "profile", "A table of how a day's volume falls on its intervals, for all days or by weekday.",
    tableFields(columns: "volume"), exactlyOne: ["file"])

  static let forecastError = ObjectDeclaration(
    "forecastError",
    "A random factor on the volume of all days of a replication together, gamma with mean 1.",
    [
      Field("cv", .number(0...10), .required, "Its coefficient of variation."),
      Field(
        "shared", .boolean, .defaults("false"),
        "One factor for all classes that share it, instead of the class's own."),
    ])

  static let dayVariation = ObjectDeclaration(
    "dayVariation", "A random factor on the volume of each day, gamma with mean 1.",
    [
      Field("cv", .number(0...10), .required, "Its coefficient of variation."),
      Field(
        "shared", .boolean, .defaults("false"),
        "One factor for all classes that share it, instead of the class's own."),
    ])
}
