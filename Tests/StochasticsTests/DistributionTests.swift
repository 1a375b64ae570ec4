import SpecialFunctions
import Testing

@testable import Stochastics

@Suite struct DistributionTests {
  @Test func thereIsALawOfEveryContinuousKind() {
    #expect(Law.continuous.count == 18)
  }

  /// False alarm: 0.001 a law.
  @Test(arguments: Law.continuous)
  func drawsFollowTheCumulativeFunction(law: Law) {
    let uniforms = draws(10_000, stream: law.description).map {
      law.distribution.cumulative(law.distribution.quantile($0))
    }
    #expect(kolmogorov(uniforms) < kolmogorovLimit)
  }

  /// Against the cumulative function of independent draws, not of the same inversion: sorted draws
  /// are compared with the law's own probabilities at fixed times. False alarm: 1e-5 a time.
  @Test(arguments: Law.continuous)
  func theShareOfDrawsBelowATimeIsItsProbability(law: Law) {
    let times = draws(10_000, stream: law.description).map { law.distribution.quantile($0) }
    for factor in [0.3, 0.7, 1, 1.2, 2] {
      let time = law.distribution.mean * factor
      let share = Double(times.count { $0 <= time }) / 10_000
      let probability = law.distribution.cumulative(time)
      let error = (probability * (1 - probability) / 10_000).squareRoot()
      #expect((share - probability).magnitude <= normalLimit * error, "at \(time)")
    }
  }

  /// False alarm: 1e-5 a moment where the standard error is known, as for the mean.
  @Test(arguments: Law.continuous)
  func sampleMomentsAreWithinTheirErrors(law: Law) {
    let count = 20_000.0
    let times = draws(20_000, stream: law.description).map { law.distribution.quantile($0) }
    let mean = times.reduce(0, +) / count
    let squares = times.map { ($0 - law.distribution.mean) * ($0 - law.distribution.mean) }
    let variance = squares.reduce(0, +) / count
    let spread = squares.map { ($0 - variance) * ($0 - variance) }.reduce(0, +) / count
    let meanError = (law.distribution.variance / count).squareRoot()
    #expect((mean - law.distribution.mean).magnitude <= normalLimit * meanError)
    #expect(
      (variance - law.distribution.variance).magnitude <= normalLimit
        * (spread / count).squareRoot())
  }

  /// The k-th moment is ∫ Q(u)^k du = ∫ Q^k u(1 − u) dt in logits t, where the trapezoidal rule with
  /// step s errs by about e^(−2πd/s) for singularities d from the real line: π, but for the
  /// hyperexponential πq/(p − q), 0.18 at cv 3. ±60 cuts off less than 1e-20.
  @Test(arguments: Law.smooth)
  func momentsAreIntegralsOfTheQuantile(law: Law) {
    var first = 0.0
    var second = 0.0
    let perUnit = if case .hyperExponential = law.distribution { 32 } else { 4 }
    for step in (-60 * perUnit)...(60 * perUnit) {
      let logit = Double(step) / Double(perUnit)
      let lower = 1 / (1 + exp(-logit))
      let upper = 1 / (1 + exp(logit))
      let distribution = law.distribution
      let time = logit < 0 ? distribution.quantile(lower) : distribution.quantile(upper: upper)
      let weight = lower * upper / Double(perUnit)
      first += weight * time
      second += weight * (time - distribution.mean) * (time - distribution.mean)
    }
    #expect((first / law.distribution.mean - 1).magnitude < 1e-11)
    #expect((second / law.distribution.variance - 1).magnitude < 1e-9)
  }

  @Test(arguments: Law.continuous)
  func cumulativeUndoesQuantile(law: Law) {
    for u in [1e-12, 1e-6, 0.01, 0.2, 0.5, 0.77, 0.99, 1 - 1e-6] {
      let time = law.distribution.quantile(u)
      let back = law.distribution.cumulative(time)
      // Between two ends a time is as accurate as the upper one.
      let digits = law.upperEnd < .infinity ? 1e-15 : 1e-10 * u
      #expect((back - u).magnitude <= digits, "at \(u)")
    }
  }

  @Test(arguments: Law.continuous)
  func quantilesRiseWithTheNumber(law: Law) {
    let times = draws(4_000, stream: "rising").sorted().map { law.distribution.quantile($0) }
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: Law.continuous)
  func bothTailsNameTheSameTime(law: Law) {
    for u in draws(200, stream: "tails") {
      let lower = law.distribution.quantile(u)
      let upper = law.distribution.quantile(upper: 1 - u)
      #expect((lower / upper - 1).magnitude < 1e-13, "at \(u)")
    }
  }

  @Test(arguments: Law.continuous)
  func aNormalScoreDrawsWhatItsProbabilityDraws(law: Law) {
    for z in [-7.5, -3.2, -0.4, 0, 0.9, 4.1] {
      let scored = law.distribution.quantile(normalScore: z)
      let drawn =
        z <= 0
        ? law.distribution.quantile(normalCumulative(z))
        : law.distribution.quantile(upper: normalCumulative(-z))
      #expect((scored / drawn - 1).magnitude < 1e-12, "at \(z)")
    }
    #expect(law.distribution.quantile(normalScore: 12).isFinite)
    #expect(law.distribution.quantile(normalScore: -12) >= 0)
  }

  @Test(arguments: Law.continuous)
  func theEndsAreTheEnds(law: Law) {
    switch law.distribution {
    case .uniform(let uniform):
      #expect(law.lowerEnd == uniform.from)
      #expect(law.upperEnd == uniform.to)
    case .triangular(let triangular):
      #expect(law.lowerEnd == triangular.from)
      #expect(law.upperEnd == triangular.to)
    default:
      #expect(law.distribution.quantile(0) == 0)
      #expect(law.distribution.quantile(1) == .infinity)
      #expect(law.distribution.quantile(upper: 1) == 0)
      #expect(law.distribution.quantile(upper: 0) == .infinity)
    }
    #expect(law.distribution.cumulative(0) == 0)
    #expect(law.distribution.cumulative(.infinity) == 1)
  }
}
