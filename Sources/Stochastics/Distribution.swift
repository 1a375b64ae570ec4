public import SpecialFunctions

/// How long something takes: one of the distributions of times that a scenario can name.
///
/// Every distribution is drawn from by inversion, monotone in its uniform number: the same customer
/// with the same number has a longer talk whenever the distribution is longer.
///
///     let talk = Distribution.logNormal(try LogNormal(mean: 240, cv: 0.9))
///     let seconds = talk.quantile(lane.u0)
///
/// An enumeration, not a protocol: the engine holds distributions side by side without boxes.
@frozen
public enum Distribution: Hashable, Sendable {
  /// Always the same.
  case constant(Constant)
  /// Without memory.
  case exponential(Exponential)
  /// The logarithm is normal.
  case logNormal(LogNormal)
  /// Gamma.
  case gamma(Gamma)
  /// A sum of exponentials.
  case erlang(Erlang)
  /// Weibull.
  case weibull(Weibull)
  /// One of two exponentials.
  case hyperExponential(HyperExponential)
  /// Even between two ends.
  case uniform(Uniform)
  /// Between two ends, about a mode.
  case triangular(Triangular)
  /// As measured.
  case empirical(Empirical)

  /// The mean [s].
  public var mean: Double {
    switch self {
    case .constant(let law): law.mean
    case .exponential(let law): law.mean
    case .logNormal(let law): law.mean
    case .gamma(let law): law.mean
    case .erlang(let law): law.mean
    case .weibull(let law): law.mean
    case .hyperExponential(let law): law.mean
    case .uniform(let law): law.mean
    case .triangular(let law): law.mean
    case .empirical(let law): law.mean
    }
  }

  /// The variance [s²].
  public var variance: Double {
    switch self {
    case .constant(let law): law.variance
    case .exponential(let law): law.variance
    case .logNormal(let law): law.variance
    case .gamma(let law): law.variance
    case .erlang(let law): law.variance
    case .weibull(let law): law.variance
    case .hyperExponential(let law): law.variance
    case .uniform(let law): law.variance
    case .triangular(let law): law.variance
    case .empirical(let law): law.variance
    }
  }

  /// The value that is not exceeded with probability `u`: what a uniform number draws.
  ///
  /// - Parameter u: In `0...1`.
  /// - Returns: A time [s], `≥ 0`, nondecreasing in `u`; `.infinity` for `1` where the distribution
  ///   has no upper end.
  @inlinable
  public func quantile(_ u: Double) -> Double {
    switch self {
    case .constant(let law): law.quantile(u)
    case .exponential(let law): law.quantile(u)
    case .logNormal(let law): law.quantile(u)
    case .gamma(let law): law.quantile(u)
    case .erlang(let law): law.quantile(u)
    case .weibull(let law): law.quantile(u)
    case .hyperExponential(let law): law.quantile(u)
    case .uniform(let law): law.quantile(u)
    case .triangular(let law): law.quantile(u)
    case .empirical(let law): law.quantile(u)
    }
  }

  /// The value that is exceeded with probability `v`, accurate for however small a `v`.
  ///
  /// - Parameter v: In `0...1`.
  @inlinable
  public func quantile(upper v: Double) -> Double {
    switch self {
    case .constant(let law): law.quantile(upper: v)
    case .exponential(let law): law.quantile(upper: v)
    case .logNormal(let law): law.quantile(upper: v)
    case .gamma(let law): law.quantile(upper: v)
    case .erlang(let law): law.quantile(upper: v)
    case .weibull(let law): law.quantile(upper: v)
    case .hyperExponential(let law): law.quantile(upper: v)
    case .uniform(let law): law.quantile(upper: v)
    case .triangular(let law): law.quantile(upper: v)
    case .empirical(let law): law.quantile(upper: v)
    }
  }

  /// The value that is not exceeded with probability Φ(`z`): what a standard normal number draws.
  ///
  /// Goes through the smaller tail of z, so that a large score is not rounded to certainty; a
  /// log-normal distribution takes the score as it is.
  @inlinable
  public func quantile(normalScore z: Double) -> Double {
    if case .logNormal(let law) = self { return law.quantile(normalScore: z) }
    return z <= 0 ? quantile(normalCumulative(z)) : quantile(upper: normalCumulative(-z))
  }

  /// Pr{X ≤ `x`}.
  ///
  /// - Parameter x: A time [s], not NaN.
  public func cumulative(_ x: Double) -> Double {
    switch self {
    case .constant(let law): law.cumulative(x)
    case .exponential(let law): law.cumulative(x)
    case .logNormal(let law): law.cumulative(x)
    case .gamma(let law): law.cumulative(x)
    case .erlang(let law): law.cumulative(x)
    case .weibull(let law): law.cumulative(x)
    case .hyperExponential(let law): law.cumulative(x)
    case .uniform(let law): law.cumulative(x)
    case .triangular(let law): law.cumulative(x)
    case .empirical(let law): law.cumulative(x)
    }
  }
}
