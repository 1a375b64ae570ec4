import SpecialFunctions
import Testing

@testable import OutputAnalysis

@Suite struct QuantileAccumulatorTests {
  private let bins = WaitBins()

  private func histogram(_ waits: [Double]) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: bins.count)
    for wait in waits { counts[bins.index(of: wait)] += 1 }
    return counts
  }

  private func exponentialWaits(_ count: Int, _ generator: inout TestGenerator) -> [Double] {
    (0..<count).map { _ in -100 * log(generator.uniform()) }
  }

  @Test func quantilesOfKnownHistogramsAreInterpolated() throws {
    var accumulator = QuantileAccumulator()
    // One wait in each of the bins (0, 1] … (99, 100].
    accumulator.add(histogram((1...100).map(Double.init)))
    let quantiles = try #require(accumulator.quantiles([0.5, 0.805, 0.99], in: bins))
    #expect((quantiles[0].value - 50).magnitude < 1e-9)
    #expect((quantiles[1].value - 80.5).magnitude < 1e-9)
    #expect((quantiles[2].value - 99).magnitude < 1e-9)
    #expect(quantiles[0].interval == nil)
  }

  @Test func aQuantileWithinTheAtomIsZero() throws {
    var accumulator = QuantileAccumulator()
    for _ in 0..<5 { accumulator.add(histogram([0, 0, 0, 30])) }
    let quantiles = try #require(accumulator.quantiles([0.5, 0.75, 0.9], in: bins))
    #expect(quantiles[0].value == 0)
    #expect(quantiles[0].interval == Interval(lower: 0, upper: 0))
    #expect(quantiles[1].value == 0)
    #expect(quantiles[2].value > 29 && quantiles[2].value <= 30)
  }

  @Test func withoutWaitsThereIsNoQuantile() {
    var accumulator = QuantileAccumulator()
    accumulator.add(histogram([]))
    #expect(accumulator.quantiles([0.5], in: bins) == nil)
    #expect(accumulator.count == 1)
  }

  @Test func fractionIsTheRatioOfSumsWithItsInterval() throws {
    var accumulator = QuantileAccumulator()
    var within = BivariateMoments()
    var generator = TestGenerator(seed: 9)
    for _ in 0..<24 {
      let waits = exponentialWaits(50 + Int(50 * generator.uniform()), &generator)
      accumulator.add(histogram(waits))
      within.add(x: Double(waits.count { $0 <= 60 }), y: Double(waits.count))
    }
    let direct = try #require(within.estimate(within: .share))
    let estimate = try #require(accumulator.fraction(upToBin: 60))
    #expect(isClose(estimate.value, direct.value, relative: 1e-14))
    #expect(isClose(try #require(estimate.lower), try #require(direct.lower), relative: 1e-10))
    #expect(isClose(try #require(estimate.upper), try #require(direct.upper), relative: 1e-10))
  }

  @Test func mergedBlocksAreTheWholeExactly() {
    var whole = QuantileAccumulator()
    var first = QuantileAccumulator()
    var second = QuantileAccumulator()
    var generator = TestGenerator(seed: 10)
    for replication in 0..<16 {
      let counts = histogram(exponentialWaits(80, &generator))
      whole.add(counts)
      if replication < 8 { first.add(counts) } else { second.add(counts) }
    }
    first.merge(second)
    // Sums of whole numbers below 2⁵³: exact in any order.
    #expect(first == whole)
  }

  /// 400 experiments of 12 replications; a coverage of 95 % has a standard error of 1.1 points, and
  /// 4 of them make the band. The exact p90 of exponential waits is 100·ln 10.
  @Test func intervalsOfAQuantileCover() throws {
    var generator = TestGenerator(seed: 11)
    let correction = try #require(SkewnessCorrection(count: 12))
    let exact = 100 * log(10.0)
    var covered = 0
    for _ in 0..<400 {
      var accumulator = QuantileAccumulator()
      for _ in 0..<12 { accumulator.add(histogram(exponentialWaits(60, &generator))) }
      let quantiles = try #require(
        accumulator.quantiles([0.9], in: bins, correction: correction))
      if try #require(quantiles[0].interval).contains(exact) { covered += 1 }
    }
    #expect(covered >= 363 && covered <= 397, "\(covered)")
  }
}
