internal import Center

extension ScenarioDecoder {
  /// The steps of learning of a team.
  func tenure(_ team: Section) -> [TenureStep] {
    steps(of: team, "tenure").map { step in
      TenureStep(
        months: step.number("months") ?? 0, share: step.rate("share") ?? 0,
        handleTimeFactor: step.number("handleTimeFactor") ?? 1,
        resolutionFactor: step.number("resolutionFactor") ?? 1)
    }
  }

  /// What assistance does, by months on the job.
  func assist(_ root: Section) -> [AssistStep] {
    guard let section = root.section("assist") else { return [] }
    return steps(of: section, "byTenure").map { step in
      AssistStep(
        months: step.number("months") ?? 0,
        handleTimeFactor: step.number("handleTimeFactor") ?? 1,
        resolutionFactor: step.number("resolutionFactor") ?? 1)
    }
  }

  /// The objects of a list, none where something else is written.
  func steps(of section: Section, _ key: String) -> [Section] {
    guard let (list, path) = section.child(key),
      let element = section.declaration.field(key)?.kind.element
    else { return [] }
    return (list.array ?? []).enumerated().compactMap { index, node in
      Section(node, path: path.appending(String(index)), kind: element, log: log)
    }
  }
}

extension ValueKind {
  /// What the elements are where this is a list, or may be one.
  fileprivate var element: ValueKind? {
    switch self {
    case .list(let element, _): element
    case .either(let kinds): kinds.lazy.compactMap(\.element).first
    default: nil
    }
  }
}
