/// The JSON Schema of scenarios (draft 2020-12), written from the declaration that the reader
/// checks by.
///
/// A file may extend another, which is why no key is required outside the values that are
/// replaced whole, and why `null`, which removes, is allowed where objects merge.
public enum JSONSchema {
  /// The schema as text, with a line break at the end. The same text every time.
  public static func scenario() -> String {
    var writer = SchemaWriter()
    let body = writer.object(.scenario, isMerged: true)
    var definitions = ""
    for (name, text) in writer.definitions.sorted(by: { $0.name < $1.name }) {
      definitions += (definitions.isEmpty ? "" : ",\n") + "    \(JSONText.quoted(name)): \(text)"
    }
    return """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Switchboard scenario",
        "$ref": "#/$defs/scenario",
        "$defs": {
      \(definitions.isEmpty ? "" : definitions + ",")
          "scenario": \(body)
        }
      }

      """
  }
}

/// Writes kinds as schemas; objects become definitions, each once.
struct SchemaWriter {
  private(set) var definitions: [(name: String, text: String)] = []

  private static let duration =
    "\"type\": \"string\", \"pattern\": "
    + JSONText.quoted(
      "^(?:[0-9]+(?:\\.[0-9]+)?w)?(?:[0-9]+(?:\\.[0-9]+)?d)?(?:[0-9]+(?:\\.[0-9]+)?h)?(?:[0-9]+(?:\\.[0-9]+)?m)?(?:[0-9]+(?:\\.[0-9]+)?s)?$"
    )
    + ", \"minLength\": 2"

  /// The schema of a kind, in braces.
  mutating func schema(_ kind: ValueKind, isMerged: Bool) -> String {
    "{ " + members(kind, isMerged: isMerged) + " }"
  }

