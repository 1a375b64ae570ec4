import SpecialFunctions

extension ImpatientLine {
  /// The longest panel on which e^−u is as good as a polynomial.
  private static let longest = 3.0

  static func sums(
    _ x: Double, _ y: Double, _ excess: Double, _ peak: Double, _ effort: Effort,
    from start: Double, to end: Double
  ) -> LineSums {
    var total = LineSums()
    let top = min(max(peak, start), end)
    let floor = exponent(x, y, excess, peak, at: top) - effort.negligible
    var here = top
    while here < end {
      let next = min(end, here + step(x, excess, effort.change, from: here))
      guard next > here else { break }
      add(x, y, excess, peak, from: here, to: next, into: &total)
      here = next
      if exponent(x, y, excess, peak, at: here) < floor { break }
    }
    here = top
    while here > start {
      let next = max(start, here - backwardStep(x, excess, effort.change, from: here))
      guard next < here else { break }
      add(x, y, excess, peak, from: next, to: here, into: &total)
      here = next
      if exponent(x, y, excess, peak, at: here) < floor { break }
    }
    return total
  }

  /// The length of a panel to the right: slope·h + curvature·h² = change at most.
  private static func step(_ x: Double, _ excess: Double, _ change: Double, from here: Double)
    -> Double
  {
    let stays = exp(-here)
    let curvature = x * stays
    let slope = (excess + x * expm1(-here)).magnitude
    let length = 2 * change / (slope + (slope * slope + 4 * change * curvature).squareRoot())
    return curvature + stays > 1e-20 ? min(longest, length) : length
  }

  /// The length of a panel to the left, where the curvature grows.
  private static func backwardStep(
    _ x: Double, _ excess: Double, _ change: Double, from here: Double
  ) -> Double {
    let slope = (excess + x * expm1(-here)).magnitude
    var curvature = x * exp(-here)
    var length = longest
    for _ in 0..<3 {
      length = min(
        length, 2 * change / (slope + (slope * slope + 4 * change * curvature).squareRoot()))
      curvature = x * exp(length - here)
    }
    return min(
      length, 2 * change / (slope + (slope * slope + 4 * change * curvature).squareRoot()))
  }

  /// The logarithm of the density at `u` over that at the peak.
  private static func exponent(
    _ x: Double, _ y: Double, _ excess: Double, _ peak: Double, at u: Double
  ) -> Double {
    peak > 0 ? -y * beyondLinear(u - peak).rest : excess * u - x * beyondLinear(u).rest
  }

  /// Adds one panel.
  private static func add(
    _ x: Double, _ y: Double, _ excess: Double, _ peak: Double,
    from start: Double, to end: Double, into total: inout LineSums
  ) {
    let half = 0.5 * (end - start)
    let middle = 0.5 * (start + end)
    let nodes = GaussLegendre.nodes
    let weights = GaussLegendre.weights
    var panel = LineSums()
    for index in 0..<16 {
      let node = index < 8 ? -nodes[7 - index] : nodes[index - 8]
      let weight = index < 8 ? weights[7 - index] : weights[index - 8]
      let u = middle + half * node
      let (stays, leaves, rest) = patience(u)
      let height = peak > 0 ? -y * beyondLinear(u - peak).rest : excess * u - x * rest
      let mass = weight * exp(height)
      panel.mass += mass
      panel.answered += mass * stays
      panel.abandoned += mass * leaves
      panel.answeredWait += mass * (u * stays)
      // 1 − (1 + u)·e^−u, from terms of which neither is much larger than the difference.
      panel.abandonedWait += mass * (u < 0.5 ? u * u - rest * (1 + u) : leaves - u * stays)
    }
    total.add(panel, scaledBy: half)
  }

  /// e^−u, 1 − e^−u and e^−u − 1 + u for u ≥ 0.
  @inline(__always)
  static func patience(_ u: Double) -> (stays: Double, leaves: Double, rest: Double) {
    let (power, rest) = beyondLinear(u)
    return (power, u < 0.5 ? u - rest : 1 - power, rest)
  }

  /// e^−d, and e^−d − 1 + d without cancellation.
  @inline(__always)
  static func beyondLinear(_ d: Double) -> (power: Double, rest: Double) {
    guard d.magnitude < 0.5 else {
      let power = exp(-d)
      return (power, power - 1 + d)
    }
    // d²/2! − d³/3! + … − d¹⁵/15!
    let high =
      1.0 / 3_628_800 - d
      * (1.0 / 39_916_800 - d
        * (1.0 / 479_001_600 - d
          * (1.0 / 6_227_020_800
            - d * (1.0 / 87_178_291_200 - d * (1.0 / 1_307_674_368_000)))))
    let middle =
      1.0 / 720 - d * (1.0 / 5040 - d * (1.0 / 40_320 - d * (1.0 / 362_880 - d * high)))
    let rest = d * d * (0.5 - d * (1.0 / 6 - d * (1.0 / 24 - d * (1.0 / 120 - d * middle))))
    return ((1 - d) + rest, rest)
  }
}
