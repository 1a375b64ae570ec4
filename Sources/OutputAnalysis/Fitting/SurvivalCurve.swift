import SpecialFunctions

/// The share of times that last longer than t, from times of which some were cut short: the
/// product-limit estimate.
///
///     let curve = SurvivalCurve(CensoredSample(ended: [6, 6, 6, 7, 10], censored: [6, 9]))
///     curve.survival(at: 6)  // 0.571…
///
/// At each time t at which some ended, the share is multiplied by 1 − d/n: d ended at t, of the n
/// that lasted at least as long, those cut short at t itself included.
///
/// Source: Kaplan and Meier (1958), "Nonparametric estimation from incomplete observations";
/// variance after Greenwood (1926); bounds on the scale of log(−log S), which stay within 0…1
/// (Kalbfleisch and Prentice 1980).
public struct SurvivalCurve: Sendable, Equatable {
  /// A time at which some ended.
  public struct Step: Sendable, Equatable {
    /// The time [s].
    public let time: Double
    /// How many lasted at least as long.
    public let atRisk: Int
    /// How many ended then.
    public let ended: Int
    /// The share that lasts longer.
    public let survival: Double
    /// The standard error of the share (Greenwood).
    public let error: Double
    /// The 95 % interval of the share; `nil` where nobody lasts longer.
    public let interval: Interval?
  }

  /// The steps, in rising order of their times.
  public let steps: [Step]

  /// The curve of a sample.
  ///
  /// - Complexity: O(groups).
  public init(_ sample: CensoredSample) {
    var steps: [Step] = []
    var atRisk = sample.count
    var survival = 1.0
    var greenwood = 0.0
    let z = normalQuantile(0.975)
    for group in sample.groups {
      if group.ended > 0 {
        let (d, n) = (Double(group.ended), Double(atRisk))
        survival *= 1 - d / n
        greenwood += d / (n * (n - d))
        var interval: Interval?
        if survival > 0 {
          let reach = z * greenwood.squareRoot() / log(survival).magnitude
          interval = Interval(
            lower: power(survival, exp(reach)), upper: power(survival, exp(-reach)))
        }
        steps.append(
          Step(
            time: group.time, atRisk: atRisk, ended: group.ended, survival: survival,
            error: survival > 0 ? survival * greenwood.squareRoot() : 0, interval: interval))
      }
      atRisk -= group.ended + group.censored
    }
    self.steps = steps
  }

  /// The share that lasts longer than a time.
  public func survival(at time: Double) -> Double {
    steps.last { $0.time <= time }?.survival ?? 1
  }

  /// The first time at which the share that lasts longer is at most 1 − `probability`; `nil` where
  /// the curve does not come down as far.
  public func quantile(_ probability: Double) -> Double? {
    // Half an ulp of a sum of shares must not skip a step that meets the share exactly.
    steps.first { $0.survival <= 1 - probability + 1e-12 }?.time
  }
}
