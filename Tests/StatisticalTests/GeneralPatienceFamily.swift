import Center
import CenterSimulation
import Erlang
import Stochastics

/// M/M/n+G: patience of six laws, against the integrals of Zeltyn and Mandelbaum.
enum GeneralPatienceFamily {
  private static let talk = 120.0

  /// Patience of one mean by several laws: what the simulator draws, and what the integrals take.
  private static func laws(mean: Double) throws -> [(String, Distribution, PatienceLaw)] {
    let sharp = try Weibull(mean: mean, shape: 2)
    let blunt = try Weibull(mean: mean, shape: 0.7)
    let logNormal = try LogNormal(mean: mean, cv: 1.1)
    let mixed = try HyperExponential(mean: mean, cv: 1.5)
    return [
      ("D", .constant(try Constant(mean: mean)), try .constant(mean)),
      (
        "uniform", .uniform(try Uniform(from: 0.2 * mean, to: 1.8 * mean)),
        try .uniform(from: 0.2 * mean, to: 1.8 * mean)
      ),
      ("Weibull 2", .weibull(sharp), try .weibull(shape: 2, scale: sharp.scale)),
      ("Weibull 0.7", .weibull(blunt), try .weibull(shape: 0.7, scale: blunt.scale)),
      (
        "log-normal", .logNormal(logNormal),
        try .logNormal(
          median: logNormal.quantile(0.5), logDeviation: logNormal.logDeviation)
      ),
      (
        "hyperexponential", .hyperExponential(mixed),
        // Balanced: both branches have half of the mean.
        try .hyperexponential([
          (mixed.shareOfShort, mean / (2 * mixed.shareOfShort)),
          (mixed.shareOfLong, mean / (2 * mixed.shareOfLong)),
        ])
      ),
    ]
  }

  private static let systems: [(agents: Int, intensity: Double, patience: Double)] = [
    (1, 0.8, 60), (10, 1.0, 60), (50, 1.1, 60), (200, 1.05, 30),
  ]

  private static let columns = [
    "abandonment_rate", "service_level", "service_level_excluding_abandons_in_time", "asa_s",
    "time_to_abandon_s", "wait_mean_s",
  ]

  /// `bias` plants an error: the exact values are those of service times longer by this factor.
  static func comparisons(bias: Double) throws -> [Comparison] {
    var list: [Comparison] = []
    for (size, system) in systems.enumerated() {
      for (kind, law) in try laws(mean: system.patience).enumerated() {
        let load = system.intensity * Double(system.agents)
        let within = (0.4 * system.patience).rounded()
        func model(bias: Double) throws -> GeneralPatienceQueue {
          try GeneralPatienceQueue(
            offeredLoad: load * bias, handleTime: talk * bias, patience: law.2,
            agents: system.agents)
        }
        let believed = try model(bias: bias)
        let center = try SteadyQueue(
          load: load, talk: .exponential(try Exponential(mean: talk)), agents: system.agents,
          relaxation: relaxation(agents: system.agents, patience: system.patience),
          calls: max(
            // Patience of one length makes a queue that swings slowly between full and empty.
            law.0 == "D" ? 150 * load : 2500, 800 / model(bias: 1).abandonmentProbability),
          within: within,
          patience: law.1
        ).center
        for (place, column) in columns.enumerated() where (place + size + kind) % 2 == 0 {
          // Everybody who leaves has waited exactly as long: nothing to estimate.
          if law.0 == "D", column == "time_to_abandon_s" { continue }
          func value(_ model: GeneralPatienceQueue) -> Double {
            model.value(
              of: column, within: within, timeToAbandon: model.meanWaitOfAbandoned,
              meanWait: model.meanWait)
          }
          // A promise that is nearly always kept is broken too rarely to compare.
          let actual = try value(model(bias: 1))
          if column.hasPrefix("service_level"), actual > 0.98 { continue }
          list.append(
            Comparison(
              "M/M/\(system.agents)+G (\(law.0)) at \(system.intensity): \(column)", of: center,
              seed: UInt64(12_000 + 100 * size + 10 * kind + place), exact: value(believed),
              ratio: measured(column)))
        }
      }
    }
    return list
  }

  /// What the idle forget in a service, and those who wait in the time in which a diffusion with
  /// the variance of arrivals and services crosses their patience: τ²·n ÷ (π²·talk).
  private static func relaxation(agents: Int, patience: Double) -> Double {
    talk + patience + Double(agents) * patience * patience / (Double.pi * Double.pi * talk)
  }
}
