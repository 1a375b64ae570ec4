import CenterSimulation
import Experiments
import Foundation

/// W8: 1,000 replications by two workers and by one.
struct TwoWorkers {
  private static let replications = 1_000
  /// Pairs that are measured, whatever the number of rounds: one takes seconds.
  private static let pairs = 3

  /// What sharing may cost: a lock or a cache line that both write would cost a multiple. The rest is
  /// room for processors that are two halves of one core. The time on the wall is information: it
  /// says something only on a machine that has nothing else to do.
  private static let mostOverhead = 1.25

  /// Wall-clock time of two workers over that of one, by pair.
  private(set) var shares: [Double] = []
  /// Processor time of two workers over that of one, by pair: what they cost each other.
  private(set) var overheads: [Double] = []
  private(set) var contacts = 0
  private(set) var checks: [Check] = []

  /// A day of W4 in every replication.
  init() async throws {
    let simulation = try TwoTeams.workload.scenario.simulation(edits: ["calendar.days=1"])
    let experiment = try Experiment(
      designs: [Design(simulation)], seed: Measurement.seed, replications: Self.replications)
    var isSame = true
    for _ in 0..<Self.pairs {
      let one = try await Self.run(experiment, workers: 1)
      let two = try await Self.run(experiment, workers: 2)
      shares.append(two.time / one.time)
      overheads.append(two.processorTime / one.processorTime)
      isSame = isSame && one.results == two.results
      contacts = one.results[0].contacts
    }
    let overhead = Samples(overheads).minimum
    checks = [
      Check(
        "W8: two workers give the results of one", isSame, "\(Self.replications) replications"),
      Check(
        "W8: two workers use hardly more processor time than one", overhead < Self.mostOverhead,
        "\((overhead * 1000).rounded() / 1000) times as much in the best of \(Self.pairs) pairs"),
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
