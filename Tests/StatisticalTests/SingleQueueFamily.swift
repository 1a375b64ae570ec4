import Center
import CenterSimulation
import Erlang
import SpecialFunctions
import Stochastics

/// M/M/n, M/M/n/n and M/G/n/n, M/G/1, chat without slowdown and thinned arrivals, against closed
/// forms.
///
/// `bias` plants an error: the exact values are those of service times longer by this factor.
enum SingleQueueFamily {
  /// Talk of two minutes.
  private static let talk = 120.0

  private static func exponential() throws -> Distribution {
    .exponential(try Exponential(mean: talk))
  }

  private static func erlangC(
    load: Double, agents: Int, bias: Double
  ) throws -> ErlangC {
    try ErlangC(offeredLoad: load * bias, handleTime: talk * bias, agents: agents)
  }

  /// M/M/n at five sizes and up to three loads: P(wait), mean wait, service level.
  static func delaySystems(bias: Double) throws -> [Comparison] {
    var list: [Comparison] = []
    for (size, agents) in [1, 5, 20, 100, 1000].enumerated() {
      let occupancies = agents < 1000 ? [0.5, 0.8, 0.9] : [0.95]
      for (step, occupancy) in occupancies.enumerated() {
        let load = occupancy * Double(agents)
        let exact = try erlangC(load: load, agents: agents, bias: bias)
        if try erlangC(load: load, agents: agents, bias: 1).waitProbability < 0.05 { continue }
        let relaxation = SteadyQueue.relaxation(ofLoad: load, agents: agents, talk: talk)
        func center(relaxations: Double, calls: Double) throws -> Center {
          SteadyQueue(
            load: load, talk: try exponential(), agents: agents, relaxation: relaxation,
            calls: max(calls, relaxations * relaxation * load / talk)
          ).center
        }
        let seed = UInt64(1000 + 100 * size + 10 * step)
        let name = "M/M/\(agents) at \(occupancy)"
        list.append(
          Comparison(
            "\(name): P(wait)",
            of: try center(relaxations: agents < 1000 ? 60 : 140, calls: 12_000), seed: seed,
            exact: exact.waitProbability, ratio: delayed))
        // The others are more skew, few busy periods making most of the wait: among a thousand
        // agents they would take minutes.
        if agents == 1000 { continue }
        list += [
          Comparison(
            "\(name): mean wait", of: try center(relaxations: 220, calls: 24_000),
            seed: seed + 1, exact: exact.averageSpeedOfAnswer, ratio: measured("asa_s")),
          Comparison(
            "\(name): service level", of: try center(relaxations: 130, calls: 24_000),
            seed: seed + 2, exact: exact.serviceLevel(within: 20),
            ratio: measured("service_level")),
        ]
      }
    }
    return list
  }

  /// M/G/n/n: as many trunks as agents, blocking by Erlang B, whatever the law of talk.
  static func lossSystems(bias: Double) throws -> [Comparison] {
    let laws: [Distribution] = [
      try exponential(), .constant(try Constant(mean: talk)),
      .logNormal(try LogNormal(mean: talk, cv: 1.2)),
      .uniform(try Uniform(from: 0, to: 2 * talk)),
    ]
    let systems = [(1, 0.7), (5, 1.0), (20, 1.3), (100, 0.95), (1000, 1.1), (8, 0.8)]
    return try systems.enumerated().flatMap { index, system in
      let (agents, intensity) = system
      let load = intensity * Double(agents)
      let exact = try ErlangB(offeredLoad: load * bias, servers: agents)
      let others = index % laws.count == 0 ? [0] : [index % laws.count, 0]
      return others.enumerated().flatMap { place, law in
        let queue = SteadyQueue(
          load: load, talk: laws[law], agents: agents,
          // Exactly a service where that is exponential, about as long for other laws.
          relaxation: law == 0 ? talk : 2 * talk, trunks: agents)
        let name = "M/\(law == 0 ? "M" : "G")/\(agents)/\(agents) at \(intensity)"
        let seed = UInt64(2000 + 10 * index + 2 * place)
        let time = Double(queue.intervals * agents) * queue.interval
        return [
          Comparison(
            "\(name): blocking", of: queue.center, seed: seed, exact: exact.blockingProbability,
            ratio: measured("blocking_rate")),
          Comparison(
            "\(name): busy agents", of: queue.center, seed: seed + 1,
            exact: exact.carriedLoad / Double(agents)
          ) { observation in
            (observation.teams[..<queue.intervals].reduce(0) { $0 + $1.busy }, time)
          },
        ]
      }
    }
  }

