/// How a change that several causes make together is shared between them, whatever the order in
/// which they are thought of: each gets the mean of what it adds over all orders.
///
/// The shares sum to the whole change; a cause that never adds anything gets nothing; two causes
/// that always add the same get the same.
///
/// Source: Shapley (1953), "A value for n-person games".
public struct ShapleyShares: Sendable, Equatable {
  /// The share of each cause.
  public let shares: [Double]

  /// Shares a change.
  ///
  /// - Parameter values: The value with each set of causes: bit i of the index says whether cause i
  ///   is in the set. A power of two of values.
  /// - Complexity: O(n · 2ⁿ).
  public init(values: [Double]) {
    let count = values.count.trailingZeroBitCount
    precondition(values.count == 1 << count, "a value for each set of causes")
    shares = (0..<count).map { cause in
      var share = 0.0
      for set in values.indices where set & (1 << cause) == 0 {
        share +=
          Self.weight(set.nonzeroBitCount, of: count)
          * (values[set | (1 << cause)] - values[set])
      }
      return share
    }
  }

  /// The share of all orders in which just these causes come before one.
  static func weight(_ before: Int, of count: Int) -> Double {
    // before! (count − before − 1)! / count!
    var weight = 1 / Double(count)
    for step in 0..<before { weight *= Double(step + 1) / Double(count - 1 - step) }
    return weight
  }
}
