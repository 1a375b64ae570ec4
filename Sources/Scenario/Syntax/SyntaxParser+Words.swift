extension SyntaxParser {
  /// A word: `true`, `false`, `null`, or one with an obvious intention.
  mutating func word() throws(Diagnostic) -> SyntaxNode.Value {
    let start = index
    let word = takeIdentifier()
    switch word {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    default: break
    }
    let shown = DisplayText.quoted(word)
    switch word.lowercased() {
    case "true", "yes", "on":
      diagnostics.add(
        problem(.unknownWord, at: start, "unknown word \(shown)", hint: "write true"))
      return .boolean(true)
    case "false", "no", "off":
      diagnostics.add(
        problem(.unknownWord, at: start, "unknown word \(shown)", hint: "write false"))
      return .boolean(false)
    case "none", "nil", "undefined", "null":
      diagnostics.add(
        problem(.unknownWord, at: start, "unknown word \(shown)", hint: "write null"))
      return .null
    case "nan", "inf", "infinity":
      diagnostics.add(notANumber(word, at: start))
      return .null
    default:
      diagnostics.add(
        problem(
          .unknownWord, at: start, "unknown word \(shown)",
          hint: "a text needs double quotes: \(shown)"))
      return .string(word)
    }
  }

  /// NaN or an infinity was written for a number.
  func notANumber(_ word: String, at offset: Int) -> Diagnostic {
    problem(
      .notANumber, at: offset, "\(word) is not a number that JSON or a scenario has",
      hint: "write a finite number, or leave the key out")
  }

  /// A key: a string, or what was meant as one.
  mutating func key() throws(Diagnostic) -> String {
    switch bytes[index] {
    case 0x22: return try string()
    case 0x27: return try singleQuoted()
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x24:
      let start = index
      let word = takeIdentifier()
      let shown = DisplayText.quoted(word)
      diagnostics.add(
        problem(
          .unquotedKey, at: start, "the key \(word.prefix(60)) has no quotes",
          hint: "write \(shown)"))
      if diagnostics.isFull { throw unexpected("a key in double quotes") }
      return word
    case 0x30...0x39, 0x2D:
      throw problem(
        .unexpectedCharacter, at: index, "a number where a key is expected",
        hint: "keys are strings in double quotes")
    default: throw unexpected("a key in double quotes")
    }
  }

  private mutating func takeIdentifier() -> String {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x24, 0x30...0x39: index += 1
      default: return String(decoding: bytes[start..<index], as: UTF8.self)
      }
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }
}
