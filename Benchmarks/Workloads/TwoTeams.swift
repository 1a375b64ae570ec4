import CenterSimulation

/// W4: a day's curve of two types of call, two teams that help each other out.
///
/// A prefers team 1 and overflows to team 2, B the other way round; a freed agent of team 1 takes A
/// before B, of team 2 B before A. Open for ten hours; who waits at the end is served.
enum TwoTeams {
  /// Days of a replication: 99,680 contacts.
  static let days = 20
  /// Expected arrivals of A in the half-hours from 08:00 to 18:00; B has 0.6 of them.
  static let perHalfHour = [
    60.0, 90, 130, 170, 200, 215, 215, 200, 180, 170, 165, 165, 170, 180, 185, 180, 160, 130, 90,
    60,
  ]
  static let shares = [1.0, 0.6]
  /// Mean and standard deviation of talk [s].
  static let talk = [240.0, 360]
  /// Mean patience [s].
  static let patience = [120.0, 240]
  static let agents = [29, 26]
  static let classes = ["A", "B"]
  /// The half-hour at which the day begins, counted from midnight.
  static let opening = 16

  /// Expected arrivals of a type in each half-hour of a day.
  static func perHalfHour(ofType type: Int) -> [Double] {
    let closed = Array(repeating: 0.0, count: 48 - opening - perHalfHour.count)
    return Array(repeating: 0, count: opening) + perHalfHour.map { $0 * shares[type] } + closed
  }

  private static func demand(_ type: Int) -> String {
    """
        "\(classes[type])": {
          "volume": { "perInterval": \(perHalfHour(ofType: type)), "counts": "issues" },
          "channels": {
            "voice": {
              "share": 1,
              "talkTime": { "logNormal": { "mean": "\(Int(talk[type]))s", "cv": 1 } },
              "patience": { "exponential": { "mean": "\(Int(patience[type]))s" } },
            },
          },
        },
    """
  }

  static let scenario = """
    {
      "switchboard": 1,
      "name": "Two types, two teams",
      "calendar": {
        "start": "2026-11-23", "days": \(days), "warmUpDays": 0, "followUpDays": 0, "interval": "30m",
      },
      "demand": {
    \(demand(0))
    \(demand(1))
      },
      "channels": {
        "voice": {
          "medium": "voice",
          "hours": { "Mon-Sun": "08:00-18:00" },
          "target": { "serviceLevel": 0.8, "within": "20s" },
        },
      },
      "teams": {
        "first": { "agents": \(agents[0]), "skills": { "voice/A": 1, "voice/B": 2 }, "wage": 25 },
        "second": { "agents": \(agents[1]), "skills": { "voice/B": 1, "voice/A": 2 }, "wage": 25 },
      },
    }
    """

  static let workload = Workload(
    id: "W4", title: "Two types, two teams, a day's curve", scenario: .text(scenario),
    floor: { try TwoTeamsFloor(calendar: $0) },
    answers: [
      Answer(name: "abandoned") { WaitTotals($0).abandonedShare },
      Answer(name: "mean wait [s]") { WaitTotals($0).meanWait },
    ])
}
