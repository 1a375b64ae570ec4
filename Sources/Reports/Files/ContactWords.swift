import CenterSimulation

extension TracedContact.Reason {
  var bytes: [UInt8] { Self.words[Int(rawValue)] }

  private static let words: [[UInt8]] = allCases.map { reason in
    switch reason {
    case .first: Array("first".utf8)
    case .redial: Array("redial".utf8)
    case .repetition: Array("repeat".utf8)
    }
  }
}

extension TracedContact.Outcome {
  var bytes: [UInt8] { Self.words[Int(rawValue)] }

  private static let words: [[UInt8]] = allCases.map { outcome in
    let word =
      switch outcome {
      case .resolved: "resolved"
      case .unresolved: "unresolved"
      case .transferred: "transferred"
      case .abandoned: "abandoned"
      case .blocked: "blocked"
      case .closed: "closed"
      case .contained: "contained"
      case .containedFalsely: "contained_falsely"
      case .notContained: "not_contained"
      case .waiting: "waiting"
      case .inService: "in_service"
      case .inSelfService: "in_self_service"
      }
    return Array(word.utf8)
  }
}
