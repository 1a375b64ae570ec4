import SpecialFunctions

/// A family fitted to measured times by maximum likelihood: the law under which what was measured
/// is likeliest.
///
/// A time that ended counts with its density, one that was cut short with the share that lasts
/// longer. For the exponential that is the total time over the number that ended.
public struct LikelihoodFit: Sendable, Equatable {
  /// The law.
  public let law: TimeLaw
  /// The standard error of the mean [s]; `nil` where the law lies on the edge of its family.
  public let meanError: Double?
  /// The standard error of the second parameter; `nil` without one, and on the edge.
  public let formError: Double?
  /// The logarithm of the likelihood.
  public let logLikelihood: Double
  /// Whether the second parameter went as far as the family does: a hyperexponential of cv 1, say,
  /// which is the exponential.
  public let isOnEdge: Bool

  /// How many parameters were fitted.
  public var parameters: Int { law.family.form == nil ? 1 : 2 }

  /// Akaike's criterion (1974): 2 × parameters − 2 × log-likelihood; the least is the best.
  public var akaike: Double { 2 * Double(parameters) - 2 * logLikelihood }

  /// Fits all families.
  ///
  /// - Returns: The fits, the best by ``akaike`` first; a family that cannot be fitted is absent. A
  ///   family with two parameters takes two different times that ended.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: O(200 × different times) for each family.
  public static func all(_ sample: CensoredSample) throws(CancellationError) -> [LikelihoodFit] {
    var fits: [LikelihoodFit] = []
    for family in TimeLaw.Family.allCases {
      if let fit = try LikelihoodFit(family, sample) { fits.append(fit) }
    }
    return fits.enumerated()
      .sorted { ($0.element.akaike, $0.offset) < ($1.element.akaike, $1.offset) }
      .map(\.element)
  }

  /// Fits a family.
  ///
  /// - Returns: `nil` where too few times ended.
  /// - Throws: `CancellationError` when the task is cancelled.
  public init?(_ family: TimeLaw.Family, _ sample: CensoredSample) throws(CancellationError) {
    guard sample.endedCount > 0 else { return nil }
    let mean = sample.totalTime / Double(sample.endedCount)
    guard family != .exponential else {
      guard let law = TimeLaw(.exponential, mean: mean) else { return nil }
      self.law = law
      meanError = mean / Double(sample.endedCount).squareRoot()
      formError = nil
      isOnEdge = false
      logLikelihood = try Self.logLikelihood(law, sample)
      return
    }
    guard sample.distinctEnds > 1 else { return nil }
    let surface = Surface(family: family, sample: sample)
    guard let top = try surface.top(near: mean) else { return nil }
    guard let law = surface.law(top) else { return nil }
    self.law = law
    logLikelihood = try Self.logLikelihood(law, sample)
    isOnEdge = surface.isOnEdge(law)
    let errors = isOnEdge ? nil : try surface.errors(at: top)
    meanError = errors.map { law.mean * $0.x }
    formError = errors.map { (law.form - surface.origin) * $0.y }
  }

  /// The logarithm of the likelihood of a sample under a law.
  ///
  /// - Throws: `CancellationError` when the task is cancelled: a sample may hold millions.
  static func logLikelihood(
    _ law: TimeLaw, _ sample: CensoredSample
  ) throws(CancellationError) -> Double {
    var sum = CompensatedSum()
    for (index, group) in sample.groups.enumerated() {
      if index % 16_384 == 0, Task.isCancelled { throw CancellationError() }
      if group.ended > 0 { sum.add(Double(group.ended) * law.logDensity(group.time)) }
      if group.censored > 0 { sum.add(Double(group.censored) * law.logSurvival(group.time)) }
    }
    return sum.value
  }
}

/// The likelihood over (logarithm of the mean, logarithm of the second parameter): on this scale
/// it is close to a parabola, and everything finite is allowed.
private struct Surface {
  let family: TimeLaw.Family
  let sample: CensoredSample

