import Center
import CenterSimulation
import Erlang
import SpecialFunctions
import Stochastics
import TestCenters

/// M/M/n, M/M/n/n, M/G/1, chat without slowdown and thinned arrivals, against closed forms.
enum SingleQueueFamily {
  static func comparisons() throws -> [Comparison] {
    try delaySystems() + lossSystems() + singleServers() + chats() + thinned()
  }

  /// Talk of two minutes, so that 20 relaxation times fit into the days of warm-up; of twenty in
  /// large systems, which relax faster and otherwise would see needlessly many calls a day.
  private static func talk(agents: Int) -> Double { agents < 100 ? 120 : 1200 }

  private static func perHour(_ load: Double, agents: Int) -> Double {
    load / talk(agents: agents) * 3600
  }

  /// The relaxation time of M/M/n is below talk ÷ (√n − √a)²; twenty of them, in days.
  private static func warmUp(agents: Int, load: Double) -> Int {
    let talk = talk(agents: agents)
    let gap = Double(agents).squareRoot() - load.squareRoot()
    return Int((20 * talk / (gap * gap) / 86_400).rounded(.up))
  }

  /// M/M/n at five sizes and three loads: P(wait), mean wait, service level.
  private static func delaySystems() throws -> [Comparison] {
    var list: [Comparison] = []
    for (size, agents) in [1, 5, 20, 100, 1000].enumerated() {
      for (step, occupancy) in [0.5, 0.8, 0.95].enumerated() {
        let load = occupancy * Double(agents)
        let talk = talk(agents: agents)
        let exact = try ErlangC(offeredLoad: load, handleTime: talk, agents: agents)
        if exact.waitProbability < 1e-3 { continue }
        let center = oneQueue(
          perHour: perHour(load, agents: agents), talk: .exponential(try Exponential(mean: talk)),
          agents: agents,
          days: max(2, 200 / agents), warmUpDays: warmUp(agents: agents, load: load))
        let seed = UInt64(1000 + 100 * size + 10 * step)
        let name = "M/M/\(agents) at \(occupancy)"
        list += [
          Comparison("\(name): P(wait)", of: center, seed: seed, exact: exact.waitProbability) {
            (sum($0).delayed, sum($0).offered)
          },
          Comparison(
            "\(name): mean wait", of: center, seed: seed + 1, exact: exact.averageSpeedOfAnswer
          ) { (sum($0).waitAnswered, sum($0).answered) },
          Comparison(
            "\(name): service level", of: center, seed: seed + 2,
            exact: exact.serviceLevel(within: 20)
          ) { (sum($0).answeredWithin, sum($0).offered) },
        ]
      }
    }
    return list
  }

  /// M/M/n/n: as many trunks as agents, blocking by Erlang B.
  private static func lossSystems() throws -> [Comparison] {
    try [(1, 0.7), (5, 1.0), (20, 1.3), (100, 0.95), (300, 1.1)].enumerated().flatMap {
      index, system in
      let (agents, intensity) = system
      let load = intensity * Double(agents)
      let talk = talk(agents: agents)
      let center = oneQueue(
        perHour: perHour(load, agents: agents), talk: .exponential(try Exponential(mean: talk)),
        agents: agents,
        trunks: agents, days: max(2, 100 / agents))
      let exact = try ErlangB(offeredLoad: load, servers: agents)
      let blocked = Comparison(
        "M/M/\(agents)/\(agents) at \(intensity): blocking", of: center,
        seed: UInt64(2000 + 10 * index), exact: exact.blockingProbability
      ) { (sum($0).blocked, sum($0).entered) }
      let busy = Comparison(
        "M/M/\(agents)/\(agents) at \(intensity): busy agents", of: center,
        seed: UInt64(2001 + 10 * index), exact: exact.carriedLoad / Double(agents)
      ) { observation in
        observation.teams.reduce(into: (0.0, 0.0)) {
          $0.0 += $1.busy
          $0.1 += $1.present
        }
      }
      return [blocked, busy]
    }
  }

