import Center
import CenterSimulation
import Erlang
import OutputAnalysis
import Stochastics
import Synchronization
import TestCenters
import Testing

@testable import Experiments

@Suite("A sweep sends the same customers through every point")
struct SweepTests {
  private func sweep(
    points: Int = 5, replications: Int = 20, fails: Int? = nil
  ) throws -> Sweep {
    try Sweep(layout: .grid(levels: [points]), seed: 1, replications: replications) { point in
      let made = try MadeUp(MadeUp.center(named: "point \(point)"), seed: UInt64(point))
      return made.design { seed, replication in
        if let fails, point >= fails, replication >= 9 {
          throw BreachedInvariant(description: "made up", seed: seed, replication: replication)
        }
        return made.observation(seed, replication)
      }
    }
  }

  @Test("The result does not depend on the number of workers")
  func workers() async throws {
    let seen = Mutex<[Int]>([])
    let one = try await sweep().run(workers: 1) { done in seen.withLock { $0.append(done) } }
    for workers in [2, 5] { #expect(try await sweep().run(workers: workers) == one) }
    #expect(
      seen.withLock { $0 } == [8, 16, 20, 28, 36, 40, 48, 56, 60, 68, 76, 80, 88, 96, 100])
    #expect(one.points.map(\.name) == (0..<5).map { "point \($0)" })
  }

  @Test("A point says what an experiment with its design says")
  func experiment() async throws {
    let swept = try await sweep().run(workers: 2)
    let made = try MadeUp(MadeUp.center(named: "point 3"), seed: 3)
    let alone = try await Experiment(designs: [made.design()], seed: 1, replications: 20)
      .run(workers: 1)[0]
    for (place, measure) in Sweep.measures.enumerated() {
      #expect(swept.points[3].estimates[place] == alone.estimate(of: measure, inRow: 0))
    }
  }

  @Test("The error is that of the first point that failed", arguments: [1, 4])
  func failure(workers: Int) async throws {
    do {
      _ = try await sweep(fails: 2).run(workers: workers)
      Issue.record("no error")
    } catch let failure as SweepFailure {
      #expect(failure.point == 2)
      #expect((failure.reason as? BreachedInvariant)?.replication == 9)
    }
  }

  @Test("Cancellation stops the run")
  func cancellation() async throws {
    let sweep = try sweep(points: 10_000, replications: 1000)
    let run = Task { try await sweep.run(workers: 2) }
    run.cancel()
    await #expect(throws: CancellationError.self) { _ = try await run.value }
  }

  @Test("What is kept of a point does not grow with the replications, nor beyond 64 MB")
  func memory() throws {
    #expect(try sweep(points: 10, replications: 100).groupCount == 100)
    #expect(try sweep(points: 10, replications: 100_000).groupCount == 100)
    #expect(try sweep(points: 10_000, replications: 100_000).groupCount < 60)
    #expect(try sweep(points: 10, replications: 3).groupCount == 3)
    let series = RatioSeries(numerators: [1, 2, 3, 4, 5], denominators: [1, 1, 1, 1, 1])
    #expect(GroupedSeries(series, groups: 5)?.means == [1, 2, 3, 4, 5])
    #expect(GroupedSeries(series, groups: 2)?.means == [2, 4.5])
    #expect(GroupedSeries.sizes(replications: 5, groups: 2) == [3, 2])
  }

  /// M/M/n at 3 Erlangs, within 20 s: every point against the closed form.
  @Test("A sweep over agents has the service levels of Erlang C")
  func erlang() async throws {
    let agents = [4, 6, 8]
    let sweep = try Sweep(layout: .grid(levels: [3]), seed: 11, replications: 12) { point in
      Design(
        try Simulation(
          oneQueue(
            perHour: 60, talk: .exponential(try Exponential(mean: 180)), agents: agents[point],
            days: 1)))
    }
    let result = try await sweep.run(workers: 2)
    for (point, agents) in agents.enumerated() {
      let exact = try ErlangC(offeredLoad: 3, handleTime: 180, agents: agents)
        .serviceLevel(within: 20)
      let estimate = try #require(result.estimate(of: "service_level", atPoint: point))
      let interval = try #require(estimate.interval)
      // Twice the interval of 95 % and a little: some four standard errors.
      #expect((estimate.value - exact).magnitude < 2.1 * interval.halfWidth, "\(agents)")
    }
    // Nobody is paid here, so that all cost the same: more agents are shown to be better.
    #expect(result.pareto == [false, false, true])
    let shares = try #require(result.factorShares(of: "service_level"))
    #expect(shares.main[0] > 0.98 && shares.rest == 0)
    #expect((shares.main[0] + (shares.noise ?? 0) - 1).magnitude < 1e-12)
  }
}
