extension ChatQueue {
  /// The smallest number of agents that reaches `target`.
  ///
  /// Every number of agents has its own chain, as it decides how chats are spread. More agents are
  /// taken to do no worse, which holds where no agent gets slower in all with one chat more.
  ///
  /// - Parameters:
  ///   - arrivalRate: Chats that arrive [1/s]; finite and `≥ 0`.
  ///   - completionRates: What an agent with 1, 2, … chats finishes [1/s]; positive, not empty.
  ///   - patience: Mean patience [s]; `.infinity` unless given: nobody leaves.
  ///   - target: What is to be reached.
  /// - Returns: `0` where nobody calls, otherwise at least `1`.
  /// - Throws: `ErlangError` with the value that is outside its domain; `.limitExceeded` where more
  ///   than 10⁷ places would be needed.
  /// - Complexity: About four evaluations, O(log result) at most; each O(result · limit).
  public static func requiredAgents(
    arrivalRate: Double, completionRates: [Double], patience: Double = .infinity,
    target: QueueTarget
  ) throws(ErlangError) -> Int {
    try target.validate()
    try validate(arrivalRate, completionRates, patience)
    if arrivalRate == 0 { return 0 }
    let limit = Double(completionRates.count)
    let fastest = completionRates.last ?? 1
    let largest = BlockingRecursion.largestCount / max(1, completionRates.count)
    // In places, of which each agent has `limit`.
    let load = arrivalRate / fastest * limit
    // Without patience nothing below carries what arrives.
    let least = patience == .infinity ? (arrivalRate / fastest).rounded(.down) : 1
    guard least <= Double(largest) else {
      throw .limitExceeded(offeredLoad: arrivalRate / fastest, limit: largest)
    }
    let found = try AgentSearch.smallest(
      in: max(1, Int(least))...largest,
      guess: target.guess(offeredLoad: load, patience: patience) / limit,
      step: load.squareRoot() / (2 * limit)
    ) { agents throws(ErlangError) in
      do throws(ErlangError) {
        return try ChatQueue(
          arrivalRate: arrivalRate, completionRates: completionRates, agents: agents,
          patience: patience
        ).margin(target)
      } catch .unstable { return .unstable }
    }
    guard let found else {
      throw .limitExceeded(offeredLoad: arrivalRate / fastest, limit: largest)
    }
    return found
  }
}
