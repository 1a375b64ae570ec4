public import SpecialFunctions

/// Two exponential branches with shares p ≥ q of which each carries half of a mean of one: the
/// survival function is S(x) = p·e^(−2px) + q·e^(−2qx) (Whitt 1982, "Approximating a point process
/// by a renewal process, I", balanced means).
///
/// Times are found by the cumulative hazard h = −ln S, which a uniform number gives without loss in
/// either tail.
@frozen
@usableFromInline
struct BalancedBranches: BitwiseCopyable, Sendable {
  /// p, the share of the short times.
  @usableFromInline let short: Double
  /// q, the share of the long times.
  @usableFromInline let long: Double

  /// The branches that give a coefficient of variation, `≥ 1`.
  ///
  /// The shares are (1 ± s)/2 with s² = (cv² − 1)/(cv² + 1); the smaller as (1 − s²)/(2(1 + s)).
  init(cv: Double) {
    let square = cv * cv
    let difference = ((cv - 1) * (cv + 1) / (square + 1)).squareRoot()
    long = 1 / ((square + 1) * (1 + difference))
    short = 1 - long
  }

  /// D = 2(p − q), by which the hazards of the branches differ.
  var rateDifference: Double { 2 * (short - long) }

  /// Pr{X ≤ `x`}, without cancellation for small `x`.
  @inlinable
  func cumulative(_ x: Double) -> Double {
    min(1, -(short * expm1(-2 * short * x) + long * expm1(-2 * long * x)))
  }

  /// h = −ln S(x).
  func hazard(at x: Double) -> Double {
    let below = cumulative(x)
    if below < 0.5 { return -log1p(-below) }
    return 2 * long * x - log(long) - log1p(short / long * exp(-rateDifference * x))
  }

  /// The first four Taylor coefficients of x as a function of h, about the point `x`.
  ///
  /// Of those who are left after x, the shares P = p·e^(−2px)/S and Q = 1 − P are of either branch.
  /// With P′ = −D·P·Q the hazard rate r = 2q + D·P has r′ = −D²PQ and r″ = D³PQ(Q − P), and the
  /// inverse has x′ = 1/r, x″ = −r′/r³, x‴ = (3r′² − r″r)/r⁵.
  func taylorCoefficients(at x: Double) -> [Double] {
    let ratio = short / long * exp(-rateDifference * x)
    let shortShare = ratio / (1 + ratio)
    let longShare = 1 / (1 + ratio)
    let d = rateDifference
    let product = shortShare * longShare
    let rate = 2 * long + d * shortShare
    let first = -d * d * product
    let second = d * d * d * product * (longShare - shortShare)
    let inverse = 1 / rate
    let cube = inverse * inverse * inverse
    return [
      x, inverse, -0.5 * first * cube,
      (3 * first * first * inverse - second) * cube * inverse / 6,
    ]
  }

  /// The time at a cumulative hazard beyond the table's end, infinity included.
  ///
  /// h(x) is concave and the long branch alone starts below the solution: Newton's steps rise to it,
  /// most often in one. No draw of a lane comes here, since its hazard is below 37.
  @usableFromInline
  @inline(never)
  func quantile(beyond hazard: Double) -> Double {
    precondition(!hazard.isNaN, "a probability is in 0...1")
    if hazard.isInfinite { return hazard }
    let offset = hazard + log(long)
    var x = offset / (2 * long)
    for _ in 0..<100 {
      let ratio = short / long * exp(-rateDifference * x)
      let rate = 2 * long + rateDifference * (ratio / (1 + ratio))
      let step = (offset + log1p(ratio) - 2 * long * x) / rate
      x += step
      if step.magnitude <= 1e-15 * x { break }
    }
    return x
  }
}
