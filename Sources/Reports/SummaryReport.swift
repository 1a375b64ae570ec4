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
    let quantiles = Measure.waitQuantileColumns.indices.filter {
      wanted(Measure.waitQuantileColumns[$0])
    }
    let extremes = SummaryColumns.extremes.filter { wanted($0.name) }
    var columns = SummaryColumns.keys
    for position in positions {
      let measure = Measure.catalogue[position]
      columns += Column.estimate(measure)
      if measure.isDaily { columns += Column.days(measure) }
    }
    for index in quantiles { columns += SummaryColumns.quantile(index) }
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
          let waits = quantiles.isEmpty ? nil : result.waitQuantiles(inRow: row)
          for index in quantiles {
            cells += Cell.estimate(waits?[index])
            if waits?[index].isSkewed == true {
              flagged.append(Measure.waitQuantileColumns[index])
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
    Measure.catalogue.map(\.column) + Measure.waitQuantileColumns
    + SummaryColumns.extremes.map(\.name)
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

  static func quantile(_ index: Int) -> [Column] {
    let percent = Int((Measure.waitProbabilities[index] * 100).rounded())
    let column = Column(
      Measure.waitQuantileColumns[index], "Wait p\(percent)", .number(decimals: 1), unit: "s",
      meaning: "The wait that \(percent) % of answered contacts do not exceed, pooled over "
        + "replications.")
    return [
      column,
      column.derived(suffix: "lo95", title: "low", meaning: "Lower bound of its 95 % interval."),
      column.derived(suffix: "hi95", title: "high", meaning: "Upper bound of its 95 % interval."),
    ]
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
