internal import Center

extension ScenarioDecoder {
  /// Reviews of contacts, if the scenario has any.
  func quality(_ root: Section) -> QualityReviews? {
    guard let section = root.section("quality"), let reviewed = section.rate("reviewed"),
      let time = section.duration("time")
    else { return nil }
    return QualityReviews(
      reviewed: reviewed, time: time,
      wage: section.object.place(of: "wage") == nil ? nil : section.number("wage"),
      teams: (section.node("teams")?.array ?? []).compactMap(\.string),
      startsOn: date("from", of: section), lag: section.duration("after") ?? 0,
      handleTimeFactor: section.number("handleTimeFactor") ?? 1,
      resolutionFactor: section.number("resolutionFactor") ?? 1)
  }
}
