import Center
public import Experiments
import OutputAnalysis

extension Report {
  /// `summary.csv`: every measure of every part of every design, with the interval of its average
  /// and how days differ.
  ///
  /// - Parameters:
  ///   - results: The designs' results, in order.
  ///   - measures: The columns of measures that are wanted; `nil` for all.
  public static func summary(_ results: [DesignResult], measures: Set<String>? = nil) -> Report {
    let wanted = { (column: String) in measures?.contains(column) ?? true }
    let positions = Measure.catalogue.indices.filter { wanted(Measure.catalogue[$0].column) }
    let quantiles = SummaryColumns.quantiles.indices.filter {
      wanted(SummaryColumns.quantiles[$0].name)
    }
    let extremes = SummaryColumns.extremes.filter { wanted($0.name) }
    var columns = SummaryColumns.keys
    for position in positions {
      let measure = Measure.catalogue[position]
      columns += Column.estimate(measure)
      if measure.isDaily { columns += Column.days(measure) }
    }
    for index in quantiles { columns += SummaryColumns.quantiles[index].withBounds }
    columns += extremes + SummaryColumns.remarks
    return Report(name: "summary", title: "Measures by part of the center", columns: columns) {
      emit in
      for result in results {
        for row in result.rows.indices {
          var cells = SummaryColumns.cells(result.rows[row], of: result)
          var flagged: [String] = []
          for position in positions {
            let measure = Measure.catalogue[position]
            let estimate = result.estimate(of: position, inRow: row)
            cells += Cell.estimate(estimate)
            if estimate?.isSkewed == true { flagged.append(measure.column) }
            if measure.isDaily {
              let days = result.days(of: position, inRow: row)
              cells += [.optional(days?.lower), .optional(days?.upper)]
            }
          }
          let values = quantiles.isEmpty ? [] : SummaryColumns.quantiles(of: result, inRow: row)
          for index in quantiles {
            cells += Cell.estimate(values[index])
            if values[index]?.isSkewed == true {
              flagged.append(SummaryColumns.quantiles[index].name)
            }
          }
          for column in extremes { cells.append(SummaryColumns.extreme(column, result, row)) }
          cells.append(.text(result.center.currency))
          cells.append(flagged.isEmpty ? .empty : .text(flagged.joined(separator: " ")))
          guard emit(cells) else { return }
        }
      }
    }
  }

  /// The columns of measures that `--measures` may name, in the order of the summary.
  public static let measureColumns: [String] =
    Measure.catalogue.map(\.column)
    + (SummaryColumns.quantiles + SummaryColumns.extremes).map(\.name)
}

extension Cell {
  /// A value and the bounds of its interval.
  static func estimate(_ estimate: Estimate?) -> [Cell] {
    [.optional(estimate?.value), .optional(estimate?.lower), .optional(estimate?.upper)]
  }
}

/// The columns of the summary that are not measures of the catalogue.
enum SummaryColumns {
  static let keys = [
    KeyColumns.scenario, KeyColumns.level, KeyColumns.name, KeyColumns.demandClass,
    Column(
      "replications", "Replications", .integer, meaning: "How many replications were simulated."),
  ]

  static let waitMax = Column(
    "wait_max_s", "Longest wait", .number(decimals: 1), unit: "s",
    meaning: "The longest wait in any replication.")
  static let queueMax = Column(
    "queue_max", "Longest queue", .integer,
    meaning: "The most contacts waiting at any instant of any replication; of a single queue.")
  static let extremes = [waitMax, queueMax]

  static let remarks = [
    Column("currency", "Currency", .text, meaning: "The currency of all costs."),
    Column(
      "skewed_measures", "Skewed", .text,
      meaning: "Measures whose replications are so few and so skewed that their intervals are not "
        + "to be relied on."),
  ]

  /// Quantiles of times, pooled over replications.
  static let quantiles =
    zip(Measure.waitQuantileColumns, Measure.waitProbabilities).map { name, probability in
      let percent = Int((probability * 100).rounded())
      return Column(
        name, "Wait p\(percent)", .number(decimals: 1), unit: "s",
        meaning: "The wait that \(percent) % of answered contacts do not exceed, pooled over "
          + "replications.")
    } + [
      Column(
        "backlog_age_p90_s", "Age of the backlog p90", .number(decimals: 1), unit: "s",
        meaning: "How long 90 % of those who wait at the end have waited at most, pooled over "
          + "replications.")
    ]

  /// The values of `quantiles`, in the same order.
  static func quantiles(of result: DesignResult, inRow row: Int) -> [Estimate?] {
    let waits = result.waitQuantiles(inRow: row)
    return Measure.waitQuantileColumns.indices.map { waits?[$0] } + [result.backlogAge(inRow: row)]
  }

  static func cells(_ row: Row, of result: DesignResult) -> [Cell] {
    [
      .text(result.center.name), .text(row.level.rawValue), .text(row.name),
      .text(row.demandClass), .integer(result.replications),
    ]
  }

  static func extreme(_ column: Column, _ result: DesignResult, _ row: Int) -> Cell {
    column == waitMax
      ? .optional(result.longestWait(inRow: row)) : .optional(result.longestQueue(inRow: row))
  }
}

extension Column {
  /// The column, and those of the bounds of its 95 % interval.
  fileprivate var withBounds: [Column] {
    [
      self,
      derived(suffix: "lo95", title: "low", meaning: "Lower bound of its 95 % interval."),
      derived(suffix: "hi95", title: "high", meaning: "Upper bound of its 95 % interval."),
    ]
  }
}
