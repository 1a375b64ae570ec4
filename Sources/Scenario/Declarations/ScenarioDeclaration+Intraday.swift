internal import Center

extension ObjectDeclaration {
  /// A rule of dynamic staffing.
  static let intradayRule = ObjectDeclaration(
    "intradayRule", "Agents are added or released when a measure stays beyond a threshold.",
    [
      Field("team", .text, .required, "The team that gets more agents, or fewer."),
      Field("when", .object(condition), .required, "What is looked at after every interval."),
      Field(
        "for", .duration(60...ValueKind.longest),
        "How long it stays so: whole intervals; by default one."),
      Field(
        "agents", .integer(-1_000_000...1_000_000), .required,
        "How many agents on the floor are added, or with a minus released."),
      Field(
        "after", .anyDuration, .defaults("\"0s\""),
        "The lead time from the decision to the change."),
      Field(
        "lasts", .duration(1...ValueKind.longest), .required,
        "How long the change lasts; then the rule looks again."),
    ], isReplacedWhole: true)

  private static let condition = ObjectDeclaration(
    "condition", "A measure beyond a threshold.",
    [
      Field(
        "measure", .choice(IntradayRule.Measure.allCases.map { .init($0.rawValue) }), .required,
        "The measure: of the channel, or the occupancy of the team."),
      Field("channel", .text, "The channel, for queue_mean and service_level."),
      Field("above", .number(0...1e9), "Beyond means above this."),
      Field("below", .number(0...1e9), "Beyond means below this."),
    ], exactlyOne: ["above", "below"], isReplacedWhole: true)
}
