internal import Center

extension ScenarioDecoder {
  /// How the conversations of a channel go: of one in turns by default, of others where it is
  /// written, so that it is refused.
  mutating func conversation(_ channel: Section, on medium: Medium) -> Conversation? {
    guard medium.isInTurns || channel.object["conversation"] != nil,
      let section = channel.section("conversation"), let turns = turns(of: section),
      let customerReply = distribution("customerReply", of: section)
    else { return nil }
    var conversation = Conversation(turns: turns, customerReply: customerReply)
    if let silence = section.section("silence"), let closesAfter = silence.duration("closesAfter") {
      conversation.silence = Silence(share: silence.rate("share") ?? 0, closesAfter: closesAfter)
    }
    return conversation
  }

  private func turns(of section: Section) -> Conversation.Turns? {
    if let mean = section.section("turns")?.number("mean") { return .mean(mean) }
    guard let (node, path) = section.child("turns"),
      let count = try? ScalarReading.integer(node, path, in: 1...100)
    else { return nil }
    return .exactly(count)
  }
}
