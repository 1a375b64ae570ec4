public import SpecialFunctions

/// The gamma distribution, given by mean and variation.
///
/// Shape is 1/cv², scale is mean · cv². The quantile has no closed form; it comes from a table that
/// is made with the distribution (`GammaTable`) and costs a logarithm, a polynomial and an
/// exponential a draw.
@frozen
public struct Gamma: Sendable {
  /// The mean [s]; `> 0`.
  public let mean: Double
  /// Standard deviation over mean; `> 0`.
  public let coefficientOfVariation: Double
  /// 1/cv².
  public let shape: Double
  /// mean · cv² [s].
  public let scale: Double
  @usableFromInline let table: GammaTable

  /// A gamma distribution.
  ///
  /// - Parameters:
  ///   - mean: The mean [s]; finite, `> 0`.
  ///   - cv: Standard deviation over mean; in `0.001...10`.
  /// - Throws: `DistributionError` if a parameter is outside its domain; `.withoutVariation` for
  ///   a `cv` of zero.
  /// - Complexity: O(1); about 0.2 ms.
  public init(mean: Double, cv: Double) throws(DistributionError) {
    try DistributionError.requirePositive(.mean, mean)
    try DistributionError.requireVariation(cv, within: 0.001...10)
    self.mean = mean
    coefficientOfVariation = cv
    shape = 1 / (cv * cv)
    scale = mean * (cv * cv)
    table = GammaTable(shape: shape)
  }

  /// (mean · cv)² [s²].
  @inlinable
  public var variance: Double {
    let deviation = mean * coefficientOfVariation
    return deviation * deviation
  }

  /// The value that is not exceeded with probability `u`.
  ///
  /// - Parameter u: In `0...1`; `1` gives `.infinity`.
  /// - Returns: A value within 1e-9 relative, 1e-11 for `cv` up to 1 (`GammaTests`); 0 where the
  ///   quantile is below the smallest number.
  @inlinable
  public func quantile(_ u: Double) -> Double {
    precondition(u >= 0 && u <= 1, "a probability is in 0...1")
    return scale * exp(table.logQuantile(logit: log(u / (1 - u))))
  }

  /// The value that is exceeded with probability `v`.
  @inlinable
  public func quantile(upper v: Double) -> Double {
    precondition(v >= 0 && v <= 1, "a probability is in 0...1")
    return scale * exp(table.logQuantile(logit: 0 - log(v / (1 - v))))
  }

  /// Pr{X ≤ `x`}: the regularized incomplete gamma function.
  @inlinable
  public func cumulative(_ x: Double) -> Double {
    x <= 0 ? 0 : regularizedGammaLower(shape: shape, at: x / scale)
  }
}

/// Two gamma distributions are the same if their parameters are; the tables follow from them.
extension Gamma: Hashable {
  /// Whether mean and variation agree.
  public static func == (left: Gamma, right: Gamma) -> Bool {
    left.mean == right.mean && left.coefficientOfVariation == right.coefficientOfVariation
  }

  /// Hashes mean and variation.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(mean)
    hasher.combine(coefficientOfVariation)
  }
}
