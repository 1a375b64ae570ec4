import Center
import CenterSimulation
import Erlang
import Stochastics

/// Self-service with few ports: M/M/n/n and M/G/n/n of its sessions, whatever follows them.
enum PortFamily {
  /// The mean session [s].
  private static let session = 180.0

  /// What the tool contains of its sessions; the rest is work for agents.
  private static let containment = 0.5

  /// The share B of calls that finds no port free, by Erlang B of the sessions' load: in the tool's
  /// tally, and as the reported measure, which leaves out the contained: B ÷ (B + (1 − B)(1 − c)).
  /// `bias` plants an error: the exact values are those of sessions longer by this factor.
  static func comparisons(bias: Double) throws -> [Comparison] {
    let systems: [(name: String, time: Distribution, ports: Int, intensity: Double)] = [
      ("M/M/1/1", .exponential(try Exponential(mean: session)), 1, 0.7),
      ("M/D/5/5", .constant(try Constant(mean: session)), 5, 1),
      ("M/G/12/12", .logNormal(try LogNormal(mean: session, cv: 1.2)), 12, 1.1),
    ]
    return try systems.enumerated().flatMap { index, system in
      let load = system.intensity * Double(system.ports)
      let exact = try ErlangB(offeredLoad: load * bias, servers: system.ports).blockingProbability
      // Sessions are counted when they end, so that contacts go on to come: as many are under way
      // when counting ends as when it begins.
      var center = SteadyQueue(
        load: load, talk: .exponential(try Exponential(mean: session)), agents: system.ports,
        relaxation: 2 * session, goesOn: true
      ).center
      center.selfService = [
        SelfServiceTool(
          name: "ivr", stage: .onChannels(["voice"]), time: system.time, containment: [containment],
          ports: system.ports)
      ]
      let name = "\(system.name) at ports, \(system.intensity)"
      let seed = UInt64(5100 + 10 * index)
      return [
        Comparison("\(name): blocked by the tool", of: center, seed: seed, exact: exact) {
          ($0.tools[0].blocked, $0.tools[0].blocked + $0.tools[0].sessions)
        },
        Comparison(
          "\(name): blocking", of: center, seed: seed + 1,
          exact: exact / (exact + (1 - exact) * (1 - containment)),
          ratio: measured("blocking_rate")),
      ]
    }
  }
}
