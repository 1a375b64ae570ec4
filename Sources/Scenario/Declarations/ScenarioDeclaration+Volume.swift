extension ObjectDeclaration {
  /// What a volume is multiplied by.
  static let volumeFactors = [
    Field(
      "growth", .number(-0.9...10),
      "Growth a year, from the first counted day on: 0.05 is 5 % more after a year; compounded by "
        + "year, linear within."),
    Field(
      "dayOfWeek", .object(dayOfWeek),
      "Factors by weekday, for a volume that is the same on all of them."),
    Field("weekOfYear", .object(weekOfYear), "Factors by week of the year (ISO 8601)."),
    Field(
      "surges", .list(of: .object(surge), count: 1...1_000),
      "Periods with more volume, or less; those that overlap multiply."),
  ]

  private static let factor = ValueKind.number(0...1_000)

  private static let dayOfWeek = ObjectDeclaration(
    "dayOfWeek", "Factors on the volume by weekday; 1 where none is written: \"Sat,Sun\": 0.4.", [],
    others: (.weekdays, factor), mostMembers: 7)

  private static let weekOfYear = ObjectDeclaration(
    "weekOfYear", "Factors on the volume by week; 1 where none is written: \"48-52\": 1.3.", [],
    others: (.weeks, factor), mostMembers: 53)

  private static let surge = ObjectDeclaration(
    "surge", "A period with more volume, or less.",
    [
      Field("from", .instant, .required, "When it begins; a date means its first midnight."),
      Field("to", .instant, .required, "When it ends; a date means its last midnight."),
      Field("factor", factor, .required, "What the volume is multiplied by."),
    ])

  /// Instants of a table.
  static let trace = ObjectDeclaration(
    "trace", "A table with a row for each issue and the instant at which it came.",
    [
      Field("file", .fileName, "The CSV table."),
      Field(
        "column", .text, .defaults("\"instant\""),
        "The column with the instants, as 2026-11-23 08:30:12; others are not read."),
    ], exactlyOne: ["file"])
}
