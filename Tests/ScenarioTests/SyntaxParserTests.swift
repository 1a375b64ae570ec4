import Testing

@testable import Scenario

@Suite("The syntax of scenarios")
struct SyntaxParserTests {
  @Test(
    "JSON is read as RFC 8259 has it",
    arguments: [
      ("{}", "{}"), ("[]", "[]"), (" [ 1 , 2 ] ", "[1,2]"), ("0", "0"), ("-0", "-0"),
      ("1.5e+3", "1.5e+3"), ("\"\"", "\"\""), ("\"\\u0041\\n\\/\"", "\"A\\n/\""),
      ("\"\\uD834\\uDD1E\"", "\"𝄞\""), ("[true,false,null]", "[true,false,null]"),
      ("{\"b\":1,\"a\":{\"c\":[]}}", "{\"b\":1,\"a\":{\"c\":[]}}"), ("1E-400", "1E-400"),
      ("\u{FEFF}[1]", "[1]"), ("[\"\u{7F}\"]", "[\"\u{7F}\"]"),
    ])
  func valid(text: String, expected: String) throws {
    #expect(json(try parsed(text, path: "a.json")) == expected)
    #expect(json(try parsed(text, path: "a.jsonc")) == expected)
  }

  @Test("Comments and trailing commas are read in .jsonc only")
  func comments() throws {
    let text = "// head\n{ \"a\": [1, 2,], /* inner\n */ \"b\": {\"c\": 3,}, } // tail"
    #expect(json(try parsed(text)) == "{\"a\":[1,2],\"b\":{\"c\":3}}")
    #expect(codes(text, path: "a.json") == [.commentInStrictFile])
    #expect(
      codes("{\"a\": [1,], }", path: "a.JSON")
        == [.trailingCommaInStrictFile, .trailingCommaInStrictFile])
  }

  @Test(
    "What is not JSON is refused with its code",
    arguments: [
      ("", DiagnosticCode.emptyFile), (" \n", .emptyFile), ("// only a comment", .emptyFile),
      ("{", .truncated), ("[1,", .truncated), ("{\"a\"", .truncated), ("{\"a\":", .truncated),
      ("\"abc", .truncated), ("/* open", .truncated), ("[\"\\u12", .truncated),
      ("[,1]", .unexpectedCharacter), ("[1,,2]", .unexpectedCharacter), ("]", .unexpectedCharacter),
      ("{\"a\":}", .unexpectedCharacter), ("{1:2}", .unexpectedCharacter),
      ("{\"a\" 1}", .unexpectedCharacter), ("[1}", .unexpectedCharacter),
      ("# no", .unexpectedCharacter), ("{\"a\"=1}", .unexpectedCharacter),
      ("/", .unexpectedCharacter),
      ("[\u{A0}1]", .unexpectedCharacter), ("01", .malformedNumber), ("+1", .malformedNumber),
      (".5", .malformedNumber), ("5.", .malformedNumber), ("1e", .malformedNumber),
      ("-", .malformedNumber), ("0x1F", .malformedNumber), ("1.2.3", .malformedNumber),
      ("20s", .malformedNumber), ("1_000", .malformedNumber), ("1e400", .numberTooLarge),
      ("[-1e999]", .numberTooLarge), ("NaN", .notANumber), ("-Infinity", .notANumber),
      ("[nan, Infinity]", .notANumber), ("\"a\tb\"", .controlCharacter),
      ("\"a\nb\"", .controlCharacter), ("\"\\x41\"", .malformedEscape),
      ("\"\\uD834\"", .malformedEscape), ("\"\\uDD1E\"", .malformedEscape),
      ("\"\\uD834\\u0041\"", .malformedEscape), ("\"\\u00G0\"", .malformedEscape),
      ("{\"a\":1,\"a\":2}", .duplicateKey), ("{} {}", .contentAfterEnd), ("[1]]", .contentAfterEnd),
      ("['a']", .wrongQuotes), ("['a", .wrongQuotes), ("[“a”]", .wrongQuotes),
      ("{a: 1}", .unquotedKey), ("{\"a\":1 \"b\":2}", .missingComma), ("[1 2]", .missingComma),
      ("[True]", .unknownWord), ("[None]", .unknownWord), ("[hello]", .unknownWord),
    ])
  func invalid(text: String, code: DiagnosticCode) {
    #expect(codes(text).first == code)
  }

  @Test("Slips with an obvious intention say what was meant, all at once")
  func intentions() {
    let text = """
      {
        a: 'x',
        "b": True
        "c": [None, NaN 3],
        "b": 1e400
      }
      """
    let (node, diagnostics) = SyntaxParser.parse(source(text), dialect: .jsonWithComments)
    #expect(node == nil)
    #expect(
      diagnostics.kept.map(\.code) == [
        .unquotedKey, .wrongQuotes, .unknownWord, .missingComma, .unknownWord, .notANumber,
        .missingComma, .numberTooLarge, .duplicateKey,
      ])
    #expect(
      diagnostics.kept.compactMap(\.hint).prefix(4) == [
        "write \"a\"", "write \"x\"", "write true", "put \",\" after the value",
      ])
  }

  @Test("A value with a unit but without quotes says how to write it")
  func unitWithoutQuotes() {
    #expect(
      firstLine("{\"within\": 20s}")
        == "center.jsonc:1:12: error[E004]: 20s is not a number; "
        + "a value with a unit needs double quotes: \"20s\"")
  }

  @Test("Nesting is limited to 64 levels, and no depth makes the parser trap")
  func depth() {
    let fits = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(codes(fits).isEmpty)
    #expect(codes("[" + fits + "]") == [.tooDeep])
    #expect(codes(String(repeating: "[", count: 100_000)) == [.tooDeep])
    #expect(codes(String(repeating: "{\"a\":", count: 100_000)) == [.tooDeep])
  }

  @Test("A file beyond 16 MB is refused, before anything reads it")
  func size() {
    let file = SourceFile(path: "a.json", bytes: [UInt8](repeating: 0x20, count: 16 << 20 | 1))
    #expect(
      SyntaxParser.parse(file, dialect: .json).diagnostics.kept.map(\.code) == [.fileTooLarge])
  }

  @Test("Values are limited in number")
  func values() {
    var budget = 3
    _ = SyntaxParser.parse(source("[1,2]"), dialect: .json, valueBudget: &budget)
    #expect(budget == 0)
    let (_, diagnostics) = SyntaxParser.parse(
      source("[1]"), dialect: .json, valueBudget: &budget)
    #expect(diagnostics.kept.map(\.code) == [.tooManyValues])
  }

  @Test(
    "Bytes that are not UTF-8 are refused where they begin",
    arguments: [
      ([0x22, 0xFF, 0x22], 1), ([0x22, 0xC0, 0x80, 0x22], 1), ([0x22, 0xED, 0xA0, 0x80], 1),
      ([0x20, 0xF4, 0x90, 0x80, 0x80], 1), ([0x20, 0xE2, 0x82], 1), ([0x80], 0), ([0xE2, 0x28], 0),
    ] as [([UInt8], Int)])
  func encoding(bytes: [UInt8], offset: Int) throws {
    let (_, diagnostics) = SyntaxParser.parse(
      SourceFile(path: "a.json", bytes: bytes), dialect: .json)
    let first = try #require(diagnostics.kept.first)
    #expect(first.code == .invalidEncoding)
    #expect(first.origin?.offset == offset)
  }

  @Test("UTF-16 is recognised and named")
  func utf16() {
    let (_, diagnostics) = SyntaxParser.parse(
      SourceFile(path: "a.json", bytes: [0xFF, 0xFE, 0x7B, 0, 0x7D, 0]), dialect: .json)
    #expect(diagnostics.kept.first?.message == "the file is UTF-16")
  }

  @Test("Numbers keep their text, and integers are exact")
  func numbers() throws {
    let node = try parsed("[9007199254740993, 0.1, 3e1, 2.5, 30.0]")
    let numbers = try #require(node.array).compactMap(\.number)
    #expect(numbers.map(\.text) == ["9007199254740993", "0.1", "3e1", "2.5", "30.0"])
    #expect(numbers.map(\.integer) == [9_007_199_254_740_993, nil, 30, nil, 30])
    #expect(numbers[1].value == 0.1)
  }

  @Test("Large objects find their members and refuse a key twice")
  func largeObject() throws {
    let members = (0..<500).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    let object = try #require(try parsed("{\(members)}").object)
    #expect(object.members.count == 500)
    #expect(object["k321"]?.number?.integer == 321)
    #expect(object["k500"] == nil)
    #expect(codes("{\(members),\"k7\":1}") == [.duplicateKey])
  }

  @Test("Truncating or damaging a text anywhere never traps and never passes for whole")
  func everyPrefix() {
    let text = Array(
      #"{"a": ["x\u00e9\n", -1.5e3, true, null], /* c */ "ü": {"b": "20s", "c": [1, 2,],},}"#.utf8)
    for end in 0..<text.count {
      let file = SourceFile(path: "a.jsonc", bytes: Array(text[..<end]))
      #expect(SyntaxParser.parse(file, dialect: .jsonWithComments).node == nil)
    }
    for place in text.indices {
      for byte: UInt8 in [0x00, 0x22, 0x27, 0x2C, 0x5B, 0x5C, 0x7D, 0x80, 0xFF] {
        var damaged = text
        damaged[place] = byte
        let file = SourceFile(path: "a.jsonc", bytes: damaged)
        _ = SyntaxParser.parse(file, dialect: .jsonWithComments).diagnostics.rendered()
      }
    }
  }
}
