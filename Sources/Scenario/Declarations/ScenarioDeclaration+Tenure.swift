extension ObjectDeclaration {
  /// Agents who have been there for so long.
  static let tenureStep = ObjectDeclaration(
    "tenure", "Agents who have been there for so long, and how they work.",
    [
      Field(
        "months", .number(0...1_200), .required,
        "Months on the job from which the step holds; the first is at 0."),
      Field("share", .rate, .required, "The share of the team's agents; all sum to 1."),
      handleTimeField, resolutionField,
    ], isReplacedWhole: true)

  /// Software that helps agents during a contact.
  static let assist = ObjectDeclaration(
    "assist", "Software that helps agents during a contact.",
    [
      Field(
        "byTenure", .list(of: .object(assistStep), count: 1...100), .required,
        "What it does, by months on the job; teams without tenure have the last step.")
    ], isReplacedWhole: true)

  private static let assistStep = ObjectDeclaration(
    "assistStep", "What assistance does for agents who have been there for so long.",
    [
      Field(
        "months", .number(0...1_200), .required,
        "Months on the job from which the step holds; the first is at 0."),
      handleTimeField, resolutionField,
    ], isReplacedWhole: true)

  private static let handleTimeField = Field(
    "handleTimeFactor", .number(0.01...100), .defaults("1"),
    "What their talk times are multiplied by.")

  private static let resolutionField = Field(
    "resolutionFactor", .number(0.01...100), .defaults("1"),
    "What the rate at which they resolve issues is multiplied by.")
}
