extension ObjectDeclaration {
  private static let longest = ValueKind.longest

  private static func family(_ name: String, _ summary: String, _ fields: [Field]) -> Field {
    Field(name, .object(ObjectDeclaration(name, summary, fields)), summary)
  }

  private static let mean = Field("mean", .duration(0...longest), .required, "The mean.")

  private static func variation(_ range: ClosedRange<Double>) -> Field {
    Field("cv", .number(range), .required, "Standard deviation over mean.")
  }

  /// The distributions of times, each with named parameters.
  static let distribution = ObjectDeclaration(
    "distribution", "How long something takes: one of these.",
    [
      Field("constant", .duration(0...longest), "Always the same."),
      family("exponential", "Without memory.", [mean]),
      family("logNormal", "The logarithm is normal.", [mean, variation(0.001...100)]),
      family("gamma", "Gamma.", [mean, variation(0.001...10)]),
      family(
        "weibull", "Weibull.",
        [mean, Field("shape", .number(0.05...100), .required, "The exponent.")]),
      family(
        "uniform", "Even between two ends.",
        [
          Field("from", .duration(0...longest), .required, "The lower end."),
          Field("to", .duration(0...longest), .required, "The upper end."),
        ]),
      Field("empirical", .object(empirical), "As measured."),
      .later("erlang", "Erlang, by mean and stages."),
      .later("hyperExponential", "Hyperexponential, by mean and cv."),
      .later("triangular", "Triangular, by its ends and mode."),
    ],
    exactlyOne: [
      "constant", "exponential", "logNormal", "gamma", "weibull", "uniform", "empirical",
    ],
    isReplacedWhole: true)

  static let empirical = ObjectDeclaration(
    "empirical", "Values as measured: a column of a table, or a list.",
    [
      Field("file", .fileName, "The CSV table."),
      Field("column", .text, "The column with the values: seconds, hh:mm:ss, or with units."),
      Field(
        "values", .list(of: .duration(0...longest), count: 1...1_000_000), "The values."),
      Field(
        "weights", .list(of: .number(0...1e15), count: 1...1_000_000),
        "How often each value occurs; by default the same."),
    ],
    exactlyOne: ["file", "values"])
}
