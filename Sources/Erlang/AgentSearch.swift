/// Finds the smallest number of agents that reaches a target that more agents never miss.
///
/// States of the recursion are values: the search keeps the last one that fails, steps on from it
/// with growing steps, and halves what is left. No candidate starts the recursion again; in all
/// it goes at most twice over the numbers above the guess, or once more over those below.
enum AgentSearch {
  /// - Parameters:
  ///   - start: A recursion whose number of agents fails, or is below the smallest allowed.
  ///   - guess: Where to look first.
  ///   - limit: The largest number allowed.
  /// - Returns: The state at the smallest number that satisfies; `nil` where `limit` does not.
  static func smallest(
    after start: BlockingRecursion, guess: Double, limit: Int,
    where satisfies: (BlockingRecursion) throws(ErlangError) -> Bool
  ) throws(ErlangError) -> BlockingRecursion? {
    var failing = start
    guard failing.servers < limit else { return nil }
    var candidate = failing
    candidate.addServers(
      until: Int(max(Double(failing.servers + 1), min(guess.rounded(.down), Double(limit)))))
    var step = max(1, Int((start.offeredLoad.squareRoot() / 4).rounded(.down)))
    while !(try satisfies(candidate)) {
      guard candidate.servers < limit else { return nil }
      failing = candidate
      candidate.addServers(until: min(limit, candidate.servers + step))
      step *= 2
    }
    while candidate.servers - failing.servers > 1 {
      var middle = failing
      middle.addServers(until: (failing.servers + candidate.servers) / 2)
      if try satisfies(middle) { candidate = middle } else { failing = middle }
    }
    return candidate
  }
}
