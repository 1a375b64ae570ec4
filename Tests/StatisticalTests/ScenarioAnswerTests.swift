import Erlang
import Testing

@Suite("The shipped scenarios whose answer is known")
struct ScenarioAnswerTests {
  /// Each |z| < 4: a false alarm in 16,000.
  @Test("Give that answer, within sampling error")
  func agree() async throws {
    let comparisons = try ScenarioAnswers.comparisons()
    let scores = try await withThrowingTaskGroup(of: (Int, Double).self) { group in
      for (index, comparison) in comparisons.enumerated() {
        group.addTask { (index, try comparison.sample().score(against: comparison.exact).z) }
      }
      return try await group.reduce(into: Array(repeating: 0.0, count: comparisons.count)) {
        $0[$1.0] = $1.1
      }
    }
    for (comparison, z) in zip(comparisons, scores) {
      #expect(abs(z) < 4, "\(comparison.name): z = \(z)")
    }
  }

  @Test("The mail of the weekend, counted by hand")
  func handCount() throws {
    let week = MailWeek(try ShippedScenario.center("email-backlog.jsonc"))
    // Eight hours hold 69 starts of seven minutes; the last email of the day ends at 17:03.
    #expect(week.starts.count == 5 * 69)
    let monday = 2.0 * 86_400
    #expect(week.starts.first == monday + 9 * 3600)
    var table = AnswerTable("End of", "Mail so far", "Started so far", "Backlog")
    let days = ["Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    for (day, name) in days.enumerated() {
      let midnight = Double(day + 1) * 86_400
      table.append(
        name, AnswerText.number(week.arrived(by: midnight), 0),
        AnswerText.number(week.started(before: midnight), 0),
        AnswerText.number(week.backlog(atEndOfDay: day), 0))
    }
    try table.expect(in: "scenarios/README.md")
    // Who writes from Monday to Thursday has an answer in time; with one agent fewer the backlog
    // grows until on Friday hardly anybody has.
    #expect(week.onTimeRate(days: 2..<6) > 0.999)
    let fewer = MailWeek(
      try ShippedScenario.center("email-backlog.jsonc", edits: ["teams.desk.agents=13"]))
    #expect(fewer.backlog(atEndOfDay: 5) - fewer.backlog(atEndOfDay: 4) == 63)
    #expect(fewer.onTimeRate(days: 6..<7) < 0.01)
  }

  /// Where a chat costs another nothing, who holds which makes no difference to those who wait.
  @Test("Chats that cost nothing side by side are the formula's")
  func floorWithoutSlowdown() throws {
    let floor = try ChatFloor(
      ShippedScenario.center(
        "chat-concurrency.jsonc",
        edits: ["channels.chat.concurrency.throughput=[1, 2, 3]", "teams.chat.agents=5"]))
    #expect(abs(floor.immediate - floor.formula.immediateAnswerProbability) < 1e-10)
    #expect(abs(floor.abandonment - floor.formula.abandonmentProbability) < 1e-10)
    #expect(abs(floor.serviceLevel - floor.formula.serviceLevel(within: 60)) < 1e-10)
  }

  /// Two ways to solve the same equations.
  @Test("Uniformisation and Runge-Kutta find the same law")
  func twoSolvers() {
    let chain = MarkovChain<Int>(from: 0) { count in
      [(count + 1, count < 12 ? 0.02 : 0), (count - 1, 0.004 * Double(min(count, 5)))]
    }
    let start = chain.states.map { $0 == 0 ? 1.0 : 0.0 }
    var slow: [Double] = start
    let slowIntegral = chain.evolve(&slow, for: 900, integrating: [{ Double($0) }])
    let (fast, integrals) = chain.law(after: 900, from: start, integrating: [{ Double($0) }])
    for (one, other) in zip(fast, slow) { #expect(abs(one - other) < 1e-4) }
    #expect(abs(fast.reduce(0, +) - 1) < 1e-11)
    #expect(abs(integrals[0] / slowIntegral[0] - 1) < 1e-4)
  }
}
