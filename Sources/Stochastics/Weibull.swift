public import SpecialFunctions

/// The distribution of λE^(1/shape) for a standard exponential E, given by mean and shape.
///
/// A shape below 1 means that whoever has waited long is the more patient; 1 is the exponential
/// distribution. The scale is λ = mean/Γ(1 + 1/shape).
@frozen
public struct Weibull: BitwiseCopyable, Hashable, Sendable {
  /// The mean [s]; `> 0`.
  public let mean: Double
  /// The exponent of the hazard, plus one.
  public let shape: Double
  /// λ: the value that is exceeded with probability 1/e [s].
  public let scale: Double
  @usableFromInline let inverseShape: Double

  /// A Weibull distribution.
  ///
  /// - Parameters:
  ///   - mean: The mean [s]; finite, `> 0`.
  ///   - shape: The shape; in `0.05...1000`.
  /// - Throws: `DistributionError` if a parameter is outside its domain.
  public init(mean: Double, shape: Double) throws(DistributionError) {
    try DistributionError.requirePositive(.mean, mean)
    if !shape.isFinite { throw .notFinite(.shape, shape) }
    let shapes = 0.05...1000
    if !shapes.contains(shape) { throw .outOfRange(.shape, shape, shapes) }
    self.mean = mean
    self.shape = shape
    inverseShape = 1 / shape
    scale = mean * exp(-logGamma(1 + inverseShape))
  }

  /// λ²(Γ(1 + 2/shape) − Γ(1 + 1/shape)²) [s²], without cancellation for large shapes.
  public var variance: Double {
    mean * mean * expm1(logGamma(1 + 2 * inverseShape) - 2 * logGamma(1 + inverseShape))
  }

  /// The value that is not exceeded with probability `u`: λ(−ln(1 − u))^(1/shape).
  ///
  /// - Parameter u: In `0...1`; `1` gives `.infinity`.
  /// - Returns: A value within 1e-14/min(shape, 1) relative (`DistributionPinTests`).
  @inlinable
  public func quantile(_ u: Double) -> Double {
    scaled(Exponential.unitQuantile(u))
  }

  /// The value that is exceeded with probability `v`: λ(−ln v)^(1/shape).
  @inlinable
  public func quantile(upper v: Double) -> Double {
    scaled(0 - log(v))
  }

  /// λE^(1/shape) by logarithm and exponential, which is three times as fast as the last bits of
  /// `power` would be: the error is that of a logarithm of at most 40, divided by the shape.
  @inlinable
  func scaled(_ exponential: Double) -> Double {
    scale * exp(inverseShape * log(exponential))
  }

  /// Pr{X ≤ `x`} = 1 − exp(−(x/λ)^shape), without cancellation for small `x`.
  @inlinable
  public func cumulative(_ x: Double) -> Double {
    x <= 0 ? 0 : -expm1(-power(x / scale, shape))
  }
}
