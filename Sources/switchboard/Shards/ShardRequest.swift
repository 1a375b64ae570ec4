import Arguments
import Experiments
import Reports

/// What `--shard` asks for: a shard by its number, or the one that a scheduler has given this
/// process.
enum ShardRequest: Sendable, Equatable {
  case numbered(Shard)
  /// `auto/n`.
  case automatic(count: Int)

  static let option = Option(
    "shard",
    ValueKind("I/N") { text throws(ValueProblem) in
      guard let request = ShardRequest(text) else {
        throw .notOfForm(
          "I/N or auto/N with I from 1 to N, N at most \(Shard.most)", example: "3/16")
      }
      return request
    },
    help: "Simulate only part I of N into a file of --out, for merge; auto/N takes I from Slurm, "
      + "Kubernetes, AWS Batch or Google Batch.")

  /// Reads `3/16` or `auto/16`.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let count = Self.wholeNumber(parts[1]) else { return nil }
    if parts[0] == "auto" {
      guard (1...Shard.most).contains(count) else { return nil }
      self = .automatic(count: count)
      return
    }
    guard let index = Self.wholeNumber(parts[0]), let shard = Shard(index, of: count) else {
      return nil
    }
    self = .numbered(shard)
  }

  /// The shard that is meant.
  ///
  /// - Parameter variable: The environment.
  func shard(
    variable: (String) -> String? = ProcessEnvironment.variable
  ) throws(Failure) -> Shard {
    switch self {
    case .numbered(let shard): return shard
    case .automatic(let count): return try Self.shard(of: count, variable: variable)
    }
  }

  /// Where a scheduler says which task of an array this is, and the number of the first task.
  ///
  /// How many tasks there are is never taken from the environment: an array of which a part is
  /// submitted again reports the size of the part.
  private static let schedulers: [(name: String, variable: String, first: Int)] = [
    ("Slurm", "SLURM_ARRAY_TASK_ID", 1),
    ("Kubernetes", "JOB_COMPLETION_INDEX", 0),
    ("AWS Batch", "AWS_BATCH_JOB_ARRAY_INDEX", 0),
    ("Google Batch", "BATCH_TASK_INDEX", 0),
  ]

  private static func shard(
    of count: Int, variable: (String) -> String?
  ) throws(Failure) -> Shard {
    var found: [(text: String, shard: Shard)] = []
    for scheduler in schedulers {
      guard let value = variable(scheduler.variable), !value.isEmpty else { continue }
      guard let number = wholeNumber(value[...]),
        let shard = Shard(number - scheduler.first + 1, of: count)
      else {
        throw Failure(
          .misuse,
          "Number the tasks of \(scheduler.name) from \(scheduler.first) to "
            + "\(scheduler.first + count - 1), or name the shard: --shard auto/\(count) found "
            + "\(scheduler.variable)=\(String(value.prefix(40)).withoutControls).")
      }
      found.append(("\(scheduler.variable)=\(value)", shard))
    }
    guard let first = found.first else {
      throw Failure(
        .misuse,
        "Name the shard, such as --shard 1/\(count): --shard auto/\(count) needs one of "
          + "\(schedulers.map(\.variable).joined(separator: ", ")), and none is set.")
    }
    guard found.allSatisfy({ $0.shard == first.shard }) else {
      throw Failure(
        .misuse,
        "Name the shard, such as --shard \(first.shard): several schedulers disagree about it: "
          + found.map { "\($0.text) is \($0.shard)" }.joined(separator: ", ") + ".")
    }
    return first.shard
  }

  private static func wholeNumber(_ text: Substring) -> Int? {
    guard text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
