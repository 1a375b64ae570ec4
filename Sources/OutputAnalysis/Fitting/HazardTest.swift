import SpecialFunctions

/// Whether a fitted law describes the sample that it was fitted to: a chi-square test that respects
/// times that were cut short and parameters that were estimated.
///
/// Time is cut where the law expects equally many ends in each part, given how many times were
/// still running; what ended there is compared with that. The statistic of Pearson alone would have
/// no chi-square law, because the parameters were chosen to please the sample: the second term puts
/// that right.
///
/// Source: Bagdonavičius and Nikulin (2011), "Chi-squared goodness-of-fit test for right censored
/// data"; with complete data the test of Nikulin, Rao and Robson.
public struct HazardTest: Sendable, Equatable {
  /// The statistic.
  public let statistic: Double
  /// Its degrees of freedom.
  public let degreesOfFreedom: Int
  /// How often a sample of the law itself lies as far from its own fit.
  public let pValue: Double

  /// The fewest ends on which the test relies.
  public static let fewestEnds = 40
  /// The most parts that time is cut into.
  private static let mostParts = 12
  /// A direction of the parameters that the parts determine to all but this share of what the
  /// sample does: the statistic of Pearson is right in it as it stands.
  private static let determined = 1e-3

  /// Tests a fit.
  ///
  /// - Returns: `nil` where fewer than ``fewestEnds`` times ended, where the fit lies on the edge of
  ///   its family, and where the law is so far off that no end falls where it expects many.
  /// - Complexity: O(different times).
  public init?(_ fit: LikelihoodFit, _ sample: CensoredSample) {
    guard sample.endedCount >= Self.fewestEnds, !fit.isOnEdge,
      let scores = Scores(fit.law)
    else { return nil }
    let most = min(Self.mostParts, sample.endedCount / 10)
    for parts in stride(from: most, through: 4, by: -1) {
      let ends = Self.ends(fit.law, sample, parts: parts)
      guard let (observed, expected) = Self.counts(fit.law, sample, ends: ends) else { continue }
      var statistic = 0.0
      for part in 0..<parts {
        let distance = Double(observed[part]) - expected
        statistic += distance * distance / expected
      }
      let correction = scores.correction(
        sample, ends: ends, observed: observed, expected: expected, determined: Self.determined)
      self.statistic = statistic + correction.statistic
      degreesOfFreedom = parts - correction.lost
      pValue = regularizedGammaUpper(
        shape: Double(degreesOfFreedom) / 2, at: self.statistic / 2)
      return
    }
    return nil
  }

  /// Where time is cut: the ends of all parts but the last, which has none.
  private static func ends(_ law: TimeLaw, _ sample: CensoredSample, parts: Int) -> [Double] {
    // The expected number of ends up to each different time.
    var running = Double(sample.count)
    var past = 0.0
    let expected = sample.groups.map { group in
      let hazard = -law.logSurvival(group.time)
      let count = Double(group.ended + group.censored)
      past += count * hazard
      running -= count
      return past + running * hazard
    }
    let whole = expected.last ?? 0
    return (1..<parts).map { part in
      let wanted = whole * Double(part) / Double(parts)
      let index = expected.firstIndex { $0 >= wanted } ?? expected.count - 1
      var low = index > 0 ? sample.groups[index - 1].time : 0
      var high = sample.groups[index].time
      // Within a gap all who still run add to what is expected.
      let before = index > 0 ? expected[index - 1] : 0
      let still = Double(
        sample.groups[index...].reduce(0) { $0 + $1.ended + $1.censored })
      let hazard = -law.logSurvival(low) + (wanted - before) / still
      for _ in 0..<60 {
        let middle = low + (high - low) / 2
        if -law.logSurvival(middle) < hazard { low = middle } else { high = middle }
      }
      return low
    }
  }

  /// What ended in each part, and what the law expects in every one; `nil` where one has no end.
  private static func counts(
    _ law: TimeLaw, _ sample: CensoredSample, ends: [Double]
  ) -> (observed: [Int], expected: Double)? {
    var observed = [Int](repeating: 0, count: ends.count + 1)
    var whole = 0.0
    var part = 0
    for group in sample.groups {
      while part < ends.count, group.time > ends[part] { part += 1 }
      observed[part] += group.ended
      whole -= Double(group.ended + group.censored) * law.logSurvival(group.time)
    }
    guard observed.allSatisfy({ $0 > 0 }), whole.isFinite else { return nil }
    return (observed, whole / Double(observed.count))
  }
}

