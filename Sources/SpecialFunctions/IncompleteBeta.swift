/// The regularized incomplete beta function I(a, b; x): the distribution function of the beta law.
///
/// Small values keep their relative accuracy; for values near 1 use
/// I(a, b; x) = 1 − I(b, a; 1 − x). `x = 0` gives `0`, `x = 1` gives `1`; parameters that are
/// not positive or above 10¹⁰, or an `x` outside `0...1`, give a NaN.
///
/// - Returns: A probability in `0...1`, within 1e-13 relative for parameters in 0.1...1e4,
///   measured on 7,000 points (`DistributionAccuracyTests`).
/// - Complexity: O(√max(a, b)).
/// - Sources: the continued fraction after DiDonato and Morris (1992), algorithm 708; the leading
///   factor after Loader (2000).
public func regularizedBeta(_ a: Double, _ b: Double, at x: Double) -> Double {
  guard a > 0, b > 0, a <= 1e10, b <= 1e10, x >= 0, x <= 1 else { return .nan }
  return betaProbabilities(a, b, at: x, complement: 1 - x).lower
}

/// I(a, b; x) and 1 − I(a, b; x), given both x and 1 − x, so that neither is lost to rounding.
func betaProbabilities(
  _ a: Double, _ b: Double, at x: Double, complement: Double
) -> (lower: Double, upper: Double) {
  if x == 0 { return (0, 1) }
  if complement == 0 { return (1, 0) }
  let leading = betaLeadingFactor(a, b, at: x, complement: complement)
  // The fraction converges fast below the mean.
  if x * (a + b + 2) < a + 1 {
    let lower = min(1, leading / betaFraction(a, b, at: x, complement: complement))
    return (lower, 1 - lower)
  }
  let upper = min(1, leading / betaFraction(b, a, at: complement, complement: x))
  return (1 - upper, upper)
}

/// x^a·(1 − x)^b/B(a, b).
private func betaLeadingFactor(
  _ a: Double, _ b: Double, at x: Double, complement: Double
) -> Double {
  let total = a + b
  let errors = stirlingError(total) - stirlingError(a) - stirlingError(b)
  let deviances = deviance(a, from: total * x) + deviance(b, from: total * complement)
  return exp(errors - deviances) * (a / total * b * 0x1.45f306dc9c883p-3).squareRoot()
}

/// The denominator of I(a, b; x)·B(a, b)/(x^a·(1 − x)^b): the even part of the continued fraction
/// DLMF 8.17.22, by the modified Lentz method. Unlike the plain form, it does not subtract
/// nearly equal numbers when x is close to 1.
private func betaFraction(_ a: Double, _ b: Double, at x: Double, complement: Double) -> Double {
  let total = a + b
  let offset = a * complement - b * x + 1
  var value = nonzero(a * offset / (a + 1))
  var c = value
  var d = 0.0
  var n = 1.0
  while true {
    let below = a + 2 * n - 1
    let numerator =
      (a + n - 1) / below * ((total + n - 1) / below) * (n * (b - n)) * (x * x)
    let denominator =
      n + n * (b - n) * x / below + (a + n) * (offset + n * (1 + complement)) / (below + 2)
    d = 1 / nonzero(denominator + numerator * d)
    c = nonzero(denominator + numerator / c)
    let factor = c * d
    value *= factor
    // Negated so that a NaN ends the loop.
    if !((factor - 1).magnitude > 0x1p-52) { return value }
    n += 1
  }
}
