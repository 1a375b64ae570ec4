import CenterSimulation
import Experiments
import Foundation

/// W8: 1,000 replications by two workers and by one.
struct TwoWorkers {
  private static let replications = 1_000
  /// Pairs that are measured, whatever the number of rounds: one takes seconds.
  private static let pairs = 5

  /// How much longer two workers may take than two experiments of half the size side by side, which
  /// share nothing: with two processors of their own they are then 1.9 times as fast as one. What
  /// else the machine does, and processors that are two halves of one core, slow both.
  private static let mostLoss = 2 / 1.9

  /// What sharing may cost: a lock or a cache line that both write would cost a multiple. The rest is
  /// room for processors that are two halves of one core.
  private static let mostOverhead = 1.25

  /// Wall-clock time of two workers over that of one, by pair.
  private(set) var shares: [Double] = []
  /// Processor time of two workers over that of one, by pair: what they cost each other.
  private(set) var overheads: [Double] = []
  /// Wall-clock time of two workers over that of two experiments side by side, by pair.
  private(set) var losses: [Double] = []
  private(set) var contacts = 0
  private(set) var checks: [Check] = []

  /// A day of W4 in every replication.
  init() async throws {
    let simulation = try TwoTeams.workload.scenario.simulation(edits: ["calendar.days=1"])
    let experiment = try Experiment(
      designs: [Design(simulation)], seed: Measurement.seed, replications: Self.replications)
    let half = try Experiment(
      designs: [Design(simulation)], seed: Measurement.seed, replications: Self.replications / 2)
    var isSame = true
    for _ in 0..<Self.pairs {
      let one = try await Self.run(experiment, workers: 1)
      let two = try await Self.run(experiment, workers: 2)
      let start = ContinuousClock.now
      async let left = Self.run(half, workers: 1)
      async let right = Self.run(half, workers: 1)
      _ = try await (left, right)
      losses.append(two.time / ((ContinuousClock.now - start) / .seconds(1)))
      shares.append(two.time / one.time)
      overheads.append(two.processorTime / one.processorTime)
      isSame = isSame && one.results == two.results
      contacts = one.results[0].contacts
    }
    let overhead = Samples(overheads).minimum
    let loss = Samples(losses).minimum
    checks = [
      Check(
        "W8: two workers give the results of one", isSame, "\(Self.replications) replications"),
      Check(
        "W8: two workers use hardly more processor time than one", overhead < Self.mostOverhead,
        "\((overhead * 1000).rounded() / 1000) times as much in the best of \(Self.pairs) pairs"),
      Check(
        "W8: two workers take hardly longer than two single runs of half the size side by side",
        loss < Self.mostLoss,
        "\((loss * 1000).rounded() / 1000) times as long in the best of \(Self.pairs) pairs"),
    ]
  }

  private static func run(
    _ experiment: Experiment, workers: Int
  ) async throws -> (results: [DesignResult], time: Double, processorTime: Double) {
    let start = ContinuousClock.now
    let processorStart = clock()
    let results = try await experiment.run(workers: workers)
    let processorTime = Double(clock() - processorStart)
    return (results, (ContinuousClock.now - start) / .seconds(1), processorTime)
  }
}
