/// An object of a checked tree, read by the keys of its declaration.
///
/// A key that the declaration does not have cannot be read: so the reader and the schema, which
/// is written from the declaration, cannot differ. A value that the checker has refused already
/// is read as missing.
struct Section {
  let object: SyntaxObject
  let origin: Origin
  let path: SyntaxPath
  let declaration: ObjectDeclaration
  let log: ReadLog?

  init(
    _ object: SyntaxObject, at origin: Origin, path: SyntaxPath, _ declaration: ObjectDeclaration,
    log: ReadLog?
  ) {
    self.object = object
    self.origin = origin
    self.path = path
    self.declaration = declaration
    self.log = log
  }

  /// The value of a key, its default when it is missing.
  func node(_ key: String) -> SyntaxNode? {
    guard let field = declaration.field(key), field.isSupported else {
      preconditionFailure("\(declaration.name) has no key \(key)")
    }
    log?.keys.insert(declaration.name + "." + key)
    if let node = object[key] { return node }
    guard case .defaults(let text) = field.presence else { return nil }
    let file = SourceFile(path: "default", bytes: Array(text.utf8))
    return SyntaxParser.parse(file, dialect: .json).node
  }

  /// The value of a key, and the way to it.
  func child(_ key: String) -> (node: SyntaxNode, path: SyntaxPath)? {
    node(key).map { ($0, path.appending(key)) }
  }

  /// The object at a key.
  func section(_ key: String) -> Section? {
    guard let (node, path) = child(key), let kind = declaration.field(key)?.kind else { return nil }
    return Section(node, path: path, kind: kind, log: log)
  }

  /// A node as an object, by the first of its kinds that is one.
  init?(_ node: SyntaxNode, path: SyntaxPath, kind: ValueKind, log: ReadLog?) {
    guard let object = node.object else { return nil }
    switch kind {
    case .object(let declaration):
      self.init(object, at: node.origin, path: path, declaration, log: log)
    case .distribution:
      self.init(object, at: node.origin, path: path, .distribution, log: log)
    case .either(let kinds):
      guard let fitting = kinds.first(where: { $0.fits(node) }) else { return nil }
      self.init(node, path: path, kind: fitting, log: log)
    default: return nil
    }
  }

  /// The objects of an object whose keys are names, in the order of the file.
  var namedSections: [(member: SyntaxMember, section: Section)] {
    guard let kind = declaration.others?.kind else { return [] }
    return object.members.compactMap { member in
      Section(member.value, path: path.appending(member.key), kind: kind, log: log)
        .map { (member, $0) }
    }
  }

  private func range<Bound>(
    _ key: String, _ pick: (ValueKind) -> ClosedRange<Bound>?
  ) -> ClosedRange<Bound> {
    guard let range = declaration.field(key).flatMap({ pick($0.kind) }) else {
      preconditionFailure("\(declaration.name).\(key) is read as another kind than declared")
    }
    return range
  }

  func text(_ key: String) -> String? { node(key)?.string }

  func boolean(_ key: String) -> Bool? {
    child(key).flatMap { try? ScalarReading.boolean($0.node, $0.path) }
  }

  func rate(_ key: String) -> Double? {
    child(key).flatMap { try? ScalarReading.rate($0.node, $0.path) }
  }

  func number(_ key: String) -> Double? {
    let range: ClosedRange<Double> = range(key) { if case .number(let r) = $0 { r } else { nil } }
    return child(key).flatMap { try? ScalarReading.number($0.node, $0.path, in: range) }
  }

  func integer(_ key: String) -> Int? {
    let range: ClosedRange<Int> = range(key) { if case .integer(let r) = $0 { r } else { nil } }
    return child(key).flatMap { try? ScalarReading.integer($0.node, $0.path, in: range) }
  }

  /// A time of day [s after midnight].
  func clock(_ key: String) -> Int? {
    child(key).flatMap { try? ScalarReading.clock($0.node, $0.path) }
  }

  func duration(_ key: String) -> Double? {
    let range: ClosedRange<Double> = range(key) { if case .duration(let r) = $0 { r } else { nil } }
    return child(key).flatMap { try? ScalarReading.duration($0.node, $0.path, in: range) }
  }

  /// A list of numbers, of which those that are none have been reported.
  func numbers(_ key: String) -> [Double]? {
    node(key)?.array.map { $0.compactMap { $0.number?.value } }
  }
}

/// Which keys a reading looked at: what a test holds against the declaration.
final class ReadLog {
  var keys: Set<String> = []
}
