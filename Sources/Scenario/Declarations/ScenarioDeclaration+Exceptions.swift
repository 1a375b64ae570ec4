extension ObjectDeclaration {
  /// One entry of a team's `exceptions`.
  static let exception = ObjectDeclaration(
    "exception", "More or fewer agents than usual, on one day.",
    [
      Field("date", .date, .required, "The day."),
      Field("from", .clock, .defaults("\"00:00\""), "From when on, on the calendar's intervals."),
      Field("to", .clock, .defaults("\"24:00\""), "Until when, on the calendar's intervals."),
      Field(
        "agents", .number(-mostAgents...mostAgents), .required,
        "How many more, or with a minus how many fewer, while there are any."),
      Field("reason", .text, "Why; for people."),
    ], isReplacedWhole: true)
}
