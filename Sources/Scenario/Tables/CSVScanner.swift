/// Cuts a table's bytes into rows of fields.
struct CSVScanner {
  let delimiter: UInt8
  private let file: SourceFile
  private let limits: ReaderLimits
  private var index: Int

  /// A scanner at the first line, which tells the delimiter: the most frequent of semicolon,
  /// tab and comma outside quotes, the first of these at a tie.
  init(file: SourceFile, limits: ReaderLimits) {
    self.file = file
    self.limits = limits
    index = file.contentStart
    let line = file.bytes[file.lineRange(at: index)]
    if line.count == 5, line.starts(with: Array("sep=".utf8)), let named = line.last {
      delimiter = named
      index = line.endIndex
      takeLineEnd()
      return
    }
    var best: (delimiter: UInt8, count: Int) = (0x2C, 0)
    for candidate: UInt8 in [0x3B, 0x09, 0x2C] {
      var quoted = false
      var count = 0
      for byte in line {
        if byte == 0x22 { quoted.toggle() }
        if byte == candidate, !quoted { count += 1 }
      }
      if count > best.count { best = (candidate, count) }
    }
    delimiter = best.delimiter
  }

  /// The fields of the next row, quotes included; nil at the end.
  mutating func nextRow() throws(Diagnostic) -> [Range<Int>]? {
    guard index < file.bytes.count else { return nil }
    var fields: [Range<Int>] = []
    while true {
      fields.append(try nextField())
      guard index < file.bytes.count, file.bytes[index] == delimiter else { break }
      index += 1
      if fields.count >= limits[.tableFields] { throw tooManyFields(at: index) }
    }
    takeLineEnd()
    return fields
  }

  /// There are more fields than a table may have.
  func tooManyFields(at offset: Int) -> Diagnostic {
    Diagnostic(
      .limitExceeded, at: Origin(file: file, offset: offset),
      "the table has more than \(limits.inWords(.tableFields)) fields, the limit")
  }

  private mutating func nextField() throws(Diagnostic) -> Range<Int> {
    let start = index
    if index < file.bytes.count, file.bytes[index] == 0x22 {
      index += 1
      while index < file.bytes.count {
        if file.bytes[index] == 0x22 {
          index += 1
          guard index < file.bytes.count, file.bytes[index] == 0x22 else {
            return start..<(try closedField(start))
          }
        }
        index += 1
      }
      throw Diagnostic(
        .malformedTable, at: Origin(file: file, offset: start),
        "the quoted field that begins here does not end", hint: "add the closing quote")
    }
    while index < file.bytes.count, !endsField(file.bytes[index]) { index += 1 }
    return start..<index
  }

  private func closedField(_ start: Int) throws(Diagnostic) -> Int {
    guard index < file.bytes.count, !endsField(file.bytes[index]) else { return index }
    throw Diagnostic(
      .malformedTable, at: Origin(file: file, offset: index), "text after the closing quote",
      hint: "write a quote inside a field twice")
  }

  private func endsField(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == 0x0A || byte == 0x0D
  }

  private mutating func takeLineEnd() {
    if index < file.bytes.count, file.bytes[index] == 0x0D { index += 1 }
    if index < file.bytes.count, file.bytes[index] == 0x0A { index += 1 }
  }
}
