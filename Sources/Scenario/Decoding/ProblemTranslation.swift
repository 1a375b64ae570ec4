internal import Center

/// Turns the problems of a center, which have keys, into diagnostics, which have places.
struct ProblemTranslation {
  private let tree: SyntaxNode

  /// Problems of the center that was read from a tree.
  init(tree: SyntaxNode) { self.tree = tree }

  /// The problem as a diagnostic.
  func diagnostic(_ problem: Problem) -> Diagnostic {
    let (origin, found) = place(problem)
    return Diagnostic(
      code(problem.kind), at: origin, path: SyntaxPath(found ?? problem.path), problem.message,
      hint: problem.misspelling.flatMap { Suggestion.hint(for: $0.name, among: $0.known) })
  }

  private func code(_ kind: Problem.Kind) -> DiagnosticCode {
    switch kind {
    case .badName: .malformedName
    case .unknownName: .unknownName
    case .badValue: .outOfRange
    case .badShares: .sharesDoNotSum
    case .missingTalkTime: .missingTalkTime
    case .unserved: .unservedQueue
    case .noAgents: .noAgents
    case .zeroTimeLoop: .zeroTimeLoop
    case .offInterval: .offInterval
    case .tooLarge: .limitExceeded
    case .outsideHours: .outsideHours
    }
  }

  /// The deepest written place on the way to a problem, and the keys as they were written.
  ///
  /// A name's place is its key, a value's the value.
  private func place(_ problem: Problem) -> (Origin, [String]?) {
    var node = tree
    var keyOrigin = tree.origin
    var written: [String] = []
    for key in problem.path {
      // `voice/*` and `voice` are one skill.
      guard let member = node.object?.member(key) ?? node.object?.member(key + "/*") else {
        return (keyOrigin, nil)
      }
      written.append(member.key)
      keyOrigin = member.keyOrigin
      node = member.value
    }
    let isAboutKey: Bool =
      switch problem.kind {
      case .badName, .missingTalkTime, .unserved: true
      case .unknownName: node.string == nil
      default: false
      }
    return (isAboutKey ? keyOrigin : node.origin, written)
  }
}
