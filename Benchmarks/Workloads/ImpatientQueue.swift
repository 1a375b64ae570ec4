import CenterSimulation
import Erlang

/// W2: M/M/n+M from the text of a scenario.
struct ImpatientQueue {
  /// Mean number of arrivals in an hour.
  let perHour: Int
  /// Mean talk time [s].
  let talk: Int
  /// Mean patience [s].
  let patience: Int
  let agents: Int
  /// Counted days, after one of warm-up.
  let days: Int

  /// 100 agents at load 1, patience twice the talk, over ten counted days: 317,000 contacts.
  static let w2 = ImpatientQueue(perHour: 1_200, talk: 300, patience: 600, agents: 100, days: 10)

  static let demandClass = "calls"

  var scenario: ScenarioText {
    .queue(
      name: "M/M/\(agents)+M", customers: Self.demandClass, perInterval: Double(perHour),
      days: days, talk: talk,
      channelLines: ["\"patience\": { \"exponential\": { \"mean\": \"\(patience)s\" } }"],
      agents: agents)
  }

  func workload(_ id: String) -> Workload {
    Workload(
      id: id, title: "M/M/\(agents)+M at load 1", scenario: scenario,
      floor: { try ImpatientFloor(self, calendar: $0) }, answers: (try? answers()) ?? [])
  }

  /// The abandoned and the waits of Erlang A.
  private func answers() throws -> [Answer] {
    let theory = try ErlangA(
      offeredLoad: Double(perHour * talk) / 3600, handleTime: Double(talk),
      patience: Double(patience), agents: agents)
    return [
      Answer(name: "abandoned", exact: theory.abandonmentProbability) {
        WaitTotals($0).abandonedShare
      },
      Answer(name: "mean wait [s]", exact: theory.averageSpeedOfAnswer) { WaitTotals($0).meanWait },
    ]
  }
}