  /// M/G/1: the mean wait of Pollaczek and Khinchine, a·E[S]·(1 + cv²) ÷ 2(1 − a).
  private static func singleServers() throws -> [Comparison] {
    let talk = talk(agents: 1)
    let shapes: [(String, Distribution, Double)] = [
      ("constant", .constant(try Constant(mean: talk)), 0),
      ("gamma", .gamma(try Gamma(mean: talk, cv: 0.7)), 0.7),
      ("uniform", .uniform(try Uniform(from: 0, to: 2 * talk)), 1 / 3.0.squareRoot()),
      ("log-normal", .logNormal(try LogNormal(mean: talk, cv: 1.2)), 1.2),
    ]
    return shapes.enumerated().flatMap { index, shape in
      [0.5, 0.8].enumerated().map { step, load in
        let center = oneQueue(
          perHour: perHour(load, agents: 1), talk: shape.1, agents: 1, days: 100, warmUpDays: 2)
        let exact = load * talk * (1 + shape.2 * shape.2) / (2 * (1 - load))
        return Comparison(
          "M/G/1 (\(shape.0)) at \(load): mean wait", of: center,
          seed: UInt64(3000 + 10 * index + step), exact: exact
        ) { (sum($0).waitAnswered, sum($0).answered) }
      }
    }
  }

  /// n agents with k chats each and no slowdown are M/M/(nk).
  private static func chats() throws -> [Comparison] {
    try [(1, 4, 0.8), (4, 2, 0.8), (5, 3, 0.9), (20, 4, 0.9)].enumerated().flatMap {
      index, system in
      let (agents, limit, occupancy) = system
      let load = occupancy * Double(agents * limit)
      let talk = talk(agents: agents * limit)
      let center = oneQueue(
        medium: .chat, perHour: perHour(load, agents: agents * limit),
        talk: .exponential(try Exponential(mean: talk)),
        agents: agents,
        concurrency: Concurrency(limit: limit, throughput: (1...limit).map(Double.init)),
        days: 200 / agents, warmUpDays: warmUp(agents: agents * limit, load: load))
      let exact = try ErlangC(offeredLoad: load, handleTime: talk, agents: agents * limit)
      let name = "\(agents) agents × \(limit) chats at \(occupancy)"
      let seed = UInt64(4000 + 10 * index)
      return [
        Comparison("\(name): P(wait)", of: center, seed: seed, exact: exact.waitProbability) {
          (sum($0).delayed, sum($0).offered)
        },
        Comparison(
          "\(name): mean wait", of: center, seed: seed + 1, exact: exact.averageSpeedOfAnswer
        ) { (sum($0).waitAnswered, sum($0).answered) },
      ]
    }
  }

  /// A tool that contains a share of the issues by a fair draw leaves a thinner Poisson stream.
  private static func thinned() throws -> [Comparison] {
    try [(5, 0.25, 0.9), (20, 0.5, 0.8), (100, 0.4, 0.9)].enumerated().flatMap { index, system in
      let (agents, containment, occupancy) = system
      let load = occupancy * Double(agents)
      let talk = talk(agents: agents)
      var center = oneQueue(
        perHour: perHour(load / (1 - containment), agents: agents),
        talk: .exponential(try Exponential(mean: talk)), agents: agents,
        days: 200 / agents + 1, warmUpDays: warmUp(agents: agents, load: load))
      center.selfService = [
        SelfServiceTool(
          name: "ivr", stage: .onChannels(["voice"]),
          time: .exponential(try Exponential(mean: 45)), containment: [containment])
      ]
      let exact = try ErlangC(offeredLoad: load, handleTime: talk, agents: agents)
      let name = "\(agents) agents behind a tool that contains \(containment)"
      let seed = UInt64(5000 + 10 * index)
      return [
        Comparison("\(name): contained", of: center, seed: seed, exact: containment) {
          (sum($0).contained, sum($0).entered - sum($0).inSelfServiceEnd)
        },
        Comparison(
          "\(name): mean wait", of: center, seed: seed + 1, exact: exact.averageSpeedOfAnswer
        ) { (sum($0).waitAnswered, sum($0).answered) },
        Comparison(
          "\(name): service level", of: center, seed: seed + 2,
          exact: exact.serviceLevel(within: 20)
        ) { (sum($0).answeredWithin, sum($0).offered) },
      ]
    }
  }
}
