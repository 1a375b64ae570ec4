extension Measure {
  /// Every measure of a summary, in the order of its columns.
  public static let catalogue: [Measure] =
    contactCounts + serviceLevels + waitingTimes + workTimes + queueLengths + agentTimes
    + agentLoads + outboundMeasures
    + selfServiceMeasures + issueMeasures + moneyMeasures

  /// Numerators and denominators alone, in the same order: reading one from the catalogue would
  /// copy the whole declaration each time.
  static let functions: [Functions] = catalogue.map {
    Functions(numerator: $0.numerator, denominator: $0.denominator)
  }

  /// How a measure is read off a row.
  struct Functions: Sendable {
    let numerator: @Sendable (RowTally) -> Double
    let denominator: @Sendable (RowTally) -> Double
  }

  /// The measure of a column; `nil` where there is none.
  public static func named(_ column: String) -> Measure? {
    position(of: column).map { catalogue[$0] }
  }

  /// The place of a column in the catalogue; `nil` where there is none.
  ///
  /// - Complexity: O(measures).
  public static func position(of column: String) -> Int? {
    catalogue.firstIndex { $0.column == column }
  }

  /// The probabilities of the reported quantiles of the wait of the answered.
  public static let waitProbabilities = [0.5, 0.8, 0.9, 0.95, 0.99]

  /// The columns of these quantiles [s].
  public static let waitQuantileColumns = [
    "wait_p50_s", "wait_p80_s", "wait_p90_s", "wait_p95_s", "wait_p99_s",
  ]
}
