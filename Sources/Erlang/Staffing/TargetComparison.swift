import SpecialFunctions

/// A measure beside the bound that a target sets for it.
struct TargetComparison {
  let value: Double
  let bound: Double

  /// Whether the bound is the least value that will do, or the largest.
  let isLeast: Bool

  /// False also where the measure has no value.
  var isReached: Bool { isLeast ? value >= bound : value <= bound }

  /// Whether value and bound are too close for a value that is not fully accurate.
  var isClose: Bool { !((value - bound).magnitude > Self.closeness * bound) }

  /// Above what a draft of a measure may be off, by far.
  static let closeness = 1e-6

  /// The distance in logarithms of odds for a service level, and in logarithms otherwise: what
  /// falls or rises about exponentially with the number of agents.
  var margin: AgentSearch.Margin {
    let distance =
      isLeast
      ? log(value / bound) - log((1 - value) / (1 - bound))
      : log(bound / value)
    // Rounding must not turn the sign.
    let isSigned = isReached ? distance >= 0 : distance <= 0
    return AgentSearch.Margin(isReached: isReached, amount: isSigned ? distance : 0)
  }
}
