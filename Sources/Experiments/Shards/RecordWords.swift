/// Structures of 8-byte numbers alone, such as `QueueTally`, as columns of words and back: field by
/// field over all of them, in which equal words follow one another.
///
/// The one place that looks at the memory of structures; a field that is added to one is written
/// without being named anywhere (`WordColumnTests`).
extension ByteWriter {
  /// Appends all fields of all records, bit by bit.
  ///
  /// - Precondition: `Record` is a whole number of words without padding.
  mutating func append<Record: BitwiseCopyable>(records: [Record]) {
    let width = wordCount(of: Record.self)
    for field in 0..<width {
      append(
        words: records.indices.lazy.map { index in
          unsafe records.withUnsafeBytes { memory in
            unsafe memory.load(fromByteOffset: (index * width + field) * 8, as: UInt64.self)
          }
        })
    }
  }
}

extension ByteReader {
  /// Reads as many records as there are in `records`, and puts them in place of those.
  ///
  /// - Precondition: `Record` is a whole number of words, each of which may hold any bits.
  mutating func fill<Record: BitwiseCopyable>(
    records: inout [Record]
  ) throws(UnreadableBytes) {
    let width = wordCount(of: Record.self)
    for field in 0..<width {
      let words = try words(records.count)
      unsafe records.withUnsafeMutableBytes { memory in
        for index in words.indices {
          unsafe memory.storeBytes(
            of: words[index], toByteOffset: (index * width + field) * 8, as: UInt64.self)
        }
      }
    }
  }
}

/// The number of words in a structure.
private func wordCount<Record: BitwiseCopyable>(of: Record.Type) -> Int {
  precondition(
    MemoryLayout<Record>.size == MemoryLayout<Record>.stride
      && MemoryLayout<Record>.alignment == 8,
    "\(Record.self) is not made of words alone")
  return MemoryLayout<Record>.size / 8
}
