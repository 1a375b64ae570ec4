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
  /// - Throws: `Failure`; what `keep` threw.
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
      if resume, try goOn(with: header, most: most, keep: keep) { return }
      try begin(header)
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
    do throws(SystemError) {
      while true {
        let file = try FileDescriptor(updating: path)
        guard file.isRegular else {
          try file.close()
          throw SystemError.notAFile
        }
        guard try file.lock() else {
          try file.close()
          throw SystemError.busy
        }
        // The process that had it may just have finished and renamed it.
        if file.isNamed(path) { return file }
        try file.close()
      }
    } catch {
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
  /// Keeps the blocks of a partial file up to the first that is not whole.
  ///
  /// - Returns: `false` if there is nothing to keep.
  private mutating func goOn(
    with header: ShardHeader, most: Int, keep: (ArraySlice<UInt8>) throws -> Void
  ) throws -> Bool {
    var scan: ShardScan
    let found: ShardHeader
    do throws(ShardProblem) {
      scan = try ShardScan(file)
      found = try scan.header()
    } catch {
      if case .otherVersion = error {
        throw Failure(
          .badData,
          "Remove \(partial) to begin again, or choose another --out: it \(error.text).")
      }
      return false
    }
    let difference =
      header.difference(from: found)
      ?? (header.shard == found.shard ? nil : "shard \(header.shard), not \(found.shard)")
    if let difference {
      throw Failure(
        .badData,
        "Remove \(partial) to begin again, or choose another --out: it is of another run, and this "
          + "one has \(difference).")
    }
    var kept = scan
    while blocks < most, let (record, content) = try? scan.next(), record == .block {
      try keep(content[...])
      blocks += 1
      kept = scan
    }
    hash = kept.hash
    do throws(SystemError) { try file.cut(after: kept.position) } catch {
      throw Failure(writing: partial, error)
    }
    return true
  }
}
