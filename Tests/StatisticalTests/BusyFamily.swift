import Center
import CenterSimulation
import Erlang
import SpecialFunctions
import Stochastics
import TestCenters

/// M/G/∞: with agents for everybody the number busy is Poisson, also over time.
///
/// `bias` plants an error: the exact values are those of service times longer by this factor.
enum BusyFamily {
  /// Laws of service with their stationary excess, ∫₀ᵗ Pr{S > u} du ÷ mean.
  private struct Law: Sendable {
    let name: String
    let service: Distribution
    /// With the mean as unit of time.
    let excess: @Sendable (Double) -> Double
  }

  private static func laws(mean: Double) throws -> [Law] {
    let logNormal = try LogNormal(mean: mean, cv: 1)
    let deviation = logNormal.logDeviation
    let mixed = try HyperExponential(mean: mean, cv: 2)
    return [
      Law(name: "M", service: .exponential(try Exponential(mean: mean))) { -expm1(-$0) },
      Law(name: "D", service: .constant(try Constant(mean: mean))) { min($0, 1) },
      Law(name: "uniform", service: .uniform(try Uniform(from: 0, to: 2 * mean))) {
        $0 < 2 ? $0 - $0 * $0 / 4 : 1
      },
      Law(name: "log-normal", service: .logNormal(logNormal)) { time in
        // t·Pr{S > t} + E[S; S ≤ t]
        if time <= 0 { return 0 }
        let score = log(time) / deviation + deviation / 2
        return time * normalCumulative(-score) + normalCumulative(score - deviation)
      },
      Law(name: "hyperexponential", service: .hyperExponential(mixed)) { time in
        // Two kinds with half of the mean each.
        -0.5
          * (expm1(-2 * mixed.shareOfShort * time) + expm1(-2 * mixed.shareOfLong * time))
      },
    ]
  }

  /// The mean number busy by the hour, while arrivals change every hour, from an empty center.
  static func overTime(bias: Double) throws -> [Comparison] {
    let mean = 300.0
    let counts: [Double] = [120, 360, 480, 200, 80, 320]
    let arrivals = try PiecewiseRate(
      boundaries: (0...24).map { Double($0) * 3600 },
      values: (0..<24).map { counts[$0 % counts.count] / 3600 })
    return try laws(mean: mean).enumerated().flatMap { index, law in
      var center = oneQueue(
        perHour: 0, talk: law.service, agents: 200, days: 1, warmUpDays: 0)
      center.demand[0].expectedIssues = [(0..<24).map { counts[$0 % counts.count] }]
      let longer = mean * bias
      let load = try OfferedLoadOverTime(arrivals: arrivals, handleTime: longer) {
        law.excess($0 / longer)
      }
      return [0, 2, 17].enumerated().map { place, hour in
        // In parts: constant and uniform services bend the load within the hour.
        let parts = 12
        let expected = (0..<parts).reduce(0.0) { sum, part in
          let start = Double(hour * 3600 + part * 300)
          return sum + load.meanLoad(from: start, to: start + 300) / Double(parts)
        }
        return Comparison(
          "Mt/G/∞ (\(law.name)), hour \(hour): agents busy", of: center,
          seed: UInt64(13_000 + 10 * index + place), replications: 400, exact: expected
        ) { ($0.teams[hour].busy, 3600) }
      }
    }
  }

  /// The variance of the number busy, averaged over a minute, around its exact mean: of a Poisson
  /// number whose autocovariance is load · (1 − excess).
  static func variance(bias: Double) throws -> [Comparison] {
    // Few busy, and for a short time: many independent numbers in a day of few calls.
    let load = 2.0
    let mean = 60.0
    let minute = 60.0
    return try laws(mean: mean).enumerated().map { index, law in
      let center = oneQueue(
        perHour: load / mean * 3600, talk: law.service, agents: 60, days: 4, warmUpDays: 1,
        interval: Int(minute))
      let longer = mean * bias
      // (2a/h²) ∫ (h − u)(1 − excess(u)) du over 0…h, by Simpson's rule; smooth below the mean.
      let steps = 60
      let integral = (0...steps).reduce(0.0) { sum, step in
        let lag = minute * Double(step) / Double(steps)
        let weight = step == 0 || step == steps ? 1.0 : step % 2 == 1 ? 4 : 2
        return sum + weight * (minute - lag) * (1 - law.excess(lag / longer))
      }
      let variance = 2 * load * bias / (minute * minute) * integral * minute / Double(3 * steps)
      return Comparison(
        "M/G/∞ (\(law.name)): variance of agents busy", of: center, seed: UInt64(13_100 + index),
        exact: variance
      ) { observation in
        let squares = observation.teams.reduce(0.0) { sum, team in
          let deviation = team.busy / minute - load
          return sum + deviation * deviation
        }
        return (squares, Double(observation.teams.count))
      }
    }
  }
}
