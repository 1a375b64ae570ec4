internal import Center

extension ScenarioDecoder {
  /// How contacts and agents find each other.
  func routing(_ section: Section) -> Routing {
    Routing(
      contact: section.text("contact").flatMap(ContactOrder.init) ?? .longestWait,
      agent: section.text("agent").flatMap(AgentOrder.init) ?? .longestIdle,
      interrupts: section.section("interrupts").map(interrupts) ?? [:])
  }

  private func interrupts(_ section: Section) -> [Medium: Set<Medium>] {
    var interrupts: [Medium: Set<Medium>] = [:]
    for medium in [Medium.email, .social] {
      interrupts[medium] = section.node(medium.rawValue)?.array.map { names in
        Set(names.compactMap { $0.string.flatMap(Medium.init) })
      }
    }
    return interrupts
  }
}
