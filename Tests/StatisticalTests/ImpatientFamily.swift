import Center
import CenterSimulation
import Erlang
import Stochastics

/// M/M/n+M at 1 to 1,000 agents and loads of 0.5 to 1.3, against the Erlang A formulas: everything
/// that is reported about waiting and abandoning.
enum ImpatientFamily {
  private static let talk = 120.0
  private static let patience = 90.0

  /// `bias` plants an error: the exact values are those of service times longer by this factor.
  ///
  /// Every other measure is compared in each system, the others in its neighbours. Systems in
  /// which fewer than one caller in 100 hangs up are left out.
  static func comparisons(bias: Double) throws -> [Comparison] {
    var list: [Comparison] = []
    for (size, agents) in [1, 5, 20, 100, 1000].enumerated() {
      for (step, intensity) in [0.5, 0.8, 0.95, 1.1, 1.3].enumerated() {
        let load = intensity * Double(agents)
        let actual = try erlangA(load: load, agents: agents)
        if actual.abandonmentProbability < 0.01 { continue }
        let believed = try erlangA(load: load, agents: agents, bias: bias)
        // About as long as those who wait do, so that the promise is neither always kept nor never.
        let within = max(1, actual.meanWaitOfDelayed.rounded())
        let center = SteadyQueue(
          load: load, talk: .exponential(try Exponential(mean: talk)), agents: agents,
          // Both ways down are at least as fast as the slower of service and patience.
          relaxation: talk,
          // Six hundred who hang up in every replication, where few do.
          calls: max(2500, 60 * load, 600 / actual.abandonmentProbability), within: within,
          patience: .exponential(try Exponential(mean: patience))
        ).center
        for (place, column) in columns.enumerated() where (place + size + step) % 2 == 0 {
          list.append(
            Comparison(
              "M/M/\(agents)+M at \(intensity): \(column)", of: center,
              seed: UInt64(11_000 + 100 * size + 10 * step + place),
              replications: agents < 1000 ? Comparison.usualReplications : 120,
              exact: believed.expected(column, within: within), ratio: measured(column)))
        }
      }
    }
    return list
  }

  /// The columns that are compared.
  static let columns = [
    "abandonment_rate", "service_level", "service_level_excluding_abandons_in_time",
    "service_level_abandons_in_time_as_met", "service_level_answered",
    "service_level_excluding_short_abandons", "asa_s", "time_to_abandon_s", "wait_mean_s",
    "abandonment_rate_excluding_short",
  ]

  private static func erlangA(load: Double, agents: Int, bias: Double = 1) throws -> ErlangA {
    try ErlangA(
      offeredLoad: load * bias, handleTime: talk * bias, patience: patience, agents: agents)
  }
}

extension QueueModel {
  /// What a reported column should be, by the model; times that the model has under names of its
  /// own come in as they are.
  func value(
    of column: String, within: Double, timeToAbandon: Double, meanWait: Double
  ) -> Double {
    // Abandonments within 5 s are short.
    let short = 5.0
    switch column {
    case "abandonment_rate": return abandonmentProbability
    case "abandonment_rate_excluding_short":
      let brief = abandonedFraction(within: short)
      return (abandonmentProbability - brief) / (1 - brief)
    case "service_level": return serviceLevel(within: within)
    case "service_level_excluding_abandons_in_time":
      return serviceLevel(within: within, counting: .excludingAbandonsInTime)
    case "service_level_abandons_in_time_as_met":
      return serviceLevel(within: within, counting: .abandonsInTimeAsMet)
    case "service_level_answered": return serviceLevel(within: within, counting: .ofAnswered)
    case "service_level_excluding_short_abandons":
      return serviceLevel(within: within, counting: .excludingAbandons(within: short))
    case "asa_s": return averageSpeedOfAnswer
    case "time_to_abandon_s": return timeToAbandon
    case "wait_mean_s": return meanWait
    default: preconditionFailure("no exact value of \(column)")
    }
  }
}

extension ErlangA {
  fileprivate func expected(_ column: String, within: Double) -> Double {
    value(
      of: column, within: within, timeToAbandon: meanWaitOfAbandoned, meanWait: meanWait)
  }
}
