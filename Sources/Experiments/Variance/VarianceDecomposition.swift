import Center
import CenterSimulation

/// How much of what differs between the replications of a design comes from which source of chance.
///
/// Replications come in sets. In a set every source that the design has takes its random numbers from
/// two replications, in all combinations: four runs with two sources, eight with three. Runs that
/// share a source and differ in the others tell what the source does (pick and freeze; Sobol' 1993).
///
///     let decomposition = try VarianceDecomposition(design: design, seed: 1, sets: 100)
///     let result = try await decomposition.run(workers: 4)
///     result.shares(of: "service_level")
public struct VarianceDecomposition: Sendable {
  /// What is decomposed.
  public let design: Design
  /// The seed of all random numbers.
  public let seed: UInt64
  /// The number of sets.
  public let sets: Int
  /// The sources that the design has.
  public let sources: [VarianceSource]

  /// A decomposition.
  ///
  /// - Parameters:
  ///   - design: What is decomposed.
  ///   - seed: The seed of all random numbers.
  ///   - sets: 1…10,000,000.
  /// - Throws: `ExperimentError`.
  public init(design: Design, seed: UInt64, sets: Int) throws(ExperimentError) {
    guard (1...Experiment.mostReplications).contains(sets) else { throw .replications(sets) }
    self.design = design
    self.seed = seed
    self.sets = sets
    sources = VarianceSource.allCases.filter { $0.isPresent(in: design.center) }
  }

  /// How often a day is simulated.
  public var runs: Int { sets << sources.count }

  /// Runs all sets.
  ///
  /// - Parameters:
  ///   - workers: Sets simulated at the same time; at least 1. Changes no result.
  ///   - progress: Called with the runs done so far, in order, never concurrently.
  /// - Throws: `CancellationError` when the surrounding task is cancelled; what a replication threw,
  ///   of the first set that failed.
  public func run(
    workers: Int, progress: (@Sendable (_ runs: Int) -> Void)? = nil
  ) async throws -> VarianceResult {
    let layout = DesignLayout(design.center, queues: design.queues, bins: design.waitBins)
    var values: [Double] = []
    var finished = 0
    try await inOrder(0..<sets, workers: workers) { set in
      return { try simulate(set: set, layout: layout) }
    } receive: { more in
      values += more
      finished += 1
      progress?(finished << sources.count)
      return true
    }
    return VarianceResult(
      name: design.center.name, seed: seed, sets: sets, sources: sources, values: values)
  }

  /// The runs of a set: for each combination the numerators and denominators of the headline
  /// measures of the whole center.
  private func simulate(set: Int, layout: DesignLayout) throws -> [Double] {
    let everything = Row(level: .all)
    let row = layout.rows.headlineRows.firstIndex { layout.rows.rows[$0] == everything }
    var values: [Double] = []
    for combination in 0..<(1 << sources.count) {
      try Task.checkCancellation()
      var streams = ReplicationStreams(UInt64(2 * set))
      for (place, source) in sources.enumerated() where combination >> place & 1 == 1 {
        streams[source] += 1
      }
      var accumulator = DesignAccumulator(layout)
      accumulator.add(try design.observeStreams(seed, streams), layout: layout)
      for measure in Sweep.measures {
        let slot = row.flatMap { layout.headline.slot(row: $0, measure: measure) }
        values +=
          slot.map { [accumulator.headline[2 * $0], accumulator.headline[2 * $0 + 1]] }
          ?? [0, 0]
      }
    }
    return values
  }
}
