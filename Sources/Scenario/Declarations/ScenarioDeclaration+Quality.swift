extension ObjectDeclaration {
  /// Reviews of contacts, and what agents learn from them.
  static let quality = ObjectDeclaration(
    "quality", "Reviews of contacts, and what agents learn from them.",
    [
      Field(
        "reviewed", .rate, .required,
        "The share of the contacts that agents begin to serve that is reviewed."),
      Field(
        "time", .duration(0...86_400), .required,
        "The paid time that a review takes, beside the schedule."),
      Field(
        "wage", .money,
        "Money for each hour of reviews; by default the wage of the team reviewed."),
      Field(
        "teams", .list(of: .text, count: 1...1_000),
        "The teams whose contacts are reviewed; by default all."),
      Field(
        "from", .date, "The first day of reviews; by default the first counted day."),
      Field(
        "after", .anyDuration, .defaults("\"0s\""),
        "How long after that what was learnt shows, at once and to the full."),
      Field(
        "handleTimeFactor", .number(0.01...100), .defaults("1"),
        "What talk times of these teams are multiplied by from then on."),
      Field(
        "resolutionFactor", .number(0.01...100), .defaults("1"),
        "What the rates at which these teams resolve issues are multiplied by from then on."),
    ])
}
