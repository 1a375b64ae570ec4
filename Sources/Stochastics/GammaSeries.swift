import SpecialFunctions

/// The Taylor series of the gamma quantile function about a point, in logits.
///
/// With u = 1/(1 + e^−t), v = 1 − u, y = ln x and w = dy/dt, the definition u = P(k, e^y) gives
///
///     u′ = u·v    y′ = w    x′ = x·w    w′ = w·(v − u + (x − k)·w)
///
/// Products of series are convolutions, so that each coefficient follows from those before it.
/// u and v are kept apart: the smaller would drown in 1 minus the larger.
struct GammaSeries {
  /// The highest power. On pieces of 1/4 the rest is below the rounding of a `Double`, since the
  /// nearest singularities, at ±iπ, are far.
  private static let degree = 18

  private let shape: Double
  private var u: [Double]
  private var v: [Double]
  private var x: [Double]
  private var y: [Double]
  private var w: [Double]
  /// v − u + (x − k)·w.
  private var rate: [Double]

  init(shape: Double, logit: Double, start: GammaTail.Point) {
    self.shape = shape
    u = Array(repeating: 0, count: GammaSeries.degree + 1)
    v = u
    x = u
    y = u
    w = u
    rate = u
    expand(logit: logit, logQuantile: start.logQuantile, slope: start.slope)
  }

  /// The first four coefficients of y, for an argument measured in pieces of `length`.
  func coefficients(inUnitsOf length: Double) -> [Double] {
    [y[0], y[1] * length, y[2] * length * length, y[3] * length * length * length]
  }

  /// Goes on to the point `distance` away, whose logit is `logit`.
  mutating func advance(by distance: Double, to logit: Double) {
    expand(
      logit: logit, logQuantile: GammaSeries.value(of: y, at: distance),
      slope: GammaSeries.value(of: w, at: distance))
  }

  private static func value(of series: [Double], at distance: Double) -> Double {
    var value = 0.0
    for coefficient in series.reversed() { value = value * distance + coefficient }
    return value
  }

  private mutating func expand(logit: Double, logQuantile: Double, slope: Double) {
    u[0] = 1 / (1 + exp(-logit))
    v[0] = 1 / (1 + exp(logit))
    y[0] = logQuantile
    x[0] = exp(logQuantile)
    w[0] = slope
    for n in 0..<GammaSeries.degree {
      let next = Double(n + 1)
      var uv = u[0] * v[n]
      var xw = 0.0
      for i in 1..<(n + 1) {
        uv += u[i] * v[n - i]
        xw += x[i] * w[n - i]
      }
      rate[n] = v[n] - u[n] + (x[0] - shape) * w[n] + xw
      var growth = 0.0
      for i in 0...n { growth += rate[i] * w[n - i] }
      u[n + 1] = uv / next
      v[n + 1] = -u[n + 1]
      x[n + 1] = (x[0] * w[n] + xw) / next
      y[n + 1] = w[n] / next
      w[n + 1] = growth / next
    }
  }
}
