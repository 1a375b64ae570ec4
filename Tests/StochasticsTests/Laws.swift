@testable import Stochastics

/// The continuous distributions that the tests go through, by a name for messages.
struct Law: CustomStringConvertible, Sendable {
  let description: String
  let distribution: Distribution

  static let continuous: [Law] = (try? makeContinuous()) ?? []

  private static func makeContinuous() throws(DistributionError) -> [Law] {
    [
      Law(description: "exponential 180", distribution: .exponential(try Exponential(mean: 180))),
      Law(
        description: "log-normal 240, 0.9",
        distribution: .logNormal(try LogNormal(mean: 240, cv: 0.9))),
      Law(
        description: "log-normal 240, 0.05",
        distribution: .logNormal(try LogNormal(mean: 240, cv: 0.05))),
      Law(description: "gamma 300, 0.7", distribution: .gamma(try Gamma(mean: 300, cv: 0.7))),
      Law(description: "gamma 300, 1.6", distribution: .gamma(try Gamma(mean: 300, cv: 1.6))),
      Law(description: "gamma 1, 0.06", distribution: .gamma(try Gamma(mean: 1, cv: 0.06))),
      Law(
        description: "Weibull 180, 0.8", distribution: .weibull(try Weibull(mean: 180, shape: 0.8))),
      Law(
        description: "Weibull 180, 2.5", distribution: .weibull(try Weibull(mean: 180, shape: 2.5))),
      Law(description: "uniform 30 to 90", distribution: .uniform(try Uniform(from: 30, to: 90))),
    ]
  }
}
