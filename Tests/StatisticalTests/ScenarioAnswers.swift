import Center
import CenterSimulation
import Erlang
import Testing

/// The scenarios whose answer is known, against that answer: each quantity from a run of its own.
enum ScenarioAnswers {
  /// Debug builds are twenty times slower, and make every third comparison, on fewer replications.
  private static let replications = isRelease ? 100 : 6

  static func comparisons() throws -> [Comparison] {
    let all = try patience() + dayCurve() + chats() + mail() + conversations()
    return all.enumerated().filter { isRelease || $0.offset % 3 == 1 }.map(\.element)
  }

  private static func patience() throws -> [Comparison] {
    let center = try ShippedScenario.center("patience.jsonc")
    let exact = try ErlangA(offeredLoad: 40, handleTime: 360, patience: 180, agents: 43)
    return [
      compared("patience: service level", center, 9000, exact.serviceLevel(within: 20)) {
        (sum($0).answeredWithin, sum($0).offered)
      },
      compared("patience: abandonment", center, 9001, exact.abandonmentProbability) {
        (sum($0).abandoned, sum($0).offered)
      },
      compared("patience: speed of answer", center, 9002, exact.averageSpeedOfAnswer) {
        (sum($0).waitAnswered, sum($0).answered)
      },
    ]
  }

  private static func dayCurve() throws -> [Comparison] {
    let center = try ShippedScenario.center("day-curve.jsonc")
    let exact = DayCurve(center)
    let whole = compared("day curve: abandonment", center, 9100, exact.abandonmentRate) {
      (sum($0).abandoned, sum($0).offered)
    }
    // Before nine, the peak, the end of lunch, half an hour later, the last and the first after it.
    return [17, 23, 27, 28, 41, 42].enumerated().flatMap { index, interval in
      let here = exact.intervals[interval]
      let seed = UInt64(9110 + 2 * index)
      return [
        compared("day curve, interval \(interval): waiting", center, seed, here.waiting) {
          observation in
          sumOfDays(observation.queues, interval) { ($0.queueArea, exact.length) }
        },
        compared("day curve, interval \(interval): busy", center, seed + 1, here.busy) {
          observation in
          sumOfDays(observation.teams, interval) { ($0.busy, exact.length) }
        },
      ]
    } + [whole]
  }

  /// A ratio over the same interval of all days; a day has 48, and one row in each.
  private static func sumOfDays<Row>(
    _ rows: [Row], _ interval: Int, _ ratio: (Row) -> (Double, Double)
  ) -> (Double, Double) {
    stride(from: interval, to: rows.count, by: 48).reduce((0, 0)) { sums, place in
      let (x, y) = ratio(rows[place])
      return (sums.0 + x, sums.1 + y)
    }
  }

  private static func chats() throws -> [Comparison] {
    let two = [
      "channels.chat.concurrency.limit=2", "channels.chat.concurrency.throughput=[1, 1.6]",
    ]
    return try [[], two].enumerated().flatMap { index, edits in
      let center = try ShippedScenario.center("chat-concurrency.jsonc", edits: edits)
      let exact = try ChatFloor(center)
      let name = "chats at a limit of \(3 - index)"
      let seed = UInt64(9200 + 10 * index)
      return [
        compared("\(name): service level", center, seed, exact.serviceLevel) {
          (sum($0).answeredWithin, sum($0).offered)
        },
        compared("\(name): abandonment", center, seed + 1, exact.abandonment) {
          (sum($0).abandoned, sum($0).offered)
        },
        compared("\(name): at once", center, seed + 2, exact.concurrency) { observation in
          observation.teams.reduce((0, 0)) { ($0.0 + $1.chats, $0.1 + $1.chatting) }
        },
      ]
    }
  }

  /// Little: one conversation a minute, four waits and replies of 90 s, three pauses of 5 minutes.
  static func openConversations(_ replies: ErlangC) -> Double {
    (4 * (replies.averageSpeedOfAnswer + 90) + 3 * 300) / 60
  }

  private static func conversations() throws -> [Comparison] {
    try [8, 7].enumerated().flatMap { index, agents in
      let center = try ShippedScenario.center(
        "messaging.jsonc", edits: ["teams.desk.agents=\(agents)"])
      let exact = try ErlangC(offeredLoad: 6, handleTime: 90, agents: agents)
      let name = "conversations with \(agents) agents"
      let seed = UInt64(9400 + 10 * index)
      return [
        compared("\(name): replied to in time", center, seed, exact.serviceLevel(within: 60)) {
          (sum($0).repliesWithin, sum($0).turns)
        },
        compared("\(name): wait", center, seed + 1, exact.averageSpeedOfAnswer) {
          (sum($0).waitReplied, sum($0).replies)
        },
        compared("\(name): open", center, seed + 2, openConversations(exact)) {
          (sum($0).openArea, 5 * 86_400)
        },
      ]
    }
  }

  private static func mail() throws -> [Comparison] {
    try [14, 13].enumerated().flatMap { index, agents in
      let center = try ShippedScenario.center(
        "email-backlog.jsonc", edits: ["teams.desk.agents=\(agents)"])
      let exact = MailWeek(center)
      // Counted by hand only where no agent ever finds the mailbox empty.
      #expect(exact.probabilityOfIdling(days: 7) < 1e-6)
      let name = "mail with \(agents) agents"
      let seed = UInt64(9300 + 10 * index)
      return [
        compared("\(name): on time", center, seed, exact.onTimeRate(days: 0..<7)) {
          (sum($0).onTime, sum($0).due)
        },
        compared("\(name): waiting", center, seed + 1, exact.meanBacklog(days: 7)) {
          (sum($0).queueArea, 7 * 86_400)
        },
        compared("\(name): left on Friday", center, seed + 2, exact.backlog(atEndOfDay: 6)) {
          ($0.queues.last?.backlogEnd ?? 0, 1)
        },
      ]
    }
  }

  private static func compared(
    _ name: String, _ center: Center, _ seed: UInt64, _ exact: Double,
    ratio: @escaping @Sendable (Observation) -> (Double, Double)
  ) -> Comparison {
    Comparison(
      name, of: center, seed: seed, replications: replications, exact: exact, ratio: ratio)
  }
}
