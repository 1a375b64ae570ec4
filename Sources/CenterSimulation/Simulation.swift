public import Center
public import OutputAnalysis

/// A center made ready for simulation: names resolved, tables built, nothing random yet.
///
///     let simulation = try Simulation(center)
///     let observation = try simulation.run(seed: 1, replication: 0)
///
/// Immutable and shared by all workers; each replication is a pure function of the center, the
/// seed and its number.
public struct Simulation: Sendable {
  public let center: Center
  /// The rows of the observation's queues.
  public let queues: [Queue]
  /// The bins of the observation's waits.
  public let waitBins: WaitBins
}
