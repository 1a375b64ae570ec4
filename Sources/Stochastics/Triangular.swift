/// A time between two ends whose density rises straight to a mode and falls straight from it: what
/// is left of an estimate of the least, the usual and the most.
@frozen
public struct Triangular: BitwiseCopyable, Hashable, Sendable {
  /// The lower end [s]; `≥ 0`.
  public let from: Double
  /// The most likely time [s]; between the ends, or one of them.
  public let mode: Double
  /// The upper end [s]; greater than the lower.
  public let to: Double
  /// Pr{X ≤ mode}, the mode's place between the ends.
  @usableFromInline let shareBelow: Double

  /// A triangular distribution.
  ///
  /// - Parameters:
  ///   - from: The lower end [s]; finite, `≥ 0`.
  ///   - mode: The most likely time [s]; in `from...to`.
  ///   - to: The upper end [s]; finite, greater than `from`.
  /// - Throws: `DistributionError` if an end is negative or not finite, `to` is not greater, or the
  ///   mode is outside.
  public init(from: Double, mode: Double, to: Double) throws(DistributionError) {
    try DistributionError.requireNotNegative(.from, from)
    try DistributionError.requireNotNegative(.to, to)
    if !mode.isFinite { throw .notFinite(.mode, mode) }
    if to <= from { throw .notIncreasing(from: from, to: to) }
    if mode < from || mode > to { throw .outOfRange(.mode, mode, from...to) }
    self.from = from
    self.mode = mode
    self.to = to
    shareBelow = (mode - from) / (to - from)
  }

  /// (from + mode + to)/3 [s].
  @inlinable
  public var mean: Double { from + ((mode - from) + (to - from)) / 3 }

  /// (w² − wd + d²)/18 for the width w and the mode's distance d from the lower end [s²].
  @inlinable
  public var variance: Double {
    let width = to - from
    return width * width * (1 - shareBelow * (1 - shareBelow)) / 18
  }

  /// The value that is not exceeded with probability `u`.
  ///
  /// - Parameter u: In `0...1`.
  /// - Returns: A value within 4 ulp of `to`, not of itself (`QuantileAccuracyTests`).
  @inlinable
  public func quantile(_ u: Double) -> Double {
    u < shareBelow ? rising(u) : falling(1 - u)
  }

  /// The value that is exceeded with probability `v`, in `0...1`.
  @inlinable
  public func quantile(upper v: Double) -> Double {
    v <= 1 - shareBelow ? falling(v) : rising(1 - v)
  }

  /// from + √(u·w·d); not beyond the mode, whatever was rounded.
  @inlinable
  func rising(_ u: Double) -> Double {
    min(mode, from + (to - from) * (u * shareBelow).squareRoot())
  }

  /// to − √(v·w·(w − d)); not before the mode.
  @inlinable
  func falling(_ v: Double) -> Double {
    max(mode, to - (to - from) * (v * (1 - shareBelow)).squareRoot())
  }

  /// Pr{X ≤ `x`}: a parabola up to the mode, another one from there.
  @inlinable
  public func cumulative(_ x: Double) -> Double {
    if x <= from { return 0 }
    if x >= to { return 1 }
    if x < mode {
      return (x - from) / (to - from) * ((x - from) / (mode - from))
    }
    let place = (x - mode) / (to - mode)
    return shareBelow + (1 - shareBelow) * (place * (2 - place))
  }
}
