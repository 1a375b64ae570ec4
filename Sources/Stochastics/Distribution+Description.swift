/// Distributions in the words of a scenario.
extension Distribution: CustomStringConvertible {
  /// The family and its parameters as a scenario names them, times with their units:
  /// `logNormal{mean 4m, cv 0.9}`.
  ///
  /// Numbers are the shortest that read back. An empirical distribution is only outlined, by the
  /// number of its different values and its mean: two that differ may read the same.
  public var description: String {
    switch self {
    case .constant(let law): "constant \(time(law.mean))"
    case .exponential(let law): "exponential{mean \(time(law.mean))}"
    case .logNormal(let law):
      "logNormal{mean \(time(law.mean)), cv \(plain(law.coefficientOfVariation))}"
    case .gamma(let law):
      "gamma{mean \(time(law.mean)), cv \(plain(law.coefficientOfVariation))}"
    case .erlang(let law): "erlang{mean \(time(law.mean)), stages \(law.stages)}"
    case .weibull(let law): "weibull{mean \(time(law.mean)), shape \(plain(law.shape))}"
    case .hyperExponential(let law):
      "hyperExponential{mean \(time(law.mean)), cv \(plain(law.coefficientOfVariation))}"
    case .uniform(let law): "uniform{from \(time(law.from)), to \(time(law.to))}"
    case .triangular(let law):
      "triangular{from \(time(law.from)), mode \(time(law.mode)), to \(time(law.to))}"
    case .empirical(let law):
      "empirical{\(law.values.count) \(law.values.count == 1 ? "value" : "values"), "
        + "mean \(time(law.mean))}"
    }
  }

  /// A time with its units: whole seconds as `1h30m`, others as `0.5s`.
  private func time(_ seconds: Double) -> String {
    guard seconds >= 1, seconds < 0x1p53, var rest = Int(exactly: seconds) else {
      return plain(seconds) + "s"
    }
    var text = ""
    for (unit, length) in [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)] {
      if rest >= length { text += "\(rest / length)\(unit)" }
      rest %= length
    }
    return text
  }

  /// A number, without a point where it is whole.
  private func plain(_ value: Double) -> String {
    if value.magnitude < 0x1p53, let whole = Int(exactly: value) { return String(whole) }
    return "\(value)"
  }
}
