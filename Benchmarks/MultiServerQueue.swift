import Center
import CenterSimulation
import Erlang
import Scenario

/// W1 and its relatives: M/M/n from the text of a scenario.
struct MultiServerQueue {
  let perHour: Int
  /// Mean talk time [s].
  let talk: Int
  let agents: Int
  let days: Int

  /// 100 agents at load 0.9 over ten counted days: 285,000 contacts.
  static let w1 = MultiServerQueue(perHour: 1080, talk: 300, agents: 100, days: 10)

  /// The scenario as a planner would write it; whatever is on by default is on.
  var scenario: String {
    """
    {
      "switchboard": 1,
      "name": "M/M/\(agents)",
      "calendar": {
        "start": "2026-11-23", "days": \(days), "warmUpDays": 1, "followUpDays": 0, "interval": "1h",
      },
      "demand": {
        "\(Self.demandClass)": {
          "volume": { "perInterval": \(perHour), "counts": "issues" },
          "channels": {
            "voice": { "share": 1, "talkTime": { "exponential": { "mean": "\(talk)s" } } },
          },
        },
      },
      "channels": {
        "voice": { "medium": "voice", "target": { "serviceLevel": 0.8, "within": "20s" } },
      },
      "teams": { "phones": { "agents": \(agents), "skills": { "voice": 1 }, "wage": 25 } },
    }
    """
  }

  static let demandClass = "calls"

  /// The scenario, read and made ready.
  func simulation() throws -> Simulation {
    let bytes = Array(scenario.utf8)
    return try ScenarioText.simulation(of: "w1.jsonc") { _ in .success(bytes) }
  }

  /// What theory says.
  func theory() throws -> ErlangC {
    try ErlangC(
      offeredLoad: Double(perHour * talk) / 3600, handleTime: Double(talk), agents: agents)
  }
}

/// What the waits of a replication come to: counted contacts that were answered.
struct WaitTotals: Equatable {
  var answered = 0.0
  var delayed = 0.0
  /// Σ of waits [s].
  var waits = 0.0

  /// The mean wait [s].
  var mean: Double { waits / answered }

  /// Whether both come from the same draws: equal counts, and sums of times that differ by rounding.
  ///
  /// A wait is the difference of instants below 2²⁰ s, which are multiples of 2⁻³³ s: it is off by
  /// 10⁻¹⁰ of the mean wait of the delayed at most.
  func agrees(with other: WaitTotals) -> Bool {
    answered == other.answered && delayed == other.delayed
      && abs(waits - other.waits) <= 1e-10 * other.waits
  }
}

extension WaitTotals {
  /// The totals over all intervals and queues.
  init(_ observation: Observation) {
    for tally in observation.queues {
      answered += tally.answered
      delayed += tally.delayed
      waits += tally.waitAnswered
    }
  }
}
