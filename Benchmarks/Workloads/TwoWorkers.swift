import CenterSimulation
import Experiments
import Foundation

/// W8: 1,000 replications by two workers and by one.
struct TwoWorkers {
  private static let replications = 1_000
  /// Pairs that are measured, whatever the number of rounds: one takes seconds.
  private static let pairs = 5

  /// How many times as fast as one two workers are at least, with what the machine does to them taken
  /// out: two simulations that share nothing take longer side by side than one alone where something
  /// else is busy too, or where two processors are halves of one core. That changes from one moment to
  /// the next, and the second best pair counts: the best may be chance.
  private static let leastSpeedUp = 1.9

  /// What sharing may cost: a lock or a cache line that both write would cost a multiple. The rest is
  /// room for processors that are two halves of one core.
  private static let mostOverhead = 1.25

  /// Wall-clock time of two workers over that of one, by pair.
  private(set) var shares: [Double] = []
  /// Processor time of two workers over that of one, by pair: what they cost each other.
  private(set) var overheads: [Double] = []
  /// Wall-clock time of one worker over that of two, as if two simulations that share nothing took
  /// no longer side by side than one alone, by pair.
  private(set) var speedUps: [Double] = []
  private(set) var contacts = 0
  private(set) var checks: [Check] = []

  /// A day of W4 in every replication.
  init() async throws {
    let simulations = try (0..<2).map { _ in
      try TwoTeams.workload.scenario.simulation(edits: ["calendar.days=1"])
    }
    let experiment = try Experiment(
      designs: [Design(simulations[0])], seed: Measurement.seed, replications: Self.replications)
    var isSame = true
    for _ in 0..<Self.pairs {
      let one = try await Self.run(experiment, workers: 1)
      let two = try await Self.run(experiment, workers: 2)
      let alone = Self.time(of: Array(simulations[..<1]))
      let sideBySide = Self.time(of: simulations)
      speedUps.append(one.time / two.time * sideBySide / alone)
      shares.append(two.time / one.time)
      overheads.append(two.processorTime / one.processorTime)
      isSame = isSame && one.results == two.results
      contacts = one.results[0].contacts
    }
    let overhead = Samples(overheads).minimum
    let speedUp = speedUps.sorted()[Self.pairs - 2]
    checks = [
      Check(
        "W8: two workers give the results of one", isSame, "\(Self.replications) replications"),
      Check(
        "W8: two workers use hardly more processor time than one", overhead < Self.mostOverhead,
        "\((overhead * 1000).rounded() / 1000) times as much in the best of \(Self.pairs) pairs"),
      Check(
        "W8: two workers are 1.9 times as fast as one, but for what slows any two simulations",
        speedUp >= Self.leastSpeedUp,
        "\((speedUp * 100).rounded() / 100) times as fast in the second best of \(Self.pairs) pairs"
      ),
    ]
  }

  /// The wall-clock time of a quarter of the replications by each of some simulations, side by side.
  private static func time(of simulations: [Simulation]) -> Double {
    let start = ContinuousClock.now
    DispatchQueue.concurrentPerform(iterations: simulations.count) { index in
      for replication in 0..<(replications / 4) {
        // What fails here has failed in the experiment before.
        _ = try? simulations[index].run(
          seed: Measurement.seed, replication: UInt64(replication))
      }
    }
    return (ContinuousClock.now - start) / .seconds(1)
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
