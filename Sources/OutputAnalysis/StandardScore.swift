import SpecialFunctions

extension BivariateMoments {
  /// How many standard errors the ratio of sums lies above a value that is known, as a score that
  /// is standard normal where the value is right.
  ///
  /// Under the true ratio R the terms xᵢ − R·yᵢ have mean 0 exactly, without the bias that an
  /// estimated ratio would bring in. Their Student's t with n − 1 degrees of freedom is sent through
  /// its distribution function to the normal score of the same tail.
  ///
  /// - Parameter ratio: The value to compare with; finite.
  /// - Returns: `nil` with fewer than two pairs or where Σy is 0. Where the terms do not vary at all,
  ///   `0` if they are 0 up to rounding and otherwise an infinity.
  /// - Complexity: O(1).
  public func standardScore(against ratio: Double) -> Double? {
    guard count > 1, sumY != 0 else { return nil }
    let n = Double(count)
    let sign: Double = sumY < 0 ? -1 : 1
    let mean = sign * (sumX - ratio * sumY) / n
    let c = central
    var squares = c.c20 - ratio * (2 * c.c11 - ratio * c.c02)
    // What rounding alone can leave of three terms that cancel.
    let rounding = 0x1p-48 * (c.c20 + 2 * (ratio * c.c11).magnitude + ratio * ratio * c.c02)
    if squares <= rounding { squares = 0 }
    guard squares > 0 else {
      let isRounding = mean.magnitude <= 0x1p-40 * (sumX.magnitude + (ratio * sumY).magnitude) / n
      return isRounding ? 0 : mean < 0 ? -.infinity : .infinity
    }
    let t = mean / (squares / (n * (n - 1))).squareRoot()
    // The smaller tail keeps its digits.
    let score = normalQuantile(studentCumulative(-t.magnitude, degreesOfFreedom: n - 1))
    return t < 0 ? score : -score
  }
}

/// The score that none of several standard normal scores exceeds, but for a false alarm.
///
/// By Bonferroni, so that it holds however the scores depend on each other.
///
/// - Parameters:
///   - count: How many scores are looked at; `≥ 1`.
///   - falseAlarm: The probability that any is beyond the limit though all is right, at most; in
///     0…1, exclusive.
/// - Returns: A limit for the magnitude of each.
public func scoreLimit(ofScores count: Int, falseAlarm: Double) -> Double {
  precondition(count > 0, "a limit is one for scores")
  precondition(falseAlarm > 0 && falseAlarm < 1, "a probability lies between 0 and 1")
  return -normalQuantile(falseAlarm / (2 * Double(count)))
}
