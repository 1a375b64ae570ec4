public import SpecialFunctions

/// A distribution compiled for drawing: a plain value of 40 bytes, see `SamplingTables`.
///
/// Every function gives what the function of the same name of `Distribution` gives, to the last bit
/// (`SamplerTests`).
@frozen
public enum Sampler: BitwiseCopyable, Sendable {
  /// Always the same.
  case constant(Constant)
  /// Without memory.
  case exponential(Exponential)
  /// The logarithm is normal.
  case logNormal(LogNormal)
  /// Gamma, and Erlang, which is gamma with whole stages.
  case gamma(GammaSampler)
  /// Weibull.
  case weibull(Weibull)
  /// One of two exponentials.
  case hyperExponential(HyperExponentialSampler)
  /// Even between two ends.
  case uniform(Uniform)
  /// Between two ends, about a mode.
  case triangular(Triangular)
  /// As measured.
  case empirical(EmpiricalSampler)

  /// The value that is not exceeded with probability `u`.
  ///
  /// - Parameters:
  ///   - u: In `0...1`.
  ///   - tables: The tables that made the sampler.
  @inlinable
  public func quantile(_ u: Double, in tables: borrowing SamplingTables) -> Double {
    switch self {
    case .constant(let law): law.quantile(u)
    case .exponential(let law): law.quantile(u)
    case .logNormal(let law): law.quantile(u)
    case .gamma(let law): law.quantile(logit: log(u / (1 - u)), in: tables)
    case .weibull(let law): law.quantile(u)
    case .hyperExponential(let law): law.quantile(hazard: Exponential.unitQuantile(u), in: tables)
    case .uniform(let law): law.quantile(u)
    case .triangular(let law): law.quantile(u)
    case .empirical(let law): law.quantile(u, in: tables)
    }
  }

  /// The value that is exceeded with probability `v`, accurate for however small a `v`.
  @inlinable
  public func quantile(upper v: Double, in tables: borrowing SamplingTables) -> Double {
    switch self {
    case .constant(let law): law.quantile(upper: v)
    case .exponential(let law): law.quantile(upper: v)
    case .logNormal(let law): law.quantile(upper: v)
    case .gamma(let law): law.quantile(logit: 0 - log(v / (1 - v)), in: tables)
    case .weibull(let law): law.quantile(upper: v)
    case .hyperExponential(let law): law.quantile(hazard: 0 - log(v), in: tables)
    case .uniform(let law): law.quantile(upper: v)
    case .triangular(let law): law.quantile(upper: v)
    case .empirical(let law): law.quantile(1 - v, in: tables)
    }
  }

  /// The value that is not exceeded with probability Φ(`z`).
  @inlinable
  public func quantile(normalScore z: Double, in tables: borrowing SamplingTables) -> Double {
    if case .logNormal(let law) = self { return law.quantile(normalScore: z) }
    return z <= 0
      ? quantile(normalCumulative(z), in: tables)
      : quantile(upper: normalCumulative(-z), in: tables)
  }
}

extension GaussianCopula {
  /// What the coupled number draws from a compiled distribution.
  @inlinable
  public func quantile(
    of sampler: Sampler, difficulty: Double, u: Double, in tables: borrowing SamplingTables
  ) -> Double {
    if correlation == 0 { return sampler.quantile(u, in: tables) }
    if correlation == 1 { return sampler.quantile(difficulty, in: tables) }
    if correlation == -1 { return sampler.quantile(upper: difficulty, in: tables) }
    return sampler.quantile(normalScore: score(difficulty: difficulty, u: u), in: tables)
  }
}
