public import Experiments
import OutputAnalysis

/// A path that a sweep varies, and what it is at each point, for reports.
public struct VariedColumn: Sendable, Equatable {
  /// The path, with its operation unless that is `=`.
  public let name: String
  /// What it is in, such as `s`; empty for a pure number or a text.
  public let unit: String
  /// By point: the number, or the text where not all are numbers.
  public let cells: [Cell]
  /// By point: the value as it was written.
  public let texts: [String]

  /// A path with its values.
  public init(name: String, unit: String, cells: [Cell], texts: [String]) {
    self.name = name
    self.unit = unit
    self.cells = cells
    self.texts = texts
  }

  var column: Column {
    let isNumber = !cells.contains { if case .number = $0 { false } else { true } }
    return Column(
      name, name, isNumber ? .number(decimals: 3) : .text, unit: unit, isKey: true,
      meaning: "What the path is at the point; after an operation, what is done there.")
  }
}

extension Report {
  /// `sweep.csv`: a row for each point with the varied values, the headline measures of the whole
  /// center, and whether the point is worth a choice between cost and service.
  ///
  /// - Parameters:
  ///   - result: What the sweep found; `nil` for the columns alone.
  ///   - varied: The varied paths, in order.
  ///   - measures: The columns of measures that are wanted; `nil` for all headline measures.
  public static func sweep(
    _ result: SweepResult?, varied: [VariedColumn], measures: Set<String>? = nil
  ) -> Report {
    let places = Sweep.measures.indices.filter {
      measures?.contains(Measure.catalogue[Sweep.measures[$0]].column) ?? true
    }
    let keys = result == nil ? [SweepColumns.anyPath] : varied.map(\.column)
    let columns =
      keys + places.flatMap { Column.estimate(Measure.catalogue[Sweep.measures[$0]]) }
      + [SweepColumns.pareto] + SummaryColumns.remarks
    return Report(name: "sweep", title: "Headline measures by point", columns: columns) { emit in
      guard let result else { return }
      let marks = result.pareto
      for (index, point) in result.points.enumerated() {
        var cells = varied.map { $0.cells[index] }
        var flagged: [String] = []
        for place in places {
          cells += Cell.estimate(point.estimates[place])
          if point.estimates[place]?.isSkewed == true {
            flagged.append(Measure.catalogue[Sweep.measures[place]].column)
          }
        }
        cells += [
          .optional(marks[index].map { $0 ? 1 : 0 }), .text(point.currency),
          flagged.isEmpty ? .empty : .text(flagged.joined(separator: " ")),
        ]
        guard emit(cells) else { return }
      }
    }
  }

  /// `factors.csv`: how much of the variance of each measure over the points comes from each path.
  ///
  /// - Parameters:
  ///   - result: What the sweep found; `nil` for the columns alone.
  ///   - varied: The varied paths, in order.
  ///   - measures: The columns of measures that are wanted; `nil` for all headline measures.
  public static func factors(
    _ result: SweepResult?, varied: [VariedColumn], measures: Set<String>? = nil
  ) -> Report {
    Report(
      name: "factors", title: "Shares of the variance over the points",
      columns: SweepColumns.factors
    ) { emit in
      guard let result else { return }
      for position in Sweep.measures {
        let column = Measure.catalogue[position].column
        guard measures?.contains(column) ?? true, let shares = result.factorShares(of: column)
        else { continue }
        var rows: [[Cell]] = varied.enumerated().map { index, path in
          [
            .text(column), .text(path.name), .number(shares.main[index]),
            .optional(shares.total?[index]), .optional(shares.ranges?[index]),
          ]
        }
        rows.append(
          [.text(column), .text(SweepColumns.rest), .number(shares.rest), .empty, .empty])
        rows.append(
          [.text(column), .text(SweepColumns.noise), .optional(shares.noise), .empty, .empty])
        for row in rows where !emit(row) { return }
      }
    }
  }

  /// Names that a varied path cannot have, since other columns of `sweep.csv` have them.
  public static let sweepColumnNames: Set<String> = Set(
    Report.sweep(nil, varied: []).columns.map(\.name))
}

/// The columns of `sweep.csv` and `factors.csv` that are not measures.
enum SweepColumns {
  /// Words in the column of factors for what no path alone accounts for.
  static let rest = "together"
  static let noise = "noise"

  static let anyPath = Column(
    "PATH", "Path", .text, isKey: true,
    meaning: "One column for each varied path, named by it: what it is at the point, durations in "
      + "seconds and rates from 0 to 1; after an operation, what is done there.")
  static let pareto = Column(
    "pareto", "Pareto", .integer,
    meaning: "1 unless another point is shown to be at least as good in both total cost and "
      + "service and better in one; empty if nothing can be told.")
  static let factors = [
    Column("measure", "Measure", .text, isKey: true, meaning: "The column of the measure."),
    Column(
      "factor", "Factor", .text, isKey: true,
      meaning: "The varied path; together for what paths do only together (in a sample also what "
        + "the regression does not explain); noise for the uncertainty of the points."),
    Column(
      "share", "Share", .share(decimals: 1),
      meaning: "Of the variance over the points; for a path that of its main effect. The shares of "
        + "a measure sum to 1."),
    Column(
      "total_effect", "With others", .share(decimals: 1),
      meaning: "Share of the variance that would be gone if the path did not vary: its main effect "
        + "and what it does together with others; empty for a sample."),
    Column(
      "range", "Range", .number(decimals: 3),
      meaning: "Largest less smallest mean of the measure over the values of the path; empty for a "
        + "sample."),
  ]
}
