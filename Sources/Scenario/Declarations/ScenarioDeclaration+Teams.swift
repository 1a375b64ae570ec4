extension ObjectDeclaration {
  /// The most agents a team may have.
  static let mostAgents = 1_000_000.0

  static let teams = ObjectDeclaration(
    "teams", "The agents.", [], others: (.names, .object(team)),
    mostMembers: 1_000)

  static let team = ObjectDeclaration(
    "team", "A group of interchangeable agents.",
    [
      Field(
        "agents",
        .either([
          headCount, .list(of: headCount, count: 1...1_440), .object(agentTable),
          .words("erlang-c", "erlang-a"),
        ]), .required,
        "How many: a number, a list by interval, by weekday, a table, or by formula."),
      Field(
        "agentsAre", .words("paid", "present"), .defaults("\"paid\""),
        "Whether agents counts paid heads, or those present after shrinkage."),
      Field(
        "hours", .hours,
        "When the team works; by default while its live channels, or else campaigns, are open."),
      Field("skills", .object(skills), .required, "What it serves, and how gladly."),
      Field(
        "shrinkage", .either([.rate, .object(shrinkage)]), .defaults("0"),
        "The share of paid time in which agents are not available: one rate, or parts that add."),
      Field(
        "maxOccupancy", .rate,
        "The largest share of their time that agents are to be busy: what staffing by formula or "
          + "simulation keeps to; by default any."),
      Field("wage", .money, .defaults("0"), "Money for each paid hour."),
      Field("cost", .object(teamCost), "What a site or vendor charges for its work."),
      Field(
        "overtimeRate", .number(0...10), .defaults("1"),
        "What an hour of overtime costs, in regular hours: 1.5 is time and a half."),
      Field(
        "exceptions", .list(of: .object(exception), count: 0...10_000),
        "Changes of the agents by date and time."),
      Field(
        "absence", .rate, .defaults("0"),
        "The probability with which each agent is out for the day, with pay."),
      Field(
        "tenure", .list(of: .object(tenureStep), count: 0...100),
        "How long the agents have been there, and how that shows in their work."),
      Field(
        "handleTimeFactor", .number(0.01...100), .defaults("1"),
        "What talk times are multiplied by: 1.2 is 20 % longer."),
      Field("workforce", .object(workforce), "Its people over the year, for plan."),
    ])

  static let teamCost = ObjectDeclaration(
    "teamCost", "What a site or vendor charges, beside or in place of wages.",
    [
      Field("perContact", .money, .defaults("0"), "For each contact that it begins to serve."),
      Field(
        "perMinute", .money, .defaults("0"),
        "For each minute in which an agent has a contact or its wrap-up in hand."),
    ])

  static let headCount = ValueKind.number(0...mostAgents)

  static let agentTable = ObjectDeclaration(
    "agentTable",
    "Agents from a table, by shifts, from a schedule, or by weekday: \"Mon-Fri\": 20.",
    tableFields(columns: "agents") + [
      Field(
        "shifts", .list(of: .object(shift), count: 1...1_000), "Shifts with breaks."),
      Field(
        "schedule", .either([.fileName, .object(scheduleTable)]),
        "A schedule of single agents: a CSV file with team, agent, activity, start and end."),
    ],
    others: (.weekdays, .either([headCount, .list(of: headCount, count: 1...1_440)])),
    isReplacedWhole: true)

  static let skills = ObjectDeclaration(
    "skills", "A channel, channel/class, outbound or outbound/campaign, with *, and its rank.", [],
    others: (.skills, .either([.integer(1...1_000), .object(skill)])))

  static let skill = ObjectDeclaration(
    "skill", "How gladly a team serves a queue.",
    [
      Field("rank", .integer(1...1_000), .defaults("1"), "Preference; 1 is first."),
      Field(
        "keepIdle", .integer(0...1_000_000), .defaults("0"),
        "How many agents of the team stay idle when such a contact has started."),
      Field(
        "after", .anyDuration, .defaults("\"0s\""),
        "How long a contact waits before this skill applies."),
      Field(
        "queueAbove", .integer(0...1_000_000), .defaults("0"),
        "This skill applies only while more contacts than this wait in the queue; 0: always."),
      Field("from", .date, "The day from whose midnight on it holds; without it, always."),
      Field(
        "handleTimeFactor", .number(0.01...100), .defaults("1"),
        "What talk times are multiplied by there, beside the team's factor."),
    ])

  static let shrinkage = ObjectDeclaration(
    "shrinkage", "Parts of shrinkage, which add: \"vacation\": 0.1.", [],
    others: (.free, .rate))
}
