extension GaussLegendre {
  /// The nodes in rising order, the weights, and what takes values at the nodes to integrals from
  /// the left end and to the last Legendre coefficients.
  struct Rule: Sendable {
    let nodes: [Double]
    let weights: [Double]

    /// Row i, 16 numbers: integrates the interpolating polynomial from −1 to node i.
    let integration: [Double]

    /// The coefficients of the Legendre polynomials of degree 14 and 15.
    let lastCoefficients: [[Double]]
  }

  static let rule: Rule = {
    let half = GaussLegendre.nodes
    let halfWeights = GaussLegendre.weights
    let order = Array((0..<8).reversed())
    let nodes = order.map { -half[$0] } + (0..<8).map { half[$0] }
    let weights = order.map { halfWeights[$0] } + (0..<8).map { halfWeights[$0] }
    let polynomials = nodes.map { legendre($0) }
    let integration = polynomials.indices.flatMap { row in
      nodes.indices.map { column in
        var sum = 0.5 * (nodes[row] + 1)
        for degree in 1..<16 {
          let integral = polynomials[row][degree + 1] - polynomials[row][degree - 1]
          sum += 0.5 * polynomials[column][degree] * integral
        }
        return weights[column] * sum
      }
    }
    let last = [14, 15].map { degree in
      nodes.indices.map { (Double(degree) + 0.5) * weights[$0] * polynomials[$0][degree] }
    }
    return Rule(
      nodes: nodes, weights: weights, integration: integration, lastCoefficients: last)
  }()

  /// The Legendre polynomials of degree 0 to 16 at `x`.
  private static func legendre(_ x: Double) -> [Double] {
    var values = [1, x]
    for degree in 1..<16 {
      let degree = Double(degree)
      values.append(
        ((2 * degree + 1) * x * values[values.count - 1] - degree * values[values.count - 2])
          / (degree + 1))
    }
    return values
  }
}
