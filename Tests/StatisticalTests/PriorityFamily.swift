import Center
import CenterSimulation
import Erlang
import Stochastics

/// Classes that agents take in the order of their ranks, without interruption: mean waits by class
/// after Cobham (1954), for several agents with one law of talk after Kella and Yechiali (1985).
///
/// `bias` plants an error: the exact values are those of service times longer by this factor.
enum PriorityFamily {
  private static let talk = 120.0

  /// The share of all agents that each class keeps busy, the first being first.
  private static let systems: [(agents: Int, shares: [Double])] = [
    (1, [0.3, 0.4]), (5, [0.2, 0.3, 0.3]), (20, [0.45, 0.4]),
  ]

  /// M/M/n: C·talk/n ÷ ((1 − σ before)(1 − σ)), σ being the load of a class and those before it.
  static func equalTalk(bias: Double) throws -> [Comparison] {
    try systems.enumerated().flatMap { index, system in
      let law = Distribution.exponential(try Exponential(mean: talk))
      let load = system.shares.reduce(0, +) * Double(system.agents)
      let exact = try ErlangC(
        offeredLoad: load * bias, handleTime: talk * bias, agents: system.agents)
      let first = exact.waitProbability * talk * bias / Double(system.agents)
      return comparisons(
        "M/M/\(system.agents)", agents: system.agents,
        talks: system.shares.map { _ in law }, shares: system.shares, residual: first,
        bias: bias, seed: 16_000 + 100 * UInt64(index))
    }
  }

  /// M/G/1: Σ λ·E[S²]/2 ÷ ((1 − σ before)(1 − σ)).
  static func unequalTalk(bias: Double) throws -> [Comparison] {
    let talks: [Distribution] = [
      .constant(try Constant(mean: 60)), .exponential(try Exponential(mean: 200)),
      .gamma(try Gamma(mean: 150, cv: 0.6)),
    ]
    let shares = [0.15, 0.35, 0.2]
    let residual = zip(talks, shares).reduce(0.0) { sum, entry in
      let (talk, share) = entry
      return sum + share * (talk.variance / talk.mean + talk.mean) / 2
    }
    return comparisons(
      "M/G/1", agents: 1, talks: talks, shares: shares, residual: residual * bias * bias,
      bias: bias, seed: 16_500)
  }

  private static func comparisons(
    _ model: String, agents: Int, talks: [Distribution], shares: [Double], residual: Double,
    bias: Double, seed: UInt64
  ) -> [Comparison] {
    let intensity = shares.reduce(0, +)
    let center = center(agents: agents, talks: talks, shares: shares)
    return shares.indices.map { place in
      let before = shares[..<place].reduce(0, +) * bias
      let wait = residual / ((1 - before) * (1 - before - shares[place] * bias))
      let classes = shares.count
      return Comparison(
        "\(model) at \(intensity), class \(place + 1) of \(classes): mean wait", of: center,
        seed: seed + UInt64(place), exact: wait
      ) { observation in
        stride(from: place, to: observation.queues.count, by: classes).reduce(into: (0.0, 0.0)) {
          $0.0 += observation.queues[$1].waitAnswered
          $0.1 += observation.queues[$1].answered
        }
      }
    }
  }

  private static func center(
    agents: Int, talks: [Distribution], shares: [Double]
  ) -> Center {
    // Who comes later may be served first, so that calls go on to come in the day that follows.
    let loads = shares.map { $0 * Double(agents) }
    let longest = talks.map(\.mean).max() ?? talk
    var center = SteadyQueue(
      load: loads[0], talk: talks[0], agents: agents,
      relaxation: SteadyQueue.relaxation(
        ofLoad: loads.reduce(0, +), agents: agents, talk: longest),
      calls: 13_000, goesOn: true
    ).center
    let first = center.demand[0]
    let rate = loads[0] / talks[0].mean
    center.demand = shares.indices.map { place in
      var own = first
      own.name = "class \(place + 1)"
      own.channels[0].talkTime = talks[place]
      let times = loads[place] / talks[place].mean / rate
      own.expectedIssues = first.expectedIssues.map { day in day.map { $0 * times } }
      return own
    }
    center.teams[0].skills = shares.indices.map { place in
      Skill(channel: "voice", demandClass: "class \(place + 1)", rank: place + 1)
    }
    return center
  }
}
