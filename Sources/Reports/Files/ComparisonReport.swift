import Center
public import Experiments
import OutputAnalysis

extension Report {
  /// `comparison.csv`: each design against the first, measure by measure, on the same customers.
  ///
  /// - Parameters:
  ///   - comparison: The designs compared; `nil` for the columns alone.
  ///   - measures: The columns of measures that are wanted; `nil` for all.
  public static func comparison(
    _ comparison: Comparison?, measures: Set<String>? = nil
  ) -> Report {
    Report(
      name: "comparison", title: "Designs compared with the first", columns: comparisonColumns
    ) { emit in
      guard let comparison else { return }
      for line in comparison.lines {
        let measure = Measure.catalogue[line.measure]
        if let measures, !measures.contains(measure.column) { continue }
        let difference = line.pair.difference
        let isAlive = emit([
          .text(measure.column), .text(line.row.level.rawValue), .text(line.row.name),
          .text(line.row.demandClass), .text(comparison.designs[line.first]),
          .text(comparison.designs[line.second]), .number(line.pair.first),
          .number(line.pair.second), .number(difference.value), .optional(difference.lower),
          .optional(difference.upper), .optional(line.pValue.map { max($0, smallestPValue) }),
          line.verdict.map { .text($0.rawValue) } ?? .empty,
          difference.isSkewed ? .text("skewed") : .empty,
        ])
        guard isAlive else { return }
      }
    }
  }

  /// Beyond this the tail of a t statistic says nothing but that the difference is certain.
  private static let smallestPValue = 1e-6

  private static let comparisonColumns = [
    Column(
      "measure", "Measure", .text, isKey: true, meaning: "The column of the measure in the summary."
    ),
    KeyColumns.level, KeyColumns.name, KeyColumns.demandClass,
    Column(
      "design_a", "Design A", .text, isKey: true, meaning: "The design that is compared with."),
    Column("design_b", "Design B", .text, isKey: true, meaning: "The design that is compared."),
    Column("value_a", "A", .number(decimals: 3), meaning: "The measure of design A."),
    Column("value_b", "B", .number(decimals: 3), meaning: "The measure of design B."),
    Column(
      "difference", "Difference", .number(decimals: 3),
      meaning: "B minus A, paired by replication: both met the same customers."),
    Column(
      "difference_lo95", "Difference, low", .number(decimals: 3),
      meaning: "Lower bound of the 95 % interval of the difference."),
    Column(
      "difference_hi95", "Difference, high", .number(decimals: 3),
      meaning: "Upper bound of the 95 % interval of the difference."),
    Column(
      "p_value", "p", .number(decimals: 4),
      meaning: "Two-sided, adjusted over the table (Holm 1979), never shown below 10^-6; empty if "
        + "no replication differed."),
    Column(
      "verdict", "Verdict", .text,
      meaning: "What B is: better, worse or cannot tell; empty if neither direction is good."),
    Column(
      "remark", "Remark", .text,
      meaning: "skewed: the replications are so few and so skewed that interval, p-value and "
        + "verdict are not to be relied on; else empty."),
  ]
}