  /// M/G/1: the mean wait of Pollaczek and Khinchine, a·E[S]·(1 + cv²) ÷ 2(1 − a).
  static func singleServers(bias: Double) throws -> [Comparison] {
    let shapes: [(String, Distribution, Double)] = [
      ("constant", .constant(try Constant(mean: talk)), 0),
      ("gamma", .gamma(try Gamma(mean: talk, cv: 0.7)), 0.7),
      ("uniform", .uniform(try Uniform(from: 0, to: 2 * talk)), 1 / 3.0.squareRoot()),
      ("log-normal", .logNormal(try LogNormal(mean: talk, cv: 1.2)), 1.2),
    ]
    return shapes.enumerated().flatMap { index, shape in
      [0.5, 0.8].enumerated().map { step, load in
        // That of M/M/1, longer as the service is more variable.
        let relaxation =
          SteadyQueue.relaxation(ofLoad: load, agents: 1, talk: talk)
          * max(1, (1 + shape.2 * shape.2) / 2)
        let center = SteadyQueue(
          load: load, talk: shape.1, agents: 1, relaxation: relaxation,
          calls: load < 0.6 ? 12_000 : shape.2 > 1 ? 60_000 : 30_000
        ).center
        let longer = load * bias
        let exact = longer * talk * bias * (1 + shape.2 * shape.2) / (2 * (1 - longer))
        return Comparison(
          "M/G/1 (\(shape.0)) at \(load): mean wait", of: center,
          seed: UInt64(3000 + 10 * index + step), exact: exact, ratio: measured("asa_s"))
      }
    }
  }

  /// n agents with k chats each and no slowdown are M/M/(nk).
  static func chats(bias: Double) throws -> [Comparison] {
    try [(1, 4, 0.8), (4, 2, 0.8), (5, 3, 0.9), (20, 4, 0.9)].enumerated().flatMap {
      index, system in
      let (agents, limit, occupancy) = system
      let load = occupancy * Double(agents * limit)
      let relaxation = SteadyQueue.relaxation(ofLoad: load, agents: agents * limit, talk: talk)
      func center(relaxations: Double) throws -> Center {
        SteadyQueue(
          medium: .chat, load: load, talk: try exponential(), agents: agents,
          relaxation: relaxation, calls: max(10_000, relaxations * relaxation * load / talk),
          concurrency: Concurrency(limit: limit, throughput: (1...limit).map(Double.init))
        ).center
      }
      let exact = try erlangC(load: load, agents: agents * limit, bias: bias)
      let name = "\(agents) agents × \(limit) chats at \(occupancy)"
      let seed = UInt64(4000 + 10 * index)
      return [
        Comparison(
          "\(name): P(wait)", of: try center(relaxations: 130), seed: seed,
          exact: exact.waitProbability,
          ratio: delayed),
        Comparison(
          "\(name): mean wait", of: try center(relaxations: 300), seed: seed + 1,
          exact: exact.averageSpeedOfAnswer,
          ratio: measured("asa_s")),
      ]
    }
  }

  /// A tool that contains a share of the issues by a fair draw leaves a thinner Poisson stream.
  static func thinned(bias: Double) throws -> [Comparison] {
    try [(5, 0.25, 0.8), (20, 0.5, 0.85), (50, 0.4, 0.85)].enumerated().flatMap { index, system in
      let (agents, containment, occupancy) = system
      let load = occupancy * Double(agents)
      let relaxation = SteadyQueue.relaxation(ofLoad: load, agents: agents, talk: talk)
      func center(relaxations: Double) throws -> Center {
        var center = SteadyQueue(
          load: load / (1 - containment), talk: try exponential(), agents: agents,
          // Behind the tool, whose sessions of 45 s are soon in balance too.
          relaxation: relaxation + 45, calls: max(10_000, relaxations * relaxation * load / talk)
        ).center
        center.selfService = [
          SelfServiceTool(
            name: "ivr", stage: .onChannels(["voice"]),
            time: .exponential(try Exponential(mean: 45)), containment: [containment])
        ]
        return center
      }
      let exact = try erlangC(load: load, agents: agents, bias: bias)
      let name = "\(agents) agents behind a tool that contains \(containment)"
      let seed = UInt64(5000 + 10 * index)
      let shares = [
        Comparison(
          "\(name): contained", of: try center(relaxations: 60), seed: seed, exact: containment,
          ratio: measured("containment_rate")),
        Comparison(
          "\(name): P(wait)", of: try center(relaxations: 160), seed: seed + 1,
          exact: exact.waitProbability, ratio: delayed),
      ]
      // The mean wait of many agents is too skew for a run of seconds.
      if agents > 5 { return shares }
      return shares + [
        Comparison(
          "\(name): mean wait", of: try center(relaxations: 640), seed: seed + 2,
          exact: exact.averageSpeedOfAnswer, ratio: measured("asa_s"))
      ]
    }
  }

  /// The share of contacts that wait at all; all of them are answered.
  @Sendable private static func delayed(_ observation: Observation) -> (Double, Double) {
    let total = sum(observation)
    return (total.delayed, total.offered)
  }
}
