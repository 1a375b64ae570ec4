import Experiments
import Reports

/// The form of a shard's file: a line that says what it is, then records. Each ends with the
/// SHA-256 of everything before, so that a file cut off or changed anywhere shows where, and what
/// lies before that place can be relied on.
enum ShardFormat {
  /// The first line.
  static let firstLine = Array("switchboard shard 1\n".utf8)
  /// The end of the names of files.
  static let ending = ".switchboard"
  /// The end of the names of shards that are not finished.
  static let partialEnding = ".partial"
  /// The digits of a checksum.
  static let checksumLength = 64
  /// The bytes before a record's content: its kind, and the length of the content.
  static let prefixLength = 9

  /// What a record holds.
  enum Record: UInt8 {
    /// A ``ShardHeader``; the first record.
    case header = 0x68
    /// A block of replications; in the order of their numbers.
    case block = 0x62
    /// Nothing; the last record, which shows that the shard is complete.
    case end = 0x65
  }

  /// The name of a shard's file, without its ending: `shard-03-of-16`.
  static func name(_ shard: Shard) -> String {
    let digits = "\(shard.count)".utf8.count
    let index = "\(shard.index)"
    let zeros = String(repeating: "0", count: digits - index.utf8.count)
    return "shard-\(zeros)\(index)-of-\(shard.count)"
  }

  /// A record without its checksum.
  static func bytes(_ record: Record, _ content: [UInt8]) -> [UInt8] {
    var bytes = [record.rawValue]
    bytes.reserveCapacity(prefixLength + content.count + checksumLength)
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: content.count >> shift))
    }
    return bytes + content
  }

  /// The checksum of everything taken in so far.
  static func checksum(_ hash: SHA256) -> [UInt8] {
    var hash = hash
    return Array(hash.finish().utf8)
  }
}
