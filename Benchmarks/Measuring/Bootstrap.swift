/// How far the median of a few rounds can be trusted: the percentile interval of the bootstrap
/// (Efron 1979), from resampled pairs.
struct Bootstrap {
  /// The fewest pairs that say anything about a median.
  static let fewestPairs = 10
  private static let resamples = 2_000

  /// The interval in which the median lies with a probability of 99 %.
  let interval: ClosedRange<Double>

  /// - Parameter values: One of each pair, such as a ratio.
  /// - Throws: `TooFewPairs` with fewer than ten of them.
  init(medianOf values: [Double]) throws(TooFewPairs) {
    guard values.count >= Self.fewestPairs else { throw TooFewPairs(count: values.count) }
    // The draws are always the same, so that the same rounds are always judged alike.
    var random = SplitMix(stream: 0)
    var medians: [Double] = []
    for _ in 0..<Self.resamples {
      let resample = values.map { _ in values[Int(random.uniform() * Double(values.count))] }
      medians.append(Samples(resample).median)
    }
    medians.sort()
    interval = Samples.quantile(0.005, of: medians)...Samples.quantile(0.995, of: medians)
  }
}

/// There are too few pairs of engine and floor to judge by.
struct TooFewPairs: Error, Equatable {
  let count: Int
}
