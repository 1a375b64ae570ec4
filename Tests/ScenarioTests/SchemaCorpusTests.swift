import Testing

@testable import Scenario

/// Good and bad scenarios made of the declaration: every key present and absent, of every wrong
/// type, beside an unknown key, outside its range.
enum SchemaCorpus {
  /// A file, to be laid on a sound scenario.
  struct Entry: Sendable {
    let name: String
    let document: String
  }

  private static let wrong = [
    "true", "0", "-1", "0.5", "1e300", "\"\"", "\"no such word\"", "[]", "{}", "[true]",
    "{ \"name\": [] }",
  ]

  static let entries: [Entry] = Declared.places.flatMap { place -> [Entry] in
    var values = [Declared.sample(place.kind)] + wrong + ends(of: place.kind)
    if !place.isMerged { values.append("null") }
    if case .object(let declaration) = place.kind {
      values += objects(declaration, isMerged: place.isMerged)
    }
    return values.map { Entry(name: "\(place.path): \($0)", document: place.document($0)) }
  }

  /// Values at the ends of a range and beyond them.
  private static func ends(of kind: ValueKind) -> [String] {
    switch kind {
    case .integer(let range):
      [range.lowerBound - 1, range.lowerBound, range.upperBound, range.upperBound + 1]
        .map { "\($0)" } + ["1.0", "1.5", "1e0"]
    case .number(let range):
      [range.lowerBound.nextDown, range.lowerBound, range.upperBound, range.upperBound.nextUp]
        .map { "\($0)" }
    case .rate:
      [
        "1", "1.0000000000000002", "\"100%\"", "\"31.5 %\"", "\"007%\"", "\"100.1%\"", "\"%\"",
        "\"31\"",
      ]
    case .version: ["1.0", "1e0", "2"]
    case .duration, .distribution:
      [
        "\"1h30m\"", "\"30m1h\"", "\"90\"", "\"1.5h\"", "\"1,5h\"", "\"90 s\"", "\"90sec\"",
        "\"s\"",
      ]
    case .instant:
      ["2026-11-23 14:00", "2026-11-23T14:00", "2026-11-23 9:00", "2026-11-23 09:00:00"].map {
        "\"\($0)\""
      }
    case .date: ["\"2026-2-3\"", "\"23.11.2026\"", "\"2026-11-230\""]
    case .openingHours:
      ["\"08:00-18:00\"", "\"8:00 - 18:00\"", "\"8-18\"", "\"closed\"", "\"open\""]
    case .clock: ["\"8:30\"", "\"08:60\"", "\"24:00\"", "\"24:30\"", "\"8\"", "\"8:30 AM\""]
    case .choice(let choices): choices.map { "\"\($0.word)\"" } + ["\"Voice\""]
    case .list(let element, let range) where range.upperBound <= 100:
      [range.upperBound, range.upperBound + 1].map { count in
        "[" + Array(repeating: Declared.sample(element), count: count).joined(separator: ",") + "]"
      }
    default: []
    }
  }

  /// An object with each key alone, with what it needs, and with keys that it does not have.
  private static func objects(_ declaration: ObjectDeclaration, isMerged: Bool) -> [String] {
    var objects = [
      "patiense", "a.b", "*", "a/b", "a/b/c", " a", "all", "=a", "Mon-Fri", "Mon,Someday",
      "7", "48-2", "54", "07",
    ]
    .map { Declared.object(declaration, with: $0, others(of: declaration)) }
    for field in declaration.fields {
      let value = field.isSupported ? Declared.sample(field.kind) : "{}"
      objects.append(Declared.object(declaration, with: field.key, value))
      if !isMerged || !field.isSupported { objects.append("{ \"\(field.key)\": \(value) }") }
    }
    let alternatives = declaration.exactlyOne.compactMap { declaration.field($0) }
    if alternatives.count > 1 {
      let both = alternatives.suffix(2).map { "\"\($0.key)\": \(Declared.sample($0.kind))" }
      objects.append("{ \(both.joined(separator: ", ")) }")
    }
    return objects
  }

  private static func others(of declaration: ObjectDeclaration) -> String {
    declaration.others.map { Declared.sample($0.kind) } ?? "1"
  }
}

@Suite("The schema and the reader on files made of the declaration")
struct SchemaCorpusTests {
  @Test("agree on every one: what either refuses of a value by itself, the other does")
  func agreement() throws {
    let validator = SchemaValidator(try parsed(JSONSchema.scenario(), path: "schema.json"))
    var accepted = 0
    let base = try parsed(Declared.base)
    for entry in SchemaCorpus.entries {
      let file = try parsed(entry.document, path: "main.json")
      let tree = base.merged(with: file, isReplacedWhole: ValueKind.isReplacedWhole)
      var checker = DeclarationChecker()
      checker.check(tree, as: .object(.scenario), at: SyntaxPath())
      let isRead = checker.diagnostics.errors.allSatisfy(Self.mayComeFromAnotherFile)
      accepted += isRead ? 1 : 0
      #expect(
        try validator.accepts(file) == isRead, "\(entry.name)\n\(checker.diagnostics.rendered())")
    }
    #expect(accepted > 300 && SchemaCorpus.entries.count - accepted > 1_000)
  }

  /// Whether a key is missing that the file on top may write: anywhere but in a value that is
  /// replaced whole.
  private static func mayComeFromAnotherFile(_ diagnostic: Diagnostic) -> Bool {
    guard diagnostic.code == .missingKey || diagnostic.code == .formatVersion else { return false }
    let keys = diagnostic.path.keys
    return !keys.indices.contains { ValueKind.isReplacedWhole(SyntaxPath(Array(keys[..<$0]))) }
      && diagnostic.message.contains("missing")
  }

  @Test("agree to the end: what the reader makes a center of, the schema accepts")
  func whole() throws {
    let validator = SchemaValidator(try parsed(JSONSchema.scenario(), path: "schema.json"))
    for place in Declared.places {
      let document = place.document(Declared.sample(place.kind))
      guard Declared.read(document).center != nil else { continue }
      #expect(try validator.accepts(parsed(document)), "\(place.path)")
    }
  }
}
