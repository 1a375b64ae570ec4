extension GeneralPatienceQueue {
  /// The smallest number of agents that reaches `target`.
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrivals in a mean handle time [Erlang]; finite and `≥ 0`.
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - patience: How long callers are willing to wait.
  ///   - target: What is to be reached.
  /// - Returns: `0` without load, otherwise at least `1`.
  /// - Throws: `ErlangError` with the value that is outside its domain; `.limitExceeded` where
  ///   more than `largestAgents` would be needed.
  /// - Complexity: About four evaluations, O(log result) at most, each as of the model.
  public static func requiredAgents(
    offeredLoad: Double, handleTime: Double, patience: PatienceLaw, target: QueueTarget
  ) throws(ErlangError) -> Int {
    try Erlang.validate(offeredLoad: offeredLoad)
    try ErlangC.validate(handleTime: handleTime)
    try target.validate()
    if offeredLoad == 0 { return 0 }
    let never = patience.survival(1e12 * handleTime)
    let found = try AgentSearch.smallest(
      in: 1...largestAgents, guess: target.guess(offeredLoad: offeredLoad, patience: .infinity),
      step: offeredLoad.squareRoot() / 2
    ) { agents throws(ErlangError) in
      guard offeredLoad * never < Double(agents) else { return .unstable }
      return GeneralPatienceQueue(
        BlockingRecursion(offeredLoad: offeredLoad, servers: agents), handleTime: handleTime,
        patience: patience
      ).margin(target)
    }
    guard let found else {
      throw .limitExceeded(offeredLoad: offeredLoad, limit: largestAgents)
    }
    return found
  }
}
