/// The regularized lower incomplete gamma function P(shape, x): the distribution function of the
/// gamma law with unit scale.
///
/// Small values keep their relative accuracy. Where the result is close to 1, take
/// `regularizedGammaUpper` for the rest. `x = 0` gives `0`, `x = .infinity` gives `1`; a shape
/// that is not positive and finite, a negative `x` or a NaN gives a NaN.
///
/// - Parameters:
///   - shape: The shape; positive and finite.
///   - x: Where to evaluate; `≥ 0`.
/// - Returns: A probability in `0...1`, within 1e-13 relative for shapes in 0.01...1e12,
///   measured on 10,000 points (`DistributionAccuracyTests`).
/// - Complexity: O(√shape) up to a shape of 10⁶, O(1) beyond.
/// - Sources: the series and the continued fraction, DLMF 8.7.1 and 8.9.2; the leading factor
///   after Loader (2000).
public func regularizedGammaLower(shape: Double, at x: Double) -> Double {
  gammaProbabilities(shape: shape, at: x).lower
}

/// The regularized upper incomplete gamma function Q(shape, x) = 1 − P(shape, x).
///
/// Small values keep their relative accuracy for x ≥ shape + 1. Edge cases, accuracy and cost as
/// for `regularizedGammaLower`.
public func regularizedGammaUpper(shape: Double, at x: Double) -> Double {
  gammaProbabilities(shape: shape, at: x).upper
}

/// Both tails, and the value of x·density, of the gamma law with unit scale.
struct GammaProbabilities {
  var lower: Double
  var upper: Double

  /// x times the density at x: x^shape·e^−x/Γ(shape).
  var slope: Double
}

func gammaProbabilities(shape: Double, at x: Double) -> GammaProbabilities {
  guard shape > 0, shape < .infinity, x >= 0 else {
    return GammaProbabilities(lower: .nan, upper: .nan, slope: .nan)
  }
  if x == 0 { return GammaProbabilities(lower: 0, upper: 1, slope: 0) }
  if x == .infinity { return GammaProbabilities(lower: 1, upper: 0, slope: 0) }
  let leading = gammaLeadingFactor(shape: shape, at: x)
  let slope = leading * shape
  if shape >= 1e6 {
    let (lower, upper) = gammaTailsOfLargeShape(shape, at: x)
    return GammaProbabilities(lower: lower, upper: upper, slope: slope)
  }
  if x < shape + 1 {
    let lower = min(1, leading * lowerGammaSeries(shape: shape, at: x))
    return GammaProbabilities(lower: lower, upper: 1 - lower, slope: slope)
  }
  let upper = min(1, slope * upperGammaFraction(shape: shape, at: x))
  return GammaProbabilities(lower: 1 - upper, upper: upper, slope: slope)
}

/// x^shape·e^−x/Γ(shape + 1).
private func gammaLeadingFactor(shape: Double, at x: Double) -> Double {
  if shape < 8 {
    // Not even x⁸ lifts this above the smallest subnormal; x^shape might overflow.
    if x > 850 { return 0 }
    return power(x, shape) * exp(-x) * exp(-logGamma(shape + 1))
  }
  let exponent = stirlingError(shape) + deviance(shape, from: x)
  return exp(-exponent) / (0x1.921fb54442d18p+2 * shape).squareRoot()
}

/// Σ x^n/((shape + 1)…(shape + n)), n from 0.
private func lowerGammaSeries(shape: Double, at x: Double) -> Double {
  var sum = 1.0
  var term = 1.0
  var denominator = shape + 1
  while true {
    term *= x / denominator
    let longer = sum + term
    // The terms fall from the start, as x < shape + 1. Negated so that a NaN ends the loop.
    if !(longer > sum) { return longer }
    sum = longer
    denominator += 1
  }
}

/// The continued fraction 1/(x + 1 − shape − 1·(1 − shape)/(x + 3 − shape − …)), by Lentz's
/// method as modified by Thompson and Barnett (1986).
private func upperGammaFraction(shape: Double, at x: Double) -> Double {
  var b = x + 1 - shape
  var c = 1e300
  var d = 1 / b
  var value = d
  var n = 1.0
  while true {
    let a = n * (shape - n)
    b += 2
    d = 1 / nonzero(a * d + b)
    c = nonzero(b + a / c)
    let factor = d * c
    value *= factor
    // Negated so that a NaN ends the loop.
    if !((factor - 1).magnitude > 0x1p-52) { return value }
    n += 1
  }
}

/// `x`, or a number so small that it only stands in for a zero denominator.
@inline(__always)
func nonzero(_ x: Double) -> Double {
  x == 0 ? 1e-300 : x
}
