/// Checks a tree against the declaration of the format: keys, kinds, ranges, words.
///
/// Finds everything that can be told of a value by itself. What depends on other values or on
/// files is left to the decoder.
struct DeclarationChecker {
  private(set) var diagnostics = Diagnostics()
  private let limits: ReaderLimits
  /// The paths at or below which something is wrong.
  private(set) var unsoundPaths: Set<SyntaxPath> = []

  /// A checker that has found nothing yet.
  init(limits: ReaderLimits = .standard) { self.limits = limits }

  /// Whether nothing at or below a path is wrong.
  func isSound(_ path: SyntaxPath) -> Bool { !unsoundPaths.contains(path) }

  private mutating func add(_ diagnostic: Diagnostic) {
    diagnostics.add(diagnostic)
    guard diagnostic.severity == .error else { return }
    for length in 0...diagnostic.path.keys.count {
      unsoundPaths.insert(SyntaxPath(Array(diagnostic.path.keys.prefix(length))))
    }
  }

  /// Checks a value.
  mutating func check(_ node: SyntaxNode, as kind: ValueKind, at path: SyntaxPath) {
    // Enough has been said; a hostile file must not cost more.
    if diagnostics.omittedErrors > 1_000 { return }
    do {
      try checkOrThrow(node, as: kind, at: path)
    } catch {
      add(error)
    }
  }

  private mutating func checkOrThrow(
    _ node: SyntaxNode, as kind: ValueKind, at path: SyntaxPath
  ) throws(Diagnostic) {
    switch kind {
    case .version: try ScalarReading.version(node, path)
    case .text, .fileName: _ = try ScalarReading.text(node, path, as: kind)
    case .boolean: _ = try ScalarReading.boolean(node, path)
    case .date: _ = try ScalarReading.date(node, path)
    case .instant: _ = try ScalarReading.instant(node, path)
    case .rate: _ = try ScalarReading.rate(node, path)
    case .number(let range): _ = try ScalarReading.number(node, path, in: range)
    case .integer(let range): _ = try ScalarReading.integer(node, path, in: range)
    case .duration(let range): _ = try ScalarReading.duration(node, path, in: range)
    case .openingHours: _ = try ScalarReading.openingHours(node, path)
    case .clock: _ = try ScalarReading.clock(node, path)
    case .choice(let choices): _ = try ScalarReading.choice(node, path, among: choices)
    case .list(let element, let count):
      guard let elements = node.array else {
        throw ScalarReading.wrongKind(node, path, expected: kind)
      }
      guard count.contains(elements.count) else {
        throw Diagnostic(
          .outOfRange, at: node.origin, path: path,
          "\(elements.count) elements; expected \(count.lowerBound)…\(count.upperBound)")
      }
      for (index, item) in elements.enumerated() {
        check(item, as: element, at: path.appending(String(index)))
      }
    case .distribution(let bare):
      guard node.string == nil else {
        _ = try ScalarReading.duration(node, path)
        if let shape = bare.inWords {
          add(
            Diagnostic(
              .customaryShape, at: node.origin, path: path,
              "a bare duration: the mean of the customary shape, \(shape)"))
        }
        return
      }
      guard node.object != nil else {
        throw ScalarReading.wrongKind(node, path, expected: kind)
      }
      try check(node, asObject: .distribution, at: path)
    case .either(let kinds):
      guard let fitting = kinds.first(where: { $0.fits(node) }) else {
        throw ScalarReading.wrongKind(node, path, expected: kinds.count == 1 ? kinds[0] : kind)
      }
      try checkOrThrow(node, as: fitting, at: path)
    case .object(let declaration): try check(node, asObject: declaration, at: path)
    }
  }

  // MARK: Objects

  private mutating func check(
    _ node: SyntaxNode, asObject declaration: ObjectDeclaration, at path: SyntaxPath
  ) throws(Diagnostic) {
    guard let object = node.object else {
      throw ScalarReading.wrongKind(node, path, expected: .object(declaration))
    }
    guard object.members.count <= declaration.mostMembers else {
      throw Diagnostic(
        .limitExceeded, at: node.origin, path: path,
        "\(object.members.count) members are more than \(declaration.mostMembers), the limit")
    }
    for member in object.members {
      check(member, of: declaration, at: path.appending(member.key))
    }
    for field in declaration.fields {
      if case .required = field.presence, object.place(of: field.key) == nil {
        missing(field, of: node, at: path)
      }
    }
    guard !declaration.exactlyOne.isEmpty else { return }
    let present = declaration.exactlyOne.filter { object.place(of: $0) != nil }
    // An unknown key in the place of the alternative has been reported already.
    let unknown = object.members.contains { declaration.field($0.key) == nil }
    let isLater = object.members.contains { declaration.field($0.key)?.isSupported == false }
    if present.count > 1 || present.isEmpty && !unknown && !isLater {
      let names = declaration.exactlyOne.map { "\"\($0)\"" }.joined(separator: ", ")
      add(
        Diagnostic(
          .notOneAlternative, at: node.origin, path: path,
          declaration.exactlyOne.count == 1
            ? "\(names) is missing"
            : "expected exactly one of \(names), found "
              + (present.isEmpty
                ? "none" : present.map { "\"\($0)\"" }.joined(separator: " and "))))
    }
  }

