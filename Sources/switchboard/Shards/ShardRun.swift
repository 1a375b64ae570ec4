import Arguments
import Experiments
import Reports

/// A run, or a part of it, whose finished blocks are kept in a file: what a signal, a full disk or
/// the end of the machine interrupts can be gone on from.
struct ShardRun {
  let header: ShardHeader
  /// How many blocks the whole run has.
  let blockCount: Int
  /// How many replications the blocks below one hold.
  let replications: (Int) -> Int
  /// Whether the results decide when to stop: then another limit is the same run, and only blocks
  /// that it does not cut short are kept.
  var isOpenEnded = false
  let arguments: ParsedArguments
  let session: Session
  /// Simulates blocks and hands each on in bytes, in order, until that returns `false`.
  let simulate: (Range<Int>, _ receive: ([UInt8]) throws -> Bool) async throws -> Void

  private var folder: String { arguments[SimulationOptions.out] ?? "." }
  private var blocks: Range<Int> { header.shard.blocks(of: blockCount) }

  /// Makes one shard of the run (`--shard`).
  func makeShard() async throws -> ExitCode {
    let file = try ShardFile.finished(header, in: folder, blocks: blocks.count)
    if let file, arguments[SimulationOptions.resume] {
      session.console.message("Shard \(header.shard) is complete already: \(file)")
      return .ok
    }
    var writer = try ShardWriter(
      header, folder: folder, most: blocks.count, resume: arguments[SimulationOptions.resume])
    try await simulateRest(into: &writer) { _ in true }
    try writer.finish()
    let made = replications(blocks.upperBound) - replications(blocks.lowerBound)
    session.console.message(
      "Shard \(header.shard) is in \(writer.path): \(made) of \(replications(blockCount)) "
        + "replications"
        + (made == 0
          ? ": the run has only \(blockCount) blocks of \(Experiment.blockLength)." : "."))
    return .ok
  }

  /// Goes on with the whole run from what an earlier one has left (`--resume` alone).
  ///
  /// - Parameter add: Takes the blocks in order, those of the file first; `false` ends the work.
  /// - Returns: The file, to be removed once the results are where they belong.
  func resumed(_ add: (ArraySlice<UInt8>) throws -> Bool) async throws -> ShardWriter {
    var isEnough = false
    let most = isOpenEnded ? replications(blockCount) / Experiment.blockLength : blockCount
    var writer = try ShardWriter(header, folder: folder, most: most, resume: true) { block in
      if !isEnough { isEnough = try !add(block) }
    }
    if !isEnough { try await simulateRest(into: &writer) { try add($0[...]) } }
    return writer
  }

  private func simulateRest(
    into writer: inout ShardWriter, receive: ([UInt8]) throws -> Bool
  ) async throws {
    let first = replications(blocks.lowerBound)
    var next = blocks.lowerBound + writer.blocks
    let meter = ProgressMeter(
      total: replications(blocks.upperBound) - first,
      unit: isOpenEnded ? "replications at most" : "replications",
      begun: replications(next) - first,
      console: session.console)
    do {
      defer { meter.finish() }
      try await simulate(next..<blocks.upperBound) { block in
        try Task.checkCancellation()
        let isWhole = replications(next + 1) - replications(next) == Experiment.blockLength
        if isWhole || !isOpenEnded { try writer.append(block) }
        next += 1
        meter.update(done: replications(next) - first)
        return try receive(block)
      }
      try Task.checkCancellation()
    } catch {
      // What a scenario does wrong it would do again.
      if error is CancellationError || error is Failure {
        session.console.message(
          "Go on with --resume: \(writer.blocks) of \(blocks.count) blocks"
            + (header.shard.count > 1 ? " of shard \(header.shard)" : "") + " are kept.")
      }
      throw error
    }
  }
}

extension ShardRun {
  /// Refuses what `--shard` and `--resume` cannot do, with the reason.
  ///
  /// - Parameter others: Options of the command that a shard cannot follow, with the reasons.
  static func check(
    _ arguments: ParsedArguments, others: [(isGiven: Bool, option: String, reason: String)] = []
  ) throws(Failure) {
    let isShard = arguments[ShardRequest.option] != nil
    guard isShard || arguments[SimulationOptions.resume] else { return }
    let refused =
      others + [
        (
          arguments.gives(SimulationOptions.measures), "--measures",
          "a shard keeps all of them; give it to switchboard merge"
        ),
        (
          arguments.gives(SimulationOptions.format), "--format",
          "a shard has one form; give it to switchboard merge"
        ),
      ]
    if isShard, let first = refused.first(where: \.isGiven) {
      throw Failure(.misuse, "Leave out \(first.option): \(first.reason).")
    }
    guard arguments[SimulationOptions.out] != nil else {
      throw Failure(
        .misuse,
        isShard
          ? "Name a folder with --out: the shard's file goes there."
          : "Name a folder with --out: finished work is kept there for --resume.")
    }
    if arguments.operands.contains("-") {
      throw Failure(
        .misuse, "Name the scenario's file in place of -: it is read again when the work goes on.")
    }
  }
}
