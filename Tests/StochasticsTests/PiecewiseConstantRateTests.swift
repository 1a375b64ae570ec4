import Testing

@testable import Stochastics

@Suite struct PiecewiseConstantRateTests {
  let counts = [0.0, 0, 12, 40, 25, 0, 18, 5, 0]
  let length = 1_800.0

  private func curve() throws -> PiecewiseConstantRate {
    try PiecewiseConstantRate(expectedCounts: counts, intervalLength: length, start: 25_200)
  }

  private func arrivals(
    of curve: PiecewiseConstantRate, day: Int32, dayFactor: Double = 1
  ) -> [Double] {
    let source = RandomSource(seed: 7, replication: 3)
    let stream = StreamIdentifier("arrivals")
    var cursor = ArrivalCursor(dayFactor: dayFactor)
    var times: [Double] = []
    while true {
      let lane = source.lane(stream: stream, day: day, issue: times.count, kind: .issue)
      let time = curve.nextArrival(after: Exponential.unitQuantile(lane.u0), cursor: &cursor)
      if time == .infinity { return times }
      times.append(time)
    }
  }

  @Test func theCumulativeRateIsBrokenLines() throws {
    let curve = try curve()
    #expect(curve.expectedTotal == 100)
    #expect(curve.end == 25_200 + 9 * 1_800)
    #expect(curve.cumulative(at: 0) == 0)
    #expect(curve.cumulative(at: 25_200 + 2.5 * length) == 6)
    #expect(curve.cumulative(at: 25_200 + 3.25 * length) == 22)
    #expect(curve.cumulative(at: 25_200 + 5.5 * length) == 77)
    #expect(curve.cumulative(at: 1e9) == 100)
  }

  @Test func theInverseUndoesTheCumulativeRate() throws {
    let curve = try curve()
    var interval = 0
    for step in 1..<1_000 {
      let expected = Double(step) / 10
      let time = curve.time(ofCumulative: expected, from: &interval)
      #expect((curve.cumulative(at: time) - expected).magnitude < 1e-10)
      #expect(counts[interval] > 0)
    }
    #expect(curve.time(ofCumulative: 100, from: &interval) == .infinity)
  }

  @Test func nobodyArrivesWhereTheRateIsZero() throws {
    let curve = try curve()
    for day in 0..<100 as Range<Int32> {
      let times = arrivals(of: curve, day: day)
      #expect(times == times.sorted())
      for time in times {
        let interval = Int((time - curve.start) / length)
        #expect(counts[interval] > 0)
      }
    }
  }

  @Test func aCurveOfZerosHasNoArrivals() throws {
    let curve = try PiecewiseConstantRate(expectedCounts: [0, 0], intervalLength: 900)
    #expect(arrivals(of: curve, day: 0).isEmpty)
    #expect(arrivals(of: try self.curve(), day: 0, dayFactor: 0).isEmpty)
  }

  /// 400 days of a Poisson count with mean 100: the mean has the standard error √(100/400), the
  /// sum of (count − 100)²/100 is χ² with 400 degrees of freedom. False alarm: 1e-5 each.
  @Test func countsArePoisson() throws {
    let curve = try curve()
    let found = (0..<400 as Range<Int32>).map { Double(arrivals(of: curve, day: $0).count) }
    let mean = found.reduce(0, +) / 400
    #expect((mean - 100).magnitude < normalLimit * 0.5)
    let dispersion = found.map { ($0 - 100) * ($0 - 100) / 100 }.reduce(0, +)
    #expect((dispersion - 400).magnitude < normalLimit * (2.0 * 400).squareRoot())
  }

  /// Given their number, arrivals are spread like Λ. False alarm: 0.001.
  @Test func arrivalsFollowTheCurve() throws {
    let curve = try curve()
    let times = (0..<100 as Range<Int32>).flatMap { arrivals(of: curve, day: $0) }
    #expect(times.count > 9_000)
    #expect(kolmogorov(times.map { curve.cumulative(at: $0) / 100 }) < kolmogorovLimit)
  }

  @Test func aBusierDayHasTheSameArrivalsEarlier() throws {
    let curve = try curve()
    let plain = arrivals(of: curve, day: 1)
    let busy = arrivals(of: curve, day: 1, dayFactor: 1.3)
    #expect(busy.count > plain.count)
    for (early, late) in zip(busy, plain) { #expect(early < late) }
  }
}
