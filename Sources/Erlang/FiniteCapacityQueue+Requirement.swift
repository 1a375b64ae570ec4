extension FiniteCapacityQueue {
  /// The smallest number of agents that reaches `target` behind a number of waiting places.
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrivals in a mean handle time [Erlang]; finite and `≥ 0`.
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - patience: Mean patience [s]; positive. `.infinity` unless given: nobody hangs up.
  ///   - waitingPlaces: Places beyond those of the agents; `≥ 0`.
  ///   - blockingProbability: The largest fraction that may be turned away; `1` unless given.
  ///   - target: What is to be reached for those let in.
  /// - Throws: `ErlangError` with the value that is outside its domain.
  /// - Complexity: O(result) steps of one recursion and O(log result) evaluations, each
  ///   O(`waitingPlaces`).
  public static func requiredAgents(
    offeredLoad: Double, handleTime: Double, patience: Double = .infinity, waitingPlaces: Int,
    blockingProbability: Double = 1, target: QueueTarget
  ) throws(ErlangError) -> Int {
    guard waitingPlaces >= 0, waitingPlaces < largestCapacity else {
      throw .invalidCapacity(waitingPlaces)
    }
    guard blockingProbability > 0, blockingProbability <= 1 else {
      throw .invalidBlockingProbability(blockingProbability)
    }
    try target.validate()
    _ = try FiniteCapacityQueue(
      offeredLoad: offeredLoad, handleTime: handleTime, patience: patience, agents: 1,
      capacity: 1)
    if offeredLoad == 0 { return 0 }
    let limit = largestCapacity - waitingPlaces
    let found = try AgentSearch.smallest(
      after: BlockingRecursion(offeredLoad: offeredLoad), guess: offeredLoad, limit: limit
    ) { recursion throws(ErlangError) in
      let model = FiniteCapacityQueue(
        offeredLoad, handleTime, patience, agents: recursion.servers,
        capacity: recursion.servers + waitingPlaces, idleWeight: recursion.inverseLessOne)
      return model.blockingProbability <= blockingProbability && model.meets(target)
    }
    guard let found else { throw .limitExceeded(offeredLoad: offeredLoad, limit: limit) }
    return found.servers
  }
}
