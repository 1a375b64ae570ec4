import OutputAnalysis

/// How often intervals of one measure from one number of replications held the exact value.
struct CoverageTally: Equatable, Sendable {
  var experiments = 0
  /// Student's plain intervals that held it.
  var coveredByStudent = 0
  /// Intervals as reported that held it.
  var covered = 0
  /// Intervals reported as not to be relied on.
  var flagged = 0
  /// Intervals that held it among those that were not flagged.
  var coveredUnflagged = 0
  /// Σ of the half-widths of Student's intervals and of those reported.
  var studentHalfWidth = 0.0
  var halfWidth = 0.0

  /// Adds an experiment.
  ///
  /// - Parameters:
  ///   - moments: Its replications.
  ///   - measure: The measure, whose range cuts intervals.
  ///   - exact: What theory says.
  ///   - correction: For the number of replications.
  mutating func add(
    _ moments: BivariateMoments, of measure: CoverageMeasure, exact: Double,
    _ correction: SkewnessCorrection
  ) {
    guard let estimate = moments.estimate(within: measure.range, correction: correction),
      let interval = estimate.interval
    else { return }
    experiments += 1
    let holds = interval.contains(exact)
    covered += holds ? 1 : 0
    flagged += estimate.isSkewed ? 1 : 0
    coveredUnflagged += holds && !estimate.isSkewed ? 1 : 0
    halfWidth += interval.halfWidth
    let student = correction.quantile * moments.standardError(ratio: estimate.value)
    coveredByStudent += (estimate.value - exact).magnitude <= student ? 1 : 0
    studentHalfWidth += student
  }

  static func += (tally: inout CoverageTally, other: CoverageTally) {
    tally.experiments += other.experiments
    tally.coveredByStudent += other.coveredByStudent
    tally.covered += other.covered
    tally.flagged += other.flagged
    tally.coveredUnflagged += other.coveredUnflagged
    tally.studentHalfWidth += other.studentHalfWidth
    tally.halfWidth += other.halfWidth
  }

  private func share(_ count: Int, of all: Int) -> Double { Double(count) / Double(all) }

  /// The share of Student's intervals that hold the exact value.
  var studentCoverage: Double { share(coveredByStudent, of: experiments) }
  /// The share of reported intervals that hold it.
  var coverage: Double { share(covered, of: experiments) }
  /// The share that is flagged.
  var flaggedShare: Double { share(flagged, of: experiments) }
  /// The share of intervals without a flag that hold it; not a number where all are flagged.
  var unflaggedCoverage: Double { share(coveredUnflagged, of: experiments - flagged) }
}

extension BivariateMoments {
  /// The standard error of the ratio of sums, linearised: that of the mean of (x − R·y) / ȳ.
  fileprivate func standardError(ratio: Double) -> Double {
    let squares = max(0, central.c20 - ratio * (2 * central.c11 - ratio * central.c02))
    return (squares * Double(count) / Double(count - 1)).squareRoot() / sumY
  }
}
