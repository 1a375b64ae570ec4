import Testing

@testable import Stochastics

@Suite struct SamplerTests {
  private func laws() throws -> [Distribution] {
    Law.all.map(\.distribution) + [
      .hyperExponential(try HyperExponential(mean: 180, cv: 100)),
      .empirical(try Empirical(values: draws(37, stream: "values"))),
      .empirical(try Empirical(values: [9, 3, 5], weights: [1, 0.5, 4])),
    ]
  }

  @Test func aSamplerIsAPlainValue() {
    #expect(MemoryLayout<Sampler>.stride == 40)
  }

  @Test func samplersDrawWhatTheirDistributionsDraw() throws {
    var tables = SamplingTables()
    let laws = try laws()
    let samplers = laws.map { tables.sampler(for: $0) }
    let copula = try GaussianCopula(correlation: 0.4)
    let numbers = draws(300, stream: "sampler") + [0, 1e-30, 1]
    for (law, sampler) in zip(laws, samplers) {
      for u in numbers {
        #expect(sampler.quantile(u, in: tables) == law.quantile(u))
        #expect(sampler.quantile(upper: u, in: tables) == law.quantile(upper: u))
      }
      for z in [-9.3, -1, 0, 0.2, 9.1] {
        #expect(sampler.quantile(normalScore: z, in: tables) == law.quantile(normalScore: z))
      }
      for u in numbers.prefix(50) {
        #expect(
          copula.quantile(of: sampler, difficulty: 0.8, u: u, in: tables)
            == copula.quantile(of: law, difficulty: 0.8, u: u))
      }
    }
  }

  @Test func unitQuantilesSideBySideAreThoseOfEachAlone() {
    let numbers = draws(60, stream: "pairs") + [0x1p-53, 1 - 0x1p-53]
    for (u, v) in zip(numbers, numbers.reversed()) {
      let both = Exponential.unitQuantiles(ofDraws: u, v)
      #expect(both.0 == Exponential.unitQuantile(u))
      #expect(both.1 == Exponential.unitQuantile(v))
    }
  }

  @Test func curvesGiveTheArrivalsOfTheirRates() throws {
    var tables = SamplingTables()
    let rates = try [
      PiecewiseConstantRate(expectedCounts: [0, 3, 9, 0, 5], intervalLength: 900, start: 28_800),
      PiecewiseConstantRate(expectedCounts: [0, 0], intervalLength: 900),
      PiecewiseConstantRate(expectedCounts: [40], intervalLength: 86_400),
    ]
    let curves = rates.map { tables.curve(for: $0) }
    for (rate, curve) in zip(rates, curves) {
      var plain = ArrivalCursor(dayFactor: 1.2)
      var compiled = plain
      for u in draws(60, stream: "gaps") {
        let gap = Exponential.unitQuantile(u)
        #expect(
          rate.nextArrival(after: gap, cursor: &plain)
            == curve.nextArrival(after: gap, cursor: &compiled, in: tables))
        #expect(plain == compiled)
      }
    }
  }
}
