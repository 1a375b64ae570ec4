/// A column of 64-bit words in few bytes, each bit kept.
///
/// What a block leaves is mostly nothing (closed hours, mechanisms that a center does not have),
/// the same number again, or a count. A step of the column is a number whose two lowest bits say
/// what the others mean.
enum WordStep: UInt64 {
  /// The last word again, so many times more.
  case repetition = 0
  /// The word itself, below 2³².
  case small = 1
  /// A `Double` that is this whole number.
  case whole = 2
  /// So many words follow in full.
  case full = 3

  func callAsFunction(_ value: UInt64) -> UInt64 { value << 2 | rawValue }
}

extension ByteWriter {
  /// Appends a column of words; its length is for the reader to know.
  mutating func append(words: some Sequence<UInt64>) {
    var last: UInt64 = 0
    var repetitions: UInt64 = 0
    var full: [UInt64] = []
    for word in words {
      if word == last {
        append(full: &full)
        repetitions += 1
        continue
      }
      append(repetitions: &repetitions)
      if let step = ByteWriter.shortStep(word) {
        append(full: &full)
        append(number: step)
      } else {
        full.append(word)
      }
      last = word
    }
    append(full: &full)
    append(repetitions: &repetitions)
  }

  private mutating func append(repetitions: inout UInt64) {
    guard repetitions > 0 else { return }
    append(number: WordStep.repetition(repetitions))
    repetitions = 0
  }

  private mutating func append(full words: inout [UInt64]) {
    guard !words.isEmpty else { return }
    append(number: WordStep.full(UInt64(words.count)))
    for word in words { append(word: word) }
    words.removeAll(keepingCapacity: true)
  }

  private static func shortStep(_ word: UInt64) -> UInt64? {
    if word < 1 << 32 { return WordStep.small(word) }
    let value = Double(bitPattern: word)
    guard value >= 1, value < 0x1p48 else { return nil }
    let whole = UInt64(value)
    return Double(whole) == value ? WordStep.whole(whole) : nil
  }
}

extension ByteReader {
  /// A column of exactly `count` words.
  ///
  /// - Parameter count: Known to the caller; the memory taken is no more than it needs.
  mutating func words(_ count: Int) throws(UnreadableBytes) -> [UInt64] {
    var words: [UInt64] = []
    words.reserveCapacity(count)
    var last: UInt64 = 0
    while words.count < count {
      let step = try number()
      let value = step >> 2
      let room = UInt64(count - words.count)
      switch WordStep(rawValue: step & 3) {
      case .repetition:
        guard value > 0, value <= room else { throw UnreadableBytes() }
        words.append(contentsOf: repeatElement(last, count: Int(value)))
      case .small:
        guard value < 1 << 32 else { throw UnreadableBytes() }
        words.append(value)
      case .whole:
        guard value < 1 << 48 else { throw UnreadableBytes() }
        words.append(Double(value).bitPattern)
      case .full, nil:
        guard value > 0, value <= room, value <= UInt64(remaining / 8) else {
          throw UnreadableBytes()
        }
        for _ in 0..<value { words.append(try word()) }
      }
      last = words[words.count - 1]
    }
    return words
  }
}
