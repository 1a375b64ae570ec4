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
  /// What is simulated.
  public let center: Center
  /// The rows of the observation's queues.
  public let queues: [Queue]
  /// The bins of the observation's waits.
  public let waitBins: WaitBins
  let plan: Plan

  /// - Throws: `UnsoundCenter` with the problems of a center that cannot be simulated.
  public init(_ center: Center) throws {
    let problems = center.problems()
    guard problems.isEmpty else { throw UnsoundCenter(problems: problems) }
    self.center = center
    queues = center.queues
    waitBins = WaitBins(targets: center.queues.compactMap { center.target(of: $0)?.within })
    plan = try Plan(center, queues: queues, bins: waitBins)
  }

  /// Simulates one replication.
  ///
  /// - Parameters:
  ///   - seed: The experiment's seed; designs that share it share their customers.
  ///   - replication: Its number; replications are independent.
  /// - Throws: `BreachedInvariant` when the engine broke a promise, `SimulationLimit` when more
  ///   happens than it holds, `CancellationError` when the task is cancelled.
  /// - Complexity: O(contacts × log events pending); allocates nothing per contact.
  public func run(seed: UInt64, replication: UInt64) throws -> Observation {
    try run(seed: seed, streams: ReplicationStreams(replication))
  }

  /// Simulates a replication whose sources of chance take their random numbers from different ones.
  ///
  /// - Parameters:
  ///   - seed: The experiment's seed.
  ///   - streams: The replication that each source takes its numbers from.
  /// - Throws: As `run(seed:replication:)`; a breach tells the replication of `sampling`.
  public func run(seed: UInt64, streams: ReplicationStreams) throws -> Observation {
    plan.mechanisms.isEmpty
      ? try run(PlainCenter.self, seed: seed, streams: streams)
      : try run(EveryCenter.self, seed: seed, streams: streams)
  }

  /// Simulates one replication in the engine compiled for `scope`, which has to know all that the
  /// center uses.
  func run<Scope: EngineScope>(
    _ scope: Scope.Type, seed: UInt64, replication: UInt64
  ) throws -> Observation {
    try run(scope, seed: seed, streams: ReplicationStreams(replication))
  }

  private func run<Scope: EngineScope>(
    _ scope: Scope.Type, seed: UInt64, streams: ReplicationStreams
  ) throws -> Observation {
    try ended(scope, seed: seed, streams: streams, isTracing: false).observation()
  }

  /// Simulates one replication and keeps every contact: the same observation, and a row for each
  /// stay of an issue in the center, in the order in which they ended; what had not ended comes
  /// last.
  ///
  /// - Parameters:
  ///   - seed: The experiment's seed.
  ///   - replication: Its number.
  /// - Throws: As `run(seed:replication:)`.
  /// - Complexity: That of `run(seed:replication:)`, and O(contacts) space.
  public func trace(
    seed: UInt64, replication: UInt64
  ) throws -> (observation: Observation, contacts: [TracedContact]) {
    let engine = try ended(
      EveryCenter.self, seed: seed, streams: ReplicationStreams(replication), isTracing: true)
    return (engine.observation(), engine.tracedContacts())
  }

  private func ended<Scope: EngineScope>(
    _: Scope.Type, seed: UInt64, streams: ReplicationStreams, isTracing: Bool
  ) throws -> Engine<Scope> {
    var engine = Engine<Scope>(plan: plan, seed: seed, streams: streams, isTracing: isTracing)
    do {
      try engine.run()
    } catch var limit as SimulationLimit {
      limit.center = center.name
      throw limit
    }
    if let breach = engine.breach() {
      throw BreachedInvariant(description: breach, seed: seed, replication: streams.sampling)
    }
    return engine
  }
}
