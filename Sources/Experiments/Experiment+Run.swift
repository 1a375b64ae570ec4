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
    precondition(workers > 0, "an experiment needs a worker")
    let layouts = designs.map {
      DesignLayout(
        $0.center, queues: $0.queues, bins: $0.waitBins, keepsReplications: keepsReplications)
    }
    let merged = try await withThrowingTaskGroup(
      of: (Int, Result<[DesignAccumulator], any Error>).self
    ) { group in
      var merged = layouts.map(DesignAccumulator.init)
      var waiting: [Int: Result<[DesignAccumulator], any Error>] = [:]
      var started = 0
      var finished = 0
      var running = 0
      while finished < blockCount {
        while running < workers, started < blockCount, started < finished + 2 * workers {
          let block = started
          group.addTask { (block, Result { try simulate(block: block, layouts: layouts) }) }
          started += 1
          running += 1
        }
        guard let (block, result) = try await group.next() else { break }
        running -= 1
        waiting[block] = result
        while let result = waiting.removeValue(forKey: finished) {
          for (design, block) in try result.get().enumerated() { merged[design].merge(block) }
          finished += 1
          progress?(state(merged))
          if isEnough(merged, layouts: layouts) {
            group.cancelAll()
            return merged
          }
        }
        try Task.checkCancellation()
      }
      return merged
    }
    return results(merged, layouts: layouts)
  }

  private func results(
    _ merged: [DesignAccumulator], layouts: [DesignLayout]
  ) -> [DesignResult] {
    designs.indices.map {
      DesignResult(
        center: designs[$0].center, queues: designs[$0].queues, seed: seed,
        layout: layouts[$0], accumulator: merged[$0])
    }
  }

  /// Whether the replications so far are enough for the precision asked for.
  private func isEnough(_ merged: [DesignAccumulator], layouts: [DesignLayout]) -> Bool {
    if case .after = stop { return false }
    return stop.imprecision(of: results(merged, layouts: layouts)) == nil
  }

  /// All designs of the replications of one block.
  func simulate(block: Int, layouts: [DesignLayout]) throws -> [DesignAccumulator] {
    var accumulators = layouts.map(DesignAccumulator.init)
    for replication in replications(ofBlock: block) {
      for design in designs.indices {
        try Task.checkCancellation()
        let observation = try designs[design].observe(seed, UInt64(replication))
        accumulators[design].add(observation, layout: layouts[design])
      }
    }
    for design in designs.indices { accumulators[design].padCells(layouts[design]) }
    return accumulators
  }

  private func state(_ merged: [DesignAccumulator]) -> Progress {
    Progress(
      replications: merged[0].replications, mostReplications: stop.mostReplications,
      contacts: merged.reduce(0) { $0 + $1.contacts },
      events: merged.reduce(0) { $0 + $1.events })
  }
}
