public import SpecialFunctions

/// The distribution of a time whose logarithm is normal, given by mean and variation.
///
/// With σ² = ln(1 + cv²) and μ = ln(mean) − σ²/2, the time is exp(μ + σZ) for a standard normal Z.
@frozen
public struct LogNormal: BitwiseCopyable, Hashable, Sendable {
  /// The mean [s]; `> 0`.
  public let mean: Double
  /// Standard deviation over mean; `> 0`.
  public let coefficientOfVariation: Double
  /// Mean of the logarithm, μ.
  public let logMean: Double
  /// Standard deviation of the logarithm, σ.
  public let logDeviation: Double

  /// A log-normal distribution.
  ///
  /// - Parameters:
  ///   - mean: The mean [s]; finite, `> 0`.
  ///   - cv: Standard deviation over mean; in `1e-6...1e6`.
  /// - Throws: `DistributionError` if a parameter is outside its domain; `.withoutVariation` for
  ///   a `cv` of zero.
  public init(mean: Double, cv: Double) throws(DistributionError) {
    try DistributionError.requirePositive(.mean, mean)
    try DistributionError.requireVariation(cv, within: 1e-6...1e6)
    let logVariance = log1p(cv * cv)
    self.mean = mean
    coefficientOfVariation = cv
    logMean = log(mean) - 0.5 * logVariance
    logDeviation = logVariance.squareRoot()
  }

  /// (mean · cv)² [s²].
  @inlinable
  public var variance: Double {
    let deviation = mean * coefficientOfVariation
    return deviation * deviation
  }

  /// The value that is not exceeded with probability `u`, in `0...1`; `1` gives `.infinity`.
  @inlinable
  public func quantile(_ u: Double) -> Double { quantile(normalScore: normalQuantile(u)) }

  /// The value that is exceeded with probability `v`, in `0...1`.
  @inlinable
  public func quantile(upper v: Double) -> Double { quantile(normalScore: -normalQuantile(v)) }

  /// The value that is not exceeded with probability Φ(`z`), without computing Φ.
  @inlinable
  public func quantile(normalScore z: Double) -> Double { exp(logMean + logDeviation * z) }

  /// Pr{X ≤ `x`} = Φ((ln x − μ)/σ).
  @inlinable
  public func cumulative(_ x: Double) -> Double {
    x <= 0 ? 0 : normalCumulative((log(x) - logMean) / logDeviation)
  }
}
