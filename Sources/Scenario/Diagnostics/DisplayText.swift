/// Text for a terminal or a log: nothing in it moves a cursor, changes a colour, reverses the
/// writing direction or breaks a line.
enum DisplayText {
  /// How much of a line an excerpt shows [columns].
  static let excerptColumns = 96
  private static let tabColumns = 4

  /// How much of a text is shown [scalars]: a name may be as long as a file.
  static let longest = 2_000

  /// The text with every control and format character as an escape, cut when it is endless.
  static func safe(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(longest) { result += shown(scalar).text }
    return text.utf8.count > longest && text.unicodeScalars.dropFirst(longest).first != nil
      ? result + "…" : result
  }

  /// A text between quotation marks, cut when it is long.
  static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > 60 else { return "\"\(text)\"" }
    return "\"" + String(String.UnicodeScalarView(scalars.prefix(57))) + "…\""
  }

  /// The part of a line around a place, and the caret's distance from its start [columns].
  static func window(of file: SourceFile, around offset: Int) -> (text: String, caret: Int) {
    let line = file.lineRange(at: offset)
    let place = min(max(offset, line.lowerBound), line.upperBound)
    // A scalar has at most 4 bytes: this much is enough on either side, however long the line is.
    var start = max(line.lowerBound, place - 4 * excerptColumns)
    while start > line.lowerBound, file.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let end = min(line.upperBound, place + 4 * excerptColumns)
    var before = pieces(file.bytes[start..<place])
    var after = pieces(file.bytes[place..<end])
    var cutBefore = start > line.lowerBound
    var cutAfter = end < line.upperBound
    let room = excerptColumns - 2
    if columns(before) + columns(after) > room {
      let roomBefore = max(room / 2, room - columns(after))
      while columns(before) > roomBefore {
        before.removeFirst()
        cutBefore = true
      }
      while columns(before) + columns(after) > room {
        after.removeLast()
        cutAfter = true
      }
    }
    let text =
      (cutBefore ? "…" : "") + before.map(\.text).joined() + after.map(\.text).joined()
      + (cutAfter ? "…" : "")
    return (text, columns(before) + (cutBefore ? 1 : 0))
  }

  private static func columns(_ pieces: [(text: String, columns: Int)]) -> Int {
    pieces.reduce(0) { $0 + $1.columns }
  }

  private static func pieces(_ bytes: ArraySlice<UInt8>) -> [(text: String, columns: Int)] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map(shown)
  }

  /// A scalar as it is shown, and how wide it is.
  private static func shown(_ scalar: Unicode.Scalar) -> (text: String, columns: Int) {
    if (" "..."~").contains(scalar) { return (String(scalar), 1) }
    if scalar == "\t" { return (String(repeating: " ", count: tabColumns), tabColumns) }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
      .surrogate:
      let text = "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      return (text, text.utf8.count)
    case .nonspacingMark, .enclosingMark:
      return (String(scalar), 0)
    default:
      return (String(scalar), isWide(scalar) ? 2 : 1)
    }
  }

  /// Whether terminals give the scalar two columns: the wide blocks of Unicode's East Asian Width
  /// (UAX #11), in rough.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
