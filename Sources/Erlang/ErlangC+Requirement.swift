extension ErlangC {
  /// What a number of agents must reach.
  public enum Target: Equatable, Sendable {
    /// At least this fraction of callers, in `0..<1`, is to be answered within a time [s].
    case serviceLevel(Double, within: Double)

    /// The mean wait of all callers is to be at most this [s].
    case averageSpeedOfAnswer(Double)

    /// At most this fraction of callers, above `0`, is to wait at all.
    case waitProbability(Double)

    /// Agents are to be busy for at most this fraction of their time, above `0`.
    case occupancy(max: Double)
  }

  /// Whether this number of agents reaches `target`.
  public func meets(_ target: Target) -> Bool {
    switch target {
    case .serviceLevel(let level, let threshold): serviceLevel(within: threshold) >= level
    case .averageSpeedOfAnswer(let duration): averageSpeedOfAnswer <= duration
    case .waitProbability(let probability): waitProbability <= probability
    case .occupancy(let largest): occupancy <= largest
    }
  }

  /// The smallest number of agents that carries the load and reaches `target`.
  ///
  ///     try ErlangC.requiredAgents(
  ///       offeredLoad: 20, handleTime: 180, target: .serviceLevel(0.8, within: 20))  // 24
  ///
  /// More agents never do worse on any target, so that the first number that reaches it is the
  /// answer. Without load that is `0`.
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrivals in a mean handle time [Erlang]; finite and `≥ 0`.
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - target: What is to be reached.
  /// - Throws: `ErlangError` with the value that is outside its domain;
  ///   `.limitExceeded` where more than `largestAgents` would be needed.
  /// - Complexity: O(√`offeredLoad` + what the result is above it): one pass of the recursion, and
  ///   one evaluation of the target for each number above the load.
  public static func requiredAgents(
    offeredLoad: Double, handleTime: Double, target: Target
  ) throws(ErlangError) -> Int {
    try Erlang.validate(offeredLoad: offeredLoad)
    try validate(handleTime: handleTime)
    try target.validate()
    if offeredLoad == 0 { return 0 }
    // Agents are a whole number above the load.
    var least = offeredLoad.rounded(.down) + 1
    if case .occupancy(let largest) = target {
      least = max(least, (offeredLoad / largest).rounded(.down))
    }
    guard least <= Double(largestAgents) else {
      throw .limitExceeded(offeredLoad: offeredLoad, limit: largestAgents)
    }
    var recursion = BlockingRecursion(offeredLoad: offeredLoad, servers: Int(least))
    while !ErlangC(recursion, handleTime: handleTime).meets(target) {
      guard recursion.servers < largestAgents else {
        throw .limitExceeded(offeredLoad: offeredLoad, limit: largestAgents)
      }
      recursion.addServer()
    }
    return recursion.servers
  }
}

extension ErlangC.Target {
  /// Throws the case that names the first value outside its domain.
  func validate() throws(ErlangError) {
    switch self {
    case .serviceLevel(let level, let threshold):
      guard level >= 0, level < 1 else { throw .invalidServiceLevel(level) }
      guard threshold >= 0 else { throw .invalidThreshold(threshold) }
    case .averageSpeedOfAnswer(let duration):
      guard duration > 0, duration < .infinity else {
        throw .invalidAverageSpeedOfAnswer(duration)
      }
    case .waitProbability(let probability):
      guard probability > 0, probability <= 1 else {
        throw .invalidWaitProbability(probability)
      }
    case .occupancy(let largest):
      guard largest > 0, largest <= 1 else { throw .invalidOccupancy(largest) }
    }
  }
}
