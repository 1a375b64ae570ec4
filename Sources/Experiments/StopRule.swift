import Center
public import OutputAnalysis

/// When an experiment has replications enough.
public enum StopRule: Sendable, Hashable {
  /// After this many.
  case after(replications: Int)
  /// At the first block after which the intervals of some measures of the whole center are at most
  /// this far from their values: shares absolutely, other measures relatively. The measures are
  /// those named by their columns; `nil` stands for the headline measures. At `limit` replications
  /// at the latest.
  case precise(Double, of: Set<String>? = nil, limit: Int)

  /// The most replications that can be made.
  public var mostReplications: Int {
    switch self {
    case .after(let replications): return replications
    case .precise(_, _, let limit): return limit
    }
  }

  /// Whether the results decide when it is enough.
  public var isOpenEnded: Bool {
    if case .precise = self { true } else { false }
  }

  /// What is not known as precisely as asked for, of the first design and measure for which that
  /// is so; `nil` when everything is, or nothing was asked for.
  ///
  /// A measure without a value (0/0) is left out. One that is known exactly, such as a share that
  /// is 0 in all replications, is precise.
  public func imprecision(of results: [DesignResult]) -> Imprecision? {
    guard case .precise(let precision, let names, _) = self else { return nil }
    for result in results {
      for (position, measure) in Measure.catalogue.enumerated() {
        guard names?.contains(measure.column) ?? measure.isHeadline,
          let estimate = result.estimate(of: position, inRow: 0)
        else { continue }
        let scale = measure.unit == .share ? 1 : estimate.value.magnitude
        let isPrecise =
          estimate.interval.map {
            !estimate.isSkewed && $0.upper - estimate.value <= precision * scale
              && estimate.value - $0.lower <= precision * scale
          } ?? false
        if !isPrecise {
          return Imprecision(design: result.center.name, measure: measure, estimate: estimate)
        }
      }
    }
    return nil
  }
}

/// A measure that more replications would make more precise.
public struct Imprecision: Sendable {
  /// The name of the design.
  public let design: String
  /// The measure, in the row of the whole center.
  public let measure: Measure
  /// What is known of it.
  public let estimate: Estimate

  /// How far the farther bound of its interval is from its value: for a share absolutely, for
  /// another measure relatively; `nil` without an interval, or where that is too skewed to be
  /// relied on.
  public var distance: Double? {
    guard let interval = estimate.interval, !estimate.isSkewed else { return nil }
    let farther = max(interval.upper - estimate.value, estimate.value - interval.lower)
    return measure.unit == .share ? farther : farther / estimate.value.magnitude
  }
}
