public import Center
public import CenterSimulation
public import OutputAnalysis

/// A center as an experiment runs it: what it is, and how one replication of it comes about.
public struct Design: Sendable {
  /// What the center is.
  public let center: Center
  /// The queues whose tallies an observation holds, in its order.
  public let queues: [Queue]
  /// The bins of an observation's waits.
  public let waitBins: WaitBins
  /// One replication: a pure function of the seed and the replication's number.
  let observe: @Sendable (_ seed: UInt64, _ replication: UInt64) throws -> Observation
  /// The same with sources of chance of different replications.
  let observeStreams:
    @Sendable (_ seed: UInt64, _ streams: ReplicationStreams) throws -> Observation

  /// A center made ready for simulation.
  public init(_ simulation: Simulation) {
    self.init(
      center: simulation.center, queues: simulation.queues, waitBins: simulation.waitBins,
      observe: simulation.run(seed:replication:), observeStreams: simulation.run(seed:streams:))
  }

  /// A design whose replications come from a function; the seam for tests.
  package init(
    center: Center, queues: [Queue], waitBins: WaitBins,
    observe: @escaping @Sendable (_ seed: UInt64, _ replication: UInt64) throws -> Observation,
    observeStreams: (
      @Sendable (_ seed: UInt64, _ streams: ReplicationStreams) throws -> Observation
    )? = nil
  ) {
    self.center = center
    self.queues = queues
    self.waitBins = waitBins
    self.observe = observe
    self.observeStreams = observeStreams ?? { try observe($0, $1.sampling) }
  }
}
