import Testing

@testable import Scenario

@Suite("The schema and the reader")
struct JSONSchemaTests {
  private func validator() throws -> SchemaValidator {
    SchemaValidator(try parsed(JSONSchema.scenario(), path: "schema.json"))
  }

  /// All objects of the format, by name.
  private func declarations() -> [String: ObjectDeclaration] {
    var found: [String: ObjectDeclaration] = [:]
    func visit(_ kind: ValueKind) {
      switch kind {
      case .object(let declaration):
        guard found.updateValue(declaration, forKey: declaration.name) == nil else { return }
        for field in declaration.fields where field.isSupported { visit(field.kind) }
        if let others = declaration.others { visit(others.kind) }
      case .distribution: visit(.object(.distribution))
      case .list(let element, _): visit(element)
      case .either(let kinds): kinds.forEach(visit)
      default: break
      }
    }
    visit(.object(.scenario))
    return found
  }

  @Test("The schema is JSON, refers to draft 2020-12, and is the same every time")
  func text() throws {
    let text = JSONSchema.scenario()
    let schema = try parsed(text, path: "schema.json")
    #expect(schema.object?["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
    #expect(JSONSchema.scenario() == text)
    #expect(text.hasSuffix("}\n"))
  }

  @Test("What the reader reads, the schema accepts: each file of a chain by itself")
  func accepted() throws {
    let validator = try validator()
    #expect(try validator.accepts(parsed(baseScenario)))
    for (path, text) in twinFiles where path.hasSuffix(".jsonc") {
      #expect(try validator.accepts(parsed(text)), "\(path)")
    }
  }

  @Test("The schema has exactly the keys that the declaration supports")
  func keys() throws {
    let schema = try parsed(JSONSchema.scenario(), path: "schema.json")
    let definitions = try #require(schema.object?["$defs"]?.object)
    for (name, declaration) in declarations() {
      let written = definitions.members.filter { [name, name + "Whole"].contains($0.key) }
      #expect(!written.isEmpty, "\(name)")
      for definition in written {
        let properties = definition.value.object?["properties"]?.object?.members.map(\.key) ?? []
        #expect(properties == declaration.fields.filter(\.isSupported).map(\.key), "\(name)")
      }
    }
  }

  @Test("The reader reads every key that the declaration supports, and no other")
  func readKeys() throws {
    let log = ReadLog()
    let reading = ScenarioReader(read: reader(twinFiles))
      .read("twin/contact-center.jsonc", edits: [], log: log)
    _ = try reading.sound()
    // Measured instants stand alone.
    let trace = "\"trace\": { \"file\": \"t.csv\", \"column\": \"came\" }, \"counts\": \"issues\""
    let measured = read(
      "\"demand\": { \"orders\": { \"volume\": { \(trace) } } }",
      files: ["t.csv": "came\n2026-11-23 08:30:12\n"], log: log)
    _ = try measured.sound()
    // The telephone has no turns, no peers and no picture; the twin's forecast is right.
    let media = read(
      """
      "demand": { "orders": { "volume": {
        "perDay": 480, "counts": "issues", "forecastError": { "cv": 0.05, "shared": true } } } },
      "channels": {
        "messages": {
          "medium": "messaging",
          "conversation": { "turns": { "mean": 2 }, "silence": { "closesAfter": "1d" } },
        },
        "board": {
          "medium": "forum",
          "peerAnswers": { "share": 0.5, "after": "2h", "staffAfter": "4h" },
        },
        "face": { "medium": "video", "video": { "fallsBackToVoice": 0.1 } },
      }
      """, log: log)
    _ = try media.sound()
    let people = read(
      """
      "teams": {
        "front": {
          "workforce": {
            "headcount": 5, "attrition": [{ "months": 0, "rate": 0.3 }], "passRate": 0.9,
            "hiring": { "classes": [{ "start": "2026-11-30", "agents": 2 }] },
            "cost": { "perVendorHour": 40 },
          },
        },
      }
      """, log: log)
    _ = try people.sound()
    let declared = declarations().values.flatMap { declaration in
      declaration.fields.filter(\.isSupported).map { declaration.name + "." + $0.key }
    }
    #expect(log.keys.subtracting(declared).sorted() == [])
    #expect(Set(declared).subtracting(log.keys).sorted() == [])
  }

  @Test("Names of objects are unique: one name, one declaration")
  func names() {
    for (name, declaration) in declarations() {
      #expect(declaration.name == name)
      #expect(Set(declaration.fields.map(\.key)).count == declaration.fields.count, "\(name)")
      #expect(declaration.exactlyOne.allSatisfy { declaration.field($0)?.isSupported == true })
      for field in declaration.fields {
        #expect(field.summary.hasSuffix(".") || field.summary.hasSuffix("file's."), "\(field.key)")
      }
    }
  }

  @Test("Defaults are values that the reader accepts")
  func defaults() throws {
    for (name, declaration) in declarations() {
      for field in declaration.fields {
        guard case .defaults(let text) = field.presence else { continue }
        var checker = DeclarationChecker()
        checker.check(try parsed(text, path: "a.json"), as: field.kind, at: SyntaxPath())
        #expect(!checker.diagnostics.hasErrors, "\(name).\(field.key)")
      }
    }
  }