/// Means of scores over the ends of a part.
private struct Sums {
  var x = 0.0
  var y = 0.0
  var xx = 0.0
  var xy = 0.0
  var yy = 0.0

  mutating func add(_ x: Double, _ y: Double, weight: Double) {
    self.x += weight * x
    self.y += weight * y
    xx += weight * x * x
    xy += weight * x * y
    yy += weight * y * y
  }
}

/// The derivatives of the logarithm of a law's hazard, by the logarithms of its parameters.
private struct Scores {
  private let mean: (below: TimeLaw, above: TimeLaw)
  private let form: (below: TimeLaw, above: TimeLaw)?
  private static let step = 1e-4

  init?(_ law: TimeLaw) {
    func moved(_ mean: Double, _ form: Double) -> TimeLaw? {
      TimeLaw(law.family, mean: law.mean * exp(mean), form: law.form * exp(form))
    }
    guard let below = moved(-Self.step, 0), let above = moved(Self.step, 0) else { return nil }
    mean = (below, above)
    guard law.family.form != nil else {
      form = nil
      return
    }
    guard let lesser = moved(0, -Self.step), let greater = moved(0, Self.step) else { return nil }
    form = (lesser, greater)
  }

  private func slope(_ laws: (below: TimeLaw, above: TimeLaw), _ x: Double) -> Double {
    func hazard(_ law: TimeLaw) -> Double { law.logDensity(x) - law.logSurvival(x) }
    return (hazard(laws.above) - hazard(laws.below)) / (2 * Self.step)
  }

  /// The second term of the statistic, and how many degrees of freedom the parameters take.
  func correction(
    _ sample: CensoredSample, ends: [Double], observed: [Int], expected: Double,
    determined: Double
  ) -> (statistic: Double, lost: Int) {
    // The scores of each part: sum, squares and product.
    var sums = [Sums](repeating: Sums(), count: observed.count)
    var part = 0
    for group in sample.groups {
      while part < ends.count, group.time > ends[part] { part += 1 }
      guard group.ended > 0 else { continue }
      sums[part].add(
        slope(mean, group.time), form.map { slope($0, group.time) } ?? 0,
        weight: Double(group.ended) / Double(observed[part]))
    }
    // As many ends as expected with the scores of those seen: the information, and what of it the
    // parts do not know, which is how scores differ within a part.
    var whole = Sums()
    var rest = (xx: 0.0, xy: 0.0, yy: 0.0)
    var lack = (x: 0.0, y: 0.0)
    for (index, sum) in sums.enumerated() {
      let distance = Double(observed[index]) - expected
      whole.xx += expected * sum.xx
      whole.yy += expected * sum.yy
      rest.xx += expected * (sum.xx - sum.x * sum.x)
      rest.xy += expected * (sum.xy - sum.x * sum.y)
      rest.yy += expected * (sum.yy - sum.y * sum.y)
      lack.x += sum.x * distance
      lack.y += sum.y * distance
    }
    let (scaleX, scaleY) = (whole.xx.squareRoot(), form == nil ? 1 : whole.yy.squareRoot())
    rest = (rest.xx / whole.xx, rest.xy / (scaleX * scaleY), rest.yy / (scaleY * scaleY))
    lack = (lack.x / scaleX, lack.y / scaleY)
    guard form != nil else {
      return rest.xx > determined ? (lack.x * lack.x / rest.xx, 0) : (0, 1)
    }
    // The two directions in which the rest is plain.
    let middle = (rest.xx + rest.yy) / 2
    let half = (rest.xx - rest.yy) / 2
    let radius = (half * half + rest.xy * rest.xy).squareRoot()
    let angle = rest.xy == 0 && half >= 0 ? (1.0, 0.0) : direction(half + radius, rest.xy)
    var statistic = 0.0
    var lost = 0
    for (value, along) in [
      (middle + radius, lack.x * angle.0 + lack.y * angle.1),
      (middle - radius, lack.y * angle.0 - lack.x * angle.1),
    ] {
      if value > determined { statistic += along * along / value } else { lost += 1 }
    }
    return (statistic, lost)
  }

  /// A vector (b, a − λ₂) of length one: the axis of the larger value.
  private func direction(_ x: Double, _ y: Double) -> (Double, Double) {
    let length = (x * x + y * y).squareRoot()
    return length > 0 ? (x / length, y / length) : (0, 1)
  }
}
