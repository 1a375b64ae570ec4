@testable import Stochastics

/// The distributions that the tests go through, by a name for messages.
struct Law: CustomStringConvertible, Sendable {
  let description: String
  let distribution: Distribution

  /// All but constants and staircases.
  static let continuous = all.filter {
    switch $0.distribution {
    case .constant, .empirical: false
    default: true
    }
  }

  /// Those whose quantile function is analytic.
  static let smooth = continuous.filter {
    if case .triangular = $0.distribution { false } else { true }
  }

  /// The least time that can be drawn.
  var lowerEnd: Double { distribution.quantile(0) }

  /// The most that can be drawn.
  var upperEnd: Double { distribution.quantile(1) }

  static let all: [Law] = (try? makeAll()) ?? []

  /// Variations so large that no number of draws shows their moments.
  static let extreme: [Law] = [(20.0, "180, 20"), (100.0, "180, 100")].compactMap { cv, name in
    (try? HyperExponential(mean: 180, cv: cv)).map {
      Law(description: "hyperexponential \(name)", distribution: .hyperExponential($0))
    }
  }

  private static func makeAll() throws(DistributionError) -> [Law] {
    try basic() + gammas() + hyperExponentials() + bounded()
  }

  private static func basic() throws(DistributionError) -> [Law] {
    [
      Law(description: "constant 45", distribution: .constant(try Constant(mean: 45))),
      Law(description: "exponential 180", distribution: .exponential(try Exponential(mean: 180))),
      Law(
        description: "log-normal 240, 0.9",
        distribution: .logNormal(try LogNormal(mean: 240, cv: 0.9))),
      Law(
        description: "log-normal 240, 0.05",
        distribution: .logNormal(try LogNormal(mean: 240, cv: 0.05))),
      Law(
        description: "Weibull 180, 0.8", distribution: .weibull(try Weibull(mean: 180, shape: 0.8))),
      Law(
        description: "Weibull 180, 2.5", distribution: .weibull(try Weibull(mean: 180, shape: 2.5))),
    ]
  }

  private static func gammas() throws(DistributionError) -> [Law] {
    [
      Law(description: "gamma 300, 0.7", distribution: .gamma(try Gamma(mean: 300, cv: 0.7))),
      Law(description: "gamma 300, 1.6", distribution: .gamma(try Gamma(mean: 300, cv: 1.6))),
      Law(description: "gamma 1, 0.06", distribution: .gamma(try Gamma(mean: 1, cv: 0.06))),
      Law(description: "Erlang 240, 3", distribution: .erlang(try Erlang(mean: 240, stages: 3))),
      Law(description: "Erlang 600, 40", distribution: .erlang(try Erlang(mean: 600, stages: 40))),
    ]
  }

  private static func hyperExponentials() throws(DistributionError) -> [Law] {
    var laws: [Law] = []
    for (mean, cv, name) in [
      (240.0, 1.0, "240, 1"), (240, 1.01, "240, 1.01"), (240, 1.5, "240, 1.5"), (180, 3, "180, 3"),
    ] {
      laws.append(
        Law(
          description: "hyperexponential \(name)",
          distribution: .hyperExponential(try HyperExponential(mean: mean, cv: cv))))
    }
    return laws
  }

  private static func bounded() throws(DistributionError) -> [Law] {
    [
      Law(description: "uniform 30 to 90", distribution: .uniform(try Uniform(from: 30, to: 90))),
      Law(
        description: "triangular 60, 90, 300",
        distribution: .triangular(try Triangular(from: 60, mode: 90, to: 300))),
      Law(
        description: "triangular 0, 0, 300",
        distribution: .triangular(try Triangular(from: 0, mode: 0, to: 300))),
      Law(
        description: "triangular 30, 90, 90",
        distribution: .triangular(try Triangular(from: 30, mode: 90, to: 90))),
    ]
  }
}
