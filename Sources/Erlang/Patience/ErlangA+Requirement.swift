extension ErlangA {
  /// The smallest number of agents that reaches `target`.
  ///
  ///     try ErlangA.requiredAgents(
  ///       offeredLoad: 40, handleTime: 360, patience: 180,
  ///       target: .serviceLevel(0.8, within: 20))
  ///
  /// With one agent more every caller's offered wait is shorter in the likelihood-ratio order, so
  /// that no target is missed that was met. Without load that is `0`, otherwise at least `1`.
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrivals in a mean handle time [Erlang]; finite and `≥ 0`.
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - patience: Mean patience [s]; finite and positive.
  ///   - target: What is to be reached.
  /// - Throws: `ErlangError` with the value that is outside its domain;
  ///   `.limitExceeded` where more than `largestAgents` would be needed.
  /// - Complexity: About four evaluations, O(log result) at most; each O(√`offeredLoad` + what the
  ///   number tried is above it).
  public static func requiredAgents(
    offeredLoad: Double, handleTime: Double, patience: Double, target: QueueTarget
  ) throws(ErlangError) -> Int {
    try validate(offeredLoad, handleTime, patience)
    try target.validate()
    if offeredLoad == 0 { return 0 }
    let found = try AgentSearch.smallest(
      in: 1...largestAgents, guess: target.guess(offeredLoad: offeredLoad, patience: patience),
      step: offeredLoad.squareRoot() / 2
    ) { agents throws(ErlangError) in
      let recursion = BlockingRecursion(offeredLoad: offeredLoad, servers: agents)
      let draft = ErlangA(
        recursion, handleTime: handleTime, patience: patience, effort: .draft
      ).comparison(target)
      if !draft.isClose { return draft.margin }
      return ErlangA(recursion, handleTime: handleTime, patience: patience).margin(target)
    }
    guard let found else {
      throw .limitExceeded(offeredLoad: offeredLoad, limit: largestAgents)
    }
    return found
  }
}
