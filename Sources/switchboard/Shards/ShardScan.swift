import Experiments
import Reports

/// Reads a shard's file record by record, and believes nothing that its checksum does not confirm.
struct ShardScan {
  /// How many bytes have been read and confirmed.
  private(set) var position = 0
  /// The hash of these.
  private(set) var hash = SHA256()

  private let file: FileDescriptor
  private let size: Int

  /// Begins with a file that stands at its first byte.
  init(_ file: FileDescriptor) throws(ShardProblem) {
    guard file.isRegular else { throw .foreign }
    self.file = file
    size = file.size
    let line = try bytes(ShardFormat.firstLine.count)
    guard line == ShardFormat.firstLine else { throw .foreign }
    hash.update(line)
    position = line.count
  }

  /// The next record.
  mutating func next() throws(ShardProblem) -> (record: ShardFormat.Record, content: [UInt8]) {
    guard position < size else { throw .cutOff(after: position) }
    let prefix = try bytes(ShardFormat.prefixLength)
    guard prefix.count == ShardFormat.prefixLength else { throw .cutOff(after: position) }
    guard let record = ShardFormat.Record(rawValue: prefix[0]) else {
      throw .damaged(after: position)
    }
    let length = prefix[1...].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    // A length is not believed, nor memory taken for it, beyond what the file holds.
    guard length <= UInt64(size) else { throw .damaged(after: position) }
    let end = position + prefix.count + Int(length) + ShardFormat.checksumLength
    guard end <= size else { throw .cutOff(after: position) }
    let content = try bytes(Int(length))
    let checksum = try bytes(ShardFormat.checksumLength)
    var hash = hash
    hash.update(prefix)
    hash.update(content)
    guard ShardFormat.checksum(hash) == checksum else { throw .damaged(after: position) }
    hash.update(checksum)
    self.hash = hash
    position = end
    return (record, content)
  }

  /// The next record, which is the header.
  mutating func header() throws(ShardProblem) -> ShardHeader {
    let (record, content) = try next()
    guard record == .header else { throw .foreign }
    let unreadable = ShardProblem.damaged(after: ShardFormat.firstLine.count)
    guard let version = try? ShardHeader.version(content) else { throw unreadable }
    guard version == Version.program else { throw .otherVersion(version) }
    guard let header = try? ShardHeader(bytes: content) else { throw unreadable }
    return header
  }

  /// Refuses what follows the last record.
  func end() throws(ShardProblem) {
    guard position == size else { throw .damaged(after: position) }
  }

  private func bytes(_ count: Int) throws(ShardProblem) -> [UInt8] {
    do throws(SystemError) {
      return try file.read(count)
    } catch {
      throw .system(error)
    }
  }
}

/// Why a file is no shard that can be used.
enum ShardProblem: Error, Equatable {
  /// It cannot be read.
  case system(SystemError)
  /// It does not begin as a shard does.
  case foreign
  /// Another version of the program made it.
  case otherVersion(String)
  /// It ends before it is complete; so many bytes can be relied on.
  case cutOff(after: Int)
  /// It is not what was written; so many bytes can be relied on.
  case damaged(after: Int)

  /// In words that follow the name of the file.
  var text: String {
    switch self {
    case .system(let error): "cannot be read: \(error.reason)"
    case .foreign: "is not a shard"
    case .otherVersion(let version):
      "was made by version \(version.withoutControls), and this is \(Version.program)"
    case .cutOff(let count): "is cut off: it is complete for \(count) bytes only"
    case .damaged(let count): "is damaged: what follows byte \(count) is not what was written"
    }
  }
}
