public import SpecialFunctions

/// The Erlang distribution: the sum of some independent exponential stages with equal means.
///
/// It is the gamma distribution with a whole shape; its coefficient of variation is 1/√stages. The
/// quantile comes from the gamma table, see ``Gamma``.
@frozen
public struct Erlang: Sendable {
  /// The mean of the sum [s]; `> 0`.
  public let mean: Double
  /// The number of stages; `≥ 1`.
  public let stages: Int
  /// The mean of one stage, mean/stages [s].
  public let scale: Double
  @usableFromInline let table: GammaTable

  /// An Erlang distribution.
  ///
  /// - Parameters:
  ///   - mean: The mean of the sum [s]; finite, `> 0`.
  ///   - stages: The number of stages; in `1...1_000_000`.
  /// - Throws: `DistributionError` if a parameter is outside its domain.
  /// - Complexity: O(1); about 0.3 ms.
  public init(mean: Double, stages: Int) throws(DistributionError) {
    try DistributionError.requirePositive(.mean, mean)
    guard (1...1_000_000).contains(stages) else {
      throw .outOfRange(.stages, Double(stages), 1...1_000_000)
    }
    self.mean = mean
    self.stages = stages
    scale = mean / Double(stages)
    table = GammaTable(shape: Double(stages))
  }

  /// The shape of the gamma distribution: the number of stages.
  @inlinable
  public var shape: Double { Double(stages) }

  /// 1/√stages.
  @inlinable
  public var coefficientOfVariation: Double { 1 / shape.squareRoot() }

  /// mean²/stages [s²].
  @inlinable
  public var variance: Double { mean * scale }

  /// The value that is not exceeded with probability `u`.
  ///
  /// - Parameter u: In `0...1`; `1` gives `.infinity`.
  /// - Returns: A value within 1e-11 relative (`QuantileAccuracyTests`, `GammaTests`).
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

/// Two Erlang distributions are the same if their parameters are; the tables follow from them.
extension Erlang: Hashable {
  /// Whether mean and stages agree.
  public static func == (left: Erlang, right: Erlang) -> Bool {
    left.mean == right.mean && left.stages == right.stages
  }

  /// Hashes mean and stages.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(mean)
    hasher.combine(stages)
  }
}
