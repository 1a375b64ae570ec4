import Center
import CenterSimulation
import OutputAnalysis
import Stochastics
import TestCenters
import Testing

@testable import Experiments

@Suite("What differs between replications is told apart by source", .enabled(if: isRelease))
struct VarianceDecompositionTests {
  /// A design whose total cost is a function of the replications of its sources.
  private func result(
    sets: Int = 20, workers: Int = 2, cost: @escaping @Sendable (ReplicationStreams) -> Double
  ) async throws -> VarianceResult {
    var center = try MadeUp.center()
    center.demand[0].dayVariation = DayVariation(cv: 0.1)
    center.demand[1].forecastError = ForecastError(cv: 0.1)
    let made = try MadeUp(center)
    var template = made.observation(1, 0)
    for index in template.teams.indices { template.teams[index].cost = 0 }
    for index in template.queues.indices { template.queues[index].cost = 0 }
    for index in template.tools.indices { template.tools[index].cost = 0 }
    let same = template
    let design = Design(
      center: center, queues: center.queues, waitBins: WaitBins(targets: [20, 86_400]),
      observe: { _, _ in same },
      observeStreams: { _, streams in
        var observation = same
        observation.teams[0].cost = cost(streams)
        return observation
      })
    return try await VarianceDecomposition(design: design, seed: 1, sets: sets)
      .run(workers: workers)
  }

  /// A number that looks like chance.
  private static func value(_ replication: UInt64, _ salt: UInt64) -> Double {
    var generator = Generator(state: replication &* 8 &+ salt)
    return generator.uniform()
  }

  @Test("A cost that one source decides is all of that source")
  func single() async throws {
    let found = try await result { 100 + Self.value($0.days, 1) }
    let shares = try #require(found.shares(of: "cost_total"))
    #expect(shares.shares.map { ($0.value * 1e9).rounded() / 1e9 } == [0, 1, 0])
    #expect(shares.together.value.magnitude < 1e-9)
    // A measure that no source moves has none.
    #expect(found.shares(of: "occupancy") == nil)
    #expect(found.sources == VarianceSource.allCases)
  }

  @Test("Sources that add up do nothing together; any number of workers finds the same")
  func additive() async throws {
    let cost: @Sendable (ReplicationStreams) -> Double = {
      100 + 3 * Self.value($0.forecast, 0) + Self.value($0.days, 1) + 2 * Self.value($0.sampling, 2)
    }
    let one = try await result(sets: 400, workers: 1, cost: cost)
    let shares = try #require(one.shares(of: "cost_total"))
    #expect(shares.together.value.magnitude < 1e-9)
    // Variances of 9/12, 1/12 and 4/12.
    for (share, exact) in zip(shares.shares, [9.0 / 14, 1.0 / 14, 4.0 / 14]) {
      let interval = try #require(share.interval)
      #expect((share.value - exact).magnitude < 2.1 * interval.halfWidth)
      #expect(interval.halfWidth < 0.1)
    }
    #expect((shares.variance - 14.0 / 12).magnitude < 0.15)
    #expect(try await result(sets: 400, workers: 3, cost: cost) == one)
  }

  /// Calls of a center in which all are answered, at a cost of 1 each: a mixed Poisson number.
  /// With λ a day, T days, a forecast error of cv F and day factors of cv D, Λ = Tλ:
  /// Var = Λ + Λ²F² + (1 + F²)D²Tλ², of which the forecast alone has Λ²F² and the days D²Tλ².
  @Test("A number of calls has the shares of a mixed Poisson number")
  func poisson() async throws {
    let (rate, days, error, variation) = (40.0, 2.0, 0.15, 0.2)
    var center = oneQueue(
      perHour: rate / 24, talk: .constant(try Constant(mean: 1)), agents: 40, days: Int(days),
      warmUpDays: 0, interval: 21_600)
    center.demand[0].dayVariation = DayVariation(cv: variation)
    center.demand[0].forecastError = ForecastError(cv: error)
    center.channels[0].cost = ChannelCost(perContact: 1)
    let found = try await VarianceDecomposition(
      design: Design(try Simulation(center)), seed: 5, sets: 300
    ).run(workers: 2)
    let shares = try #require(found.shares(of: "cost_total"))
    let total = rate * days
    let forecast = total * total * error * error
    let byDay = variation * variation * days * rate * rate
    let variance = total + forecast + (1 + error * error) * byDay
    #expect((shares.variance / variance - 1).magnitude < 0.3)
    for (share, exact) in zip(shares.shares, [forecast / variance, byDay / variance]) {
      let interval = try #require(share.interval)
      #expect((share.value - exact).magnitude < 2.1 * interval.halfWidth)
      #expect(interval.halfWidth < 0.15)
    }
    let rest = shares.shares[2].value + shares.together.value
    #expect((rest - (variance - forecast - byDay) / variance).magnitude < 0.1)
    // What the number of calls varies by without chance in the level: most of Λ, and nothing else.
    #expect(shares.shares[2].value > 0.1 && shares.together.value < 0.15)
  }

  @Test("Without day variation and forecast error all is sampling, and a set is two runs")
  func samplingAlone() async throws {
    let center = oneQueue(
      perHour: 4, talk: .exponential(try Exponential(mean: 300)), agents: 1, days: 1)
    let decomposition = try VarianceDecomposition(
      design: Design(try Simulation(center)), seed: 1, sets: 12)
    #expect(decomposition.runs == 24)
    let shares = try #require(
      try await decomposition.run(workers: 1).shares(of: "service_level"))
    #expect(shares.shares.map(\.value) == [0, 0, 1] && shares.together.value == 0)
  }

  @Test("The first run of a set is the replication of that number")
  func plain() throws {
    let simulation = try Simulation(try mixedCenter())
    var other = ReplicationStreams(6)
    let plain = try simulation.run(seed: 3, replication: 6)
    #expect(try simulation.run(seed: 3, streams: other) == plain)
    other.days = 7
    #expect(try simulation.run(seed: 3, streams: other) != plain)
    other.days = 6
    other.forecast = 7  // no class has a forecast error
    #expect(try simulation.run(seed: 3, streams: other) == plain)
  }
}
