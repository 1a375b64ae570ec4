extension SyntaxParser {
  /// A number, by the grammar of RFC 8259.
  ///
  /// The text is turned into a double by the standard library, correctly rounded; a magnitude
  /// below the smallest double is zero, one above the largest an error.
  mutating func number() throws(Diagnostic) -> NumberLiteral {
    let start = index
    while index < bytes.count, belongsToNumber(bytes[index]) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if let word = infinityAfterSign(text) {
      diagnostics.add(notANumber(word, at: start))
      return NumberLiteral(text: "0", value: 0)
    }
    guard index - start <= limits[.numberLength] else {
      throw problem(
        .malformedNumber, at: start,
        "a number of more than \(limits.inWords(.numberLength)) characters, the limit")
    }
    if let (message, hint) = grammarProblem(bytes[start..<index]) {
      throw problem(.malformedNumber, at: start, message, hint: hint)
    }
    guard let value = Double(text) else {
      throw problem(.malformedNumber, at: start, "the number \(text.prefix(40)) cannot be read")
    }
    if !value.isFinite {
      diagnostics.add(
        problem(
          .numberTooLarge, at: start, "the number \(text.prefix(40)) is too large",
          hint: "the largest is 1.7976931348623157e308"))
      return NumberLiteral(text: "0", value: 0)
    }
    return NumberLiteral(text: text, value: value)
  }

  private func belongsToNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x25: true
    default: false
    }
  }

  private func infinityAfterSign(_ text: String) -> String? {
    let word = text.drop { $0 == "-" || $0 == "+" }.lowercased()
    return ["infinity", "inf", "nan"].contains(word) ? text : nil
  }

  /// What a text lacks to be a number, and what was probably meant.
  private func grammarProblem(_ text: ArraySlice<UInt8>) -> (String, String?)? {
    let shown = String(decoding: text.prefix(40), as: UTF8.self)
    let malformed = "\(shown) is not a number"
    let first = text.first ?? 0
    if first == 0x2B { return (malformed, "write it without \"+\"") }
    let unsigned = first == 0x2D ? text.dropFirst() : text
    if unsigned.first == 0x2E { return (malformed, "write a 0 before the point") }
    var rest = unsigned.drop { isDigit($0) }
    let whole = unsigned.count - rest.count
    if whole > 1, unsigned.first == 0x30 { return (malformed, "write it without leading zeros") }
    if whole == 0 { return (malformed, nil) }
    if rest.first == 0x2E {
      let fraction = rest.dropFirst().drop { isDigit($0) }
      if fraction.count == rest.count - 1 {
        return (malformed, "write a digit after the point, or no point")
      }
      rest = fraction
    }
    if rest.first == 0x65 || rest.first == 0x45 {
      var exponent = rest.dropFirst()
      if exponent.first == 0x2B || exponent.first == 0x2D { exponent = exponent.dropFirst() }
      let tail = exponent.drop { isDigit($0) }
      if tail.count < exponent.count { rest = tail }
    }
    guard let next = rest.first else { return nil }
    if next == 0x25 || isLetter(next) {
      return (malformed, "a value with a unit needs double quotes: \"\(shown)\"")
    }
    return (malformed, nil)
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
