/// Whether the engine is as fast as it was, seen against its floor.
///
/// The whole interval in which the median ratio may lie has to be above what is allowed: a noisy
/// machine makes the interval wide and no alarm, a slower engine moves it.
enum RatioCheck {
  /// - Throws: `TooFewPairs` with fewer than ten rounds.
  static func check(
    _ workload: String, ratios: [Double], baseline: Baseline?
  ) throws(TooFewPairs) -> Check {
    let name = "\(workload): the engine takes no longer against the floor than recorded"
    let interval = try Bootstrap(medianOf: ratios).interval
    let found =
      "\(rounded(Samples(ratios).median)) times the floor's time, "
      + "\(rounded(interval.lowerBound)) to \(rounded(interval.upperBound)) in "
      + "\(ratios.count) pairs"
    guard let recorded = baseline?.ratios[workload] else {
      return Check(name, skipped: "\(found), and no record to compare with")
    }
    let limit = recorded * (1 + Baseline.ratioTolerance)
    return Check(
      name, interval.lowerBound <= limit,
      "\(found), recorded \(rounded(recorded)), at most \(rounded(limit))")
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
