import Center
import Experiments

/// The shards that a merge was given: of one run, each once; whether none is missing or damaged
/// shows when they are read.
struct ShardSet {
  /// In the order of their numbers.
  let shards: [ShardFile]
  /// What all have in common.
  let header: ShardHeader
  /// The numbers of those that are not there.
  private let missing: [Int]
  /// Files that were given and are no shards, in words.
  private let problems: [String]

  /// Gathers shards from files and folders.
  init(_ operands: [String]) throws(Failure) {
    var found: [ShardFile] = []
    var problems: [String] = []
    for path in try Self.paths(operands) {
      do throws(ShardProblem) {
        found.append(try ShardFile(path))
      } catch {
        if case .system(let system) = error { throw Failure(reading: path, system) }
        problems.append("\(path) \(error.text).")
      }
    }
    guard let first = found.first else {
      throw Failure(
        .badData, "Name shards that can be read.\n" + problems.joined(separator: "\n"))
    }
    var byIndex: [ShardFile?] = Array(repeating: nil, count: first.header.shard.count)
    for shard in found {
      if let difference = shard.header.difference(from: first.header) {
        throw Failure(
          .badData,
          "Merge the shards of one run: \(shard.path) has \(difference) as \(first.path).")
      }
      let index = shard.header.shard.index - 1
      if let double = byIndex[index] {
        throw Failure(
          .badData,
          "Leave out \(double.path) or \(shard.path): both are shard \(shard.header.shard).")
      }
      byIndex[index] = shard
    }
    shards = byIndex.compactMap(\.self)
    header = first.header
    missing = byIndex.indices.filter { byIndex[$0] == nil }.map { $0 + 1 }
    self.problems = problems
  }

  /// The scenarios, from what the shards hold of them.
  func scenarios() throws(Failure) -> [ScenarioFile] {
    var scenarios: [ScenarioFile] = []
    for scenario in header.scenarios {
      guard
        var file = ScenarioFile(
          scenario.path, edits: header.edits, allowOutside: header.allowOutside,
          files: scenario.files), file.hash == scenario.hash
      else {
        throw readsOtherwise(scenario)
      }
      file.center.name = scenario.name
      scenarios.append(file)
    }
    return scenarios
  }

  /// This program does not find in a scenario what the one found that made the shards.
  func readsOtherwise(_ scenario: ShardHeader.Scenario) -> Failure {
    Failure(
      .badData,
      "Make the shards again with this program: \(shards[0].path) holds a scenario that it "
        + "reads otherwise, \(scenario.path).")
  }

  /// Reads all shards in their order.
  ///
  /// - Parameters:
  ///   - blockCount: How many blocks the run has.
  ///   - add: Takes the next block.
  ///   - progress: Told how many blocks have been read.
  /// - Throws: A failure with the commands that make what is missing or damaged.
  func read(
    blocks blockCount: Int, add: (ArraySlice<UInt8>) throws -> Void, progress: (Int) -> Void
  ) throws {
    var missing = missing
    var problems = problems
    for shard in shards {
      let blocks = shard.header.shard.blocks(of: blockCount)
      var next = blocks.lowerBound
      do {
        try shard.read(blocks: blocks.count) { content in
          try Task.checkCancellation()
          // After a gap shards are read to find out which others have to be made.
          if missing.isEmpty { try add(content) }
          next += 1
          progress(next)
        }
      } catch let problem as ShardProblem {
        missing.append(shard.header.shard.index)
        problems.append("\(shard.path) \(problem.text).")
      } catch is UnreadableBytes {
        missing.append(shard.header.shard.index)
        problems.append("\(shard.path) holds something else than this program writes.")
      }
    }
    guard missing.isEmpty, problems.isEmpty else { throw failure(missing, problems) }
  }

  /// What to do about shards that are missing.
  private func failure(_ missing: [Int], _ problems: [String]) -> Failure {
    var lines: [String] = []
    if missing.isEmpty {
      lines.append("Leave out what is no shard:")
    } else {
      lines.append(
        "Make what is missing, \(missing.count) of \(header.shard.count) shards, and merge again:")
      let folder = FileSystem.folder(of: shards[0].path)
      for index in missing.sorted().prefix(Self.mostCommands) {
        let name = Shard(index, of: header.shard.count).map(ShardFormat.name) ?? ""
        let words = header.words(
          making: index, into: folder,
          resume: FileSystem.isFile("\(folder)/\(name)\(ShardFormat.partialEnding)"))
        lines.append("  " + words.map(\.shellWord).joined(separator: " "))
      }
      if missing.count > Self.mostCommands {
        lines.append("  and \(missing.count - Self.mostCommands) more.")
      }
    }
    return Failure(.badData, (lines + problems).joined(separator: "\n"))
  }

  /// How many commands are shown.
  private static let mostCommands = 40

  /// The files that are meant: those named, and the shards in folders that are named.
  private static func paths(_ operands: [String]) throws(Failure) -> [String] {
    var paths: [String] = []
    for operand in operands {
      guard FileSystem.isFolder(operand) else {
        paths.append(operand)
        continue
      }
      let names: [String]
      do throws(SystemError) { names = try FileSystem.names(inFolder: operand) } catch {
        throw Failure(reading: operand, error)
      }
      let shards = names.filter { $0.hasSuffix(ShardFormat.ending) }
      guard !shards.isEmpty else {
        throw Failure(
          .missingInput,
          "Name a folder with shards: \(operand) holds no file *\(ShardFormat.ending).")
      }
      paths += shards.map { (operand.last == "/" ? operand : operand + "/") + $0 }
    }
    return paths
  }
}
