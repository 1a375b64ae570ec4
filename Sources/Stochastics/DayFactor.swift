/// How much busier a day is than its forecast: a factor with mean 1 for the whole day.
///
/// A gamma factor makes the daily counts negative binomial, which is what call centers observe
/// (Avramidis, Deslauriers, L'Ecuyer 2004).
@frozen
public struct DayFactor: Hashable, Sendable {
  @usableFromInline let gamma: Gamma?

  /// A day factor.
  ///
  /// - Parameter cv: The standard deviation of the factor; 0, or in `0.001...10`.
  /// - Throws: `DistributionError` if `cv` is outside its domain.
  public init(cv: Double) throws(DistributionError) {
    gamma = cv == 0 ? nil : try Gamma(mean: 1, cv: cv)
  }

  /// The standard deviation of the factor.
  @inlinable
  public var coefficientOfVariation: Double { gamma?.coefficientOfVariation ?? 0 }

  /// The factor that a uniform number draws; exactly 1 where days do not vary.
  ///
  /// - Parameter u: In the open interval (0, 1).
  @inlinable
  public func quantile(_ u: Double) -> Double { gamma?.quantile(u) ?? 1 }
}
