internal import Center

extension ScenarioDecoder {
  /// How a class's contacts are passed on.
  func transfer(_ section: Section) -> Transfer? {
    guard let section = section.section("transfer"), let share = graded("share", of: section)
    else { return nil }
    let parts = section.text("to")?.split(separator: "/", maxSplits: 1).map(String.init) ?? []
    return Transfer(
      share: share, channel: parts.first, demandClass: parts.count > 1 ? parts[1] : nil,
      team: section.text("team"), isWarm: section.text("kind") == "warm",
      handOver: section.duration("handOver") ?? 0)
  }
}
