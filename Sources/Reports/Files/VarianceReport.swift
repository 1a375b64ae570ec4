public import Experiments
import OutputAnalysis

extension Report {
  /// `variance.csv`: how much of the variance of each headline measure between replications comes from
  /// which source of chance.
  ///
  /// - Parameters:
  ///   - result: What was found; `nil` for the columns alone.
  ///   - measures: The columns of measures that are wanted; `nil` for all headline measures.
  public static func variance(
    _ result: VarianceResult?, measures: Set<String>? = nil
  ) -> Report {
    Report(
      name: "variance", title: "Variance between replications by source",
      columns: VarianceColumns.all
    ) { emit in
      guard let result else { return }
      for position in Sweep.measures {
        let column = Measure.catalogue[position].column
        guard measures?.contains(column) ?? true, let found = result.shares(of: column) else {
          continue
        }
        for (source, share) in VarianceColumns.rows(found) {
          let part = share.value * found.variance
          let cells =
            [.text(result.name), .text(column), .text(source)] + Cell.estimate(share)
            + [.number(part > 0 ? part.squareRoot() : 0)]
          guard emit(cells) else { return }
        }
      }
    }
  }
}

/// The columns of `variance.csv`.
enum VarianceColumns {
  /// What sources do only together, in the column of sources.
  static let together = "together"

  /// The shares in the order of the rows.
  static func rows(_ found: VarianceShares) -> [(source: String, share: Estimate)] {
    zip(VarianceSource.allCases, found.shares).map { ($0.rawValue, $1) }
      + [(together, found.together)]
  }

  static let all =
    [
      KeyColumns.scenario,
      Column("measure", "Measure", .text, isKey: true, meaning: "The column of the measure."),
      Column(
        "source", "Source", .text, isKey: true,
        meaning: "forecast error, day variation, sampling (everything else), or together for what "
          + "they do only in combination."),
    ] + share
    + [
      Column(
        "standard_deviation", "Deviation", .number(decimals: 3),
        meaning: "How replications would differ in the measure by this source alone: the root of "
          + "its part of the variance; 0 for an estimate below 0.")
    ]

  private static var share: [Column] {
    let column = Column(
      "share", "Share", .share(decimals: 1),
      meaning: "Of the variance between replications; an unbiased estimate, which may be a little "
        + "below 0. The shares of a measure sum to 1.")
    return [
      column,
      column.derived(suffix: "lo95", title: "low", meaning: "Lower bound of its 95 % interval."),
      column.derived(suffix: "hi95", title: "high", meaning: "Upper bound of its 95 % interval."),
    ]
  }
}

extension Answer {
  /// What `simulate --decompose` answers.
  ///
  /// - Parameters:
  ///   - result: What was found.
  ///   - measures: The columns of measures that are wanted; `nil` for all headline measures.
  public static func variance(
    _ result: VarianceResult, measures: Set<String>? = nil
  ) -> Answer {
    var table = Table(
      name: "variance", title: "Shares of the variance between replications",
      columns: [Column("measure", "Measure", .text, isKey: true, meaning: "The measure.")]
        + (VarianceSource.allCases.map(\.rawValue) + [VarianceColumns.together]).map {
          Column($0, $0.prefix(1).uppercased() + $0.dropFirst(), .figure, meaning: "Its share.")
        } + [Column("deviation", "Deviation", .figure, meaning: "Of the replications.")])
    for position in Sweep.measures {
      let measure = Measure.catalogue[position]
      guard measures?.contains(measure.column) ?? true,
        let found = result.shares(of: measure.column)
      else { continue }
      table.append(
        [.text(Column.title(of: measure.column))]
          + VarianceColumns.rows(found).map { .text(words($0.share)) }
          + [.text(Figure.value(found.variance.squareRoot(), of: measure))])
    }
    let runs = result.sets << result.sources.count
    let sentence =
      table.rowCount > 0
      ? sentence(result) : "No measure asked for differs between replications."
    return Answer(
      sentences: sentence.map { [$0] } ?? [], tables: table.rowCount > 0 ? [table] : [],
      reports: [.variance(result, measures: measures)],
      notes: [
        "\(result.name): \(result.sets) sets of \(runs / result.sets) replications that share some "
          + "sources of chance, seed \(result.seed). ± is the reach of the 95 % interval.",
        "Deviation is the standard deviation of the measure between replications, all sources "
          + "together. Shares are estimates that sum to 100 %: where one is below 0, others are above "
          + "what they should be, and more replications settle both.",
      ])
  }

  /// `Replications differ in service level by sampling (62 % of the variance) and …`.
  private static func sentence(_ result: VarianceResult) -> String? {
    let column = result.shares(of: "service_level") == nil ? "on_time_rate" : "service_level"
    guard let found = result.shares(of: column) else { return nil }
    let parts = zip(VarianceSource.allCases, found.shares)
      .filter { result.sources.contains($0.0) }
      .sorted { $0.1.value > $1.1.value }
      .map { source, share in
        "\(source.rawValue) \(Figure.rounded(max(0, share.value) * 100, 0)) %"
      }
    let title = Column.title(of: column)
    return "What makes replications differ in \(title.prefix(1).lowercased())\(title.dropFirst()): "
      + parts.joined(separator: ", ") + " of the variance."
  }

  private static func words(_ share: Estimate) -> String {
    let digits = Figure.rounded(share.value * 100, 1)
    let text = "\(digits.hasPrefix("-") ? "−" + digits.dropFirst() : digits) %"
    guard let interval = share.interval, interval.halfWidth > 0 else { return text }
    let reach = max(interval.upper - share.value, share.value - interval.lower)
    return "\(text) ±\(Figure.rounded(reach * 100, 1))\(share.isSkewed ? "*" : "")"
  }
}
