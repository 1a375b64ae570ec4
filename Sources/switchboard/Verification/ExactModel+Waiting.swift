import Erlang

extension ExactModel {
  /// M/M/n from one agent to a hundred: Erlang C.
  static func patient() throws -> [ExactModel] {
    try [
      // Talk times are such that a day is at least 20 relaxation times, talk ÷ (√n − √a)² each.
      (agents: 1, perHour: 84, talk: 30, days: 5), (5, 240, 60, 3), (20, 340, 180, 3),
      (100, 552, 600, 2),
    ].map { agents, perHour, talk, days in
      let exact = try ErlangC(
        offeredLoad: Double(perHour * talk) / 3600, handleTime: Double(talk), agents: agents)
      return ExactModel(
        "erlang-c-\(agents)",
        QueueScenario(
          name: "M/M/\(agents): Erlang C", perHour: perHour,
          talkTime: QueueScenario.exponential(mean: talk), agents: agents, days: days),
        values(of: exact, talk: talk))
    }
  }

  static func values(of exact: ErlangC, talk: Int) -> [ExactValue] {
    [
      ExactValue("service_level", exact.serviceLevel(within: 20)),
      ExactValue("asa_s", exact.averageSpeedOfAnswer),
      ExactValue("wait_delayed_mean_s", exact.meanWaitOfDelayed),
      ExactValue("queue_mean", exact.meanQueueLength),
      ExactValue("occupancy", exact.occupancy),
      ExactValue("handle_time_s", Double(talk)),
    ]
  }

  /// One agent and talk times that are not exponential: the mean wait a·E[S]·(1 + cv²) ÷ 2(1 − a)
  /// of Pollaczek and Khinchine.
  static func singleServers() -> [ExactModel] {
    [
      (name: "constant", law: #"{ "constant": "30s" }"#, cv: 0.0, perHour: 96),
      ("log-normal", #"{ "logNormal": { "mean": "30s", "cv": 0.9 } }"#, 0.9, 84),
    ].map { name, law, cv, perHour in
      let load = Double(perHour) * 30 / 3600
      let wait = load * 30 * (1 + cv * cv) / (2 * (1 - load))
      return ExactModel(
        "\(name)-1",
        QueueScenario(
          name: "M/G/1, \(name) talk: Pollaczek-Khinchine", perHour: perHour, talkTime: law,
          agents: 1, days: 5),
        [
          ExactValue("asa_s", wait),
          // An arrival finds the agent busy with the probability of the load.
          ExactValue("wait_delayed_mean_s", wait / load),
          ExactValue("queue_mean", Double(perHour) / 3600 * wait),
          ExactValue("occupancy", load),
          ExactValue("handle_time_s", 30),
        ])
    }
  }

  /// Fewer lines than callers: Erlang B, and M/M/n/K.
  static func limited() throws -> [ExactModel] {
    let lost = try ErlangB(offeredLoad: 20, servers: 20)
    let queue = try FiniteCapacityQueue(
      offeredLoad: 12, handleTime: 120, agents: 10, capacity: 14)
    return [
      ExactModel(
        "erlang-b-20",
        QueueScenario(
          name: "M/M/20/20: Erlang B", perHour: 400,
          talkTime: QueueScenario.exponential(mean: 180), agents: 20, days: 2,
          channelLines: [#""trunks": 20"#]),
        [
          ExactValue("blocking_rate", lost.blockingProbability),
          ExactValue("service_level_of_entered", 1 - lost.blockingProbability),
          ExactValue("occupancy", lost.utilization),
        ]),
      ExactModel(
        "lines-10-14",
        QueueScenario(
          name: "M/M/10/14: more lines than agents", perHour: 360,
          talkTime: QueueScenario.exponential(mean: 120), agents: 10, days: 2,
          channelLines: [#""trunks": 14"#]),
        [
          ExactValue("blocking_rate", queue.blockingProbability),
          ExactValue("service_level", queue.serviceLevel(within: 20)),
          ExactValue(
            "service_level_of_entered", queue.serviceLevel(within: 20, counting: .ofEntered)),
          ExactValue("asa_s", queue.averageSpeedOfAnswer),
          ExactValue("queue_mean", queue.meanQueueLength),
          ExactValue("occupancy", queue.occupancy),
        ]),
    ]
  }
}
