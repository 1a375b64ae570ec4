import Center
import CenterSimulation
import Erlang
import Stochastics
import TestCenters

/// Emails that calls interrupt: preemptive resume, against closed forms.
enum InterruptFamily {
  static func comparisons() throws -> [Comparison] {
    try oneAgent() + severalAgents()
  }

  private static func tally(_ queue: Int, _ observation: Observation) -> (Double, Double) {
    stride(from: queue, to: observation.queues.count, by: 2).reduce(into: (0.0, 0.0)) {
      $0.0 += observation.queues[$1].waitAnswered
      $0.1 += observation.queues[$1].answered
    }
  }

  private static func center(
    agents: Int, talks: [Distribution], loads: [Double], days: Int
  ) throws -> Center {
    let perHour = zip(loads, talks).map { $0 / $1.mean * 3600 }
    var center = try blendingCenter(
      agents: agents, keepIdle: 0, callsPerHour: perHour[0], mailsPerHour: perHour[1], talk: 1)
    for place in 0..<2 { center.demand[place].channels[0].talkTime = talks[place] }
    center.calendar = PlanningCalendar(
      start: center.calendar.start, days: days, warmUpDays: 2, intervalLength: 3600)
    for place in 0..<2 {
      center.demand[place].expectedIssues = everyInterval(perHour[place], of: center.calendar)
    }
    center.teams[0].agents = everyInterval(Double(agents), of: center.calendar)
    center.routing.interrupts = [.email: [.voice]]
    return center
  }

  /// M/G/1 with preemptive resume (Miller 1960): calls wait R₁/(1 − ρ₁) as if there were no mail,
  /// an email is in the system for E[S₂]/(1 − ρ₁) + R₂/((1 − ρ₁)(1 − ρ₁ − ρ₂)), with
  /// R_k = Σ_{i ≤ k} λ_i·E[S_i²]/2.
  private static func oneAgent() throws -> [Comparison] {
    let systems: [[Distribution]] = [
      [.exponential(try Exponential(mean: 120)), .exponential(try Exponential(mean: 300))],
      [.constant(try Constant(mean: 90)), .gamma(try Gamma(mean: 400, cv: 0.6))],
      [.gamma(try Gamma(mean: 150, cv: 1.3)), .constant(try Constant(mean: 240))],
    ]
    let loads = [0.35, 0.3]
    return try systems.enumerated().flatMap { index, talks in
      let center = try center(agents: 1, talks: talks, loads: loads, days: 60)
      let residuals = zip(talks, loads).map { talk, load in
        load * (talk.variance / talk.mean + talk.mean) / 2
      }
      let exact = [
        residuals[0] / (1 - loads[0]),
        talks[1].mean / (1 - loads[0])
          + (residuals[0] + residuals[1]) / ((1 - loads[0]) * (1 - loads[0] - loads[1])),
      ]
      return (0..<2).map { queue in
        Comparison(
          "M/G/1 with interruption, system \(index + 1): mean wait \(queue + 1)", of: center,
          seed: UInt64(8600 + 10 * index + queue), exact: exact[queue]
        ) { tally(queue, $0) }
      }
    }
  }

  /// M/M/n: calls have the agents for themselves. (Emails do not have what calls leave of M/M/n: one
  /// laid aside waits for its own agent, even while a colleague is idle.)
  private static func severalAgents() throws -> [Comparison] {
    let (agents, talk) = (4, 180.0)
    let loads = [2.7, 0.6]
    let law = Distribution.exponential(try Exponential(mean: talk))
    let exact = try ErlangC(offeredLoad: loads[0], handleTime: talk, agents: agents)
    return [
      Comparison(
        "M/M/4 with interruption: mean wait of calls",
        of: try center(agents: agents, talks: [law, law], loads: loads, days: 40), seed: 8650,
        exact: exact.averageSpeedOfAnswer
      ) { tally(0, $0) }
    ]
  }
}
