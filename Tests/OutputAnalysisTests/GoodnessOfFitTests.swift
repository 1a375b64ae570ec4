import OutputAnalysis
import SpecialFunctions
import Testing

@Suite("Goodness of fit")
struct GoodnessOfFitTests {
  /// Times of a law, cut short by exponential waits for an agent.
  private func sample(
    _ law: TimeLaw, count: Int, cut: Double, _ random: inout TestGenerator
  ) -> CensoredSample {
    var (ended, censored): ([Double], [Double]) = ([], [])
    for _ in 0..<count {
      let time = law.quantile(random.uniform())
      let end = -cut * log(random.uniform())
      if time <= end { ended.append(time) } else { censored.append(end) }
    }
    return CensoredSample(ended: ended, censored: censored)
  }

  /// Over many samples of a family that is fitted, p is uniform: mean 1/2, standard deviation 0.289;
  /// limits of four standard errors, false alarm 1 in 16,000 a bound.
  @Test(
    "A family is rejected as often as the p-value says",
    arguments: [
      (TimeLaw.Family.exponential, 1.0, 400), (.weibull, 0.8, 60), (.logNormal, 0.9, 60),
    ])
  func size(family: TimeLaw.Family, form: Double, samples: Int) throws {
    var random = TestGenerator(seed: 11)
    let law = try #require(TimeLaw(family, mean: 100, form: form))
    var values: [Double] = []
    for _ in 0..<samples {
      let sample = sample(law, count: 200, cut: 120, &random)
      let fit = try #require(try LikelihoodFit(family, sample))
      values.append(try #require(HazardTest(fit, sample)).pValue)
    }
    let count = Double(samples)
    let mean = values.reduce(0, +) / count
    #expect((mean - 0.5).magnitude < 4 * 0.289 / count.squareRoot(), "\(mean)")
    let rejected = Double(values.count { $0 < 0.1 })
    #expect((rejected - 0.1 * count).magnitude < 4 * (0.09 * count).squareRoot() + 1, "\(rejected)")
  }

  @Test("A wrong family is found out")
  func power() throws {
    var random = TestGenerator(seed: 5)
    let law = try #require(TimeLaw(.logNormal, mean: 100, form: 0.9))
    let sample = sample(law, count: 500, cut: 200, &random)
    let wrong = try #require(try LikelihoodFit(.exponential, sample))
    #expect(try #require(HazardTest(wrong, sample)).pValue < 1e-6)
    let right = try #require(try LikelihoodFit(.logNormal, sample))
    let curve = SurvivalCurve(sample)
    #expect(right.kolmogorovDistance(to: curve) < wrong.kolmogorovDistance(to: curve))
  }

  @Test("Too few ends say nothing")
  func few() throws {
    let fit = try #require(try LikelihoodFit(.exponential, FitTests.remission))
    #expect(HazardTest(fit, FitTests.remission) == nil)
  }

  /// By hand: F = 1 − e^−x at x = ln 4/3, ln 2, ln 4 is 1/4, 1/2, 3/4; the mean is 0.8905…, so the
  /// law is stretched: the numbers are of F = 1 − exp(−x/mean).
  @Test("Distances of three times, computed by their definitions")
  func definitions() throws {
    let times = [log(4.0 / 3), log(2.0), log(4.0)]
    let sample = CensoredSample(ended: times)
    let fit = try #require(try LikelihoodFit(.exponential, sample))
    let shares = times.map { 1 - exp(-$0 / fit.law.mean) }
    var (distance, sum) = (0.0, 0.0)
    for (index, share) in shares.enumerated() {
      distance = max(
        distance, (share - Double(index) / 3).magnitude, (share - Double(index + 1) / 3).magnitude)
      sum += Double(2 * index + 1) * (log(share) + log(1 - shares[2 - index]))
    }
    #expect(isClose(fit.kolmogorovDistance(to: SurvivalCurve(sample)), distance, relative: 1e-13))
    #expect(isClose(try #require(fit.andersonDarling(sample)), -3 - sum / 3, relative: 1e-13))
  }
}
