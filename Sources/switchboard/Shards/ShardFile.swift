import Experiments

/// The file of a finished shard.
struct ShardFile {
  /// The file, as the user named it.
  let path: String
  /// What it says of itself, confirmed by a checksum.
  let header: ShardHeader

  /// Reads the header.
  init(_ path: String) throws(ShardProblem) {
    do {
      header = try ShardFile.scan(path) { try $0.header() }
    } catch {
      throw error as? ShardProblem ?? .foreign
    }
    self.path = path
  }

  /// Reads the whole file.
  ///
  /// - Parameters:
  ///   - count: How many blocks it must have.
  ///   - block: Takes the content of each block, once a checksum has confirmed it; what it throws
  ///     ends the reading.
  /// - Throws: `ShardProblem` where the file is not complete to the last byte; what `block` threw.
  func read(
    blocks count: Int, block: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    try ShardFile.scan(path) { scan in
      guard try scan.header() == header else { throw ShardProblem.damaged(after: 0) }
      for _ in 0..<count {
        let before = scan.position
        let (record, content) = try scan.next()
        guard record == .block else { throw ShardProblem.damaged(after: before) }
        try block(content[...])
      }
      let before = scan.position
      let (record, content) = try scan.next()
      guard record == .end, content.isEmpty else { throw ShardProblem.damaged(after: before) }
      try scan.end()
    }
  }

  /// The path of the shard, if it is complete in the folder already.
  ///
  /// - Throws: A failure where a shard of another run has the name: nothing else holds its work.
  static func finished(
    _ header: ShardHeader, in folder: String, blocks: Int
  ) throws(Failure) -> String? {
    let path = "\(folder)/\(ShardFormat.name(header.shard))\(ShardFormat.ending)"
    func refusal(_ reason: String) -> Failure {
      Failure(
        .badData, "Remove \(path) to make it again, or choose another --out: it \(reason).")
    }
    let file: ShardFile
    do throws(ShardProblem) { file = try ShardFile(path) } catch {
      switch error {
      case .otherVersion: throw refusal(error.text)
      case .system(let system) where FileSystem.isFile(path): throw Failure(reading: path, system)
      case .system, .foreign, .cutOff, .damaged: return nil
      }
    }
    if let difference = header.difference(fromShard: file.header) {
      throw refusal("is of another run, and this one has \(difference)")
    }
    return (try? file.read(blocks: blocks) { _ in }) == nil ? nil : path
  }

  private static func scan<Result>(
    _ path: String, _ body: (inout ShardScan) throws -> Result
  ) throws -> Result {
    let file: FileDescriptor
    do throws(SystemError) { file = try FileDescriptor(reading: path) } catch {
      throw ShardProblem.system(error)
    }
    defer { try? file.close() }
    var scan = try ShardScan(file)
    return try body(&scan)
  }
}
