import CenterSimulation
import OutputAnalysis

extension Experiment {
  /// How far an experiment is.
  public struct Progress: Sendable, Hashable {
    /// Replications finished and merged.
    public let replications: Int
    /// Replications to be made at most.
    public let mostReplications: Int
    /// Contacts simulated so far, over all designs.
    public let contacts: Int
    /// Events simulated so far, over all designs.
    public let events: Int
  }

  /// Runs the replications and returns the results, in the order of the designs.
  ///
  /// At most two blocks a worker are in memory at a time. Blocks are merged in the order of their
  /// numbers, so that neither the results nor the error that is thrown depends on `workers`.
  ///
  /// - Parameters:
  ///   - workers: Blocks simulated at the same time; at least 1.
  ///   - progress: Called after each merged block, in order, never concurrently.
  /// - Throws: `CancellationError` when the surrounding task is cancelled; what a replication threw,
  ///   of the first block that failed.
  public func run(
    workers: Int, progress: (@Sendable (Progress) -> Void)? = nil
  ) async throws -> [DesignResult] {
    var merge = BlockMerge(self)
    try await simulate(blocks: 0..<blockCount, workers: workers) { block in
      try merge.add(block)
      progress?(merge.progress)
      return !merge.isEnough
    }
    return merge.results
  }

  /// Simulates some blocks and hands them on in the order of their numbers.
  ///
  /// - Parameters:
  ///   - blocks: Their numbers, all below ``blockCount``.
  ///   - workers: Blocks simulated at the same time; at least 1.
  ///   - receive: Takes the next block, never concurrently; `false` ends the work.
  /// - Throws: `CancellationError` when the surrounding task is cancelled; what a replication threw,
  ///   of the first block that failed; what `receive` threw.
  public func simulate(
    blocks: Range<Int>, workers: Int, receive: (ReplicationBlock) throws -> Bool
  ) async throws {
    try await inOrder(blocks, workers: workers) { block in
      return { try simulate(block: block) }
    } receive: {
      try receive($0)
    }
  }

  /// All designs of the replications of one block.
  func simulate(block: Int) throws -> ReplicationBlock {
    var accumulators = layouts.map(DesignAccumulator.init)
    for replication in replications(ofBlock: block) {
      for design in designs.indices {
        try Task.checkCancellation()
        let observation = try designs[design].observe(seed, UInt64(replication))
        accumulators[design].add(observation, layout: layouts[design])
      }
    }
    for design in designs.indices { accumulators[design].padCells(layouts[design]) }
    return ReplicationBlock(number: block, designs: accumulators)
  }
}
