import Testing

@testable import Stochastics

@Suite struct DistributionErrorTests {
  @Test func aMeanIsPositiveAndFinite() {
    #expect(throws: DistributionError.notPositive(.mean, 0)) { try Exponential(mean: 0) }
    #expect(throws: DistributionError.notPositive(.mean, -1)) { try LogNormal(mean: -1, cv: 1) }
    #expect(throws: DistributionError.notFinite(.mean, .infinity)) {
      try Weibull(mean: .infinity, shape: 1)
    }
    #expect(throws: DistributionError.self) { try Gamma(mean: .nan, cv: 1) }
  }

  @Test func aConstantMayBeZeroButNotNegative() throws {
    let zero = Distribution.constant(try Constant(mean: 0))
    #expect(zero.quantile(0.3) == 0)
    #expect(zero.mean == 0)
    #expect(zero.variance == 0)
    #expect(zero.cumulative(0) == 1)
    #expect(throws: DistributionError.negative(.mean, -2)) { try Constant(mean: -2) }
  }

  @Test func noVariationCallsForAConstant() {
    #expect(throws: DistributionError.withoutVariation) { try LogNormal(mean: 5, cv: 0) }
    #expect(throws: DistributionError.withoutVariation) { try Gamma(mean: 5, cv: 0) }
    #expect(throws: DistributionError.negative(.coefficientOfVariation, -0.5)) {
      try Gamma(mean: 5, cv: -0.5)
    }
    #expect(throws: DistributionError.outOfRange(.coefficientOfVariation, 11, 0.001...10)) {
      try Gamma(mean: 5, cv: 11)
    }
    #expect(throws: DistributionError.outOfRange(.shape, 0, 0.05...1000)) {
      try Weibull(mean: 5, shape: 0)
    }
  }

  @Test func theUpperEndIsGreater() {
    #expect(throws: DistributionError.notIncreasing(from: 9, to: 9)) { try Uniform(from: 9, to: 9) }
    #expect(throws: DistributionError.negative(.from, -1)) { try Uniform(from: -1, to: 9) }
  }

  @Test func aModeIsBetweenTheEnds() {
    #expect(throws: DistributionError.outOfRange(.mode, 20, 30...60)) {
      try Triangular(from: 30, mode: 20, to: 60)
    }
    #expect(throws: DistributionError.outOfRange(.mode, 61, 30...60)) {
      try Triangular(from: 30, mode: 61, to: 60)
    }
    #expect(throws: DistributionError.self) { try Triangular(from: 30, mode: .nan, to: 60) }
    #expect(throws: DistributionError.notIncreasing(from: 30, to: 30)) {
      try Triangular(from: 30, mode: 30, to: 30)
    }
    #expect(throws: DistributionError.negative(.from, -1)) {
      try Triangular(from: -1, mode: 3, to: 6)
    }
  }

  @Test func branchesVaryMoreThanTheExponentialAndStagesLess() {
    #expect(throws: DistributionError.outOfRange(.coefficientOfVariation, 0.9, 1...100)) {
      try HyperExponential(mean: 60, cv: 0.9)
    }
    #expect(throws: DistributionError.outOfRange(.coefficientOfVariation, 101, 1...100)) {
      try HyperExponential(mean: 60, cv: 101)
    }
    #expect(throws: DistributionError.self) { try HyperExponential(mean: 60, cv: .nan) }
    #expect(throws: DistributionError.notPositive(.mean, 0)) {
      try HyperExponential(mean: 0, cv: 2)
    }
    #expect(throws: DistributionError.outOfRange(.stages, 0, 1...1_000_000)) {
      try Erlang(mean: 60, stages: 0)
    }
    #expect(throws: DistributionError.notPositive(.mean, -1)) { try Erlang(mean: -1, stages: 2) }
  }

  @Test func valuesHaveWeights() {
    #expect(throws: DistributionError.empty) { try Empirical(values: []) }
    #expect(throws: DistributionError.countsDiffer(values: 2, weights: 1)) {
      try Empirical(values: [1, 2], weights: [1])
    }
    #expect(throws: DistributionError.withoutWeight) { try Empirical(values: [1], weights: [0]) }
    #expect(throws: DistributionError.negative(.value, -3)) { try Empirical(values: [1, -3]) }
    #expect(throws: DistributionError.negative(.weight, -1)) {
      try Empirical(values: [1], weights: [-1])
    }
  }

  @Test func aCorrelationIsWithinOne() {
    #expect(throws: DistributionError.outOfRange(.correlation, 1.5, -1...1)) {
      try GaussianCopula(correlation: 1.5)
    }
  }

  @Test func aCurveHasIntervals() {
    #expect(throws: DistributionError.empty) {
      try PiecewiseConstantRate(expectedCounts: [], intervalLength: 1800)
    }
    #expect(throws: DistributionError.notPositive(.intervalLength, 0)) {
      try PiecewiseConstantRate(expectedCounts: [1], intervalLength: 0)
    }
    #expect(throws: DistributionError.negative(.count, -4)) {
      try PiecewiseConstantRate(expectedCounts: [1, -4], intervalLength: 900)
    }
  }
}
