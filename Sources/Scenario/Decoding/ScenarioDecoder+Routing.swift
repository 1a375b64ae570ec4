internal import Center

extension ScenarioDecoder {
  /// How contacts and agents find each other.
  func routing(_ section: Section) -> Routing {
    Routing(
      contact: section.text("contact").flatMap(ContactOrder.init) ?? .longestWait,
      agent: section.text("agent").flatMap(AgentOrder.init) ?? .longestIdle)
  }
}
