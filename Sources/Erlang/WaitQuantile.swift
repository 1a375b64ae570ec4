/// Where the law of a wait reaches a fraction.
struct WaitQuantile {
  /// The fraction that does not wait, what makes fractions of sums, and what all add up to.
  let immediate: Double
  let factor: Double
  let total: Double

  /// The shortest wait that a fraction of the total does not exceed.
  ///
  /// - Parameters:
  ///   - probability: In `0...1`. `1` gives `.infinity` unless nobody waits.
  ///   - start: Where to look first; positive.
  ///   - below: The sum over waits up to a time.
  ///   - above: The sum over waits beyond it.
  func value(
    _ probability: Double, from start: Double, below: (Double) -> Double,
    above: (Double) -> Double
  ) -> Double {
    if factor == 0 || probability * total <= immediate { return 0 }
    if probability == 1 { return .infinity }
    // The smaller of what lies below and above decides; both are sums of positive terms.
    if probability < 0.5 {
      let wanted = (probability * total - immediate) / factor
      return leastReached(from: start) { below($0) >= wanted }
    }
    let wanted = (1 - probability) * total / factor
    return leastReached(from: start) { above($0) <= wanted }
  }
}

/// The smallest positive number that satisfies a condition that larger numbers satisfy too, to
/// the last bits.
func leastReached(from start: Double, _ isReached: (Double) -> Bool) -> Double {
  var low = start
  var high = start
  while isReached(low), low > 1e-290 { low /= 4 }
  while !isReached(high), high < 1e290 { high *= 4 }
  low = min(low, high)
  // On the logarithm first, so that 60 halvings do at any size.
  while high > 2 * low {
    let middle = low.squareRoot() * high.squareRoot()
    if isReached(middle) { high = middle } else { low = middle }
  }
  for _ in 0..<53 {
    let middle = 0.5 * (low + high)
    guard middle > low, middle < high else { break }
    if isReached(middle) { high = middle } else { low = middle }
  }
  return high
}
