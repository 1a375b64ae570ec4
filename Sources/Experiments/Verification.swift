public import OutputAnalysis

/// Simulated measures held against their exact values, and the judgement over all of them.
///
/// The simulation differs from theory by chance. How far chance goes is known: each comparison has a
/// score that is standard normal where simulation and theory are right, and the limit for all scores
/// is such that any is beyond it in one run of 10,000, however they depend on each other.
public struct Verification: Sendable, Equatable {
  /// The probability, at most, that a run with fresh random numbers rings an alarm though
  /// everything is right.
  public static let falseAlarm = 1e-4

  /// The comparisons, in the order in which they were made.
  public let comparisons: [ExactComparison]
  /// The magnitude that no score exceeds but for a false alarm.
  public let limit: Double

  /// Judges comparisons together.
  ///
  /// - Parameter comparisons: At least one.
  public init(_ comparisons: [ExactComparison]) {
    self.comparisons = comparisons
    limit = scoreLimit(ofScores: comparisons.count, falseAlarm: Self.falseAlarm)
  }

  /// Whether a comparison differs by no more than chance.
  public func holds(_ comparison: ExactComparison) -> Bool {
    // Written so that a score that is not a number does not hold.
    comparison.score.magnitude <= limit
  }

  /// The comparisons that differ by more than chance.
  public var failures: [ExactComparison] { comparisons.filter { !holds($0) } }
}

/// One simulated measure of one model and its exact value.
public struct ExactComparison: Sendable, Equatable {
  /// The model's name.
  public let model: String
  /// The measure's column.
  public let measure: String
  /// What theory says.
  public let exact: Double
  /// What simulation says.
  public let estimate: Estimate
  /// How many standard errors the simulation lies above the exact value, as a standard normal
  /// score; see `BivariateMoments.standardScore(against:)`.
  public let score: Double

  /// Makes a comparison from its parts.
  public init(model: String, measure: String, exact: Double, estimate: Estimate, score: Double) {
    self.model = model
    self.measure = measure
    self.exact = exact
    self.estimate = estimate
    self.score = score
  }

  /// Compares a measure of a simulated center with its exact value, in the first row of the summary
  /// in which it has one: that of the whole center where it has a meaning there.
  ///
  /// - Parameters:
  ///   - model: A name for the center.
  ///   - measure: The measure's column.
  ///   - exact: What theory says.
  ///   - result: At least two replications.
  /// - Returns: `nil` where there is no such measure, or it has no value.
  public init?(model: String, measure: String, exact: Double, result: DesignResult) {
    guard let position = Measure.position(of: measure),
      let row = result.rows.indices.first(where: {
        result.estimate(of: position, inRow: $0) != nil
      }),
      let estimate = result.estimate(of: position, inRow: row),
      let score = result.standardScore(of: position, inRow: row, against: exact)
    else { return nil }
    self.init(model: model, measure: measure, exact: exact, estimate: estimate, score: score)
  }
}

extension DesignResult {
  /// How many standard errors a measure lies above a value that is known, as a standard normal
  /// score; `nil` where the measure has no meaning or no value, and for a single replication.
  ///
  /// - Parameters:
  ///   - measure: Its position in `Measure.catalogue`.
  ///   - row: A position in `rows`.
  ///   - exact: The value to compare with; finite.
  public func standardScore(of measure: Int, inRow row: Int, against exact: Double) -> Double? {
    layout.summary.slot(row: row, measure: measure).flatMap {
      accumulator.moments[$0].standardScore(against: exact)
    }
  }
}
