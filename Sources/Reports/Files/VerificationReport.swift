public import Experiments
import OutputAnalysis

extension Report {
  /// Simulated measures beside their exact values.
  ///
  /// - Parameter verification: The comparisons; `nil` for the columns alone.
  public static func verification(_ verification: Verification?) -> Report {
    Report(
      name: "verification", title: "Simulated and exact", columns: verificationColumns
    ) { emit in
      guard let verification else { return }
      for comparison in verification.comparisons {
        let isAlive = emit([
          .text(comparison.model), .text(comparison.measure), .number(comparison.exact),
          .number(comparison.estimate.value),
          .optional(comparison.estimate.interval?.halfWidth), .number(comparison.score),
          .text(verification.holds(comparison) ? "holds" : "differs"),
        ])
        guard isAlive else { return }
      }
    }
  }

  private static let verificationColumns = [
    Column("model", "Model", .text, isKey: true, meaning: "The model that was simulated."),
    Column(
      "measure", "Measure", .text, isKey: true,
      meaning: "The column of the measure in the summary, in its unit."),
    Column("exact", "Exact", .number(decimals: 4), meaning: "What theory says."),
    Column(
      "simulated", "Simulated", .number(decimals: 4), meaning: "What the replications say."),
    Column(
      "half_width", "± 95 %", .number(decimals: 4),
      meaning: "Half the width of the 95 % interval of the simulated value."),
    Column(
      "z", "z", .number(decimals: 2),
      meaning: "Standard errors from the exact value: standard normal where both are right."),
    Column(
      "verdict", "Verdict", .text,
      meaning: "holds; differs if z is farther from 0 than chance goes in one run of 10,000."),
  ]
}

extension Answer {
  /// What `verify` answers: a sentence, and all comparisons.
  ///
  /// - Parameters:
  ///   - verification: The comparisons.
  ///   - seed: The seed of the random numbers.
  ///   - replications: The replications of each model.
  public static func verification(
    _ verification: Verification, seed: UInt64, replications: Int
  ) -> Answer {
    let report = Report.verification(verification)
    let limit = Figure.rounded(verification.limit, 2)
    let count = verification.comparisons.count
    let failures = verification.failures.count
    let sentence =
      failures == 0
      ? "All \(count) comparisons hold: no z is farther from 0 than \(limit)."
      : "\(failures) of \(count) comparisons differ: z is farther from 0 than \(limit)."
    return Answer(
      sentences: [sentence], tables: [report.table()], reports: [report],
      notes: [
        "± is half the 95 % interval, which misses the exact value in one row of 20. z counts "
          + "standard errors from it; by chance alone any z is beyond ±\(limit) in one run of "
          + "10,000.",
        "\(replications) replications of each model, seed \(seed). The scenario of a model: "
          + "switchboard verify --scenario MODEL",
      ])
  }
}
