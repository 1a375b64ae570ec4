extension SyntaxParser {
  /// A diagnostic of this text.
  func problem(
    _ code: DiagnosticCode, at offset: Int, _ message: String, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(code, at: Origin(file: file, offset: offset), message, hint: hint)
  }

  /// The file ends too early.
  func truncation(_ what: String) -> Diagnostic {
    var end = bytes.count
    while end > file.contentStart, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    return problem(
      .truncated, at: end, "the text ends here, but \(what)", hint: "is the file complete?")
  }

  /// The file ends inside an object or list.
  func unclosed(_ open: Int) -> Diagnostic {
    let kind = bytes[open] == 0x7B ? "object" : "list"
    let line = file.position(at: open).line
    return truncation("the \(kind) that begins on line \(line) is not closed")
  }

  /// Something else stands where something was expected.
  func unexpected(_ expected: String) -> Diagnostic {
    guard index < bytes.count else { return truncation("\(expected) is missing") }
    let scalar = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self)
      .unicodeScalars.first
    guard let scalar else { return truncation("\(expected) is missing") }
    if ("\u{2018}"..."\u{201F}").contains(scalar) {
      return problem(
        .wrongQuotes, at: index, "a typographic quotation mark",
        hint: "JSON has straight double quotes: \"")
    }
    if scalar == "\u{A0}" || scalar == "\u{FEFF}" || scalar.properties.isWhitespace {
      let code = String(scalar.value, radix: 16, uppercase: true)
      return problem(
        .unexpectedCharacter, at: index, "an invisible character, U+\(code)",
        hint: "replace it with a plain space")
    }
    return problem(
      .unexpectedCharacter, at: index, "expected \(expected), found \"\(scalar)\"")
  }
}
