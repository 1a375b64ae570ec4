extension SyntaxParser {
  /// A string in double quotes, its escapes resolved.
  mutating func string() throws(Diagnostic) -> String {
    let open = index
    index += 1
    let start = index
    // Most strings have no escape: one slice.
    while index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x5C, bytes[index] >= 0x20 {
      index += 1
    }
    if index < bytes.count, bytes[index] == 0x22 {
      index += 1
      return String(decoding: bytes[start..<index - 1], as: UTF8.self)
    }
    var content = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x22:
        index += 1
        return String(decoding: content, as: UTF8.self)
      case 0x5C: try escape(into: &content)
      case 0x0A, 0x0D:
        throw problem(
          .controlCharacter, at: open, "the string that begins here does not end on its line",
          hint: "add the closing quote, or write a line break as \\n")
      case 0x00...0x1F:
        throw problem(
          .controlCharacter, at: index, "a control character in a string",
          hint: byte == 0x09 ? "write a tab as \\t" : "write it as an escape")
      default:
        content.append(byte)
        index += 1
      }
    }
    throw truncation("the string that begins on line \(file.position(at: open).line) is not closed")
  }

  private mutating func escape(into content: inout [UInt8]) throws(Diagnostic) {
    let start = index
    guard index + 1 < bytes.count else { throw truncation("a string is not closed") }
    let letter = bytes[index + 1]
    index += 2
    switch letter {
    case 0x22, 0x5C, 0x2F: content.append(letter)
    case 0x62: content.append(0x08)
    case 0x66: content.append(0x0C)
    case 0x6E: content.append(0x0A)
    case 0x72: content.append(0x0D)
    case 0x74: content.append(0x09)
    case 0x75: content.append(contentsOf: try unicodeEscape(from: start))
    default:
      throw problem(
        .malformedEscape, at: start, "an escape that JSON does not have",
        hint: "write a backslash as \\\\; paths have \"/\"")
    }
  }

  /// The scalar of `\uXXXX`, or of two of them that are a surrogate pair.
  private mutating func unicodeEscape(from start: Int) throws(Diagnostic) -> [UInt8] {
    let first = try hexadecimal(from: start)
    var code = UInt32(first)
    if (0xD800...0xDBFF).contains(first), index + 1 < bytes.count, bytes[index] == 0x5C,
      bytes[index + 1] == 0x75
    {
      index += 2
      let second = try hexadecimal(from: start)
      guard (0xDC00...0xDFFF).contains(second) else { throw loneSurrogate(at: start) }
      code = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw loneSurrogate(at: start) }
    return Array(String(scalar).utf8)
  }

  private func loneSurrogate(at offset: Int) -> Diagnostic {
    problem(
      .malformedEscape, at: offset, "half a surrogate pair, which is no character",
      hint: "write the character itself")
  }

  private mutating func hexadecimal(from start: Int) throws(Diagnostic) -> UInt16 {
    var code: UInt16 = 0
    for _ in 0..<4 {
      guard index < bytes.count else { throw truncation("a string is not closed") }
      let digit: UInt8
      switch bytes[index] {
      case 0x30...0x39: digit = bytes[index] - 0x30
      case 0x41...0x46: digit = bytes[index] - 0x41 + 10
      case 0x61...0x66: digit = bytes[index] - 0x61 + 10
      default:
        throw problem(.malformedEscape, at: start, "\\u needs four hexadecimal digits")
      }
      code = code << 4 | UInt16(digit)
      index += 1
    }
    return code
  }

  /// A string in single quotes: reported, and read as what was meant.
  mutating func singleQuoted() throws(Diagnostic) -> String {
    let open = index
    index += 1
    let start = index
    while index < bytes.count, bytes[index] >= 0x20, bytes[index] != 0x27 { index += 1 }
    guard index < bytes.count, bytes[index] == 0x27 else {
      throw problem(
        .wrongQuotes, at: open, "a single quotation mark", hint: "JSON has double quotes: \"")
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    index += 1
    diagnostics.add(
      problem(
        .wrongQuotes, at: open, "a text in single quotes",
        hint: "write \(DisplayText.quoted(text))"))
    if diagnostics.isFull { throw unexpected("a text in double quotes") }
    return text
  }
}
