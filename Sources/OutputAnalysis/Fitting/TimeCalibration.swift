/// Families fitted to measured times, and how well they describe them.
public struct TimeCalibration: Sendable {
  /// The sample.
  public let sample: CensoredSample
  /// The share of times that last longer, by Kaplan and Meier.
  public let curve: SurvivalCurve
  /// The fits, the best first.
  public let fits: [LikelihoodFit]
  /// Whether each fit passes the test; `nil` where it says nothing.
  public let tests: [HazardTest?]

  /// Fits all families.
  ///
  /// - Throws: `CancellationError` when the task is cancelled.
  public init(_ sample: CensoredSample) throws(CancellationError) {
    self.sample = sample
    curve = SurvivalCurve(sample)
    fits = try LikelihoodFit.all(sample)
    tests = fits.map { HazardTest($0, sample) }
  }

  /// The shares at which measured and fitted times are compared.
  public static let probabilities = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]
}
