import SpecialFunctions

extension LikelihoodFit {
  /// The largest distance between the law and the measured distribution, on the scale of shares:
  /// Kolmogorov's distance, where times were cut short to the Kaplan-Meier curve.
  ///
  /// - Complexity: O(different times).
  public func kolmogorovDistance(to curve: SurvivalCurve) -> Double {
    var before = 1.0
    var distance = 0.0
    for step in curve.steps {
      let survival = exp(law.logSurvival(step.time))
      distance = max(
        distance, max((survival - before).magnitude, (survival - step.survival).magnitude))
      before = step.survival
    }
    return distance
  }

  /// The statistic A² of Anderson and Darling (1952), which weighs the tails; `nil` where times were
  /// cut short.
  ///
  /// - Complexity: O(n).
  public func andersonDarling(_ sample: CensoredSample) -> Double? {
    guard sample.censoredCount == 0 else { return nil }
    let count = Double(sample.endedCount)
    var sum = CompensatedSum()
    var rank = 0.0
    for group in sample.groups {
      let survival = law.logSurvival(group.time)
      let cumulative = log(-expm1(survival))
      // The ranks r+1…r+m of a group of m: sums of 2i − 1 and of 2(n − i) + 1.
      let ties = Double(group.ended)
      let odd = (rank + ties) * (rank + ties) - rank * rank
      sum.add(odd * cumulative + (2 * count * ties - odd) * survival)
      rank += ties
    }
    return -count - sum.value / count
  }
}