  /// What the second parameter is counted from: a coefficient of variation of a hyperexponential
  /// begins at 1.
  var origin: Double { family == .hyperExponential ? 1 : 0 }

  func law(_ point: SimplexSearch.Point) -> TimeLaw? {
    guard point.x.magnitude < 600, point.y.magnitude < 14 else { return nil }
    return TimeLaw(family, mean: exp(point.x), form: origin + exp(point.y))
  }

  func height(_ point: SimplexSearch.Point) throws(CancellationError) -> Double {
    guard let law = law(point) else { return -.infinity }
    let value = try LikelihoodFit.logLikelihood(law, sample)
    return value.isNaN ? -.infinity : value
  }

  /// Where the second parameter is as good as at the end of its range.
  func isOnEdge(_ law: TimeLaw) -> Bool {
    let forms = family.forms
    return law.form - forms.lowerBound < 1e-3 * forms.lowerBound
      || law.form > 0.999 * forms.upperBound
  }

  /// The highest point: a grid of starts, the simplex, and Newton's method for the last digits.
  func top(near mean: Double) throws(CancellationError) -> SimplexSearch.Point? {
    var start: SimplexSearch.Point = (log(mean), 0)
    var best = -Double.infinity
    for y in [-4, -3, -2, -1, 0, 1, 2.0] {
      for x in [-0.7, 0, 0.7] {
        let point = (log(mean) + x, y)
        let value = try height(point)
        if value > best { (start, best) = (point, value) }
      }
    }
    guard best > -.infinity else { return nil }
    var top = start
    for step in [0.5, 0.05] {
      top = try SimplexSearch.maximum(
        near: top, step: step, tolerance: 1e-6
      ) { point throws(CancellationError) in try height(point) }
    }
    for _ in 0..<4 {
      guard let law = law(top), !isOnEdge(law) else { break }
      let curve = try curvature(at: top)
      let determinant = curve.xx * curve.yy - curve.xy * curve.xy
      guard curve.xx < 0, determinant > 0 else { break }
      let step = (
        x: (curve.yy * curve.slopeX - curve.xy * curve.slopeY) / determinant,
        y: (curve.xx * curve.slopeY - curve.xy * curve.slopeX) / determinant
      )
      guard step.x.magnitude < 1e-3, step.y.magnitude < 1e-3 else { break }
      top = (top.x - step.x, top.y - step.y)
    }
    return top
  }

  /// Standard errors from the observed information; `nil` where the likelihood has no top here.
  func errors(at top: SimplexSearch.Point) throws(CancellationError) -> SimplexSearch.Point? {
    let curve = try curvature(at: top)
    let determinant = curve.xx * curve.yy - curve.xy * curve.xy
    guard curve.xx < 0, determinant > 0 else { return nil }
    return ((-curve.yy / determinant).squareRoot(), (-curve.xx / determinant).squareRoot())
  }

  /// Slope and curvature by central differences.
  private func curvature(
    at top: SimplexSearch.Point
  ) throws(CancellationError) -> (
    slopeX: Double, slopeY: Double, xx: Double, xy: Double, yy: Double
  ) {
    let h = 1e-3
    func at(_ x: Double, _ y: Double) throws(CancellationError) -> Double {
      try height((top.x + h * x, top.y + h * y))
    }
    let middle = try at(0, 0)
    let (left, right) = (try at(-1, 0), try at(1, 0))
    let (below, above) = (try at(0, -1), try at(0, 1))
    // Four points take the error of the slope to the fourth power of the step.
    let farX = try at(2, 0) - (try at(-2, 0))
    let farY = try at(0, 2) - (try at(0, -2))
    let corners = try at(1, 1) - (try at(1, -1)) - (try at(-1, 1)) + (try at(-1, -1))
    return (
      (8 * (right - left) - farX) / (12 * h), (8 * (above - below) - farY) / (12 * h),
      (left - 2 * middle + right) / (h * h), corners / (4 * h * h),
      (below - 2 * middle + above) / (h * h)
    )
  }
}