  private mutating func missing(
    _ field: ObjectDeclaration.Field, of node: SyntaxNode, at path: SyntaxPath
  ) {
    if case .version = field.kind {
      add(
        Diagnostic(
          .formatVersion, at: node.origin, path: path.appending(field.key),
          "the version of the format is missing", hint: "write \"switchboard\": 1"))
      return
    }
    add(
      Diagnostic(
        .missingKey, at: node.origin, path: path.appending(field.key), "the key is missing",
        hint: field.hint))
  }

  private mutating func check(
    _ member: SyntaxMember, of declaration: ObjectDeclaration, at path: SyntaxPath
  ) {
    if let field = declaration.field(member.key) {
      if field.isSupported {
        check(member.value, as: field.kind, at: path)
      } else {
        add(
          Diagnostic(
            .notSupportedYet, at: member.keyOrigin, path: path, "not supported yet",
            hint: field.hint))
      }
      return
    }
    guard let others = declaration.others else {
      add(unknownKey(member, of: declaration, at: path))
      return
    }
    do {
      try checkKey(member, others.keys, of: declaration, at: path)
    } catch {
      add(error)
      return
    }
    check(member.value, as: others.kind, at: path)
  }

  private func unknownKey(
    _ member: SyntaxMember, of declaration: ObjectDeclaration, at path: SyntaxPath
  ) -> Diagnostic {
    let keys = declaration.fields.filter(\.isSupported).map(\.key)
    if let explanation = WordsOfTheTrade.explanation(of: member.key) {
      return Diagnostic(
        .wordOfTheTrade, at: member.keyOrigin, path: path, "not a key of a \(declaration.name)",
        hint: explanation)
    }
    return Diagnostic(
      .unknownKey, at: member.keyOrigin, path: path, "unknown key",
      hint: Suggestion.hint(for: member.key, among: keys))
  }

  private func checkKey(
    _ member: SyntaxMember, _ keys: ObjectDeclaration.OpenKeys, of declaration: ObjectDeclaration,
    at path: SyntaxPath
  ) throws(Diagnostic) {
    switch keys {
    case .weekdays:
      if !declaration.fields.isEmpty, TimeText.weekdaySet(member.key) == nil {
        throw unknownKey(member, of: declaration, at: path)
      }
      _ = try ScalarReading.weekdays(of: member, path)
    case .weeks: _ = try ScalarReading.weeks(of: member, path)
    case .names: try checkName(member.key, at: member.keyOrigin, path)
    case .classes:
      if member.key != "*" { try checkName(member.key, at: member.keyOrigin, path) }
    case .skills:
      let parts = member.key.split(separator: "/", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count) else {
        throw Diagnostic(
          .malformedName, at: member.keyOrigin, path: path,
          "a skill is a channel, or channel/class")
      }
      for part in parts where part != "*" {
        try checkName(String(part), at: member.keyOrigin, path)
      }
    case .free:
      guard !member.key.isEmpty else {
        throw Diagnostic(.malformedName, at: member.keyOrigin, path: path, "the key is empty")
      }
    }
  }

  /// The rules for names: what keeps them apart from paths, patterns, options and formulas.
  private func checkName(
    _ name: String, at origin: Origin, _ path: SyntaxPath
  ) throws(Diagnostic) {
    let flaw: String? =
      if name.isEmpty {
        "a name cannot be empty"
      } else if name == "all" {
        "\"all\" stands for the sum in reports"
      } else if let bad = name.unicodeScalars.first(where: { "./*".unicodeScalars.contains($0) }) {
        "a name cannot hold \"\(bad)\""
      } else if let first = name.unicodeScalars.first,
        "=+-@|".unicodeScalars.contains(first) || first.properties.isWhitespace
      {
        "a name cannot begin with \"\(first)\""
      } else if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
        "a name cannot hold control characters"
      } else if name.utf8.count > limits[.nameLength] {
        "a name cannot be longer than \(limits.inWords(.nameLength)) bytes, the limit"
      } else {
        nil
      }
    if let flaw { throw Diagnostic(.malformedName, at: origin, path: path, flaw) }
  }
}
