import SpecialFunctions

/// How long callers are willing to wait.
///
/// A law is its survival function and, so that small probabilities keep their accuracy, its
/// complement. Where either jumps or has a kink is told, so that integrals can stop there.
public struct PatienceLaw: Sendable {
  /// Pr{R > t} for a time t [s] `≥ 0`.
  public let survival: @Sendable (Double) -> Double

  /// Pr{R ≤ t}.
  public let leaving: @Sendable (Double) -> Double

  /// Times [s] at which the law jumps or is not smooth; rising, above 0.
  public let breakpoints: [Double]

  /// A law by its survival function.
  ///
  /// - Parameters:
  ///   - survival: Pr{R > t}: falls from 1, never rises. Need not reach 0: some never hang up.
  ///   - leaving: Pr{R ≤ t}; one less `survival` unless given.
  ///   - breakpoints: Times [s] at which it jumps or is not smooth, above 0.
  public init(
    survival: @escaping @Sendable (Double) -> Double,
    leaving: (@Sendable (Double) -> Double)? = nil, breakpoints: [Double] = []
  ) {
    self.survival = survival
    self.leaving = leaving ?? { 1 - survival($0) }
    self.breakpoints = breakpoints.filter { $0 > 0 && $0 < .infinity }.sorted()
  }
}

extension PatienceLaw {
  /// Exponential patience with a mean [s].
  public static func exponential(mean: Double) throws(ErlangError) -> PatienceLaw {
    try validate(mean)
    return PatienceLaw(survival: { exp(-$0 / mean) }, leaving: { -expm1(-$0 / mean) })
  }

  /// Everybody waits exactly this long [s].
  public static func constant(_ duration: Double) throws(ErlangError) -> PatienceLaw {
    try validate(duration)
    return PatienceLaw(
      survival: { $0 < duration ? 1 : 0 }, leaving: { $0 < duration ? 0 : 1 },
      breakpoints: [duration])
  }

  /// Uniform between two times [s]; the lower may be 0.
  public static func uniform(
    from low: Double, to high: Double
  ) throws(ErlangError) -> PatienceLaw {
    try validate(high)
    guard low >= 0, low < high else { throw .invalidParameter(low) }
    let width = high - low
    return PatienceLaw(
      survival: { min(1, max(0, high - $0) / width) },
      leaving: { min(1, max(0, $0 - low) / width) }, breakpoints: [low, high])
  }

  /// Weibull: Pr{R > t} = e^(−(t/scale)^shape).
  public static func weibull(
    shape: Double, scale: Double
  ) throws(ErlangError) -> PatienceLaw {
    try validate(shape)
    try validate(scale)
    return PatienceLaw(
      survival: { exp(-power($0 / scale, shape)) },
      leaving: { -expm1(-power($0 / scale, shape)) })
  }

  /// Log-normal by its median [s] and the standard deviation of its logarithm.
  public static func logNormal(
    median: Double, logDeviation: Double
  ) throws(ErlangError) -> PatienceLaw {
    try validate(median)
    try validate(logDeviation)
    return PatienceLaw(
      survival: { normalCumulative(-log($0 / median) / logDeviation) },
      leaving: { normalCumulative(log($0 / median) / logDeviation) })
  }

  /// A mixture of exponential laws.
  ///
  /// - Parameter parts: Weights, which are divided by their sum, and means [s].
  public static func hyperexponential(
    _ parts: [(weight: Double, mean: Double)]
  ) throws(ErlangError) -> PatienceLaw {
    var total = 0.0
    for part in parts {
      guard part.weight >= 0, part.weight < .infinity else {
        throw .invalidParameter(part.weight)
      }
      try validate(part.mean)
      total += part.weight
    }
    guard total > 0, total < .infinity else { throw .invalidParameter(total) }
    let shares = parts.map { (weight: $0.weight / total, mean: $0.mean) }
    return PatienceLaw(
      survival: { time in shares.reduce(0) { $0 + $1.weight * exp(-time / $1.mean) } },
      leaving: { time in shares.reduce(0) { $0 - $1.weight * expm1(-time / $1.mean) } })
  }

  /// Nobody hangs up before this time [s]; the patience beyond it follows another law.
  public func delayed(by delay: Double) throws(ErlangError) -> PatienceLaw {
    guard delay >= 0, delay < .infinity else { throw .invalidParameter(delay) }
    let (stays, leaves) = (survival, leaving)
    return PatienceLaw(
      survival: { $0 < delay ? 1 : stays($0 - delay) },
      leaving: { $0 < delay ? 0 : leaves($0 - delay) },
      breakpoints: [delay] + breakpoints.map { $0 + delay })
  }

  private static func validate(_ parameter: Double) throws(ErlangError) {
    guard parameter > 0, parameter < .infinity else { throw .invalidParameter(parameter) }
  }
}
