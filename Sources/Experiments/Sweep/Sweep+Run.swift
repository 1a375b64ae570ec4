extension Sweep {
  /// The number of blocks: those of the first point, of the second, and so on.
  public var blockCount: Int { points * blocksPerPoint }

  var blocksPerPoint: Int {
    (replications + Experiment.blockLength - 1) / Experiment.blockLength
  }

  /// How many replications the blocks below one hold, over all points.
  public func replications(before block: Int) -> Int {
    block / blocksPerPoint * replications
      + min(block % blocksPerPoint * Experiment.blockLength, replications)
  }

  /// Runs all points and returns what they gave.
  ///
  /// - Parameters:
  ///   - workers: Blocks simulated at the same time; at least 1. Changes no result.
  ///   - progress: Called after each merged block with the replications done so far, over all
  ///     points; in order, never concurrently.
  /// - Throws: `CancellationError` when the surrounding task is cancelled; `SweepFailure` for the
  ///   first point that failed.
  public func run(
    workers: Int, progress: (@Sendable (_ replications: Int) -> Void)? = nil
  ) async throws -> SweepResult {
    var merge = SweepMerge(self)
    try await simulate(blocks: 0..<blockCount, workers: workers) { block in
      try merge.add(block)
      progress?(replications(before: block.number + 1))
      return true
    }
    return merge.result
  }

  /// Simulates some blocks and hands them on in the order of their numbers.
  ///
  /// Blocks of neighbouring points run side by side; the design of a point is made once for all of
  /// them.
  ///
  /// - Parameters:
  ///   - blocks: Their numbers, all below ``blockCount``.
  ///   - workers: Blocks simulated at the same time; at least 1.
  ///   - receive: Takes the next block, never concurrently; `false` ends the work.
  /// - Throws: `CancellationError` when the surrounding task is cancelled; `SweepFailure` for the
  ///   first point that failed; what `receive` threw.
  public func simulate(
    blocks: Range<Int>, workers: Int, receive: (SweepBlock) throws -> Bool
  ) async throws {
    var point = -1
    var experiment = Result<Experiment, any Error>.failure(CancellationError())
    try await inOrder(blocks, workers: workers) { number in
      if number / blocksPerPoint != point {
        point = number / blocksPerPoint
        experiment = Result { try self.experiment(ofPoint: point) }
      }
      return { [point, experiment] in try block(number, ofPoint: point, experiment) }
    } receive: {
      try receive($0)
    }
  }

  private func block(
    _ number: Int, ofPoint point: Int, _ experiment: Result<Experiment, any Error>
  ) throws -> SweepBlock {
    do {
      let experiment = try experiment.get()
      return SweepBlock(
        number: number, experiment: experiment,
        content: try experiment.simulate(block: number % blocksPerPoint))
    } catch let error as CancellationError {
      throw error
    } catch {
      throw SweepFailure(point: point, reason: error)
    }
  }

  /// The replications of one point.
  func experiment(ofPoint point: Int) throws -> Experiment {
    try Experiment(designs: [try design(point)], seed: seed, replications: replications)
  }
}
