import Experiments
import Reports
import Scenario

/// What a shard says of itself: all that it takes to merge it, and to make it or any of the
/// others again.
struct ShardHeader: Equatable {
  /// `simulate`, `compare` or `sweep`.
  var command: String
  var version = Version.program
  var randomStreams = Version.randomStreams
  var seed: UInt64
  var replications: Int
  var shard: Shard
  /// What `--set` says.
  var edits: [String]
  var allowOutside: Bool
  /// Of a sweep: what `--vary` and `--latin` say.
  var varied = VariedWords()
  var scenarios: [Scenario]

  /// What varies in a sweep, as the command line has it.
  struct VariedWords: Equatable {
    /// Those of `--vary`.
    var paths: [String] = []
    /// That of `--latin`.
    var latin: Int?

    var words: [String] {
      paths.flatMap { ["--vary", $0] } + (latin.map { ["--latin", "\($0)"] } ?? [])
    }
  }

  /// A scenario with the files that it was read from, so that a merge needs nothing else.
  struct Scenario: Equatable {
    /// The file, as the user named it.
    var path: String
    /// The name of the design.
    var name: String
    /// SHA-256 of everything that was read for it, and of the edits.
    var hash: String
    var files: [ScenarioFile.Content]
  }

  /// In what the run of another shard is not this one's, in words; `nil` where both belong
  /// together. Where the scenarios lay, and on which machine, does not matter.
  func difference(from other: ShardHeader) -> String? {
    let facts = zip(facts, other.facts)
    if let (own, others) = facts.first(where: { $0.value != $1.value }) {
      return "\(own.name) \(own.value), not \(others.value)"
    }
    for (own, others) in zip(scenarios, other.scenarios) where own.hash != others.hash {
      return "another content of scenario \(own.name.withoutControls)"
    }
    return nil
  }

  /// In what this shard is not another one.
  func difference(fromShard other: ShardHeader) -> String? {
    difference(from: other) ?? (shard == other.shard ? nil : "shard \(shard), not \(other.shard)")
  }

  /// What all shards of a run have in common, beside the content of the scenarios.
  private var facts: [(name: String, value: String)] {
    [
      ("version", version), ("random streams", "\(randomStreams)"), ("command", command),
      ("scenarios", scenarios.map(\.name.withoutControls).joined(separator: ", ")),
      ("points", varied.words.joined(separator: " ").withoutControls), ("seed", "\(seed)"),
      ("replications", "\(replications)"), ("shards", "\(shard.count)"),
    ]
  }

  /// The command that makes a shard of this run.
  ///
  /// - Parameters:
  ///   - index: Which.
  ///   - folder: Where it goes.
  ///   - resume: Whether a part of it is there already.
  func words(making index: Int, into folder: String, resume: Bool) -> [String] {
    // A name that begins like an option is none behind its folder.
    let paths = scenarios.map { $0.path.hasPrefix("-") ? "./" + $0.path : $0.path }
    var words = ["switchboard", command] + paths
    for edit in edits { words += ["--set", edit] }
    if allowOutside { words.append("--allow-outside") }
    words += varied.words
    words += ["--seed", "\(seed)", "--replications", "\(replications)"]
    words += ["--shard", "\(index)/\(shard.count)", "--out", folder]
    return resume ? words + ["--resume"] : words
  }
}

extension ShardHeader {
  /// The header in bytes.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.append(text: version)
    writer.append(count: randomStreams)
    writer.append(text: command)
    writer.append(number: seed)
    writer.append(count: replications)
    writer.append(count: shard.index)
    writer.append(count: shard.count)
    writer.append(count: allowOutside ? 1 : 0)
    writer.append(count: edits.count)
    for edit in edits { writer.append(text: edit) }
    writer.append(count: varied.paths.count)
    for path in varied.paths { writer.append(text: path) }
    writer.append(count: varied.latin ?? 0)
    writer.append(count: scenarios.count)
    for scenario in scenarios {
      writer.append(text: scenario.path)
      writer.append(text: scenario.name)
      writer.append(text: scenario.hash)
      writer.append(count: scenario.files.count)
      for file in scenario.files {
        writer.append(text: file.path)
        writer.append(bytes: file.bytes)
      }
    }
    return writer.bytes
  }

  /// The version of the program that wrote a header, which stands first whatever the version.
  static func version(_ bytes: [UInt8]) throws(UnreadableBytes) -> String {
    var reader = ByteReader(bytes[...])
    return try reader.text()
  }

  /// Reads a header.
  init(bytes: [UInt8]) throws(UnreadableBytes) {
    var reader = ByteReader(bytes[...])
    version = try reader.text()
    randomStreams = try reader.count(upTo: 1 << 30)
    command = try reader.text()
    seed = try reader.number()
    replications = try reader.count(upTo: Experiment.mostReplications)
    let index = try reader.count(upTo: Shard.most)
    guard let shard = Shard(index, of: try reader.count(upTo: Shard.most)) else {
      throw UnreadableBytes()
    }
    self.shard = shard
    allowOutside = try reader.count(upTo: 1) == 1
    edits = []
    for _ in 0..<(try reader.count(upTo: reader.remaining)) { edits.append(try reader.text()) }
    for _ in 0..<(try reader.count(upTo: reader.remaining)) {
      varied.paths.append(try reader.text())
    }
    let latin = try reader.count(upTo: VariedPoints.limit)
    varied.latin = latin == 0 ? nil : latin
    scenarios = []
    for _ in 0..<(try reader.count(upTo: reader.remaining)) {
      var scenario = Scenario(
        path: try reader.text(), name: try reader.text(), hash: try reader.text(), files: [])
      for _ in 0..<(try reader.count(upTo: reader.remaining)) {
        scenario.files.append(
          ScenarioFile.Content(path: try reader.text(), bytes: try reader.block()))
      }
      scenarios.append(scenario)
    }
    try reader.end()
    guard replications > 0, !scenarios.isEmpty, ["simulate", "compare", "sweep"].contains(command),
      (command == "sweep") == !varied.paths.isEmpty
    else {
      throw UnreadableBytes()
    }
  }
}
