extension PatienceLaw {
  /// The mean patience [s]: ∫ Pr{R > t} dt.
  ///
  /// Panels double their length outwards, and each is halved until halves make no difference.
  ///
  /// - Parameter scale: A time [s] near which the law moves, within many powers of ten.
  /// - Returns: The mean, to about `1e-13`; `.infinity` where there is none.
  func mean(near scale: Double) -> Double {
    var total = 0.0
    var start = 0.0
    var end = scale / 1024
    while end < 1e290 {
      var panel = 0.0
      let stops = breakpoints.filter { $0 > start && $0 < end } + [end]
      for stop in stops {
        panel += area(from: start, to: stop, whole: area(from: start, to: stop), total, depth: 0)
        start = stop
      }
      total += panel
      // What is left falls at least as it has since the last panel, once little has been left.
      if panel <= 1e-17 * total, survival(end) < 0.5 { return total }
      end *= 2
    }
    return .infinity
  }

  private func area(
    from start: Double, to end: Double, whole: Double, _ total: Double, depth: Int
  ) -> Double {
    let middle = 0.5 * (start + end)
    let left = area(from: start, to: middle)
    let right = area(from: middle, to: end)
    let difference = (left + right - whole).magnitude
    // Rounding alone leaves some 10⁻¹⁶ of a panel.
    if difference <= 1e-15 * (total + left + right) || depth == 60 { return left + right }
    return area(from: start, to: middle, whole: left, total, depth: depth + 1)
      + area(from: middle, to: end, whole: right, total, depth: depth + 1)
  }

  private func area(from start: Double, to end: Double) -> Double {
    let rule = GaussLegendre.rule
    let half = 0.5 * (end - start)
    var sum = 0.0
    for index in 0..<16 {
      sum += rule.weights[index] * survival(start + half * (1 + rule.nodes[index]))
    }
    return half * sum
  }
}
