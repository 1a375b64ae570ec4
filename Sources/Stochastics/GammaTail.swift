import SpecialFunctions

/// The far tails of the gamma distribution with scale 1, solved in logarithms.
///
/// Nothing under- or overflows, however small the shape or the probability. The solutions start
/// the table of quantiles and stand in for it beyond its ends, |logit| > 40: a draw of a lane never
/// comes there, since its logit is within ±37.
@usableFromInline
struct GammaTail: Sendable {
  /// A point of the quantile function: y = ln x, and its slope with respect to the logit of u.
  struct Point {
    var logQuantile: Double
    var slope: Double
  }

  let shape: Double
  let logGammaOfShape: Double

  init(shape: Double) {
    self.shape = shape
    logGammaOfShape = logGamma(shape)
  }

  /// ln x for a logit far from 0, infinity included.
  func logQuantile(logit: Double) -> Double {
    precondition(!logit.isNaN, "a probability is in 0...1")
    if logit.isInfinite { return logit }
    return logit < 0 ? lower(logit: logit).logQuantile : upper(logit: logit).logQuantile
  }

  /// The point with P(shape, x) = e^`logit`; the logit of a small probability is its logarithm.
  ///
  /// P = x^k e^−x S(x)/Γ(k + 1). As a function of ln x, ln P is concave, and leaving out S starts
  /// below the solution: Newton's steps rise to it.
  func lower(logit: Double) -> Point {
    let logGammaAbove = logGammaOfShape + log(shape)
    var y = (logit + logGammaAbove) / shape
    var series = 1.0
    for _ in 0..<100 {
      let x = exp(y)
      series = lowerSeries(at: x)
      let excess = shape * y - x - logGammaAbove + log(series) - logit
      let step = -excess * series / shape
      y += step
      if step.magnitude <= 1e-14 * max(1, y.magnitude) { break }
    }
    return Point(logQuantile: y, slope: series / shape)
  }

  /// The point with Q(shape, x) = e^−`logit`.
  ///
  /// Q = x^k e^−x C(x)/Γ(k). As a function of ln x, ln Q is concave, and the sub-gamma bound
  /// k + √(2ks) + s starts above the solution (Boucheron, Lugosi, Massart 2013, § 2.4): Newton's
  /// steps fall to it.
  func upper(logit: Double) -> Point {
    var y = log(shape + (2 * shape * logit).squareRoot() + logit)
    var fraction = 1.0
    for _ in 0..<100 {
      let x = exp(y)
      fraction = upperFraction(at: x)
      let excess = shape * y - x - logGammaOfShape + log(fraction) + logit
      let step = excess * fraction
      y += step
      if step.magnitude <= 1e-14 * max(1, y.magnitude) { break }
    }
    return Point(logQuantile: y, slope: fraction)
  }

  /// S = 1 + x/(k + 1) + x²/((k + 1)(k + 2)) + … (DLMF 8.7.1).
  private func lowerSeries(at x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var denominator = shape
    repeat {
      denominator += 1
      term *= x / denominator
      sum += term
    } while term > 0x1p-54 * sum
    return sum
  }

  /// C with Q = x^k e^−x C/Γ(k), by Legendre's continued fraction (DLMF 8.9.2, even part) and
  /// Lentz's method; x is far above k.
  private func upperFraction(at x: Double) -> Double {
    var b = x + 1 - shape
    var c = 0x1p1000
    var d = 1 / b
    var fraction = d
    for index in 1..<100_000 {
      let n = Double(index)
      let a = n * (shape - n)
      b += 2
      d = 1 / (a * d + b)
      c = b + a / c
      let factor = c * d
      fraction *= factor
      if (factor - 1).magnitude < 0x1p-52 { break }
    }
    return fraction
  }
}
