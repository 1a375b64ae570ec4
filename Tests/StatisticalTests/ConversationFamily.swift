import Center
import CenterSimulation
import Erlang
import Foundation
import Stochastics
import TestCenters

/// Conversations in turns, against open networks with product form.
///
/// Agents are a queue with first come, first served, customers who write again a station where
/// nobody waits. Where replies are exponential and independent, the agents see each turn as M/M/n
/// sees a call, whatever the law of the customers' times (Baskett, Chandy, Muntz and Palacios 1975).
enum ConversationFamily {
  private static let agents = 5
  private static let reply = 80.0
  private static let load = 4.1

  private static func erlang() throws -> ErlangC {
    try ErlangC(offeredLoad: load, handleTime: reply, agents: agents)
  }

  /// Conversations that bring the load in `turns` replies each, on average.
  private static func center(
    _ conversation: Conversation, turns: Double, talk: Distribution
  ) -> Center {
    var center = oneQueue(
      medium: .messaging, perHour: load / reply / turns * 3600, talk: talk, agents: agents,
      within: 30, days: 6)
    center.channels[0].conversation = conversation
    return center
  }

  static func comparisons() throws -> [Comparison] {
    try geometric() + fixed() + silent()
  }

  private static func sum(_ observation: Observation) -> QueueTally {
    observation.queues.reduce(into: QueueTally()) { $0 += $1 }
  }

  private static func waits(
    _ name: String, of center: Center, seed: UInt64
  ) throws -> [Comparison] {
    let exact = try erlang()
    return [
      Comparison(
        "\(name): wait for a reply", of: center, seed: seed, exact: exact.averageSpeedOfAnswer
      ) { (sum($0).waitReplied, sum($0).replies) },
      Comparison(
        "\(name): replies in time", of: center, seed: seed + 1,
        exact: exact.serviceLevel(within: 30)
      ) { (sum($0).repliesWithin, sum($0).replies) },
    ]
  }

  /// Exponential talk cut at random: a geometric number of exponential replies.
  private static func geometric() throws -> [Comparison] {
    let turns = 4.0
    let conversation = Conversation(
      turns: .mean(turns), customerReply: .logNormal(try LogNormal(mean: 300, cv: 1.2)))
    let center = center(
      conversation, turns: turns, talk: .exponential(try Exponential(mean: turns * reply)))
    let wait = try erlang().averageSpeedOfAnswer
    return try waits("random turns", of: center, seed: 8800) + [
      Comparison("random turns: replies", of: center, seed: 8802, exact: turns) {
        (sum($0).replies, sum($0).answered)
      },
      // Little: conversations begun in a second times how long they last.
      Comparison(
        "random turns: open threads", of: center, seed: 8803,
        exact: load / reply * (wait + reply) + load / reply / turns * (turns - 1) * 300
      ) { (sum($0).openArea, 6 * 86_400) },
    ]
  }

  /// Talk of three exponential stages, cut in three: each reply is as one of them.
  private static func fixed() throws -> [Comparison] {
    let conversation = Conversation(
      turns: .exactly(3), customerReply: .gamma(try Gamma(mean: 500, cv: 0.7)))
    let center = center(
      conversation, turns: 3, talk: .erlang(try Erlang(mean: 3 * reply, stages: 3)))
    return try waits("three turns", of: center, seed: 8810)
  }

  /// A conversation goes on if the reply was not the last, and the customer writes in time.
  private static func silent() throws -> [Comparison] {
    let (turns, pause, closesAfter, share) = (4.0, 400.0, 600.0, 0.15)
    let writes = (1 - share) * (1 - exp(-closesAfter / pause))
    let goesOn = (1 - 1 / turns) * writes
    let conversation = Conversation(
      turns: .mean(turns), customerReply: .exponential(try Exponential(mean: pause)),
      silence: Silence(share: share, closesAfter: closesAfter))
    let center = center(
      conversation, turns: 1 / (1 - goesOn),
      talk: .exponential(try Exponential(mean: turns * reply)))
    return try waits("silence", of: center, seed: 8820) + [
      Comparison(
        "silence: closed", of: center, seed: 8822,
        exact: (1 - 1 / turns) * (1 - writes) / (1 - goesOn)
      ) { (sum($0).closedBySilence, sum($0).answered) }
    ]
  }
}
