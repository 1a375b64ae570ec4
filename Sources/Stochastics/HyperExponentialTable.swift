import SpecialFunctions

/// The quantile function of the hyperexponential distribution with mean 1, as a table by the
/// cumulative hazard.
///
/// The function bends sharply where the long branch takes over, the more so the larger the
/// variation; an even grid would have to be fine everywhere. The knots therefore lie even in
/// X = D·x, where the branches' shares change like a logistic function whatever the variation: every
/// 1/8 until the short branch is below rounding, from where on one straight piece leads to hazard 40.
/// On each piece the polynomial of degree 7 has the right value and the right first three
/// derivatives at both ends. The table is therefore smooth and, up to the rounding of the last bits,
/// monotone.
@frozen
@usableFromInline
struct HyperExponentialTable: Sendable {
  /// The hazards where a piece begins, and where the last one ends.
  @usableFromInline let knots: [Double]
  @usableFromInline let pieces: [QuantilePiece]
  /// The piece that holds the hazard j/64, for each j up to the end (Chen, Asau 1974).
  @usableFromInline let guide: [Int32]

  @inlinable
  static var end: Double { 40 }

  @inlinable
  static var cellsPerUnit: Double { 64 }

  /// What the short branch is neglected against: below half an ulp of 1.
  private static let negligible = 39.0

  init(_ branches: BalancedBranches) {
    let nodes = HyperExponentialTable.nodes(branches)
    let knots = nodes.map(\.hazard)
    self.knots = knots
    pieces = zip(nodes, nodes.dropFirst()).map { left, right in
      let length = right.hazard - left.hazard
      return QuantilePiece(
        from: scaled(left.coefficients, by: length), to: scaled(right.coefficients, by: length))
    }
    var index = 0
    guide = (0...Int(HyperExponentialTable.end * HyperExponentialTable.cellsPerUnit)).map { cell in
      let hazard = Double(cell) / HyperExponentialTable.cellsPerUnit
      while index + 1 < knots.count && knots[index + 1] <= hazard { index += 1 }
      return Int32(index)
    }

    func scaled(_ coefficients: [Double], by length: Double) -> [Double] {
      [
        coefficients[0], coefficients[1] * length, coefficients[2] * length * length,
        coefficients[3] * length * length * length,
      ]
    }
  }

  /// The time at a cumulative hazard.
  ///
  /// - Parameter hazard: `≥ 0`, infinity included.
  /// - Complexity: O(1) on average over draws: most cells of the guide hold few knots, of which the
  ///   right one is found by halving.
  @inlinable
  func quantile(hazard: Double, _ branches: BalancedBranches) -> Double {
    guard hazard < HyperExponentialTable.end else { return branches.quantile(beyond: hazard) }
    let cell = Int(hazard * HyperExponentialTable.cellsPerUnit)
    var low = Int(guide[cell])
    var high = Int(guide[cell + 1])
    while low < high {
      let middle = (low + high + 1) / 2
      if knots[middle] <= hazard { low = middle } else { high = middle - 1 }
    }
    let start = knots[low]
    return pieces[low].value(at: (hazard - start) / (knots[low + 1] - start))
  }

  private static func nodes(
    _ branches: BalancedBranches
  ) -> [(hazard: Double, coefficients: [Double])] {
    let difference = branches.rateDifference
    // Branches that hardly differ need one piece.
    let step = min(0.125 / difference, 50)
    let straightFrom =
      (negligible + log(branches.short / branches.long)) / difference
    var nodes: [(hazard: Double, coefficients: [Double])] = []
    for index in 0... {
      let x = Double(index) * step
      let hazard = branches.hazard(at: x)
      if x >= straightFrom && hazard < end {
        // What is left of curvature is nothing here, but would be much over a piece so long.
        let slope = 0.5 / branches.long
        nodes.append((hazard, [x, slope, 0, 0]))
        nodes.append((end, [branches.quantile(beyond: end), slope, 0, 0]))
        break
      }
      nodes.append((hazard, branches.taylorCoefficients(at: x)))
      if hazard >= end { break }
    }
    return nodes
  }
}
