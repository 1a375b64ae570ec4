import OutputAnalysis

/// How one measure of one point runs over the replications, averaged by groups of them: enough to
/// tell two points apart that met the same customers.
///
/// The ratio of sums is linearised: a replication stands for R + (x − R·y) / ȳ, and these average to
/// the ratio R exactly.
struct GroupedSeries: Sendable, Equatable {
  /// The mean of each group.
  let means: [Double]

  /// Averages a series.
  ///
  /// - Parameters:
  ///   - series: At least `groups` replications.
  ///   - groups: At least 1.
  /// - Returns: `nil` where the measure has no value (0/0).
  init?(_ series: RatioSeries, groups: Int) {
    guard let ratio = series.ratio else { return nil }
    let meanBelow = series.denominatorSum / Double(series.count)
    let sizes = Self.sizes(replications: series.count, groups: groups)
    var sums = [Double](repeating: 0, count: groups)
    for index in 0..<series.count {
      let (above, below) = (series.numerators[index], series.denominators[index])
      sums[index * groups / series.count] += (above - ratio * below) / meanBelow
    }
    means = zip(sums, sizes).map { ratio + $0 / $1 }
  }

  /// How many replications each group holds; they differ by one at most.
  static func sizes(replications: Int, groups: Int) -> [Double] {
    var sizes = [Double](repeating: 0, count: groups)
    for index in 0..<replications { sizes[index * groups / replications] += 1 }
    return sizes
  }
}
