import Experiments
import Reports

/// A shard's file in the making.
///
/// Blocks go to a partial file as they come, in their order. Whatever ends the program (a signal,
/// a full disk, the machine), the blocks before that can be gone on from; a shard gets its name
/// only when it is complete and on the disk.
struct ShardWriter {
  /// The name of the finished shard.
  let path: String
  /// How many blocks are in the file.
  private(set) var blocks = 0

  private let folder: String
  private let partial: String
  private let file: FileDescriptor
  private var hash = SHA256()

  /// Begins a shard.
  ///
  /// - Parameters:
  ///   - header: What it says of itself.
  ///   - folder: Where it goes; made if it is not there.
  ///   - most: How many blocks it will have.
  ///   - resume: Whether to go on from what is there of it.
  ///   - keep: Takes the content of each block that is there.
  /// - Throws: `Failure`, also where a file of that name is of something else.
  init(
    _ header: ShardHeader, folder: String, most: Int, resume: Bool,
    keep: (ArraySlice<UInt8>) throws -> Void = { _ in }
  ) throws {
    var folder = folder
    while folder.count > 1, folder.last == "/" { folder.removeLast() }
    let name = "\(folder)/\(ShardFormat.name(header.shard))"
    self.folder = folder
    path = name + ShardFormat.ending
    partial = name + ShardFormat.partialEnding
    do throws(FileSystem.FolderError) {
      try FileSystem.makeFolders(folder) { _ in }
    } catch {
      throw Failure(writing: error.path, error.error)
    }
    file = try Self.open(partial, header.shard)
    do {
      if let scan = try part(of: header), resume {
        try goOn(with: scan, most: most, keep: keep)
      } else {
        try begin(header)
      }
    } catch {
      try? file.close()
      throw error
    }
  }

  /// Appends the next block.
  mutating func append(_ block: [UInt8]) throws(Failure) {
    try write(.block, block)
    blocks += 1
  }

  /// Completes the shard and gives it its name.
  mutating func finish() throws(Failure) {
    try write(.end, [])
    do throws(SystemError) {
      try file.synchronize()
      try FileSystem.rename(partial, to: path)
      try FileSystem.synchronizeFolder(folder)
      try file.close()
    } catch {
      throw Failure(writing: path, error)
    }
  }

  /// Removes what was kept: its results are where they belong.
  func remove() throws(Failure) {
    do throws(SystemError) {
      try FileSystem.remove(partial)
      try file.close()
    } catch {
      throw Failure(writing: partial, error)
    }
  }

  private mutating func begin(_ header: ShardHeader) throws(Failure) {
    do throws(SystemError) { try file.cut(after: 0) } catch {
      throw Failure(writing: partial, error)
    }
    hash = SHA256()
    try write(ShardFormat.firstLine)
    try write(.header, header.bytes)
  }

  private mutating func write(
    _ record: ShardFormat.Record, _ content: [UInt8]
  ) throws(Failure) {
    try write(ShardFormat.bytes(record, content))
    try write(ShardFormat.checksum(hash))
  }

  private mutating func write(_ bytes: [UInt8]) throws(Failure) {
    hash.update(bytes)
    do throws(SystemError) { try file.write(bytes) } catch {
      throw Failure(writing: partial, error)
    }
  }

  /// Opens the partial file for this process alone.
  private static func open(_ path: String, _ shard: Shard) throws(Failure) -> FileDescriptor {
    do throws(SystemError) { return try FileDescriptor.exclusive(path) } catch {
      guard error != .busy else {
        throw Failure(
          .cannotCreate,
          "Wait for the process that makes shard \(shard) at \(path), or choose another --out.")
      }
      throw Failure(writing: path, error)
    }
  }
}

extension ShardWriter {
  /// The partial file behind its header; `nil` where it is not there or ends before.
  ///
  /// - Throws: A failure where it is not a part of this shard: nothing else holds that work.
  private func part(of header: ShardHeader) throws(Failure) -> ShardScan? {
    func refusal(_ reason: String) -> Failure {
      Failure(
        .badData, "Remove \(partial) to begin again, or choose another --out: it \(reason).")
    }
    guard file.size >= ShardFormat.firstLine.count else { return nil }
    var scan: ShardScan
    let found: ShardHeader
    do throws(ShardProblem) {
      scan = try ShardScan(file)
      found = try scan.header()
    } catch {
      switch error {
      case .otherVersion, .foreign: throw refusal(error.text)
      case .system(let system): throw Failure(reading: partial, system)
      case .cutOff, .damaged: return nil
      }
    }
    if let difference = header.difference(fromShard: found) {
      throw refusal("is of another run, and this one has \(difference)")
    }
    return scan
  }

  /// Keeps the blocks of a partial file up to the first that is not whole.
  private mutating func goOn(
    with scan: ShardScan, most: Int, keep: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var scan = scan
    var kept = scan
    while blocks < most, let (record, content) = try? scan.next(), record == .block {
      do { try keep(content[...]) } catch is UnreadableBytes {
        throw Failure(
          .badData,
          "Remove \(partial) to begin again, or choose another --out: it holds something else than "
            + "this program writes.")
      }
      blocks += 1
      kept = scan
    }
    hash = kept.hash
    do throws(SystemError) { try file.cut(after: kept.position) } catch {
      throw Failure(writing: partial, error)
    }
  }
}
