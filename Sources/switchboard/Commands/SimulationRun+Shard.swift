import Arguments
import Center
import Experiments

extension SimulationRun {
  /// Refuses what a shard of this run cannot do.
  static func checkShard(_ arguments: ParsedArguments) throws(Failure) {
    try ShardRun.check(
      arguments,
      others: [
        (
          arguments.gives(SimulationOptions.precision), "--precision",
          "whether the results are precise enough is known only when all shards are merged; give "
            + "--replications"
        ),
        (arguments[SimulationOptions.trace], "--trace", "a shard keeps no contacts"),
        (
          arguments[SimulationOptions.requireTargets], "--require-targets",
          "give it to switchboard merge, which knows the averages"
        ),
      ])
  }

  /// Simulates one shard and writes its file.
  func makeShard(_ request: ShardRequest, command: String) async throws -> ExitCode {
    let run = shardRun(try request.shard(), command: command, of: try experiment())
    do { return try await run.makeShard() } catch { throw explained(error) }
  }

  /// The results, from the blocks that an earlier run has left in the folder and those that are
  /// simulated now.
  func resumedResults(command: String) async throws -> (results: [DesignResult], kept: ShardWriter)
  {
    let experiment = try experiment()
    var merge = BlockMerge(experiment)
    var block = 0
    let run = shardRun(.whole, command: command, of: experiment)
    do {
      let kept = try await run.resumed { bytes in
        try merge.add(try experiment.block(block, from: bytes))
        block += 1
        return !merge.isEnough
      }
      return (merge.results, kept)
    } catch {
      throw explained(error)
    }
  }

  private func shardRun(_ shard: Shard, command: String, of experiment: Experiment) -> ShardRun {
    let header = ShardHeader(
      command: command, seed: seed,
      replications: stop.isOpenEnded ? Experiment.mostReplications : stop.mostReplications,
      shard: shard,
      edits: arguments.all(SimulationOptions.set),
      allowOutside: arguments[SimulationOptions.allowOutside],
      scenarios: scenarios.map {
        ShardHeader.Scenario(
          path: $0.path, name: $0.center.name, hash: $0.hash, files: $0.files)
      })
    return ShardRun(
      header: header, blockCount: experiment.blockCount,
      replications: experiment.replications(before:), isOpenEnded: stop.isOpenEnded,
      arguments: arguments, session: session
    ) { blocks, receive in
      try await experiment.simulate(blocks: blocks, workers: workers) { block in
        try receive(experiment.bytes(of: block))
      }
    }
  }
}
