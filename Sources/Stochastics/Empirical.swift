import SpecialFunctions

/// A distribution over finitely many values with weights, as measured.
///
/// Only the values themselves are drawn: the cumulative function is a staircase, its inverse too.
/// Equal values count as one; a value without weight is left out.
@frozen
public struct Empirical: Hashable, Sendable {
  /// The different values, ascending [s].
  public let values: [Double]
  /// Pr{X ≤ value}, for each of `values`; the last is 1.
  public let cumulatives: [Double]
  /// The weighted mean [s].
  public let mean: Double
  /// The weighted mean of squared deviations [s²].
  public let variance: Double
  /// Where to begin looking for u in j/n ..< (j + 1)/n, n = `values.count` (Chen, Asau 1974).
  @usableFromInline let guide: [Int32]

  /// An empirical distribution.
  ///
  /// - Parameters:
  ///   - values: The values [s], in any order; finite, `≥ 0`, at least one.
  ///   - weights: How often each value occurs, in any unit; finite, `≥ 0`, not all zero.
  /// - Throws: `DistributionError` if a value or weight is outside its domain, their counts
  ///   differ, or there are none.
  /// - Complexity: O(n log n).
  public init(values: [Double], weights: [Double]) throws(DistributionError) {
    if values.isEmpty { throw .empty }
    if values.count != weights.count {
      throw .countsDiffer(values: values.count, weights: weights.count)
    }
    for value in values { try DistributionError.requireNotNegative(.value, value) }
    for weight in weights { try DistributionError.requireNotNegative(.weight, weight) }
    let support = zip(values, weights).filter { $0.1 > 0 }.sorted { $0.0 < $1.0 }
    if support.isEmpty { throw .withoutWeight }
    let total = Empirical.sum(support.map { $0.1 })
    if !total.isFinite { throw .notFinite(.weight, total) }

    let mean = Empirical.sum(support.map { $0.0 * ($0.1 / total) })
    self.mean = mean
    variance = Empirical.sum(support.map { ($0.0 - mean) * ($0.0 - mean) * ($0.1 / total) })
    (self.values, cumulatives) = Empirical.staircase(support, total: total)
    guide = Empirical.guide(to: cumulatives)
  }

  /// An empirical distribution of values that count the same.
  ///
  /// - Parameter values: The values [s], in any order; finite, `≥ 0`, at least one.
  /// - Throws: `DistributionError` as for `init(values:weights:)`.
  public init(values: [Double]) throws(DistributionError) {
    try self.init(values: values, weights: Array(repeating: 1, count: values.count))
  }

  /// The smallest value with Pr{X ≤ value} ≥ `u`.
  ///
  /// - Parameter u: In `0...1`.
  /// - Complexity: O(1) on average over u.
  @inlinable
  public func quantile(_ u: Double) -> Double {
    precondition(u >= 0 && u <= 1, "a probability is in 0...1")
    var index = Int(guide[Int(u * Double(values.count))])
    while cumulatives[index] < u { index += 1 }
    // The product above may have been rounded up into the next piece of the guide.
    while index > 0 && cumulatives[index - 1] >= u { index -= 1 }
    return values[index]
  }

  /// The value that is exceeded with probability `v` at most: the quantile of 1 − v.
  @inlinable
  public func quantile(upper v: Double) -> Double { quantile(1 - v) }

  /// Pr{X ≤ `x`}.
  ///
  /// - Complexity: O(log n).
  public func cumulative(_ x: Double) -> Double {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= x { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : cumulatives[low - 1]
  }

  private static func sum(_ terms: [Double]) -> Double {
    var sum = CompensatedSum()
    for term in terms { sum.add(term) }
    return sum.value
  }

  private static func staircase(
    _ support: [(Double, Double)], total: Double
  ) -> ([Double], [Double]) {
    var values: [Double] = []
    var cumulatives: [Double] = []
    var sum = CompensatedSum()
    for (value, weight) in support {
      sum.add(weight)
      if values.last == value {
        cumulatives[values.count - 1] = min(1, sum.value / total)
      } else {
        values.append(value)
        cumulatives.append(min(1, sum.value / total))
      }
    }
    cumulatives[values.count - 1] = 1
    return (values, cumulatives)
  }

  private static func guide(to cumulatives: [Double]) -> [Int32] {
    let count = cumulatives.count
    var index = 0
    return (0...count).map { piece in
      let u = Double(piece) / Double(count)
      while cumulatives[index] < u { index += 1 }
      return Int32(index)
    }
  }
}
