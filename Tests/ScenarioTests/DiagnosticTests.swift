import Testing

@testable import Scenario

@Suite("Diagnostics")
struct DiagnosticTests {
  @Test("A diagnostic shows file, line, column, code, path, message, hint, and the line")
  func rendering() {
    let text = "{\n  \"channels\": {\n    \"chat\": {\n      \"patiense\": 1\n"
    let offset = text.utf8.count - "\"patiense\": 1\n".utf8.count
    let diagnostic = Diagnostic(
      .unknownKey, at: Origin(file: source(text), offset: offset),
      path: SyntaxPath(["channels", "chat", "patiense"]), "unknown key",
      hint: "did you mean \"patience\"?")
    #expect(
      diagnostic.rendered() == """
        center.jsonc:4:7: error[E104]: channels.chat.patiense: unknown key; \
        did you mean "patience"?
            4 |       "patiense": 1
              |       ^

        """)
  }

  @Test("Lines are counted over LF, CRLF and CR, columns in characters")
  func positions() {
    let file = source("a\r\nb\rc\n\u{FEFF}äöx")
    #expect(file.position(at: 0) == TextPosition(line: 1, column: 1))
    #expect(file.position(at: 3) == TextPosition(line: 2, column: 1))
    #expect(file.position(at: 5) == TextPosition(line: 3, column: 1))
    #expect(file.position(at: 14) == TextPosition(line: 4, column: 4))
    #expect(source("\u{FEFF}x").position(at: 3) == TextPosition(line: 1, column: 1))
  }

  @Test("A long line is cut to a window around the caret")
  func longLine() throws {
    let text = String(repeating: "x", count: 5_000) + "!" + String(repeating: "y", count: 5_000)
    let lines = Diagnostic(.truncated, at: Origin(file: source(text), offset: 5_000), "here")
      .rendered().split(separator: "\n")
    #expect(lines[1].count <= 8 + 96)
    let caret = try #require(lines[2].firstIndex(of: "^"))
    #expect(
      lines[1][lines[1].index(lines[1].startIndex, offsetBy: caret.utf16Offset(in: lines[2]))]
        == "!")
  }

  @Test("The caret stands under its place after tabs, wide and combining characters")
  func caret() {
    let text = "\t\u{1F600}e\u{301}!"
    let rendered = Diagnostic(
      .truncated, at: Origin(file: source(text), offset: text.utf8.count - 1), "here"
    ).rendered()
    // A tab is shown as 4 columns, the face takes 2, the composed letter 1.
    #expect(rendered.hasSuffix("|        ^\n"))
  }

  @Test("Nothing in a diagnostic can drive a terminal")
  func escapes() {
    let text = "\"\u{1B}[31m\u{202E}\""
    let rendered = Diagnostic(
      .unknownKey, at: Origin(file: source(text, path: "a\u{7}\nb"), offset: 0),
      path: SyntaxPath(["\u{1B}]0;x"]), "bad \u{9B}", hint: "a\nb"
    ).rendered()
    let unsafe = rendered.unicodeScalars.filter {
      $0 != "\n"
        && ($0.value < 0x20 || $0.value == 0x7F || (0x80...0x9F).contains($0.value)
          || $0.value == 0x202E)
    }
    #expect(unsafe.isEmpty)
    #expect(rendered.split(separator: "\n").count == 3)
  }

  @Test("Twenty errors are shown, the rest is counted")
  func limit() {
    let text = "[" + String(repeating: "NaN,", count: 50) + "]"
    let (_, diagnostics) = SyntaxParser.parse(source(text), dialect: .jsonWithComments)
    #expect(diagnostics.kept.count == 20)
    #expect(diagnostics.rendered().hasSuffix("and 30 more\n"))
  }

  @Test(
    "The nearest word is suggested, if it is near",
    arguments: [
      ("patiense", "patience"), ("Patience", "patience"), ("talk_time", "talkTime"),
      ("wrpaUp", "wrapUp"), ("trunk", "trunks"), ("zzzzz", nil), ("x", nil), ("", nil),
    ])
  func suggestions(word: String, expected: String?) {
    let keys = ["patience", "talkTime", "wrapUp", "trunks"]
    #expect(Suggestion.nearest(to: word, among: keys) == expected)
  }

  @Test("Codes are unique and say by their letter how bad they are")
  func codes() {
    let codes = DiagnosticCode.allCases.map(\.rawValue)
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.count == 4 && ($0.hasPrefix("E") || $0.hasPrefix("N")) })
  }

  @Test("Paths quote names that are not plain words")
  func paths() {
    #expect(
      SyntaxPath(["demand", "order status", "volume"]).description
        == "demand.\"order status\".volume")
  }
}
