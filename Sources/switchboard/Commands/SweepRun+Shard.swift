import Experiments

extension SweepRun {
  /// Simulates one shard and writes its file.
  func makeShard(_ shard: Shard) async throws -> ExitCode {
    do { return try await shardRun(shard).makeShard() } catch { throw explained(error) }
  }

  /// The result, from the blocks that an earlier run has left in the folder and those that are
  /// simulated now.
  func resumedResult() async throws -> (result: SweepResult, kept: ShardWriter) {
    var merge = SweepMerge(try sweep())
    do {
      let kept = try await shardRun(.whole).resumed { bytes in
        try merge.add(bytes)
        return true
      }
      return (merge.result, kept)
    } catch {
      throw explained(error)
    }
  }

  /// The result, from shards.
  func result(of shards: ShardSet) throws -> SweepResult {
    let sweep = try sweep()
    var merge = SweepMerge(sweep)
    let meter = ProgressMeter(
      total: sweep.replications(before: sweep.blockCount), unit: "replications",
      console: session.console)
    defer { meter.finish() }
    try shards.read(blocks: sweep.blockCount) {
      try merge.add($0)
    } progress: {
      meter.update(done: sweep.replications(before: $0))
    }
    return merge.result
  }

  private func shardRun(_ shard: Shard) throws -> ShardRun {
    let sweep = try sweep()
    let header = ShardHeader(
      command: "sweep", seed: seed, replications: replications, shard: shard,
      edits: source.edits, allowOutside: source.allowOutside, varied: varied,
      scenarios: [
        ShardHeader.Scenario(path: source.path, name: name, hash: hash, files: source.contents)
      ])
    return ShardRun(
      header: header, blockCount: sweep.blockCount, replications: sweep.replications(before:),
      arguments: arguments, session: session
    ) { blocks, receive in
      try await sweep.simulate(blocks: blocks, workers: workers) { try receive($0.bytes) }
    }
  }
}
