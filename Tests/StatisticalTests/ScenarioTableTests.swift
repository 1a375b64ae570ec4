import Center
import Erlang
import Testing

/// The tables of scenarios/README.md are made here.
@Suite("The tables of exact and simulated answers", .enabled(if: isRelease))
struct ScenarioTableTests {
  private static let page = "scenarios/README.md"

  @Test("Patience, against Erlang A")
  func patience() async throws {
    let result = try await ShippedScenario.result(ShippedScenario.center("patience.jsonc"))
    let exact = try ErlangA(offeredLoad: 40, handleTime: 360, patience: 180, agents: 43)
    var table = AnswerTable("43 agents", "Erlang A", "Simulated")
    table.append(
      "answered within 20 s", AnswerText.percent(exact.serviceLevel(within: 20)),
      AnswerText.percent(try result.estimate("service_level")))
    table.append(
      "hung up", AnswerText.percent(exact.abandonmentProbability),
      AnswerText.percent(try result.estimate("abandonment_rate")))
    table.append(
      "speed of answer [s]", AnswerText.number(exact.averageSpeedOfAnswer, 2),
      AnswerText.estimate(try result.estimate("asa_s"), 2))
    table.append(
      "waiting", AnswerText.number(exact.meanQueueLength, 3),
      AnswerText.estimate(try result.estimate("queue_mean"), 3))
    try table.expect(in: Self.page)
  }

  @Test("A day's curve, against its equations")
  func dayCurve() async throws {
    let center = try ShippedScenario.center("day-curve.jsonc")
    let result = try await ShippedScenario.result(center)
    let day = DayCurve(center)
    var table = AnswerTable(
      "Half hour", "Erlangs", "Agents", "Waiting: exact", "Simulated", "Erlang A alone")
    for interval in 22...29 {
      let load = day.calls[interval] * day.talk / day.length
      let alone = try ErlangA(
        offeredLoad: load, handleTime: day.talk, patience: day.patience,
        agents: day.heads[interval])
      table.append(
        "\(interval / 2):\(interval % 2 == 0 ? "00" : "30")", AnswerText.number(load, 1),
        "\(day.heads[interval])", AnswerText.number(day.intervals[interval].waiting, 2),
        AnswerText.estimate(try result.estimate("queue_mean", interval: interval), 2),
        AnswerText.number(alone.meanQueueLength, 2))
    }
    try table.expect(in: Self.page)
    var whole = AnswerTable("The whole day", "Exact", "Simulated")
    whole.append(
      "hung up", AnswerText.percent(day.abandonmentRate),
      AnswerText.percent(try result.estimate("abandonment_rate")))
    try whole.expect(in: Self.page)
  }

  @Test("Chats at a time, against the chain of who holds how many")
  func chats() async throws {
    var table = AnswerTable("Limit", "Measure", "Exact", "Simulated", "Formula")
    for limit in [3, 2] {
      let edits =
        limit == 3
        ? []
        : [
          "channels.chat.concurrency.limit=2", "channels.chat.concurrency.throughput=[1, 1.6]",
        ]
      let center = try ShippedScenario.center("chat-concurrency.jsonc", edits: edits)
      let result = try await ShippedScenario.result(center)
      let exact = try ChatFloor(center)
      table.append(
        "\(limit)", "answered within 60 s", AnswerText.percent(exact.serviceLevel),
        AnswerText.percent(try result.estimate("service_level")),
        AnswerText.percent(exact.formula.serviceLevel(within: exact.threshold)))
      table.append(
        "\(limit)", "left", AnswerText.percent(exact.abandonment),
        AnswerText.percent(try result.estimate("abandonment_rate")),
        AnswerText.percent(exact.formula.abandonmentProbability))
      table.append(
        "\(limit)", "chats at once", AnswerText.number(exact.concurrency, 3),
        AnswerText.estimate(try result.estimate("concurrency_mean"), 3),
        AnswerText.number(exact.formula.concurrency, 3))
    }
    try table.expect(in: Self.page)
  }

  @Test("Conversations in turns, against Erlang C for every reply")
  func conversations() async throws {
    var table = AnswerTable("Agents", "Measure", "Erlang C", "Simulated")
    for agents in [8, 7] {
      let center = try ShippedScenario.center(
        "messaging.jsonc", edits: ["teams.desk.agents=\(agents)"])
      let result = try await ShippedScenario.result(center)
      let exact = try ErlangC(offeredLoad: 6, handleTime: 90, agents: agents)
      table.append(
        "\(agents)", "replied to within 60 s", AnswerText.percent(exact.serviceLevel(within: 60)),
        AnswerText.percent(try result.estimate("reply_service_level")))
      table.append(
        "\(agents)", "wait for a reply [s]", AnswerText.number(exact.averageSpeedOfAnswer, 1),
        AnswerText.estimate(try result.estimate("reply_time_s"), 1))
      table.append(
        "\(agents)", "open conversations",
        AnswerText.number(ScenarioAnswers.openConversations(exact), 2),
        AnswerText.estimate(try result.estimate("open_threads"), 2))
    }
    try table.expect(in: Self.page)
  }

  @Test("The mail of a week, counted")
  func mail() async throws {
    var table = AnswerTable("Agents", "Measure", "Counted", "Simulated")
    for agents in [14, 13] {
      let center = try ShippedScenario.center(
        "email-backlog.jsonc", edits: ["teams.desk.agents=\(agents)"])
      let result = try await ShippedScenario.result(center)
      let exact = MailWeek(center)
      table.append(
        "\(agents)", "answered within 24 h", AnswerText.percent(exact.onTimeRate(days: 0..<7)),
        AnswerText.percent(try result.estimate("on_time_rate")))
      table.append(
        "\(agents)", "waiting, on average", AnswerText.number(exact.meanBacklog(days: 7), 1),
        AnswerText.estimate(try result.estimate("queue_mean"), 1))
      table.append(
        "\(agents)", "waiting on Friday at midnight",
        AnswerText.number(exact.backlog(atEndOfDay: 6), 0),
        AnswerText.estimate(try result.estimate("backlog_end"), 1))
    }
    try table.expect(in: Self.page)
  }
}
