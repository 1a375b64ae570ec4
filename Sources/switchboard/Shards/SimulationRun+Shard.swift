import Arguments
import Center
import Experiments
import Reports

extension SimulationRun {
  /// Refuses what a shard cannot do, with the reason.
  static func checkShard(_ arguments: ParsedArguments) throws(Failure) {
    guard arguments[ShardRequest.option] != nil else {
      guard !arguments[SimulationOptions.resume] else {
        throw Failure(
          .misuse, "Give --shard as well: --resume goes on with a shard, such as --shard 1/1.")
      }
      return
    }
    func refuse(_ option: String, _ reason: String) throws(Failure) {
      throw Failure(.misuse, "Leave out \(option): \(reason).")
    }
    if arguments[SimulationOptions.precision] != nil {
      try refuse(
        "--precision",
        "whether the results are precise enough is known only when all shards are merged; give "
          + "--replications")
    }
    if arguments[SimulationOptions.trace] {
      try refuse("--trace", "a shard keeps no contacts")
    }
    if arguments[SimulationOptions.measures] != nil {
      try refuse("--measures", "a shard keeps all of them; give it to switchboard merge")
    }
    if arguments[SimulationOptions.requireTargets] {
      try refuse("--require-targets", "give it to switchboard merge, which knows the averages")
    }
    if arguments.gives(SimulationOptions.format) {
      try refuse("--format", "a shard has one form; give it to switchboard merge")
    }
    guard arguments[SimulationOptions.out] != nil else {
      throw Failure(.misuse, "Name a folder with --out: the shard's file goes there.")
    }
    if arguments.operands.contains("-") {
      throw Failure(
        .misuse, "Name the scenario's file in place of -: every shard reads it once more.")
    }
  }

  /// Simulates one shard and writes its file.
  func makeShard(_ request: ShardRequest, command: String) async throws -> ExitCode {
    let header = header(try request.shard(), command: command)
    let experiment = try experiment()
    let blocks = header.shard.blocks(of: experiment.blockCount)
    let folder = arguments[SimulationOptions.out] ?? "."
    let resume = arguments[SimulationOptions.resume]
    if resume, let finished = ShardFile.finished(header, in: folder, blocks: blocks.count) {
      session.console.message("Shard \(header.shard) is complete already: \(finished)")
      return .ok
    }
    var writer = try ShardWriter(header, folder: folder, most: blocks.count, resume: resume)
    let first = blocks.lowerBound + writer.blocks
    let total = blocks.reduce(0) { $0 + experiment.replications(ofBlock: $1).count }
    let meter = ProgressMeter(total: total, unit: "replications", console: session.console)
    do {
      defer { meter.finish() }
      try await experiment.simulate(
        blocks: first..<blocks.upperBound, workers: workers
      ) { block in
        try Task.checkCancellation()
        try writer.append(experiment.bytes(of: block))
        meter.update(done: writer.blocks * Experiment.blockLength)
        return true
      }
      try Task.checkCancellation()
      try writer.finish()
    } catch {
      // What a scenario does wrong it would do again.
      if error is CancellationError || error is Failure {
        session.console.message(
          "Go on with --resume: \(writer.blocks) of \(blocks.count) blocks of shard "
            + "\(header.shard) are kept.")
      }
      throw explained(error)
    }
    session.console.message(
      "Shard \(header.shard) is in \(writer.path): \(total) of \(header.replications) "
        + "replications.")
    return .ok
  }

  private func header(_ shard: Shard, command: String) -> ShardHeader {
    ShardHeader(
      command: command, seed: seed, replications: stop.mostReplications, shard: shard,
      edits: arguments.all(SimulationOptions.set),
      allowOutside: arguments[SimulationOptions.allowOutside],
      scenarios: scenarios.map {
        ShardHeader.Scenario(
          path: $0.path, name: $0.center.name, hash: $0.hash, files: $0.files)
      })
  }
}
