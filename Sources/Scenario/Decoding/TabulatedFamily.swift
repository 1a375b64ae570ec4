internal import Stochastics

/// A distribution that is drawn from a table of quantiles, by its parameters.
enum TabulatedFamily: Hashable {
  case gamma(mean: Double, cv: Double)
  case erlang(mean: Double, stages: Int)
  case hyperExponential(mean: Double, cv: Double)

  /// Makes the table.
  func distribution() throws(DistributionError) -> Distribution {
    switch self {
    case .gamma(let mean, let cv): .gamma(try Gamma(mean: mean, cv: cv))
    case .erlang(let mean, let stages): .erlang(try Erlang(mean: mean, stages: stages))
    case .hyperExponential(let mean, let cv):
      .hyperExponential(try HyperExponential(mean: mean, cv: cv))
    }
  }
}
