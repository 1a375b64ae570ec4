import Erlang

extension ExactModel {
  /// Callers who hang up: Erlang A below and above the agents' capacity, and a patience that is not
  /// exponential.
  static func impatient() throws -> [ExactModel] {
    let light = try ErlangA(offeredLoad: 9, handleTime: 240, patience: 180, agents: 10)
    let heavy = try ErlangA(offeredLoad: 55, handleTime: 300, patience: 120, agents: 50)
    // The mean of a Weibull law of shape ½ is twice its scale.
    let weibull = try GeneralPatienceQueue(
      offeredLoad: 22, handleTime: 180, patience: .weibull(shape: 0.5, scale: 120), agents: 20)
    func scenario(
      _ name: String, perHour: Int, talk: Int, agents: Int, days: Int, patience: String
    ) -> QueueScenario {
      QueueScenario(
        name: name, perHour: perHour, talkTime: QueueScenario.exponential(mean: talk),
        agents: agents, days: days, channelLines: [#""patience": \#(patience)"#])
    }
    return [
      ExactModel(
        "erlang-a-10",
        scenario(
          "M/M/10+M at 9 Erlangs: Erlang A", perHour: 135, talk: 240, agents: 10, days: 4,
          patience: QueueScenario.exponential(mean: 180)),
        values(
          of: light, wait: light.meanWait, abandonedWait: light.meanWaitOfAbandoned,
          queue: light.meanQueueLength)),
      ExactModel(
        "erlang-a-50",
        scenario(
          "M/M/50+M at 55 Erlangs: Erlang A", perHour: 660, talk: 300, agents: 50, days: 1,
          patience: QueueScenario.exponential(mean: 120)),
        values(
          of: heavy, wait: heavy.meanWait, abandonedWait: heavy.meanWaitOfAbandoned,
          queue: heavy.meanQueueLength)),
      ExactModel(
        "weibull-20",
        scenario(
          "M/M/20+G at 22 Erlangs: Zeltyn-Mandelbaum", perHour: 440, talk: 180, agents: 20,
          days: 2, patience: #"{ "weibull": { "mean": "240s", "shape": 0.5 } }"#),
        values(
          of: weibull, wait: weibull.meanWait, abandonedWait: weibull.meanWaitOfAbandoned,
          queue: weibull.meanQueueLength)),
    ]
  }

  /// Every measure of a queue with abandonment that is known.
  private static func values(
    of exact: some QueueModel, wait: Double, abandonedWait: Double, queue: Double
  ) -> [ExactValue] {
    let answered = exact.answerProbability
    let short = exact.abandonedFraction(within: 5)
    return [
      ExactValue("abandonment_rate", exact.abandonmentProbability),
      ExactValue(
        "abandonment_rate_excluding_short", (exact.abandonmentProbability - short) / (1 - short)),
      ExactValue("service_level", exact.serviceLevel(within: 20)),
      ExactValue(
        "service_level_excluding_abandons_in_time",
        exact.serviceLevel(within: 20, counting: .excludingAbandonsInTime)),
      ExactValue(
        "service_level_abandons_in_time_as_met",
        exact.serviceLevel(within: 20, counting: .abandonsInTimeAsMet)),
      ExactValue("service_level_answered", exact.serviceLevel(within: 20, counting: .ofAnswered)),
      ExactValue(
        "service_level_excluding_short_abandons",
        exact.serviceLevel(within: 20, counting: .excludingAbandons(within: 5))),
      ExactValue("asa_s", exact.averageSpeedOfAnswer),
      ExactValue("wait_mean_s", wait),
      ExactValue(
        "wait_delayed_mean_s",
        exact.averageSpeedOfAnswer * answered / (answered - exact.immediateAnswerProbability)),
      ExactValue("time_to_abandon_s", abandonedWait),
      ExactValue("queue_mean", queue),
      ExactValue("occupancy", exact.occupancy),
    ]
  }
}
