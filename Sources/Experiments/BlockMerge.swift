/// Blocks of an experiment on their way to its results: the one way, whether a block has just been
/// simulated or comes from a shard.
///
/// Blocks are added in the order of their numbers. Merging moments is not associative in the last
/// bit: another order, or blocks merged in groups first, would give other bytes.
public struct BlockMerge: Sendable {
  private let experiment: Experiment
  private var merged: [DesignAccumulator]
  private var next = 0

  /// Begins with no block.
  public init(_ experiment: Experiment) {
    self.experiment = experiment
    merged = experiment.layouts.map(DesignAccumulator.init)
  }

  /// Adds the next block.
  ///
  /// - Throws: `UnreadableBytes` if it is not the next, or one of another experiment.
  public mutating func add(_ block: ReplicationBlock) throws(UnreadableBytes) {
    guard block.number == next, block.designs.count == merged.count,
      zip(merged, block.designs).allSatisfy({ known, more in
        known.agents.isEmpty || known.agents.map(\.count) == more.agents.map(\.count)
      })
    else { throw UnreadableBytes() }
    for (design, part) in block.designs.enumerated() { merged[design].merge(part) }
    next += 1
  }

  /// How far the experiment is.
  public var progress: Experiment.Progress {
    Experiment.Progress(
      replications: merged[0].replications,
      mostReplications: experiment.stop.mostReplications,
      contacts: merged.reduce(0) { $0 + $1.contacts },
      events: merged.reduce(0) { $0 + $1.events })
  }

  /// Whether the replications so far are enough for the precision asked for; never without one.
  public var isEnough: Bool {
    guard experiment.stop.isOpenEnded else { return false }
    return experiment.stop.imprecision(of: results) == nil
  }

  /// What the blocks so far have found out, in the order of the designs.
  public var results: [DesignResult] {
    experiment.designs.indices.map {
      DesignResult(
        center: experiment.designs[$0].center, queues: experiment.designs[$0].queues,
        seed: experiment.seed, layout: experiment.layouts[$0], accumulator: merged[$0])
    }
  }
}
