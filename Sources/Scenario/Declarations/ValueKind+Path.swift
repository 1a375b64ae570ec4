extension ValueKind {
  /// What the value at a path below this one is, nil where the format has nothing.
  func kind(at keys: ArraySlice<String>) -> ValueKind? {
    guard let key = keys.first else { return self }
    let rest = keys.dropFirst()
    switch self {
    case .object(let declaration):
      let below = declaration.field(key)?.kind ?? declaration.others?.kind
      return below?.kind(at: rest)
    case .distribution: return ValueKind.object(.distribution).kind(at: keys)
    case .list(let element, _): return Int(key) == nil ? nil : element.kind(at: rest)
    case .either(let kinds):
      for kind in kinds {
        if let found = kind.kind(at: keys) { return found }
      }
      return nil
    default: return nil
    }
  }

  private var objects: [ObjectDeclaration] {
    switch self {
    case .object(let declaration): [declaration]
    case .either(let kinds): kinds.flatMap(\.objects)
    case .distribution: [.distribution]
    default: []
    }
  }

  private static func kind(at path: SyntaxPath) -> ValueKind? {
    ValueKind.object(.scenario).kind(at: path.keys[...])
  }

  /// Whether a file that extends another replaces the value at a path whole.
  static func isReplacedWhole(_ path: SyntaxPath) -> Bool {
    kind(at: path)?.objects.contains(where: \.isReplacedWhole) ?? false
  }

  /// What `--set` has to know of the format.
  static let editRules = EditRules(
    takesAdjustments: { path in
      let names = kind(at: path)?.objects.map(\.name) ?? []
      return !Set(["volume", "agentTable", "distribution"]).isDisjoint(with: names)
    },
    createsObject: { path in
      guard let key = path.keys.last,
        let above = kind(at: SyntaxPath(path.keys.dropLast())), kind(at: path) != nil
      else { return false }
      return above.objects.contains { $0.field(key)?.isSupported ?? false }
    })
}
