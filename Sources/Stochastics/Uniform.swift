/// A time between two ends, every one as likely as any other.
@frozen
public struct Uniform: BitwiseCopyable, Hashable, Sendable {
  /// The lower end [s]; `≥ 0`.
  public let from: Double
  /// The upper end [s]; greater than the lower.
  public let to: Double

  /// A uniform distribution.
  ///
  /// - Parameters:
  ///   - from: The lower end [s]; finite, `≥ 0`.
  ///   - to: The upper end [s]; finite, greater than `from`.
  /// - Throws: `DistributionError` if an end is negative or not finite, or `to` is not greater.
  public init(from: Double, to: Double) throws(DistributionError) {
    try DistributionError.requireNotNegative(.from, from)
    try DistributionError.requireNotNegative(.to, to)
    if to <= from { throw .notIncreasing(from: from, to: to) }
    self.from = from
    self.to = to
  }

  /// The middle [s].
  @inlinable
  public var mean: Double { from + 0.5 * (to - from) }

  /// (to − from)²/12 [s²].
  @inlinable
  public var variance: Double { (to - from) * (to - from) / 12 }

  /// The value that is not exceeded with probability `u`, in `0...1`.
  @inlinable
  public func quantile(_ u: Double) -> Double { from + (to - from) * u }

  /// The value that is exceeded with probability `v`, in `0...1`.
  @inlinable
  public func quantile(upper v: Double) -> Double { to - (to - from) * v }

  /// Pr{X ≤ `x`}.
  @inlinable
  public func cumulative(_ x: Double) -> Double {
    if x <= from { return 0 }
    return x >= to ? 1 : (x - from) / (to - from)
  }
}
