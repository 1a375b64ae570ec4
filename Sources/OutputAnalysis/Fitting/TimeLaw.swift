import SpecialFunctions

/// A distribution of times with a density, as a scenario names it: a family, its mean, and its
/// form.
///
/// The densities here share no code with those that the simulator draws from, so that either is a
/// check on the other (`TimeLawTests`).
public struct TimeLaw: Sendable, Equatable {
  /// The families that are fitted, by their names in a scenario.
  public enum Family: String, Sendable, CaseIterable {
    /// Without memory.
    case exponential
    /// The exponential with a power of time; those who have waited long are the more patient
    /// where the shape is below 1.
    case weibull
    /// The logarithm is normal.
    case logNormal
    /// A sum of many small times.
    case gamma
    /// One of two exponentials, each with half of the mean.
    case hyperExponential

    /// What the second parameter is called; `nil` where there is none.
    public var form: String? {
      switch self {
      case .exponential: nil
      case .weibull: "shape"
      case .logNormal, .gamma, .hyperExponential: "cv"
      }
    }

    /// Where the second parameter may lie.
    var forms: ClosedRange<Double> {
      switch self {
      case .exponential: 1...1
      case .weibull: 0.05...1000
      case .logNormal: 1e-6...1e6
      case .gamma: 0.001...10
      case .hyperExponential: 1...100
      }
    }
  }

  /// The family.
  public let family: Family
  /// The mean [s].
  public let mean: Double
  /// The second parameter, shape or coefficient of variation; 1 for the exponential.
  public let form: Double

  // Weibull: shape, scale. Log-normal: mean and deviation of the logarithm. Gamma: shape, scale.
  // Hyperexponential: the shares of short and long times.
  private let first: Double
  private let second: Double
  private let constant: Double

  /// A law.
  ///
  /// - Parameters:
  ///   - family: The family.
  ///   - mean: The mean [s].
  ///   - form: The second parameter; 1 for the exponential.
  /// - Returns: `nil` where a parameter is outside what the scenario format takes.
  public init?(_ family: Family, mean: Double, form: Double = 1) {
    guard mean > 0, mean < .infinity, family.forms.contains(form) else { return nil }
    self.family = family
    self.mean = mean
    self.form = form
    switch family {
    case .exponential: (first, second, constant) = (1, mean, log(mean))
    case .weibull:
      let scale = mean * exp(-logGamma(1 + 1 / form))
      (first, second, constant) = (form, scale, log(form / scale))
    case .logNormal:
      let variance = log1p(form * form)
      let deviation = variance.squareRoot()
      (first, second) = (log(mean) - variance / 2, deviation)
      constant = log(deviation) + Self.halfLogTwoPi
    case .gamma:
      let shape = 1 / (form * form)
      (first, second) = (shape, mean * form * form)
      constant = logGamma(shape) + log(mean * form * form)
    case .hyperExponential:
      let square = form * form
      let skew = ((square - 1) / (square + 1)).squareRoot()
      (first, second) = ((1 + skew) / 2, 1 / ((square + 1) * (1 + skew)))
      constant = log(mean / 2)
    }
    guard second > 0, second.isFinite, constant.isFinite else { return nil }
  }

  private static let halfLogTwoPi = 0.918_938_533_204_672_8

  /// The logarithm of the density [of 1/s] at a time.
  ///
  /// - Parameter x: A time [s]; `> 0`.
  public func logDensity(_ x: Double) -> Double {
    switch family {
    case .exponential: return -x / mean - constant
    case .weibull:
      let score = log(x / second)
      return constant + (first - 1) * score - exp(first * score)
    case .logNormal:
      let score = log(x)
      let z = (score - first) / second
      return -score - constant - z * z / 2
    case .gamma: return (first - 1) * log(x / second) - x / second - constant
    case .hyperExponential:
      // The slower exponential is taken out, so that nothing underflows.
      let gap = exp(-2 * (first - second) * x / mean)
      return -2 * second * x / mean + log(second * second + first * first * gap) - constant
    }
  }

  /// The logarithm of the share of times that last longer, without underflow.
  ///
  /// - Parameter x: A time [s]; `≥ 0`.
  public func logSurvival(_ x: Double) -> Double {
    if x <= 0 { return 0 }
    switch family {
    case .exponential: return -x / mean
    case .weibull: return -exp(first * log(x / second))
    case .logNormal:
      let z = (log(x) - first) / second
      if z < 30 { return log(normalCumulative(-z)) }
      // The first terms of the asymptotic series of the tail: within 1e-8 here.
      let square = z * z
      return -square / 2 - log(z) - Self.halfLogTwoPi + log1p((3 / square - 1) / square)
    case .gamma:
      let t = x / second
      let upper = regularizedGammaUpper(shape: first, at: t)
      if upper > 1e-290 { return log(upper) }
      return (first - 1) * log(t) - t - logGamma(first) + log1p((first - 1) / t)
    case .hyperExponential:
      let gap = exp(-2 * (first - second) * x / mean)
      return -2 * second * x / mean + log(second + first * gap)
    }
  }

  /// The share of times that are at most `x`.
  public func cumulative(_ x: Double) -> Double { -expm1(logSurvival(x)) }

  /// The time that a share of times does not exceed [s].
  ///
  /// - Parameter probability: In the open interval (0, 1).
  /// - Complexity: O(1); the hyperexponential by bisection.
  public func quantile(_ probability: Double) -> Double {
    let hazard = -log1p(-probability)
    switch family {
    case .exponential: return mean * hazard
    case .weibull: return second * exp(log(hazard) / first)
    case .logNormal: return exp(first + second * normalQuantile(probability))
    case .gamma: return second * gammaQuantile(shape: first, probability: probability)
    case .hyperExponential:
      // Between what the short and what the long kind alone would give.
      var low = mean * hazard / (2 * first)
      var high = mean * hazard / (2 * second)
      while true {
        let middle = low + (high - low) / 2
        guard middle > low, middle < high else { return middle }
        if -logSurvival(middle) < hazard { low = middle } else { high = middle }
      }
    }
  }
}
