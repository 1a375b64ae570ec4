import Erlang
import SpecialFunctions

extension ExactModel {
  /// Agents with several chats: without slowdown M/M/(nk), and one agent whose chats get slower.
  static func chats() throws -> [ExactModel] {
    let spread = try ErlangC(offeredLoad: 13.5, handleTime: 120, agents: 15)
    let throughput = [1, 1.6, 1.9, 2.0]
    let single = try ChatQueue(
      arrivalRate: 204.0 / 3600, completionRates: throughput.map { $0 / 30 }, agents: 1)
    return [
      ExactModel(
        "chat-5x3",
        QueueScenario(
          name: "5 agents, 3 chats each, no slowdown: M/M/15", medium: "chat", perHour: 405,
          talkTime: QueueScenario.exponential(mean: 120), agents: 5, days: 2,
          channelLines: [#""concurrency": { "limit": 3, "throughput": [1, 2, 3] }"#]),
        [
          ExactValue("service_level", spread.serviceLevel(within: 20)),
          ExactValue("asa_s", spread.averageSpeedOfAnswer),
          ExactValue("wait_delayed_mean_s", spread.meanWaitOfDelayed),
          ExactValue("queue_mean", spread.meanQueueLength),
          ExactValue("slot_utilization", spread.occupancy),
          ExactValue("session_time_s", 120),
        ]),
      ExactModel(
        "chat-1x4",
        QueueScenario(
          name: "One agent, 4 chats that get slower: birth-death", medium: "chat", perHour: 204,
          talkTime: QueueScenario.exponential(mean: 30), agents: 1, days: 3,
          channelLines: [#""concurrency": { "limit": 4, "throughput": [1, 1.6, 1.9, 2] }"#]),
        [
          ExactValue("service_level", single.serviceLevel(within: 20)),
          ExactValue("asa_s", single.averageSpeedOfAnswer),
          ExactValue("queue_mean", single.meanQueueLength),
          ExactValue("occupancy", single.occupancy),
          ExactValue("slot_utilization", single.slotUtilization),
          ExactValue("concurrency_mean", single.concurrency),
          ExactValue("session_time_s", single.meanSessionTime),
        ]),
    ]
  }

  /// A tool that takes a share of the issues by a fair draw leaves a thinner Poisson stream; one that
  /// takes exactly the easiest issues leaves the hard ones.
  static func selfService() throws -> [ExactModel] {
    let thinned = try ErlangC(offeredLoad: 16, handleTime: 180, agents: 20)
    // Talk beyond its median has mean · (1 − ln ½): exponential times have no memory.
    let harder = 1 - log1p(-0.5)
    func tool(_ time: String, containment: Double, bias: Int) -> String {
      #"""
      "selfService": {
          "menu": {
            "on": ["voice"], "time": \#(time),
            "containment": { "*": \#(containment) }, "easyContactBias": \#(bias),
          },
        }
      """#
    }
    return [
      ExactModel(
        "self-service-fair",
        QueueScenario(
          name: "20 agents behind a tool that takes 36 % by a fair draw: M/M/20", perHour: 500,
          talkTime: QueueScenario.exponential(mean: 180), agents: 20, days: 2,
          scenarioLines: [
            tool(QueueScenario.exponential(mean: 45), containment: 0.36, bias: 0)
          ]),
        [
          ExactValue("containment_rate", 0.36),
          ExactValue("deflection_rate", 0.36),
        ] + values(of: thinned, talk: 180)),
      ExactModel(
        "self-service-easy",
        QueueScenario(
          name: "A tool that takes the easier half: what is left is harder", perHour: 600,
          talkTime: QueueScenario.exponential(mean: 200), agents: 60, days: 2,
          demandLines: [#""difficultyCorrelation": 1"#],
          scenarioLines: [tool(#"{ "constant": "30s" }"#, containment: 0.5, bias: 1)]),
        [
          ExactValue("containment_rate", 0.5),
          ExactValue("handle_time_s", 200 * harder),
          ExactValue("residual_handle_time_ratio", harder),
          // 300 calls an hour.
          ExactValue("occupancy", 300 * 200 * harder / 3600 / 60),
        ]),
    ]
  }
}
