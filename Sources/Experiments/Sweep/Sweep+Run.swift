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
      of: (Int, Result<DesignAccumulator, any Error>).self
    ) { group in
      var found: [SweepResult.Point] = []
      var pending: [PointRun] = []  // from the point that is merged to the last one begun
      var waiting: [Int: Result<DesignAccumulator, any Error>] = [:]
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
            found.append(try pending.removeFirst().end(groups: groupCount))
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
  /// What its blocks need.
  struct Prepared {
    let design: Design
    let experiment: Experiment
    let layout: DesignLayout

    func simulate(block: Int) throws -> DesignAccumulator {
      try experiment.simulate(block: block, layouts: [layout])[0]
    }
  }

  let point: Int
  let seed: UInt64
  let run: Result<Prepared, any Error>
  private var merged: DesignAccumulator?

  init(_ sweep: Sweep, point: Int) {
    self.point = point
    seed = sweep.seed
    run = Result {
      let design = try sweep.design(point)
      return Prepared(
        design: design,
        experiment: try Experiment(
          designs: [design], seed: sweep.seed, replications: sweep.replications),
        layout: DesignLayout(design.center, queues: design.queues, bins: design.waitBins))
    }
  }

  mutating func merge(_ block: Result<DesignAccumulator, any Error>) throws {
    let added = try named { try block.get() }
    if merged == nil { merged = added } else { merged?.merge(added) }
  }

  func end(groups: Int) throws -> SweepResult.Point {
    let prepared = try named { try run.get() }
    return SweepResult.Point(
      DesignResult(
        center: prepared.design.center, queues: prepared.design.queues, seed: seed,
        layout: prepared.layout, accumulator: merged ?? DesignAccumulator(prepared.layout)),
      groups: groups)
  }

  /// Says of an error which point it is about.
  private func named<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let error as CancellationError {
      throw error
    } catch {
      throw SweepFailure(point: point, reason: error)
    }
  }
}
