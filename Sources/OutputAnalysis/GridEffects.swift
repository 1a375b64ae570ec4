/// A full grid: all combinations of the levels of several factors, the first varying slowest.
///
/// The variance of a function over a grid decomposes exactly into the main effects of its factors
/// and their interactions (analysis of variance).
///
///     let grid = GridEffects(levels: [2, 3])
///     grid.sumsOfSquares(of: [0, 1, 2, 10, 11, 12]).main  // [150, 4]
///
/// Source: Fisher (1925); the total effects are those of Homma and Saltelli (1996),
/// DOI 10.1016/0951-8320(96)00002-6.
public struct GridEffects: EffectDesign {
  /// How many values each factor takes.
  public let levels: [Int]

  /// A grid.
  ///
  /// - Parameter levels: How many values each factor takes, each `≥ 1`.
  public init(levels: [Int]) {
    precondition(levels.allSatisfy { $0 > 0 }, "a factor has at least one level")
    self.levels = levels
  }

  /// How many points there are.
  public var pointCount: Int { levels.reduce(1, *) }

  /// The main effect of a factor is the variation of the means over all others; its total effect is
  /// the variation along the factor while all others are held.
  ///
  /// - Complexity: O(points × factors).
  public func sumsOfSquares(of values: [Double]) -> EffectSquares {
    precondition(values.count == pointCount, "a grid has a value at each point")
    let mean = values.reduce(0, +) / Double(values.count)
    let centered = values.map { $0 - mean }
    var squares = EffectSquares(main: [], total: [], all: 0)
    for value in centered { squares.all += value * value }
    var stride = values.count
    for count in levels {
      stride /= count
      squares.main.append(
        means(of: centered, stride: stride, levels: count).reduce(0) { $0 + $1 * $1 }
          * Double(values.count / count))
      squares.total.append(alongFactor(centered, stride: stride, levels: count))
    }
    return squares
  }

  /// The mean of a function at each level of a factor, over all values of the others.
  public func levelMeans(of values: [Double], factor: Int) -> [Double] {
    means(
      of: values, stride: levels[(factor + 1)...].reduce(1, *), levels: levels[factor])
  }

  private func means(of values: [Double], stride: Int, levels count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for (point, value) in values.enumerated() { sums[point / stride % count] += value }
    return sums.map { $0 / Double(values.count / count) }
  }

  /// Σ of the squares about the mean of each line along a factor.
  private func alongFactor(_ values: [Double], stride: Int, levels count: Int) -> Double {
    var squares = 0.0
    for start in values.indices where start / stride % count == 0 {
      let line = (0..<count).map { values[start + $0 * stride] }
      let mean = line.reduce(0, +) / Double(count)
      for value in line { squares += (value - mean) * (value - mean) }
    }
    return squares
  }
}
