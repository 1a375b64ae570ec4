/// Quantiles of waiting times pooled over replications, with intervals, from histograms.
///
/// A quantile of pooled waits is where the distribution function F(t) = ΣC(t) / Σn crosses p; C(t)
/// counts the waits up to t in a replication, n all its waits. F(t) is a ratio of sums like any
/// rate, and the quantile's interval is where the interval of F(t) contains p. Kept are, for every
/// edge, the sums over replications that this ratio's moments need, in terms of the waits
/// *longer* than t, so that edges beyond the longest wait of a replication cost nothing.
public struct QuantileAccumulator: Sendable, Equatable {
  /// Sums over replications for one edge; `longer` is the number of waits beyond it.
  @usableFromInline
  struct Sums: Sendable, Equatable, BitwiseCopyable {
    @usableFromInline var longer = 0.0
    @usableFromInline var longerSquared = 0.0
    @usableFromInline var longerCubed = 0.0
    @usableFromInline var longerTimesTotal = 0.0
    @usableFromInline var longerSquaredTimesTotal = 0.0
    @usableFromInline var longerTimesTotalSquared = 0.0

    @inlinable init() {}
  }

  /// The number of replications.
  public var count: Int { replications }
  @usableFromInline var replications = 0
  /// Σ n, Σ n², Σ n³ over replications.
  @usableFromInline var totals = (first: 0.0, second: 0.0, third: 0.0)
  /// By edge, up to the last with longer waits in any replication.
  @usableFromInline var sums: [Sums] = []

  /// No replication yet.
  @inlinable
  public init() {}

  /// Adds the histogram of one replication.
  ///
  /// - Parameter counts: The number of waits in each of the bins of a `WaitBins`; always the same.
  /// - Complexity: O(occupied bins).
  @inlinable
  public mutating func add<Counts: RandomAccessCollection>(_ counts: Counts)
  where Counts.Element: BinaryInteger {
    replications += 1
    var all = 0
    for value in counts { all += Int(value) }
    guard all > 0 else { return }
    let total = Double(all)
    totals.first += total
    totals.second += total * total
    totals.third += total * total * total
    var remaining = all
    var edge = 0
    for value in counts {
      remaining -= Int(value)
      if remaining == 0 { break }
      if edge == sums.count { sums.append(Sums()) }
      let longer = Double(remaining)
      let squared = longer * longer
      sums[edge].longer += longer
      sums[edge].longerSquared += squared
      sums[edge].longerCubed += squared * longer
      sums[edge].longerTimesTotal += longer * total
      sums[edge].longerSquaredTimesTotal += squared * total
      sums[edge].longerTimesTotalSquared += longer * (total * total)
      edge += 1
    }
  }

  /// Adds the replications of a later block.
  ///
  /// - Complexity: O(occupied bins).
  public mutating func merge(_ other: QuantileAccumulator) {
    replications += other.count
    totals.first += other.totals.first
    totals.second += other.totals.second
    totals.third += other.totals.third
    while sums.count < other.sums.count { sums.append(Sums()) }
    for edge in other.sums.indices {
      sums[edge].longer += other.sums[edge].longer
      sums[edge].longerSquared += other.sums[edge].longerSquared
      sums[edge].longerCubed += other.sums[edge].longerCubed
      sums[edge].longerTimesTotal += other.sums[edge].longerTimesTotal
      sums[edge].longerSquaredTimesTotal += other.sums[edge].longerSquaredTimesTotal
      sums[edge].longerTimesTotalSquared += other.sums[edge].longerTimesTotalSquared
    }
  }

  public static func == (left: QuantileAccumulator, right: QuantileAccumulator) -> Bool {
    left.count == right.count && left.totals == right.totals && left.sums == right.sums
  }

  /// The fraction of waits up to the upper edge of a bin, with its interval; `nil` without waits.
  ///
  /// - Parameters:
  ///   - index: A bin of the `WaitBins` that the histograms were counted in.
  ///   - correction: For this number of replications; made here if not given.
  public func fraction(
    upToBin index: Int, correction: SkewnessCorrection? = nil
  ) -> Estimate? {
    guard totals.first > 0 else { return nil }
    let sum = index < sums.count ? sums[index] : Sums()
    let tail = sum.longer / totals.first
    var squares =
      sum.longerSquared - tail * (2 * sum.longerTimesTotal - tail * totals.second)
    if squares <= 0x1p-44 * (sum.longerSquared + tail * tail * totals.second) { squares = 0 }
    let cubes =
      sum.longerCubed
      - tail
      * (3 * sum.longerSquaredTimesTotal
        - tail * (3 * sum.longerTimesTotalSquared - tail * totals.third))
    let second = squares / Double(count)
    // The residuals of the waits up to t are those of the longer ones with the other sign.
    let skewness = squares == 0 ? 0 : -cubes / Double(count) / (second * second.squareRoot())
    let mean = totals.first / Double(count)
    return Estimate(
      value: 1 - tail, variance: squares / (mean * mean), skewness: skewness, count: count,
      range: .share, correction: correction)
  }

  /// The quantiles at the given probabilities, with their intervals; `nil` without waits.
  ///
  /// Linear within a bin. What lies in the open bin is reported as its lower edge.
  ///
  /// - Parameters:
  ///   - probabilities: Each in 0…1, exclusive.
  ///   - bins: Those in which the histograms were counted.
  ///   - given: For this number of replications; made here if not given.
  /// - Complexity: O(occupied bins × probabilities).
  public func quantiles(
    _ probabilities: [Double], in bins: WaitBins, correction given: SkewnessCorrection? = nil
  ) -> [Estimate]? {
    guard totals.first > 0 else { return nil }
    let correction = given ?? SkewnessCorrection(count: count)
    // One edge more than any wait was longer than: there the fraction is 1.
    let fractions = (0...sums.count).compactMap { fraction(upToBin: $0, correction: correction) }
    return probabilities.map { probability in
      let value = crossing(probability, fractions.map(\.value), bins: bins)
      guard correction != nil else {
        return Estimate(value: value, interval: nil, count: count, isSkewed: false)
      }
      let lower = crossing(probability, fractions.map { $0.upper ?? $0.value }, bins: bins)
      let upper = crossing(probability, fractions.map { $0.lower ?? $0.value }, bins: bins)
      let bin = fractions.firstIndex { $0.value >= probability } ?? sums.count
      return Estimate(
        value: value, interval: Interval(lower: min(lower, value), upper: max(upper, value)),
        count: count, isSkewed: fractions[bin].isSkewed)
    }
  }

  /// The time [s] after the last edge at which `fractions` is below `probability`.
  private func crossing(_ probability: Double, _ fractions: [Double], bins: WaitBins) -> Double {
    var bin = fractions.count
    while bin > 0, fractions[bin - 1] >= probability { bin -= 1 }
    guard bin > 0 else { return 0 }
    let from = bins.lowerEdge(of: min(bin, bins.edges.count))
    guard bin < fractions.count, let to = bins.upperEdge(of: bin) else { return from }
    let below = fractions[bin - 1]
    return from + (to - from) * ((probability - below) / (fractions[bin] - below))
  }
}
