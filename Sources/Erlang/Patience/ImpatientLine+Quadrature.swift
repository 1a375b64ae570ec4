import SpecialFunctions

extension ImpatientLine {
  /// The longest panel on which e^−u is as good as a polynomial.
  fileprivate static let longest = 3.0

  /// The density around its peak: a time is `peak + d`, and the exponent tilt·d − curve·(e^−d − 1 +
  /// d) is 0 at the peak. What is narrow beside the peak's own time stays sharp.
  private struct Density {
    let peak: Double
    let curve: Double
    let tilt: Double
    let change: Double

    init(_ x: Double, _ y: Double, _ excess: Double, _ peak: Double, change: Double) {
      self.peak = peak
      // In the middle the terms of first order cancel: x·e^−peak is y.
      curve = peak > 0 ? y : x
      tilt = peak > 0 ? 0 : excess
      self.change = change
    }

    @inline(__always)
    func exponent(_ d: Double) -> Double { tilt * d - curve * beyondLinear(d).rest }

    /// The length of a panel to the right: slope·h + curvature·h² = change at most.
    func step(from here: Double) -> Double {
      let stays = exp(-here)
      let length = length(slope(here), curve * stays)
      return curve * stays + stays > 1e-20 ? min(longest, length) : length
    }

    /// The length of a panel to the left, where the curvature grows.
    func backwardStep(from here: Double) -> Double {
      let slope = slope(here)
      var result = longest
      var curvature = curve * exp(-here)
      for _ in 0..<3 {
        result = min(result, length(slope, curvature))
        curvature = curve * exp(result - here)
      }
      return min(result, length(slope, curvature))
    }

    private func slope(_ d: Double) -> Double { (tilt + curve * expm1(-d)).magnitude }

    /// 2·change/(slope + √(slope² + 4·change·curvature)), without squares that overflow.
    private func length(_ slope: Double, _ curvature: Double) -> Double {
      let bend = (4 * change * curvature).squareRoot()
      let (small, large) = (min(slope, bend), max(slope, bend))
      guard large > 0 else { return .infinity }
      let part = small / large
      return 2 * change / (slope + large * (1 + part * part).squareRoot())
    }
  }

  static func sums(
    _ x: Double, _ y: Double, _ excess: Double, _ peak: Double, _ effort: Effort,
    from start: Double, to end: Double
  ) -> LineSums {
    let density = Density(x, y, excess, peak, change: effort.change)
    let (first, last) = (start - peak, end - peak)
    var total = LineSums()
    let top = min(max(0, first), last)
    let floor = density.exponent(top) - effort.negligible
    var here = top
    while here < last {
      let next = min(last, here + density.step(from: here))
      guard next > here else { break }
      add(density, from: here, to: next, into: &total)
      here = next
      if here != last, density.exponent(here) < floor { break }
    }
    here = top
    while here > first {
      let next = max(first, here - density.backwardStep(from: here))
      guard next < here else { break }
      add(density, from: next, to: here, into: &total)
      here = next
      if here != first, density.exponent(here) < floor { break }
    }
    return total
  }

  /// Adds one panel.
  private static func add(
    _ density: Density, from start: Double, to end: Double, into total: inout LineSums
  ) {
    let half = 0.5 * (end - start)
    let middle = 0.5 * (start + end)
    let nodes = GaussLegendre.nodes
    let weights = GaussLegendre.weights
    let isShifted = density.peak > 0
    var panel = LineSums()
    for index in 0..<16 {
      let node = index < 8 ? -nodes[7 - index] : nodes[index - 8]
      let weight = index < 8 ? weights[7 - index] : weights[index - 8]
      let d = middle + half * node
      let u = isShifted ? max(0, density.peak + d) : d
      let (stays, leaves, rest) = patience(u)
      let height =
        isShifted ? density.exponent(d) : density.tilt * d - density.curve * rest
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
