import CenterSimulation

/// W7: agents who hold several chats at once, each slower the more there are.
struct ChatTeam {
  /// Mean number of arrivals in an hour.
  let perHour: Int
  /// Mean talk time of a chat that has an agent to itself [s].
  let talk: Int
  let agents: Int
  /// The total rate at which an agent works with 1, 2, … chats in hand.
  let throughput: [Double]
  /// Counted days, after one of warm-up.
  let days: Int

  /// 100 agents with up to four chats, at 0.9 of the work that they get done with four in hand:
  /// 281,000 contacts in four counted days.
  static let w7 = ChatTeam(
    perHour: 2_340, talk: 360, agents: 100, throughput: [1, 1.7, 2.2, 2.6], days: 4)

  static let demandClass = "chats"

  var scenario: ScenarioText {
    .queue(
      name: "Chat", customers: Self.demandClass, perInterval: Double(perHour) / 2, interval: "30m",
      days: days, talk: talk, medium: "chat",
      channelLines: [
        "\"concurrency\": { \"limit\": \(throughput.count), \"throughput\": \(throughput) }"
      ], within: 60, agents: agents)
  }

  func workload(_ id: String) -> Workload {
    Workload(
      id: id, title: "Chat, \(agents) agents with up to \(throughput.count)",
      scenario: scenario, floor: { try ChatFloor(self, calendar: $0) },
      answers: [
        Answer(name: "mean session [s]") { WaitTotals($0).meanSession },
        Answer(name: "mean wait [s]") { WaitTotals($0).meanWait },
      ])
  }
}