  /// What an editor can tell as well as the reader.
  private static let structural = Trigger.all.filter {
    guard $0.main == nil, $0.edits.isEmpty, !$0.differences.contains(": null") else { return false }
    switch $0.code {
    case .formatVersion, .wrongKind, .unknownKey, .notSupportedYet, .wordOfTheTrade,
      .unknownChoice, .malformedDuration, .malformedRate, .malformedName, .notOneAlternative:
      return true
    case .missingKey: return $0.differences.contains("volume")
    case .limitExceeded: return !$0.differences.contains("calendar")
    default: return false
    }
  }

  @Test("What the reader refuses by itself, the schema refuses", arguments: structural)
  func refused(trigger: Trigger) throws {
    #expect(try !validator().accepts(parsed("{ \(trigger.differences) }")))
  }

  @Test(
    "Schema and reader agree on every kind of value",
    arguments: [
      ("channels.voice.patience", #""90s""#, true), ("channels.voice.patience", #""1h30m""#, true),
      ("channels.voice.patience", #""30m1h""#, false), ("channels.voice.patience", #""""#, false),
      ("channels.voice.patience", #"{ "exponential": { "mean": "1m" } }"#, true),
      ("channels.voice.patience", #"{ "exponential": {} }"#, false),
      ("channels.voice.patience", #"{ "exponential": { "mean": "1m" }, "constant": "1m" }"#, false),
      ("channels.voice.patience", #"{ "gamma": { "mean": "1m", "cv": 1, "shape": 1 } }"#, false),
      ("channels.voice.patience", #"{ "erlang": { "mean": "1m", "stages": 3 } }"#, true),
      ("channels.voice.patience", #"{ "erlang": { "mean": "1m", "stages": 2.5 } }"#, false),
      ("channels.voice.patience", #"{ "erlang": { "mean": "1m", "stages": 0 } }"#, false),
      ("channels.voice.patience", #"{ "erlang": { "mean": "1m", "cv": 0.5 } }"#, false),
      ("channels.voice.patience", #"{ "hyperExponential": { "mean": "1m", "cv": 1 } }"#, true),
      ("channels.voice.patience", #"{ "hyperExponential": { "mean": "1m", "cv": 0.9 } }"#, false),
      ("channels.voice.patience", #"{ "hyperExponential": { "cv": 2 } }"#, false),
      (
        "channels.voice.patience",
        #"{ "triangular": { "from": "1m", "mode": "1m", "to": "4m" } }"#, true
      ),
      ("channels.voice.patience", #"{ "triangular": { "from": "1m", "to": "4m" } }"#, false),
      ("channels.voice.hours", #""08:00-18:00""#, true),
      ("channels.voice.hours", #""8-18""#, false),
      ("channels.voice.hours", #"{ "Mon, Wed": ["08:00-12:00"], "Fri": "closed" }"#, true),
      ("channels.voice.hours", #"{ "Monday-Friday": "08:00-12:00" }"#, true),
      ("channels.voice.hours", #"{ "weekdays": "08:00-12:00" }"#, false),
      ("channels.voice.trunks", "1", true), ("channels.voice.trunks", "1.5", false),
      ("channels.voice.trunks", "1000001", false),
      ("channels.voice.target.serviceLevel", "0.8", true),
      ("channels.voice.target.serviceLevel", #""80%""#, true),
      ("channels.voice.target.serviceLevel", #""101%""#, false),
      ("channels.voice.target.serviceLevel", "-0.1", false),
      ("teams.front.agents", "3.5", true), ("teams.front.agents", "-1", false),
      ("teams.front.agents", #""erlang-c""#, true), ("teams.front.agents", #""erlang-b""#, false),
      ("teams.front.agents", #"{ "Mon-Fri": 3, "Sat": 1 }"#, true),
      ("teams.front.agents", #"{ "Mon-Fri": "three" }"#, false),
      ("teams.front.shrinkage", #"{ "breaks": 0.1, "training": "5%" }"#, true),
      ("teams.front.skills", #"{ "voice/orders": 1, "*": { "rank": 2 } }"#, true),
      ("teams.front.skills", #"{ "voice": { "rank": 0 } }"#, false),
      ("teams.front.skills", #"{ "a/b/c": 1 }"#, false),
      ("demand.orders.resolutionRate", #"{ "easy": 1, "hard": "50%" }"#, true),
      ("demand.orders.resolutionRate", #"{ "easy": 1, "herd": 0.5 }"#, false),
      ("demand.orders.volume", #"{ "perInterval": 3, "counts": "offered" }"#, true),
      ("demand.orders.volume", #"{ "perInterval": 3, "counts": "calls" }"#, false),
      ("calendar.start", #""2026-11-23""#, true), ("calendar.start", #""23.11.2026""#, false),
      ("customerHistory", #""siloed""#, true), ("customerHistory", #""silo""#, false),
    ])
  func agreement(path: String, value: String, isAccepted: Bool) throws {
    let keys = path.split(separator: ".").map(String.init)
    let text = keys.reversed().reduce(value) { "{ \"\($1)\": \($0) }" }
    #expect(try validator().accepts(parsed(text)) == isAccepted)
    let members = String(text.dropFirst().dropLast())
    let isRead = read(members).codes.isEmpty
    #expect(isRead == isAccepted, "\(read(members).diagnostics.rendered())")
  }
}
