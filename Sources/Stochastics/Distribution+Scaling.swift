extension Distribution {
  /// The same distribution on a longer or shorter scale: every quantile times a factor.
  ///
  /// - Parameter factor: Finite, `> 0`; 1 gives the same distribution back.
  /// - Throws: `DistributionError` where the factor or a product with it is outside the domain.
  public func scaled(by factor: Double) throws(DistributionError) -> Distribution {
    try DistributionError.requirePositive(.mean, factor)
    if factor == 1 { return self }
    switch self {
    case .constant(let law): return .constant(try Constant(mean: law.mean * factor))
    case .exponential(let law): return .exponential(try Exponential(mean: law.mean * factor))
    case .logNormal(let law):
      return .logNormal(try LogNormal(mean: law.mean * factor, cv: law.coefficientOfVariation))
    case .gamma(let law):
      return .gamma(try Gamma(mean: law.mean * factor, cv: law.coefficientOfVariation))
    case .erlang(let law):
      return .erlang(try Erlang(mean: law.mean * factor, stages: law.stages))
    case .weibull(let law):
      return .weibull(try Weibull(mean: law.mean * factor, shape: law.shape))
    case .hyperExponential(let law):
      return .hyperExponential(
        try HyperExponential(mean: law.mean * factor, cv: law.coefficientOfVariation))
    case .uniform(let law):
      return .uniform(try Uniform(from: law.from * factor, to: law.to * factor))
    case .triangular(let law):
      return .triangular(
        try Triangular(
          from: law.from * factor, mode: law.mode * factor, to: law.to * factor))
    case .empirical(let law):
      let below = [0] + law.cumulatives.dropLast()
      return .empirical(
        try Empirical(
          values: law.values.map { $0 * factor },
          weights: zip(law.cumulatives, below).map { $0 - $1 }))
    }
  }
}