  private mutating func members(_ kind: ValueKind, isMerged: Bool) -> String {
    switch kind {
    case .version: return "\"const\": 1"
    case .text, .fileName: return "\"type\": \"string\", \"minLength\": 1"
    case .boolean: return "\"type\": \"boolean\""
    case .date:
      return "\"type\": \"string\", \"pattern\": "
        + JSONText.quoted("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    case .instant:
      return "\"type\": \"string\", \"pattern\": "
        + JSONText.quoted("^[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{2}:[0-9]{2})?$")
    case .rate:
      return "\"anyOf\": [{ \"type\": \"number\", \"minimum\": 0, \"maximum\": 1 }, "
        + "{ \"type\": \"string\", \"pattern\": "
        + JSONText.quoted("^0*(?:100(?:\\.0+)?|[0-9]{1,2}(?:\\.[0-9]+)?) *%$") + " }]"
    case .number(let range):
      return "\"type\": \"number\", \"minimum\": \(DurationText.plain(range.lowerBound)), "
        + "\"maximum\": \(DurationText.plain(range.upperBound))"
    case .integer(let range):
      return "\"type\": \"integer\", \"minimum\": \(range.lowerBound), "
        + "\"maximum\": \(range.upperBound)"
    case .duration: return Self.duration
    case .openingHours:
      return "\"type\": \"string\", \"pattern\": "
        + JSONText.quoted(
          "^(?:closed|always|[0-9]{1,2}:[0-9]{2} *- *[0-9]{1,2}:[0-9]{2})$")
    case .clock:
      return "\"type\": \"string\", \"pattern\": "
        + JSONText.quoted("^(?:(?:[01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)$")
    case .choice(let choices):
      let words = choices.filter(\.isSupported).map { JSONText.quoted($0.word) }
      return "\"enum\": [\(words.joined(separator: ", "))]"
    case .list(let element, let count):
      return "\"type\": \"array\", \"items\": \(schema(element, isMerged: false)), "
        + "\"minItems\": \(count.lowerBound), \"maxItems\": \(count.upperBound)"
    case .distribution:
      return "\"anyOf\": [{ \(Self.duration) }, "
        + "{ \(members(.object(.distribution), isMerged: false)) }]"
    case .either(let kinds):
      let schemas = kinds.map { schema($0, isMerged: isMerged) }
      return "\"anyOf\": [\(schemas.joined(separator: ", "))]"
    case .object(let declaration):
      let isMerged = isMerged && !declaration.isReplacedWhole
      let name = declaration.name + (isMerged || declaration.isReplacedWhole ? "" : "Whole")
      if !definitions.contains(where: { $0.name == name }) {
        let text = object(declaration, isMerged: isMerged)
        definitions.append((name, text))
      }
      return "\"$ref\": \"#/$defs/\(name)\""
    }
  }

  /// The schema of an object, in braces.
  mutating func object(_ declaration: ObjectDeclaration, isMerged: Bool) -> String {
    var lines = [
      "\"description\": \(JSONText.quoted(declaration.summary))", "\"type\": \"object\"",
    ]
    var properties: [String] = []
    for field in declaration.fields where field.isSupported {
      var text = "{ \"description\": \(JSONText.quoted(field.summary)), "
      if case .defaults(let value) = field.presence { text += "\"default\": \(value), " }
      text += value(field.kind, isMerged: isMerged) + " }"
      properties.append("        \(JSONText.quoted(field.key)): \(text)")
    }
    if !properties.isEmpty {
      lines.append("\"properties\": {\n" + properties.joined(separator: ",\n") + "\n      }")
    }
    if let others = declaration.others {
      lines.append("\"additionalProperties\": { \(value(others.kind, isMerged: isMerged)) }")
      if let pattern = Self.pattern(others.keys, fixed: declaration.fields) {
        lines.append("\"propertyNames\": { \"pattern\": \(JSONText.quoted(pattern)) }")
      }
    } else {
      lines.append("\"additionalProperties\": false")
    }
    let required = declaration.fields.filter {
      if case .required = $0.presence { !isMerged } else { false }
    }
    if !required.isEmpty {
      let keys = required.map { JSONText.quoted($0.key) }.joined(separator: ", ")
      lines.append("\"required\": [\(keys)]")
    }
    if !declaration.exactlyOne.isEmpty, !isMerged {
      let one = declaration.exactlyOne.map { "{ \"required\": [\(JSONText.quoted($0))] }" }
      lines.append("\"oneOf\": [\(one.joined(separator: ", "))]")
    }
    if declaration.others != nil {
      lines.append("\"maxProperties\": \(declaration.mostMembers)")
    }
    return "{\n      " + lines.joined(separator: ",\n      ") + "\n    }"
  }

  /// A value that may also be removed, where objects merge.
  private mutating func value(_ kind: ValueKind, isMerged: Bool) -> String {
    guard isMerged else { return members(kind, isMerged: false) }
    return "\"anyOf\": [\(schema(kind, isMerged: true)), { \"type\": \"null\" }]"
  }

  /// What keys there may be, as a pattern; nil for any.
  private static func pattern(
    _ keys: ObjectDeclaration.OpenKeys, fixed: [ObjectDeclaration.Field]
  ) -> String? {
    let control = "\\u0000-\\u001F\\u007F-\\u009F"
    let name = "(?!all$)[^./*=+@|\\s\(control)-][^./*\(control)]*"
    let day = "(?:[Mm]on|[Tt]ue|[Ww]ed|[Tt]hu|[Ff]ri|[Ss]at|[Ss]un)[a-z]*"
    switch keys {
    case .names: return "^\(name)$"
    case .classes: return "^(?:\\*|\(name))$"
    case .skills: return "^(?:\\*|\(name))(?:/(?:\\*|\(name)))?$"
    case .weekdays:
      let words = fixed.filter(\.isSupported).map { $0.key + "|" }.joined()
      return "^(?:\(words)daily|\(day)(?: *[-,] *\(day))*)$"
    case .weeks:
      let week = "(?:[1-9]|[1-4][0-9]|5[0-3])"
      return "^\(week)(?:-\(week))?$"
    case .free: return "."
    }
  }
}
