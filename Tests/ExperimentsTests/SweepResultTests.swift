import OutputAnalysis
import Testing

@testable import Experiments

@Suite("What a sweep makes of its points")
struct SweepResultTests {
  /// Points whose total cost and service level run over eight replications as given: values, and
  /// how far each replication is from them.
  private func result(
    _ layout: Sweep.Layout, cost: [Double], service: [Double],
    noise: (_ point: Int, _ replication: Int) -> Double = { _, _ in 0 }, groups: Int = 8
  ) throws -> SweepResult {
    let places = try ["cost_total", "service_level"].map {
      try #require(SweepResult.place(of: $0))
    }
    let points = cost.indices.map { point in
      var estimates = [Estimate?](repeating: nil, count: Sweep.measures.count)
      var series = [GroupedSeries?](repeating: nil, count: Sweep.measures.count)
      for (place, value) in zip(places, [cost[point], service[point]]) {
        let ratios = RatioSeries(
          numerators: (0..<groups).map {
            value + (place == places[1] ? noise(point, $0) : 0)
          }, denominators: Array(repeating: 1, count: groups))
        series[place] = GroupedSeries(ratios, groups: groups)
        estimates[place] = Estimate(
          value: ratios.ratio ?? 0, interval: nil, count: groups, isSkewed: false)
      }
      return SweepResult.Point(
        name: "\(point)", currency: "USD", estimates: estimates, groups: series)
    }
    return SweepResult(
      layout: layout, points: points, replications: groups, seed: 1,
      groupSizes: Array(repeating: 1, count: groups))
  }

  /// Sums to 0 over eight replications, other than a shift of them by one.
  private func wave(_ replication: Int) -> Double {
    [3, -1, -2, 1, 2, -3, 1, -1][replication % 8]
  }

  @Test("The Pareto set of certain points is that made by hand")
  func pareto() throws {
    //  service
    //   0.9 |        c   d        c costs less than d for the same: d is beaten
    //   0.8 |   b        e        e is beaten by b, c and d
    //   0.7 |   f                 b is better for the same: f is beaten
    //   0.6 | a                   the cheapest stays
    let result = try result(
      .grid(levels: [6]), cost: [10, 12, 17, 20, 20, 12],
      service: [0.6, 0.8, 0.9, 0.9, 0.8, 0.7])
    #expect(result.pareto == [true, true, true, false, false, false])
    #expect(result.serviceMeasure == "service_level")
  }

  @Test("Equal points both keep their mark; so does one of two that cannot be told apart")
  func ties() throws {
    let equal = try result(.grid(levels: [2]), cost: [10, 10], service: [0.8, 0.8])
    #expect(equal.pareto == [true, true])
    // The second is dearer and a little worse, by far less than replications differ.
    let unclear = try result(.grid(levels: [2]), cost: [10, 11], service: [0.8, 0.799]) {
      0.01 * wave($0 == 0 ? $1 : $1 + 1)
    }
    #expect(unclear.pareto == [true, true])
    // The same, but both points vary alike: with the same customers the difference is certain.
    let common = try result(.grid(levels: [2]), cost: [10, 11], service: [0.8, 0.799]) {
      0.01 * wave($1)
    }
    #expect(common.pareto == [true, false])
  }

  @Test("With a single replication nothing can be told apart")
  func single() throws {
    let result = try result(
      .grid(levels: [2]), cost: [10, 11], service: [0.8, 0.7], groups: 1)
    #expect(result.pareto == [nil, nil])
    #expect(result.factorShares(of: "service_level")?.noise == nil)
  }

  /// f = 3x + y² + 10z, as in `EffectTests`: 144, 294 and 600 of 1038.
  @Test("An additive function without noise has its exact shares")
  func additive() throws {
    var values: [Double] = []
    for x in 0..<3 {
      for y in 0..<4 { for z in 0..<2 { values.append(Double(3 * x + y * y + 10 * z)) } }
    }
    let result = try result(
      .grid(levels: [3, 4, 2]), cost: values, service: values.map { _ in 0.8 })
    let shares = try #require(result.factorShares(of: "cost_total"))
    for (share, squares) in zip(shares.main, [144.0, 294, 600]) {
      #expect((share - squares / 1038).magnitude < 1e-12)
    }
    #expect(shares.total == shares.main)
    #expect(shares.rest == 0 && shares.noise == 0)
    #expect(shares.ranges == [6, 9, 10])
    // A measure that is the same everywhere has no shares.
    #expect(result.factorShares(of: "service_level") == nil)
    #expect(result.factorShares(of: "fte") == nil)
  }

  /// What all points share cancels: only the noise that they do not share counts. A point's own
  /// noise of variance s² adds (points − 1)·s²/replications to the sum of squares.
  @Test("Noise is what points do not have in common, as large as theory says")
  func noise() throws {
    let values = (0..<4).map { 0.5 + 0.1 * Double($0) }
    func shares(_ noise: @escaping (Int, Int) -> Double) throws -> FactorShares {
      let result = try result(
        .grid(levels: [4]), cost: values, service: values, noise: noise)
      return try #require(result.factorShares(of: "service_level"))
    }
    let common = try shares { 0.05 * wave($1) }
    #expect((common.main[0] - 1).magnitude < 1e-12 && (common.noise ?? 1) < 1e-12)
    // Four orthogonal series of ±0.05, each of mean 0: of variance 0.05²·8/7.
    let signs: [[Double]] = [
      [1, -1, 1, -1, 1, -1, 1, -1], [1, 1, -1, -1, 1, 1, -1, -1], [1, -1, -1, 1, 1, -1, -1, 1],
      [1, 1, 1, 1, -1, -1, -1, -1],
    ]
    let own = try shares { 0.05 * signs[$0][$1] }
    let expected = 3 * 0.0025 * 8 / 7 / 8 / 0.05
    #expect(((own.noise ?? 0) - expected).magnitude < 1e-12)
    #expect((own.main[0] - (1 - expected)).magnitude < 1e-12)
  }

  @Test("A sample has shares by regression, and no total effects")
  func sample() throws {
    let coordinates = (0..<5).flatMap { x in
      (0..<5).map { y in [Double(x) / 4, Double(y) / 4] }
    }
    let result = try result(
      .sample(coordinates: coordinates), cost: coordinates.map { 4 * $0[0] + 8 * $0[1] },
      service: coordinates.map { $0[0] })
    let shares = try #require(result.factorShares(of: "cost_total"))
    #expect((shares.main[0] - 0.2).magnitude < 1e-12 && (shares.main[1] - 0.8).magnitude < 1e-12)
    #expect(shares.total == nil && shares.ranges == nil && shares.rest == 0)
  }
}
