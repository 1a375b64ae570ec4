extension ObjectDeclaration {
  /// A scenario: what a file holds at its top.
  static let scenario = ObjectDeclaration(
    "scenario", "A contact center and the customers who turn to it.",
    [
      Field("$schema", .text, "Where an editor finds the schema; not read."),
      Field("switchboard", .version, .required, "The version of this format: 1."),
      Field("name", .text, "The design's name, as reports show it; by default the file's."),
      Field("extends", .fileName, "The file that this one is laid on top of."),
      Field("calendar", .object(.calendar), .required, "The days that are simulated."),
      Field(
        "demand", .object(.demand), .required, "The customers' issues, by class; keys are names."),
      Field(
        "channels", .object(.channels), .required,
        "The ways into the center; keys are names."),
      Field(
        "fallbackChannel", .text,
        "Where customers turn whose channel is not offered, or closed: a live channel's name."),
      Field(
        "steer", .list(of: .object(steering), count: 1...1_000),
        "Offers of another channel to the contacts of one."),
      Field(
        "selfService", .object(.selfService), "What solves issues without an agent; keys are names."
      ),
      Field(
        "proactive", .object(.proactive),
        "Messages to customers that prevent issues; keys are names."),
      Field(
        "customerHistory", .words("siloed", "unified"), .defaults("\"unified\""),
        "Whether every further contact repeats the story, or agents see what was told before."),
      Field(
        "repeatInformationTime", .duration(0...86_400), .defaults("\"0s\""),
        "What telling the story again adds to a talk, where history is siloed."),
      Field("currency", .text, .defaults("\"USD\""), "The currency of all amounts."),
      Field("teams", .object(.teams), .required, "The agents; keys are names."),
      Field("routing", .object(.routing), "How contacts and agents find each other."),
      Field(
        "outbound", .object(.outbound),
        "Campaigns that dial while agents are idle; keys are names."),
      Field(
        "intraday", .list(of: .object(intradayRule), count: 0...1_000),
        "Rules that add or release agents within the day."),
      Field(
        "assist", .object(.assist), "Software that helps agents during a contact."),
      Field("quality", .object(quality), "Reviews of contacts, and what agents learn from them."),
    ])

  static let calendar = ObjectDeclaration(
    "calendar", "The days that are simulated, and which of them count.",
    [
      Field("start", .date, .required, "The first counted day."),
      Field("days", .integer(1...3_660), .required, "Counted days."),
      Field(
        "warmUpDays", .integer(0...3_660), .defaults("0"),
        "Days simulated before, so that the first counted day does not start empty."),
      Field(
        "followUpDays", .integer(0...3_660), .defaults("7"),
        "Days simulated after, so that what began can end."),
      Field(
        "interval", .duration(60...86_400), .defaults("\"30m\""),
        "The interval of reports and staffing; divides a day."),
      Field(
        "fullTimeWeek", .duration(3_600...604_800), .defaults("\"40h\""),
        "The weekly hours of one full-time equivalent."),
    ])

  static let routing = ObjectDeclaration(
    "routing", "How contacts and agents find each other.",
    [
      Field(
        "contact",
        .words("longest-wait", "earliest-due", "weighted-wait", "longest-queue"),
        .defaults("\"longest-wait\""),
        "Which contact a free agent takes, within a priority and a rank."),
      Field(
        "agent",
        .words("longest-idle", "least-busy", "most-idle-team", "random"),
        .defaults("\"longest-idle\""), "Which free agent a contact gets, within a rank."),
      Field(
        "interrupts", .object(interrupts),
        "Deferred work that agents lay aside for live contacts."),
    ])

  private static let interrupts = ObjectDeclaration(
    "interrupts", "For deferred media, the live media for which an agent lays the work aside.",
    [
      Field("email", interruptingMedia, "What interrupts emails."),
      Field("social", interruptingMedia, "What interrupts social media."),
    ])

  private static let interruptingMedia = ValueKind.list(
    of: .words("voice", "video", "chat"), count: 1...3)

  static let steering = ObjectDeclaration(
    "steering", "An offer of another channel to the contacts of one, while the other is open.",
    [
      Field("from", .text, .required, "The channel whose contacts get the offer."),
      Field("to", .text, .required, "The channel that is offered."),
      Field("share", .rate, .required, "The share of contacts that get it."),
      Field("accepted", .rate, .defaults("1"), "The share of these that accept."),
    ], isReplacedWhole: true)

  static let graded = ObjectDeclaration(
    "graded", "A rate that runs linearly from the easiest issue to the hardest.",
    [
      Field("easy", .rate, .required, "For the easiest issue."),
      Field("hard", .rate, .required, "For the hardest issue."),
    ])

  /// What selects rows and columns of a table.
  static func tableFields(columns: String) -> [Field] {
    [
      Field("file", .fileName, "The CSV table."),
      Field(
        "columns", .object(columnsDeclaration(columns)),
        "The table's own names for the columns."),
      whereField,
    ]
  }

  /// Which rows of a table are read.
  static let whereField = Field(
    "where",
    .object(
      ObjectDeclaration(
        "where", "Column names and the cells that a row must have to be read.", [],
        others: (.free, .either([.text, .number(-1e15...1e15)])))),
    "Which rows are read.")

  private static func columnsDeclaration(_ role: String) -> ObjectDeclaration {
    ObjectDeclaration(
      role + "Columns", "The table's own names for the columns.",
      [
        Field("interval_start", .text, "The column with the time of day, or date and time."),
        Field("time", .text, "The column with the time of day."),
        Field("date", .text, "The column with the date."),
        Field(role, .text, "The column with the values."),
        .later("aht", "The column with the handle time."),
      ])
  }
}
