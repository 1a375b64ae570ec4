import Center
import CenterSimulation
import Experiments
import OutputAnalysis
import Stochastics
import TestCenters
import Testing

/// Sixty calls an hour of a second each at every half minute, answered at once but for two hours
/// of each day without agents, in which everybody gives up after ten seconds.
@Suite("Penalties, the worth of issues, overtime")
struct MoneyTests {
  private func center() throws -> Center {
    var center = oneQueue(
      perHour: 60, talk: .constant(try Constant(mean: 1)), agents: 1,
      patience: .constant(try Constant(mean: 10)), days: 2, warmUpDays: 0)
    center.demand[0].arrivals = .exact
    let heads = (0..<24).map { $0 == 5 || $0 == 6 ? 0.0 : 1 }
    center.teams[0].agents = [heads, heads]
    return center
  }

  private func result(_ center: Center) async throws -> DesignResult {
    let experiment = try Experiment(
      designs: [Design(try Simulation(center))], seed: 1, replications: 2)
    return try await experiment.run(workers: 1)[0]
  }

  private func value(
    _ column: String, _ result: DesignResult, row: Row = Row(level: .all)
  ) throws -> Double {
    let measure = try #require(Measure.position(of: column))
    let position = try #require(result.rows.firstIndex(of: row))
    return try #require(result.estimate(of: measure, inRow: position)).value
  }

  @Test(
    "A penalty is due for each interval, each day, or once, whose level is below",
    arguments: [
      (Target.Period.interval, 0.8, 400.0), (.interval, 0, 0), (.day, 0.92, 200), (.day, 0.91, 0),
      (.horizon, 0.92, 100), (.horizon, 0.91, 0),
    ])
  func penalties(per: Target.Period, below: Double, expected: Double) async throws {
    var center = try center()
    center.channels[0].penalty = Penalty(below: below, per: per, amount: 100)
    let result = try await result(center)
    #expect(try value("cost_penalty", result) == expected)
    #expect(
      try value("cost_penalty", result, row: Row(level: .channel, name: "voice")) == expected)
    #expect(try value("cost_total", result) == expected)
  }

  @Test("A penalty goes by the target's formula: of the answered, nobody waits too long")
  func formula() async throws {
    var center = try center()
    center.channels[0].penalty = Penalty(below: 0.8, per: .interval, amount: 100)
    center.channels[0].target?.formula = .ofAnswered
    // The two hours without an answer have no level at all, and the others are perfect.
    #expect(try value("cost_penalty", await result(center)) == 0)
  }

  @Test("A target by day, or by all of a day's intervals, holds on a share of the days")
  func periods() async throws {
    var center = try center()
    center.channels[0].target?.serviceLevel = 0.9
    for (per, met) in [(Target.Period.horizon, true), (.day, true), (.interval, false)] {
      center.channels[0].target?.per = per
      let outcome = try #require(try await result(center).targets.first)
      #expect(outcome.isMet == met)
      #expect(outcome.target == (per == .horizon ? 0.9 : 1))
    }
    // One day of two has agents all day.
    center.teams[0].agents[1] = Array(repeating: 1, count: 24)
    center.channels[0].target?.days = 0.5
    let outcome = try #require(try await result(center).targets.first)
    #expect(outcome.isMet && outcome.value == 0.5)
  }

  @Test("Resolved issues are worth, lost ones cost, what the class says")
  func worth() async throws {
    var center = try center()
    center.demand[0].value = IssueValue(resolved: 10, lost: 3)
    center.teams[0].wage = 20
    let result = try await result(center)
    // Two hours of sixty calls on two days are lost, of 2,880.
    #expect(try value("issues_lost", result) == 240)
    #expect(try value("cost_lost", result) == 720)
    #expect(try value("value_resolved", result) == 26_400)
    #expect(try value("cost_total", result) == 720 + 44 * 20)
    #expect(try value("net_value", result) == 26_400 - 720 - 44 * 20)
  }

  @Test("An hour of overtime costs what is written in regular hours")
  func overtime() async throws {
    // One call of 90 minutes; the agent's hour is over after one.
    var center = oneQueue(
      perHour: 2, talk: .constant(try Constant(mean: 5400)), agents: 1,
      patience: .constant(try Constant(mean: 1)), days: 1, warmUpDays: 0)
    center.demand[0].arrivals = .exact
    center.teams[0].agents = [[1] + Array(repeating: 0, count: 23)]
    center.teams[0].wage = 40
    center.teams[0].overtimeRate = 1.5
    let result = try await result(center)
    // It comes at a quarter past, and ends 45 minutes after the hour.
    #expect(abs(try value("overtime_h", result) - 0.75) < 1e-12)
    #expect(abs(try value("cost_overtime", result) - 45) < 1e-9)
    #expect(abs(try value("cost_agents", result) - 85) < 1e-9)
  }

  @Test("What makes no sense is refused where it is written")
  func refused() throws {
    var center = try center()
    center.channels[0].penalty = Penalty(below: 1.5, per: .day, amount: 1)
    center.teams[0].overtimeRate = 11
    center.demand[0].value.lost = -1
    #expect(
      center.problems().map(\.path) == [
        ["demand", "calls", "value", "lost"], ["channels", "voice", "penalty", "below"],
        ["teams", "agents", "overtimeRate"],
      ])
    var unpromised = try self.center()
    unpromised.channels[0].target = nil
    unpromised.channels[0].penalty = Penalty(below: 0.5, per: .day, amount: 1)
    #expect(unpromised.problems().map(\.path) == [["channels", "voice", "penalty"]])
    unpromised.channels[0].penalty = nil
    unpromised.channels[0].target = Target(serviceLevel: 0.8, within: 20, days: 0.9)
    #expect(unpromised.problems().map(\.path) == [["channels", "voice", "target", "days"]])
  }
}
