import CenterSimulation
import Erlang
import SpecialFunctions

/// M/M/n from the text of a scenario: W1 and, in other sizes, W3.
struct MultiServerQueue {
  /// Mean number of arrivals in an hour.
  let perHour: Int
  /// Mean talk time [s].
  let talk: Int
  let agents: Int
  /// Counted days, after one of warm-up.
  let days: Int

  /// 100 agents at load 0.9 over ten counted days: 285,000 contacts.
  static let w1 = MultiServerQueue(
    perHour: 1_080, talk: 300, agents: 100, days: 10)

  /// The sizes of W3 but that of W1, at the same load. The talk of large centers is longer, so
  /// that a day of them is not too long.
  static let growth = [
    MultiServerQueue(
      perHour: 108, talk: 300, agents: 10, days: 99),
    MultiServerQueue(
      perHour: 10_800, talk: 300, agents: 1_000, days: 1),
    MultiServerQueue(
      perHour: 10_800, talk: 3_000, agents: 10_000, days: 1),
    MultiServerQueue(
      perHour: 22_500, talk: 14_400, agents: 100_000, days: 1),
  ]

  var scenario: ScenarioText {
    .queue(
      name: "M/M/\(agents)", customers: Self.demandClass, perInterval: Double(perHour), days: days,
      talk: talk, agents: agents)
  }

  static let demandClass = "calls"

  func workload(_ id: String) -> Workload {
    Workload(
      id: agents == 100 ? id : "\(id)-\(agents)", title: "M/M/\(agents) at load 0.9",
      scenario: scenario, floor: { try MultiServerFloor(self, calendar: $0) },
      answers: answers)
  }

  /// The mean wait of Erlang C, where enough callers wait to tell, and the occupancy.
  private var answers: [Answer] {
    let occupancy = Answer(name: "occupancy", exact: exactOccupancy) { observation in
      let busy = observation.teams.reduce(0) { $0 + $1.busy }
      return busy / observation.teams.reduce(0) { $0 + $1.present }
    }
    guard agents <= 100, let wait = try? theory().averageSpeedOfAnswer else { return [occupancy] }
    return [Answer(name: "mean wait [s]", exact: wait) { WaitTotals($0).meanWait }, occupancy]
  }

  /// The occupancy over the counted days of a center that was empty a day before: as many are busy
  /// as if nobody ever waited (M/M/∞), which is what agents have to do in the long run, and at any
  /// time in a center so large that a day is few talk times.
  private var exactOccupancy: Double {
    let talkTimes = 86_400 / Double(talk)
    let missing = exp(-talkTimes) * (1 - exp(-talkTimes * Double(days))) / talkTimes
    return offeredLoad / Double(agents) * (1 - missing / Double(days))
  }

  /// Arrivals in a mean talk time [Erlang].
  private var offeredLoad: Double { Double(perHour * talk) / 3600 }

  /// What theory says.
  private func theory() throws -> ErlangC {
    try ErlangC(offeredLoad: offeredLoad, handleTime: Double(talk), agents: agents)
  }
}
