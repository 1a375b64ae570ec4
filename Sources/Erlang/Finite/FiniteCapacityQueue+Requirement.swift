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
  /// - Returns: `0` without load, otherwise at least `1`.
  /// - Throws: `ErlangError` with the value that is outside its domain; `.limitExceeded` where
  ///   more than `largestCapacity` places would be needed.
  /// - Complexity: About four evaluations, O(log result) at most, each as of the model; O(1) space.
  public static func requiredAgents(
    offeredLoad: Double, handleTime: Double, patience: Double = .infinity, waitingPlaces: Int,
    blockingProbability: Double = 1, target: QueueTarget
  ) throws(ErlangError) -> Int {
    guard waitingPlaces >= 0, waitingPlaces < largestCapacity else {
      throw .invalidCapacity(waitingPlaces)
    }
    return try smallest(
      offeredLoad, handleTime, patience, limit: largestCapacity - waitingPlaces,
      blockingProbability, target
    ) { $0 + waitingPlaces }
  }

  /// The smallest number of agents that reaches `target` with a number of places in all: each
  /// agent more is a waiting place less.
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrivals in a mean handle time [Erlang]; finite and `≥ 0`.
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - patience: Mean patience [s]; positive. `.infinity` unless given: nobody hangs up.
  ///   - capacity: Agents and waiting places; in `1...largestCapacity`.
  ///   - blockingProbability: The largest fraction that may be turned away; `1` unless given.
  ///   - target: What is to be reached for those let in.
  /// - Returns: `0` without load, otherwise in `1...capacity`.
  /// - Throws: `ErlangError` with the value that is outside its domain; `.limitExceeded` where
  ///   `capacity` agents, behind whom nobody waits, miss an occupancy or block too many.
  /// - Complexity: About four evaluations, O(log `capacity`) at most, each as of the model; O(1)
  ///   space.
  public static func requiredAgents(
    offeredLoad: Double, handleTime: Double, patience: Double = .infinity, capacity: Int,
    blockingProbability: Double = 1, target: QueueTarget
  ) throws(ErlangError) -> Int {
    guard capacity >= 1, capacity <= largestCapacity else { throw .invalidCapacity(capacity) }
    return try smallest(
      offeredLoad, handleTime, patience, limit: capacity, blockingProbability, target
    ) { _ in capacity }
  }

  private static func smallest(
    _ offeredLoad: Double, _ handleTime: Double, _ patience: Double, limit: Int,
    _ blockingProbability: Double, _ target: QueueTarget, capacity: (Int) -> Int
  ) throws(ErlangError) -> Int {
    guard blockingProbability > 0, blockingProbability <= 1 else {
      throw .invalidBlockingProbability(blockingProbability)
    }
    try target.validate()
    try validate(offeredLoad, handleTime, patience)
    if offeredLoad == 0 { return 0 }
    let found = try AgentSearch.smallest(
      in: 1...limit, guess: target.guess(offeredLoad: offeredLoad, patience: patience),
      step: offeredLoad.squareRoot() / 2
    ) { agents throws(ErlangError) in
      let recursion = BlockingRecursion(offeredLoad: offeredLoad, servers: agents)
      let model = FiniteCapacityQueue(
        offeredLoad, handleTime, patience, agents: agents, capacity: capacity(agents),
        idleWeight: recursion.inverseLessOne)
      let blocking = TargetComparison(
        value: model.blockingProbability, bound: blockingProbability, isLeast: false)
      let margin = model.margin(target)
      if !blocking.isReached, !margin.isReached, blocking.margin.amount > margin.amount {
        return margin
      }
      return blocking.isReached ? margin : blocking.margin
    }
    guard let found else { throw .limitExceeded(offeredLoad: offeredLoad, limit: limit) }
    return found
  }
}
