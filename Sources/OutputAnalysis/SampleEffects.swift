/// Points scattered in a cube, as those of a Latin hypercube sample: effects by regression.
///
/// A function is fitted by least squares with a curve of each factor, a parabola where the points
/// are many (five for each factor), else a straight line. What a factor accounts for is the covariance
/// of its curve with the function (Pratt 1987): over all factors these sum to what the fit explains.
/// Interactions, and bends that no parabola follows, stay unexplained.
public struct SampleEffects: EffectDesign {
  /// Whether the curves are parabolas.
  public let isQuadratic: Bool
  /// For each column of the regression its factor, values at the points, and the weights by which
  /// the orthonormal columns give its coefficient.
  private var columns: [Column] = []
  private let factorCount: Int
  private let pointCount: Int

  private struct Column {
    let factor: Int
    let values: [Double]
    /// What is left of the values beside the columns before, of length 1.
    var direction: [Double]
    /// Its values in terms of the directions up to its own.
    var parts: [Double]
  }

  /// A set of points.
  ///
  /// - Parameter coordinates: By point and factor, each in `0...1`.
  /// - Returns: `nil` with fewer than two points for each factor, and two.
  /// - Complexity: O(points × factors²).
  public init?(coordinates: [[Double]]) {
    let factors = coordinates.first?.count ?? 0
    guard factors > 0, coordinates.count >= 2 * factors + 2 else { return nil }
    factorCount = factors
    pointCount = coordinates.count
    isQuadratic = coordinates.count >= 5 * factors
    for factor in 0..<factors {
      let line = coordinates.map { 2 * $0[factor] - 1 }
      add(line, factor: factor)
      if isQuadratic { add(line.map { (3 * $0 * $0 - 1) / 2 }, factor: factor) }
    }
  }

  private mutating func add(_ values: [Double], factor: Int) {
    let mean = values.reduce(0, +) / Double(values.count)
    let centered = values.map { $0 - mean }
    var rest = centered
    var parts: [Double] = []
    for column in columns {
      let part = Self.product(column.direction, rest)
      parts.append(part)
      for point in rest.indices { rest[point] -= part * column.direction[point] }
    }
    let length = Self.product(rest, rest).squareRoot()
    // A factor that takes one value only, or two for a parabola, says no more.
    guard length > 1e-9 * Double(values.count).squareRoot() else { return }
    parts.append(length)
    columns.append(
      Column(
        factor: factor, values: centered, direction: rest.map { $0 / length }, parts: parts))
  }

  /// What each factor's curve accounts for; no totals.
  public func sumsOfSquares(of values: [Double]) -> EffectSquares {
    precondition(values.count == pointCount, "a sample has a value at each point")
    let mean = values.reduce(0, +) / Double(values.count)
    let centered = values.map { $0 - mean }
    var coefficients = columns.map { Self.product($0.direction, centered) }
    for index in columns.indices.reversed() {
      for later in columns.indices where later > index {
        coefficients[index] -= columns[later].parts[index] * coefficients[later]
      }
      coefficients[index] /= columns[index].parts[index]
    }
    var main = [Double](repeating: 0, count: factorCount)
    for (column, coefficient) in zip(columns, coefficients) {
      main[column.factor] += coefficient * Self.product(column.values, centered)
    }
    return EffectSquares(main: main, total: [], all: Self.product(centered, centered))
  }

  private static func product(_ first: [Double], _ second: [Double]) -> Double {
    var sum = 0.0
    for index in first.indices { sum += first[index] * second[index] }
    return sum
  }
}
