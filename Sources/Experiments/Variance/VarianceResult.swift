public import OutputAnalysis

/// Where the differences between the replications of a design come from.
public struct VarianceResult: Sendable, Equatable {
  /// The design's name.
  public let name: String
  /// The seed of all random numbers.
  public let seed: UInt64
  /// The number of sets of runs.
  public let sets: Int
  /// The sources that the design has.
  public let sources: [VarianceSource]
  /// By set, combination and place in `Sweep.measures`: numerator and denominator.
  let values: [Double]
}

/// The variance of a measure between replications, by source.
public struct VarianceShares: Sendable, Equatable {
  /// The variance.
  public let variance: Double
  /// For each of `VarianceSource.allCases` its share of the variance; exactly 0 for a source that the
  /// design does not have. Unbiased, and therefore a little below 0 now and then.
  public let shares: [Estimate]
  /// What sources do only together.
  public let together: Estimate
}

extension VarianceResult {
  /// The shares of the sources in the variance of a headline measure, with intervals; they sum to 1.
  ///
  /// The measure of a replication is linearised, R + (x − R·y) / ȳ, as for its interval. The variance
  /// of that is decomposed by `CrossedEffects`, set by set, and the share of a source is a ratio of
  /// sums over the sets.
  ///
  /// - Parameter column: One of the headline measures.
  /// - Returns: `nil` where the measure has no value, or is the same in every run.
  /// - Complexity: O(runs).
  public func shares(of column: String) -> VarianceShares? {
    guard let place = SweepResult.place(of: column) else { return nil }
    let effects = CrossedEffects(sources: sources.count)
    let width = 2 * Sweep.measures.count
    let runs = sets * effects.combinations
    var (above, below) = (0.0, 0.0)
    for run in 0..<runs {
      above += values[run * width + 2 * place]
      below += values[run * width + 2 * place + 1]
    }
    guard below != 0 else { return nil }
    let (ratio, mean) = (above / below, below / Double(runs))
    let components = (0..<sets).map { set in
      effects.components(
        of: (0..<effects.combinations).map { combination in
          let first = (set * effects.combinations + combination) * width + 2 * place
          return (values[first] - ratio * values[first + 1]) / mean
        })
    }
    let totals = components.map { $0.reduce(0, +) }
    let variance = totals.reduce(0, +) / Double(sets)
    // What rounding leaves of a measure that is the same in every run.
    guard variance > 0x1p-80 * ratio * ratio else { return nil }
    func share(_ parts: [Double]) -> Estimate {
      var moments = BivariateMoments()
      for (part, total) in zip(parts, totals) { moments.add(x: part, y: total) }
      return moments.estimate(within: PossibleRange(lower: -.infinity, upper: .infinity))
        ?? Self.none(sets)
    }
    let shares = VarianceSource.allCases.map { source in
      sources.firstIndex(of: source).map { place in share(components.map { $0[1 << place] }) }
        ?? Self.none(sets)
    }
    let together =
      sources.count == 1
      ? Self.none(sets)
      : share(
        components.map { parts in
          parts.indices.reduce(0) { $1.nonzeroBitCount > 1 ? $0 + parts[$1] : $0 }
        })
    return VarianceShares(variance: variance, shares: shares, together: together)
  }

  /// Nothing, for certain.
  private static func none(_ count: Int) -> Estimate {
    Estimate(
      value: 0, interval: count > 1 ? Interval(lower: 0, upper: 0) : nil, count: count,
      isSkewed: false)
  }
}
