/// A rate that is constant between given times, and 0 before the first and after the last.
public struct PiecewiseRate: Equatable, Sendable {
  /// Times [s] at which the rate changes; rising, one more than the values.
  public let boundaries: [Double]

  /// The rate [1/s] from each boundary to the next; finite and `≥ 0`.
  public let values: [Double]

  /// A rate by its boundaries and values.
  ///
  /// - Throws: `ErlangError.invalidIntervals` where the boundaries do not rise or their number does
  ///   not fit, `.invalidRate` for a value that is negative, infinite or NaN.
  public init(boundaries: [Double], values: [Double]) throws(ErlangError) {
    try Self.validate(boundaries: boundaries)
    guard boundaries.count == values.count + 1 else { throw .invalidIntervals }
    for value in values {
      guard value >= 0, value < .infinity else { throw .invalidRate(value) }
    }
    self.boundaries = boundaries
    self.values = values
  }

  /// Throws unless there are at least two finite times in rising order.
  static func validate(boundaries: [Double]) throws(ErlangError) {
    guard boundaries.count >= 2 else { throw .invalidIntervals }
    for index in 1..<boundaries.count {
      guard boundaries[index - 1] < boundaries[index] else { throw .invalidIntervals }
    }
    guard let first = boundaries.first, let last = boundaries.last, first > -.infinity,
      last < .infinity
    else { throw .invalidIntervals }
  }

  /// The mean rate between two times [1/s].
  ///
  /// - Complexity: O(number of values).
  public func mean(from start: Double, to end: Double) -> Double {
    precondition(start < end, "a range of times has a length")
    var sum = 0.0
    for (index, value) in values.enumerated() {
      let overlap = min(end, boundaries[index + 1]) - max(start, boundaries[index])
      if overlap > 0 { sum += value * overlap }
    }
    return sum / (end - start)
  }

  /// The largest rate between two times [1/s], their ends left out.
  ///
  /// - Complexity: O(number of values).
  public func maximum(from start: Double, to end: Double) -> Double {
    var largest = 0.0
    for (index, value) in values.enumerated()
    where boundaries[index] < end && boundaries[index + 1] > start {
      largest = max(largest, value)
    }
    return largest
  }
}
