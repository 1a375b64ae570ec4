public import OutputAnalysis

extension DayReplayResult {
  /// What happened to the service level of a part.
  public struct Attribution: Sendable, Equatable {
    /// The service level as forecast, without a factor for the whole day.
    public let forecast: Double
    /// What each factor added to it, in the order of ``DayReplayResult/factors``; they sum to
    /// `simulated − forecast`.
    public let shares: [Estimate]
    /// The service level with everything as it really was.
    public let simulated: Estimate
    /// What was counted; `nil` where the export does not say.
    public let actual: Double?
  }

  /// Shares the change of a part's service level between the factors.
  ///
  /// - Parameter row: A position in ``rows``.
  /// - Returns: `nil` for a part without live queues, or to which nobody comes.
  public func attribution(row: Int) -> Attribution? {
    let queues = part(row).live
    guard !queues.isEmpty else { return nil }
    let day = 0..<intervalCount
    let pairs = combinations.map { samples in
      samples.map {
        ($0.sum(.answeredWithin, queues: queues, day), $0.sum(.offered, queues: queues, day))
      }
    }
    let levels = pairs.map { pairs -> Double? in
      let offered = pairs.reduce(0) { $0 + $1.1 }
      return offered > 0 ? pairs.reduce(0) { $0 + $1.0 } / offered : nil
    }
    let values = levels.compactMap(\.self)
    guard values.count == levels.count else { return nil }
    // Each replication's part in the error of a level, linearised: shares are sums of levels.
    let count = Double(replay.replications)
    let errors = zip(pairs, values).map { pairs, value in
      let mean = pairs.reduce(0) { $0 + $1.1 } / count
      return pairs.map { ($0.0 - value * $0.1) / mean }
    }
    let shares = ShapleyShares(values: values).shares
    var moments = [Moments](repeating: Moments(), count: shares.count)
    for replication in 0..<replay.replications {
      let parts = ShapleyShares(values: errors.map { $0[replication] }).shares
      for (factor, part) in parts.enumerated() { moments[factor].add(shares[factor] + part) }
    }
    let correction = SkewnessCorrection(count: replay.replications)
    let estimates = zip(shares, moments).map { share, moments in
      let estimate = moments.estimate(
        within: PossibleRange.share.differences, correction: correction)
      return Estimate(
        value: share, interval: estimate?.interval, count: replay.replications,
        isSkewed: estimate?.isSkewed ?? false)
    }
    guard
      let simulated = estimate(
        .serviceLevel, part(row), day, combinations[combinations.count - 1])
    else { return nil }
    return Attribution(
      forecast: values[0], shares: estimates, simulated: simulated,
      actual: actual(.serviceLevel, row: row, day))
  }
}
