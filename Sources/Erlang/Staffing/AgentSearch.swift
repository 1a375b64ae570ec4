/// Finds the smallest number of agents that reaches a target that more agents never miss.
///
/// Every number that is tried is judged by itself; how far it is from the target only says which
/// number to try next. The result is therefore that of trying all numbers in turn, and is known
/// once it satisfies and one agent fewer does not.
enum AgentSearch {
  /// How a number of agents does on a target.
  struct Margin {
    let isReached: Bool

    /// By how much: positive where it is reached, in about equal steps from agent to agent.
    let amount: Double

    static let unstable = Margin(isReached: false, amount: -.infinity)
  }

  /// - Parameters:
  ///   - range: The numbers allowed.
  ///   - guess: Which to try first.
  ///   - step: About how many agents a margin of 1 takes; positive.
  ///   - margin: How a number of agents does.
  /// - Returns: The smallest number that reaches the target; `nil` where the largest does not.
  /// - Complexity: About four evaluations where the margins are smooth; O(log of the range) always.
  static func smallest(
    in range: ClosedRange<Int>, guess: Double, step: Double,
    margin: (Int) throws(ErlangError) -> Margin
  ) throws(ErlangError) -> Int? {
    // The neighbours of the range stand for what lies beyond it.
    var failing = range.lowerBound - 1
    var enough = range.upperBound + 1
    var below = -Double.infinity
    var above = Double.infinity
    var step = step
    var stride = 1
    var repeats = 0
    var stalls = 0
    var next = clamp(guess.rounded(.up), range.lowerBound, range.upperBound)
    var last: (agents: Int, amount: Double, isReached: Bool)?
    while enough - failing > 1 {
      let width = enough - failing
      let found = try margin(next)
      // The end that stays twice counts half (the Illinois rule), so that it moves too.
      repeats = found.isReached == last?.isReached ? repeats + 1 : 0
      if found.isReached {
        (enough, above) = (next, found.amount)
        if repeats > 0 { below /= 2 }
      } else {
        (failing, below) = (next, found.amount)
        if repeats > 0 { above /= 2 }
      }
      if let last {
        let slope = Double(next - last.agents) / (found.amount - last.amount)
        if slope > 0, slope < .infinity { step = slope }
      }
      last = (next, found.amount, found.isReached)
      guard enough - failing > 1 else { break }
      let isBracketed = failing >= range.lowerBound && enough <= range.upperBound
      stalls = isBracketed && 2 * (enough - failing) > width ? stalls + 1 : 0
      if isBracketed {
        let share = below / (below - above)
        let isSmooth = share > 0 && share < 1 && stalls < 3
        if !isSmooth { stalls = 0 }
        next =
          isSmooth
          ? clamp(
            Double(failing) + (share * Double(enough - failing)).rounded(.up), failing + 1,
            enough - 1)
          : failing + (enough - failing) / 2
      } else {
        // Outwards, by what the margin says and by more each time.
        let distance = found.isReached ? enough - failing : range.upperBound - failing
        let wanted = (found.amount.magnitude * step).rounded(.up)
        let length = clamp(wanted < .infinity ? wanted : 0, min(stride, distance), distance)
        stride = min(2 * stride, distance)
        next =
          found.isReached
          ? max(failing + 1, enough - max(1, length)) : failing + max(1, length)
      }
    }
    return enough <= range.upperBound ? enough : nil
  }

  private static func clamp(_ value: Double, _ low: Int, _ high: Int) -> Int {
    Int(max(Double(low), min(value, Double(high))))
  }
}
