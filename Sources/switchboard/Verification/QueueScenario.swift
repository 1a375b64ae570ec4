/// The text of a scenario with one class, one channel and one team, the same around the clock: a
/// classic queue as a planner would write it.
///
/// A day of warm-up is many relaxation times of every queue of the catalogue, and in a day that
/// follows all counted contacts are answered.
struct QueueScenario: Sendable {
  /// What it is, in words.
  var name: String
  /// The name of its customers. Random numbers are found by it: queues with different customers are
  /// independent under one seed.
  var customers = "calls"
  var medium = "voice"
  /// Issues an hour.
  var perHour: Int
  /// Talk time, as the scenario has it.
  var talkTime: String
  var agents: Int
  /// Counted days.
  var days: Int
  /// The time of the service level [s].
  var within = 20
  /// More lines of the class, of the channel and of the scenario.
  var demandLines: [String] = []
  var channelLines: [String] = []
  var scenarioLines: [String] = []

  /// An exponential talk time with a mean [s], as the scenario has it.
  static func exponential(mean: Int) -> String { #"{ "exponential": { "mean": "\#(mean)s" } }"# }

  var text: String {
    func lines(_ lines: [String], indentation: Int) -> String {
      lines.map { String(repeating: " ", count: indentation) + $0 + ",\n" }.joined()
    }
    return """
      {
        "switchboard": 1,
        "name": "\(name)",
        "calendar": {
          "start": "2026-11-23", "days": \(days), "warmUpDays": 1, "followUpDays": 1, "interval": "1h",
        },
        "demand": {
          "\(customers)": {
            "volume": { "perInterval": \(perHour), "counts": "issues" },
      \(lines(demandLines, indentation: 6))\
            "channels": {
              "\(medium)": { "share": 1, "talkTime": \(talkTime) },
            },
          },
        },
        "channels": {
          "\(medium)": {
            "medium": "\(medium)",
            "target": { "serviceLevel": 0.8, "within": "\(within)s" },
      \(lines(channelLines, indentation: 6))\
          },
        },
      \(lines(scenarioLines, indentation: 2))\
        "teams": { "agents": { "agents": \(agents), "skills": { "\(medium)": 1 }, "wage": 25 } },
      }

      """
  }
}
