/// Reads back what `ByteWriter` has written.
///
/// Bytes of any kind are read to their end or refused: no length is believed before it has been
/// held against what is there, or against what the caller expects.
package struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  /// Begins to read.
  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// How many bytes are left.
  package var remaining: Int { bytes.endIndex - position }

  /// A whole number of up to 64 bits.
  package mutating func number() throws(UnreadableBytes) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let byte = try byte()
      // The tenth byte has room for one bit.
      guard shift < 63 || byte <= 1 else { throw UnreadableBytes() }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
    }
    throw UnreadableBytes()
  }

  /// A count.
  ///
  /// - Parameter limit: The largest that makes sense.
  package mutating func count(upTo limit: Int) throws(UnreadableBytes) -> Int {
    let value = try number()
    guard value <= UInt64(limit) else { throw UnreadableBytes() }
    return Int(value)
  }

  /// As many bytes as their number before them says.
  package mutating func block() throws(UnreadableBytes) -> [UInt8] {
    let count = try count(upTo: remaining)
    guard count <= remaining else { throw UnreadableBytes() }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  /// A text.
  package mutating func text() throws(UnreadableBytes) -> String {
    guard let text = String(validating: try block(), as: UTF8.self) else {
      throw UnreadableBytes()
    }
    return text
  }

  /// Refuses what is left over.
  package func end() throws(UnreadableBytes) {
    guard remaining == 0 else { throw UnreadableBytes() }
  }

  /// A word of eight bytes.
  mutating func word() throws(UnreadableBytes) -> UInt64 {
    guard remaining >= 8 else { throw UnreadableBytes() }
    var word: UInt64 = 0
    for offset in 0..<8 { word |= UInt64(bytes[position + offset]) << UInt64(8 * offset) }
    position += 8
    return word
  }

  private mutating func byte() throws(UnreadableBytes) -> UInt8 {
    guard remaining > 0 else { throw UnreadableBytes() }
    defer { position += 1 }
    return bytes[position]
  }
}

/// Bytes that no `ByteWriter` has written so.
public struct UnreadableBytes: Error, Hashable {
  /// Something does not fit.
  package init() {}
}
