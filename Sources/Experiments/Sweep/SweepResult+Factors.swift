import OutputAnalysis

/// Where the variance of a measure over the points of a sweep comes from.
public struct FactorShares: Sendable, Equatable {
  /// Of each factor alone, by its place.
  public let main: [Double]
  /// Of each factor alone and together with others; `nil` for a sample, which does not tell.
  public let total: [Double]?
  /// Of factors together, beyond what each does alone; in a sample also of bends that no parabola
  /// follows.
  public let rest: Double
  /// Of chance that points do not have in common; `nil` with a single replication.
  public let noise: Double?
  /// The largest less the smallest mean of the measure over the values of a factor; `nil` for a
  /// sample.
  public let ranges: [Double]?
}

extension SweepResult {
  /// The factors' shares of the variance of a measure over the points, which sum to 1 with the rest
  /// and the noise; `nil` where the measure has no value at some point, is the same at all, or a
  /// sample is too small for a regression.
  ///
  /// A grid is decomposed by analysis of variance, a sample by regression (`SampleEffects`). The
  /// estimates of points are uncertain, which adds to every sum of squares. How much follows from
  /// groups of replications: the deviations of each group, which all points share, go through the
  /// same decomposition. What all points have in common, such as busy days, adds nothing. A share
  /// that would be negative without its noise is 0.
  ///
  /// - Parameter column: One of the headline measures.
  /// - Complexity: O(points × factors × groups).
  public func factorShares(of column: String) -> FactorShares? {
    guard let place = Self.place(of: column), let design = effectDesign else { return nil }
    var values: [Double] = []
    var groups: [[Double]] = []
    for point in points {
      guard let estimate = point.estimates[place], let series = point.groups[place] else {
        return nil
      }
      values.append(estimate.value)
      groups.append(series.means)
    }
    let observed = design.sumsOfSquares(of: values)
    // What rounding leaves of a measure that is the same everywhere.
    let scale = values.reduce(0) { $0 + $1 * $1 }
    guard observed.all > 0x1p-80 * scale else { return nil }
    let noise = noiseSquares(values, groups, design)
    return shares(observed, noise: noise, values: values, rounding: 0x1p-48 * observed.all)
  }

  private var effectDesign: (any EffectDesign)? {
    switch layout {
    case .grid(let levels): GridEffects(levels: levels)
    case .sample(let coordinates): SampleEffects(coordinates: coordinates)
    }
  }

  /// What chance adds to each sum of squares of the estimates: Σ over groups of size × form of their
  /// deviations, over (groups − 1) × replications.
  private func noiseSquares(
    _ values: [Double], _ groups: [[Double]], _ design: any EffectDesign
  ) -> EffectSquares? {
    guard groupSizes.count > 1 else { return nil }
    var sum: EffectSquares?
    for (group, size) in groupSizes.enumerated() {
      let deviations = values.indices.map { groups[$0][group] - values[$0] }
      let squares = design.sumsOfSquares(of: deviations).scaled(by: size)
      if sum == nil { sum = squares } else { sum? += squares }
    }
    return sum?.scaled(by: 1 / (Double(groupSizes.count - 1) * Double(replications)))
  }

  private func shares(
    _ observed: EffectSquares, noise: EffectSquares?, values: [Double], rounding: Double
  ) -> FactorShares {
    func above(_ value: Double) -> Double { value > rounding ? value : 0 }
    let main = observed.main.indices.map {
      above(observed.main[$0] - (noise?.main[$0] ?? 0))
    }
    let chance = min(observed.all, noise?.all ?? 0)
    let explained = main.reduce(0, +)
    let rest =
      main.count == 1 && observed.total.count == 1
      ? 0 : above(observed.all - chance - explained)
    let all = explained + chance + rest
    let total = observed.total.indices.map {
      min(1, above(observed.total[$0] - (noise?.total[$0] ?? 0)) / all)
    }
    return FactorShares(
      main: main.map { $0 / all }, total: total.isEmpty ? nil : total, rest: rest / all,
      noise: noise.map { _ in chance / all }, ranges: ranges(values))
  }

  private func ranges(_ values: [Double]) -> [Double]? {
    guard case .grid(let levels) = layout else { return nil }
    let grid = GridEffects(levels: levels)
    return levels.indices.map { factor in
      let means = grid.levelMeans(of: values, factor: factor)
      return (means.max() ?? 0) - (means.min() ?? 0)
    }
  }
}
