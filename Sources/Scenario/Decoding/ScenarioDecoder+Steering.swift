internal import Center

extension ScenarioDecoder {
  /// The offers of other channels, in the order of the file.
  func steering(_ root: Section) -> [Steering] {
    guard let (list, path) = root.child("steer") else { return [] }
    return (list.array ?? []).enumerated().compactMap { index, node in
      let path = path.appending(String(index))
      guard let offer = Section(node, path: path, kind: .object(.steering), log: log),
        let from = offer.text("from"), let to = offer.text("to"), let share = offer.rate("share")
      else { return nil }
      return Steering(from: from, to: to, share: share, accepted: offer.rate("accepted") ?? 1)
    }
  }
}
