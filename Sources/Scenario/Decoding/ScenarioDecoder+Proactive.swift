internal import Center

extension ScenarioDecoder {
  /// The messages to customers, in the order of the file.
  func messages(_ section: Section) -> [ProactiveMessage] {
    section.namedSections.compactMap { member, section in
      guard let demandClass = section.text("class"), let prevents = section.rate("prevents") else {
        return nil
      }
      return ProactiveMessage(
        name: member.key, demandClass: demandClass, prevents: prevents,
        messagesPerIssue: section.number("messagesPerIssue") ?? 1,
        induces: section.rate("induces") ?? 0, inducedClass: section.text("inducedClass"),
        costPerMessage: section.section("cost")?.number("perMessage") ?? 0,
        from: date("from", of: section), to: date("to", of: section))
    }
  }

  /// A day that is written.
  func date(_ key: String, of section: Section) -> CivilDate? {
    section.child(key).flatMap { try? ScalarReading.date($0.node, $0.path) }
  }
}
