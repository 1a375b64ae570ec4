public import SpecialFunctions

/// Couples a uniform number to an issue's difficulty, which is uniform itself, and leaves it
/// uniform.
///
/// Both are turned into normal scores; the score of the coupled number is
/// z = ρΦ⁻¹(d) + √(1 − ρ²)Φ⁻¹(u), standard normal again over all issues, with correlation ρ to the
/// score of the difficulty. Whatever removes the easy issues thus lengthens the rest by itself.
@frozen
public struct GaussianCopula: BitwiseCopyable, Hashable, Sendable {
  /// The correlation of the normal scores, ρ, in `-1...1`.
  public let correlation: Double
  @usableFromInline let remainder: Double

  /// A coupling.
  ///
  /// - Parameter correlation: In `-1...1`.
  /// - Throws: `DistributionError` if it is outside.
  public init(correlation: Double) throws(DistributionError) {
    if !correlation.isFinite { throw .notFinite(.correlation, correlation) }
    if correlation.magnitude > 1 { throw .outOfRange(.correlation, correlation, -1...1) }
    self.correlation = correlation
    remainder = ((1 - correlation) * (1 + correlation)).squareRoot()
  }

  /// The coupled number as a standard normal score.
  ///
  /// - Parameters:
  ///   - difficulty: The quantile of the difficulty, in the open interval (0, 1).
  ///   - u: A uniform number, independent of it, in the open interval (0, 1).
  @inlinable
  public func score(difficulty: Double, u: Double) -> Double {
    if correlation == 0 { return normalQuantile(u) }
    return correlation * normalQuantile(difficulty) + remainder * normalQuantile(u)
  }

  /// The coupled number, uniform in 0...1: exactly `u` for ρ = 0, `difficulty` for ρ = 1,
  /// `1 − difficulty` for ρ = −1.
  @inlinable
  public func coupled(difficulty: Double, u: Double) -> Double {
    if correlation == 0 { return u }
    if correlation == 1 { return difficulty }
    if correlation == -1 { return 1 - difficulty }
    return normalCumulative(score(difficulty: difficulty, u: u))
  }

  /// What the coupled number draws from `distribution`.
  ///
  /// Where the coupling is exact (ρ = 0, 1, −1) this is the quantile of `u`, `difficulty` or its
  /// complement to the last bit; otherwise it goes through the normal score, which loses nothing in
  /// the tails.
  @inlinable
  public func quantile(
    of distribution: borrowing Distribution, difficulty: Double, u: Double
  ) -> Double {
    if correlation == 0 { return distribution.quantile(u) }
    if correlation == 1 { return distribution.quantile(difficulty) }
    if correlation == -1 { return distribution.quantile(upper: difficulty) }
    return distribution.quantile(normalScore: score(difficulty: difficulty, u: u))
  }
}
