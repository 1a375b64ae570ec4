/// Writes numbers, texts and columns of words into bytes that `ByteReader` reads back, the same on
/// every machine: little-endian, nothing aligned.
package struct ByteWriter {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []

  /// Nothing written.
  package init() {}

  /// Appends a whole number of any size, seven bits a byte, the lowest first.
  package mutating func append(number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Appends a count.
  ///
  /// - Precondition: It is not negative.
  package mutating func append(count: Int) {
    append(number: UInt64(count))
  }

  /// Appends bytes, their number first.
  package mutating func append(bytes more: [UInt8]) {
    append(count: more.count)
    bytes += more
  }

  /// Appends a text as UTF-8.
  package mutating func append(text: String) {
    append(bytes: Array(text.utf8))
  }

  /// Appends all eight bytes of a word.
  mutating func append(word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }
}
