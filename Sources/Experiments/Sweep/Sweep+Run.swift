extension Sweep {
  /// Runs all points and returns what they gave.
  ///
  /// Blocks of neighbouring points run side by side, at most two a worker ahead of what is merged.
  /// They are merged in order, so that neither the result nor the error that is thrown depends on
  /// `workers`.
  ///
  /// - Parameters:
  ///   - workers: Blocks simulated at the same time; at least 1.
  ///   - progress: Called after each merged block with the replications done so far, over all
  ///     points; in order, never concurrently.
  /// - Throws: `CancellationError` when the surrounding task is cancelled; `SweepFailure` for the
  ///   first point that failed.
  public func run(
    workers: Int, progress: (@Sendable (_ replications: Int) -> Void)? = nil
  ) async throws -> SweepResult {
    precondition(workers > 0, "a sweep needs a worker")
    let blocks = (replications + Experiment.blockLength - 1) / Experiment.blockLength
    let found = try await withThrowingTaskGroup(
      of: (Int, Result<ReplicationBlock, any Error>).self
    ) { group in
      var found: [SweepResult.Point] = []
      var pending: [PointRun] = []  // from the point that is merged to the last one begun
      var waiting: [Int: Result<ReplicationBlock, any Error>] = [:]
      var started = 0
      var finished = 0
      var running = 0
      while finished < points * blocks {
        while running < workers, started < points * blocks, started < finished + 2 * workers {
          let (block, job) = (started % blocks, started)
          if block == 0 { pending.append(PointRun(self, point: started / blocks)) }
          let run = pending[pending.count - 1].run
          group.addTask { (job, Result { try run.get().simulate(block: block) }) }
          started += 1
          running += 1
        }
        guard let (job, result) = try await group.next() else { break }
        running -= 1
        waiting[job] = result
        while let result = waiting.removeValue(forKey: finished) {
          try pending[0].merge(result)
          finished += 1
          if finished % blocks == 0 {
            if let point = pending.removeFirst().end(groups: groupCount) { found.append(point) }
          }
          progress?(
            found.count * replications
              + min(finished % blocks * Experiment.blockLength, replications))
        }
        try Task.checkCancellation()
      }
      return found
    }
    return SweepResult(
      layout: layout, points: found, replications: replications, seed: seed,
      groupSizes: GroupedSeries.sizes(replications: replications, groups: groupCount))
  }
}

/// One point on its way.
private struct PointRun {
  let point: Int
  let run: Result<Experiment, any Error>
  private var merged: BlockMerge?

  init(_ sweep: Sweep, point: Int) {
    self.point = point
    run = Result {
      try Experiment(
        designs: [try sweep.design(point)], seed: sweep.seed, replications: sweep.replications)
    }
    merged = try? BlockMerge(run.get())
  }

  mutating func merge(_ block: Result<ReplicationBlock, any Error>) throws {
    do {
      try merged?.add(try block.get())
    } catch let error as CancellationError {
      throw error
    } catch {
      throw SweepFailure(point: point, reason: error)
    }
  }

  func end(groups: Int) -> SweepResult.Point? {
    merged.map { SweepResult.Point($0.results[0], groups: groups) }
  }
}
