public import SpecialFunctions

/// The memoryless distribution, given by its mean.
@frozen
public struct Exponential: BitwiseCopyable, Hashable, Sendable {
  /// The mean [s]; `> 0`.
  public let mean: Double

  /// An exponential distribution.
  ///
  /// - Parameter mean: The mean [s]; finite, `> 0`.
  /// - Throws: `DistributionError` if `mean` is not finite or not positive.
  public init(mean: Double) throws(DistributionError) {
    try DistributionError.requirePositive(.mean, mean)
    self.mean = mean
  }

  /// The square of the mean [s²].
  @inlinable
  public var variance: Double { mean * mean }

  /// The value that is not exceeded with probability `u`: −mean · ln(1 − u).
  ///
  /// - Parameter u: In `0...1`; `1` gives `.infinity`, a number outside gives a NaN.
  @inlinable
  public func quantile(_ u: Double) -> Double { mean * Exponential.unitQuantile(u) }

  /// The value that is exceeded with probability `v`: −mean · ln v.
  @inlinable
  public func quantile(upper v: Double) -> Double { mean * (0 - log(v)) }

  /// Pr{X ≤ `x`} = 1 − exp(−x/mean), without cancellation for small `x`.
  @inlinable
  public func cumulative(_ x: Double) -> Double { x <= 0 ? 0 : -expm1(-x / mean) }

  /// The quantile for a mean of one: −ln(1 − u).
  ///
  /// The complement of a draw of a lane is exact, which one addition finds out; the plain
  /// logarithm, cheaper than `log1p`, is then as accurate.
  ///
  /// - Parameter u: In `0...1`.
  @inlinable
  public static func unitQuantile(_ u: Double) -> Double {
    let complement = 1 - u
    if 1 - complement == u { return 0 - log(complement) }
    return 0 - log1p(-u)
  }

  /// The quantiles of the unit exponential distribution for two draws of lanes, side by side as in
  /// `logs(ofNormal:_:)`.
  ///
  /// - Parameters:
  ///   - u: A draw of a lane. Of another number the complement may be inexact, and hence the result;
  ///     for 1 it means nothing.
  ///   - v: Likewise.
  /// - Returns: Each to the last bit what `unitQuantile` gives.
  /// - Complexity: O(1).
  @inlinable @inline(__always)
  public static func unitQuantiles(ofDraws u: Double, _ v: Double) -> (Double, Double) {
    assert(1 - (1 - u) == u && 1 - (1 - v) == v, "draws of lanes, whose complements are exact")
    let logarithms = logs(ofNormal: 1 - u, 1 - v)
    return (0 - logarithms.0, 0 - logarithms.1)
  }
}
