import SpecialFunctions

extension QueueTarget {
  /// About how many agents it takes: where to begin to look. Exactness comes from the search.
  ///
  /// What the agents of a large group must carry once who loses patience is gone, and some times
  /// √a more, after Halfin and Whitt (1981) and Garnett, Mandelbaum and Reiman (2002); the factors
  /// are fitted to loads of 5 to 100,000 Erlang.
  ///
  /// - Parameters:
  ///   - load: The offered load a [Erlang]; positive.
  ///   - patience: Mean patience [s]; `.infinity` where nobody hangs up.
  func guess(offeredLoad load: Double, patience: Double) -> Double {
    let root = load.squareRoot()
    switch self {
    case .serviceLevel(let level, let threshold, _):
      let odds = log(level) - log1p(-level)
      // In a large group everybody waits equally long, and just in time.
      return load * exp(-threshold / patience) + root * (0.5 + 0.45 * odds)
    case .waitProbability(let probability):
      return load + root * 0.6 * (log1p(-probability) - log(probability))
    case .abandonmentProbability(let probability):
      return Self.guess(load, losing: probability)
    case .averageSpeedOfAnswer(let duration):
      // Waiting callers hang up at a constant rate.
      return patience == .infinity
        ? load + root / 2 : Self.guess(load, losing: min(1, duration / patience))
    case .occupancy(let largest): return load / largest
    }
  }

  private static func guess(_ load: Double, losing share: Double) -> Double {
    let root = load.squareRoot()
    return load * (1 - share) + root * max(0, -0.5 * log(share * root))
  }
}
