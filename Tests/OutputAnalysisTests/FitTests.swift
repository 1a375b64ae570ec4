import OutputAnalysis
import SpecialFunctions
import Stochastics
import Testing

@Suite("Distributions fitted to measured times")
struct FitTests {
  static let remission = CensoredSample(
    ended: FitReference.remission, censored: FitReference.remissionCensored)

  /// Remission of 6-MP patients (Freireich et al. 1963); the curve and its errors as printed in
  /// Klein and Moeschberger (2003), table 4.1.
  @Test("Kaplan-Meier curve of the textbook")
  func kaplanMeier() throws {
    let steps = SurvivalCurve(Self.remission).steps
    #expect(steps.map(\.time) == [6, 7, 10, 13, 16, 22, 23])
    #expect(steps.map(\.atRisk) == [21, 17, 15, 12, 11, 7, 6])
    #expect(steps.map(\.ended) == [3, 1, 1, 1, 1, 1, 1])
    let survival = [0.857, 0.807, 0.753, 0.690, 0.628, 0.538, 0.448]
    let errors = [0.076, 0.087, 0.096, 0.107, 0.114, 0.128, 0.135]
    for (index, step) in steps.enumerated() {
      #expect((step.survival - survival[index]).magnitude < 0.0006)
      #expect((step.error - errors[index]).magnitude < 0.0006)
      let interval = try #require(step.interval)
      #expect(0 < interval.lower && interval.lower < step.survival)
      #expect(step.survival < interval.upper && interval.upper < 1)
    }
    #expect(SurvivalCurve(Self.remission).quantile(0.5) == 23)
    #expect(SurvivalCurve(Self.remission).quantile(0.9) == nil)
  }

  @Test("Without censoring the curve is the share that lasts longer")
  func completeCurve() {
    let curve = SurvivalCurve(CensoredSample(ended: [3, 1, 4, 1, 5]))
    #expect(curve.survival(at: 0.5) == 1)
    #expect(isClose(curve.survival(at: 1), 0.6, relative: 1e-15))
    #expect(isClose(curve.survival(at: 4.5), 0.2, relative: 1e-14))
    #expect(curve.survival(at: 5) == 0)
    #expect(curve.quantile(0.6) == 3)
  }

  @Test("The exponential's mean is the total time over the number that ended")
  func exponential() throws {
    let fit = try #require(try LikelihoodFit(.exponential, Self.remission))
    #expect(isClose(fit.law.mean, 359.0 / 9, relative: 1e-15))
    #expect(isClose(try #require(fit.meanError), 359.0 / 27, relative: 1e-15))
    #expect(isClose(fit.logLikelihood, -9 * log(359.0 / 9) - 9, relative: 1e-14))
    #expect(isClose(fit.akaike, 2 - 2 * fit.logLikelihood, relative: 1e-15))
  }

  @Test("Fits, errors and likelihoods are those of an independent program")
  func references() throws {
    let complete = CensoredSample(ended: FitReference.complete)
    let mixture = CensoredSample(
      ended: [1, 2, 2, 3, 4, 5, 6, 8, 10, 14, 20, 35, 60, 90, 150], censored: [3, 7, 12, 40, 200])
    for (sample, references) in [
      (Self.remission, FitReference.ofRemission), (complete, FitReference.ofComplete),
      (mixture, FitReference.ofMixture),
    ] {
      for reference in references {
        let family = try #require(TimeLaw.Family(rawValue: reference.family))
        let fit = try #require(try LikelihoodFit(family, sample))
        #expect(isClose(fit.law.mean, reference.mean, relative: 1e-8), "\(family) \(fit.law.mean)")
        #expect(isClose(fit.law.form, reference.form, relative: 1e-8), "\(family) \(fit.law.form)")
        #expect(isClose(try #require(fit.meanError), reference.meanError, relative: 1e-5))
        #expect(isClose(try #require(fit.formError), reference.formError, relative: 1e-5))
        #expect(isClose(fit.logLikelihood, reference.logLikelihood, relative: 1e-13))
      }
    }
  }

  @Test("The best family comes first")
  func order() throws {
    let fits = try LikelihoodFit.all(CensoredSample(ended: FitReference.complete))
    #expect(fits.count == 5)
    #expect(fits.first?.law.family == .logNormal)
    #expect(fits.map(\.akaike) == fits.map(\.akaike).sorted())
  }

  @Test(
    "The exact quantiles of a law lead back to it",
    arguments: [
      (TimeLaw.Family.weibull, 0.8), (.weibull, 2.5), (.logNormal, 0.9), (.gamma, 0.6),
      (.hyperExponential, 1.8),
    ])
  func recovery(family: TimeLaw.Family, form: Double) throws {
    let law = try #require(TimeLaw(family, mean: 240, form: form))
    let count = 500
    let ended = (0..<count).map { law.quantile((Double($0) + 0.5) / Double(count)) }
    let fit = try #require(try LikelihoodFit(family, CensoredSample(ended: ended)))
    // Midpoints leave out the tails; what they lack is less than half a standard error.
    #expect((fit.law.mean - 240).magnitude < 0.5 * (try #require(fit.meanError)))
    #expect((fit.law.form - form).magnitude < 0.5 * (try #require(fit.formError)))
  }

  @Test("Times without variation are no hyperexponential, and the fit says so")
  func edge() throws {
    let fit = try #require(
      try LikelihoodFit(.hyperExponential, CensoredSample(ended: FitReference.complete)))
    #expect(fit.isOnEdge)
    #expect(fit.meanError == nil && fit.formError == nil)
    #expect(HazardTest(fit, CensoredSample(ended: FitReference.complete)) == nil)
    #expect(try LikelihoodFit(.gamma, CensoredSample(ended: [60, 60])) == nil)
    #expect(try LikelihoodFit(.exponential, CensoredSample(ended: [], censored: [5])) == nil)
  }

  @Test("Laws are those that the simulator draws from, by code of their own")
  func laws() throws {
    let cases: [(TimeLaw?, Distribution)] = [
      (TimeLaw(.exponential, mean: 100), .exponential(try Exponential(mean: 100))),
      (TimeLaw(.weibull, mean: 100, form: 0.8), .weibull(try Weibull(mean: 100, shape: 0.8))),
      (TimeLaw(.logNormal, mean: 100, form: 0.9), .logNormal(try LogNormal(mean: 100, cv: 0.9))),
      (TimeLaw(.gamma, mean: 100, form: 0.7), .gamma(try Gamma(mean: 100, cv: 0.7))),
      (
        TimeLaw(.hyperExponential, mean: 100, form: 1.6),
        .hyperExponential(try HyperExponential(mean: 100, cv: 1.6))
      ),
    ]
    for (law, distribution) in cases {
      let law = try #require(law)
      for u in [0.001, 0.1, 0.5, 0.9, 0.999] {
        let x = law.quantile(u)
        #expect(isClose(x, distribution.quantile(u), relative: 1e-8))
        #expect(isClose(law.cumulative(x), u, relative: 1e-10))
        // The density is the slope of the share.
        let h = x * 1e-4
        let slope = (law.cumulative(x + h) - law.cumulative(x - h)) / (2 * h)
        #expect(isClose(exp(law.logDensity(x)), slope, relative: 1e-6), "\(law) \(u)")
      }
      // Far out nothing underflows, and the logarithm of the share falls on.
      #expect(law.logSurvival(1e6).isFinite && law.logSurvival(1e6) > law.logSurvival(2e6))
    }
  }
}
