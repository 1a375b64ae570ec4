extension ObjectDeclaration {
  /// Agents who work the same hours.
  static let shift = ObjectDeclaration(
    "shift", "Agents who work the same hours.",
    [
      Field("start", .clock, .required, "When the shift starts."),
      Field("end", .clock, .required, "When it ends; on the next day if that is not later."),
      Field("agents", .integer(0...1_000_000), .required, "How many work it."),
      Field(
        "days", .text,
        "Its weekdays, as in \"Mon-Fri\"; by default those of the team's hours."),
      Field(
        "breaks", .list(of: .object(pause), count: 0...20),
        "Breaks of everybody on the shift; their windows do not overlap."),
    ])

  /// A break of every agent of a shift.
  static let pause = ObjectDeclaration(
    "break", "A break of every agent of a shift.",
    [
      Field("from", .clock, .required, "From when on it may be taken."),
      Field("to", .clock, .required, "Until when."),
      Field(
        "for", .duration(60...86_400),
        "How long it is: agents take it one group after the other; by default the whole window."),
      Field("paid", .boolean, .defaults("true"), "Whether it is paid."),
    ])

  /// A schedule of single agents, as workforce management writes it.
  static let scheduleTable = ObjectDeclaration(
    "scheduleTable", "A schedule of single agents, as workforce management writes it.",
    [
      Field("file", .fileName, .required, "The CSV table."),
      Field(
        "columns", .object(scheduleColumns), "The table's own names for the columns."),
      whereField,
      Field(
        "activities", .object(activities),
        "What the table's words for activities mean, beside those that are known."),
    ])

  private static let scheduleColumns = ObjectDeclaration(
    "scheduleColumns", "The table's own names for the columns.",
    [
      Field("date", .text, "The column with the date, if start has none."),
      Field("team", .text, "The column with the team, if the table has several."),
      Field("agent", .text, "The column with the agent."),
      Field("activity", .text, "The column with the activity."),
      Field("start", .text, "The column with the start."),
      Field("end", .text, "The column with the end."),
    ])

  private static let activities = ObjectDeclaration(
    "activities", "What words for activities mean: \"On Queue\": \"working\".", [],
    others: (.free, .words("working", "paid", "unpaid", "absent", "ignored")))
}
