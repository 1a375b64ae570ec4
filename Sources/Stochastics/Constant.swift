/// A time that is always the same.
@frozen
public struct Constant: BitwiseCopyable, Hashable, Sendable {
  /// The value, which is the mean [s]; `≥ 0`.
  public let mean: Double

  /// A constant.
  ///
  /// - Parameter mean: The value [s]; finite, `≥ 0`.
  /// - Throws: `DistributionError` if `mean` is negative or not finite.
  public init(mean: Double) throws(DistributionError) {
    try DistributionError.requireNotNegative(.mean, mean)
    self.mean = mean
  }

  /// Zero [s²].
  @inlinable
  public var variance: Double { 0 }

  /// The constant, for any `u`.
  @inlinable
  public func quantile(_ u: Double) -> Double { mean }

  /// The constant, for any `v`.
  @inlinable
  public func quantile(upper v: Double) -> Double { mean }

  /// Pr{X ≤ `x`}: 0 below the constant, else 1.
  @inlinable
  public func cumulative(_ x: Double) -> Double { x < mean ? 0 : 1 }
}
