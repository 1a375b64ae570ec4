@testable import Scenario

/// As much of JSON Schema (draft 2020-12) as the schema of scenarios uses; any other keyword is
/// an error, so that nothing goes unchecked.
final class SchemaValidator {
  struct UnknownKeyword: Error { let keyword: String }

  /// Patterns that have been made: the same few are asked for again and again.
  private var patterns: [String: Regex<AnyRegexOutput>] = [:]

  private let definitions: SyntaxObject
  private let root: SyntaxNode

  init(_ schema: SyntaxNode) {
    root = schema
    definitions = schema.object?["$defs"]?.object ?? SyntaxObject()
  }

  func accepts(_ node: SyntaxNode) throws -> Bool { try accepts(node, root) }

  private func accepts(_ node: SyntaxNode, _ schema: SyntaxNode) throws -> Bool {
    guard let rules = schema.object else {
      if case .boolean(let value) = schema.value { return value }
      return true
    }
    for rule in rules.members where try !accepts(node, rule, rules) { return false }
    return true
  }

  private func accepts(
    _ node: SyntaxNode, _ rule: SyntaxMember, _ rules: SyntaxObject
  ) throws -> Bool {
    let value = rule.value
    let limit = value.number?.value ?? 0
    switch rule.key {
    case "$schema", "$defs", "title", "description", "default": return true
    case "$ref":
      let name = value.string?.split(separator: "/").last.map(String.init) ?? ""
      return try definitions[name].map { try accepts(node, $0) } ?? false
    case "anyOf": return try (value.array ?? []).contains { try accepts(node, $0) }
    case "oneOf": return try (value.array ?? []).filter { try accepts(node, $0) }.count == 1
    case "const": return isEqual(node, value)
    case "enum": return (value.array ?? []).contains { isEqual($0, node) }
    case "type": return hasType(node, value.string ?? "")
    case "minimum": return node.number.map { $0.value >= limit } ?? true
    case "maximum": return node.number.map { $0.value <= limit } ?? true
    case "minLength": return node.string.map { Double($0.count) >= limit } ?? true
    case "pattern": return try node.string.map { try matches($0, value) } ?? true
    case "minItems": return node.array.map { Double($0.count) >= limit } ?? true
    case "maxItems": return node.array.map { Double($0.count) <= limit } ?? true
    case "items": return try (node.array ?? []).allSatisfy { try accepts($0, value) }
    case "maxProperties": return node.object.map { Double($0.members.count) <= limit } ?? true
    case "required":
      guard let object = node.object else { return true }
      return (value.array ?? []).allSatisfy { object[$0.string ?? ""] != nil }
    case "properties":
      return try (node.object?.members ?? []).allSatisfy { member in
        try value.object?[member.key].map { try accepts(member.value, $0) } ?? true
      }
    case "additionalProperties":
      let fixed = rules["properties"]?.object
      return try (node.object?.members ?? []).allSatisfy { member in
        try fixed?[member.key] != nil || accepts(member.value, value)
      }
    case "propertyNames":
      return try (node.object?.members ?? []).allSatisfy { member in
        try accepts(SyntaxNode(.string(member.key), at: member.keyOrigin), value)
      }
    default: throw UnknownKeyword(keyword: rule.key)
    }
  }

  /// Numbers are equal by value: 1.0 is 1.
  private func isEqual(_ left: SyntaxNode, _ right: SyntaxNode) -> Bool {
    guard let one = left.number, let other = right.number else { return json(left) == json(right) }
    return one.value == other.value
  }

  private func matches(_ text: String, _ pattern: SyntaxNode) throws -> Bool {
    let source = pattern.string ?? ""
    let regex = try patterns[source] ?? Regex(source)
    patterns[source] = regex
    return try regex.firstMatch(in: text) != nil
  }

  private func hasType(_ node: SyntaxNode, _ type: String) -> Bool {
    switch (type, node.value) {
    case ("object", .object), ("array", .array), ("string", .string), ("number", .number),
      ("boolean", .boolean), ("null", .null):
      true
    case ("integer", .number(let number)): number.integer != nil
    default: false
    }
  }
}
