/// What square-root staffing says about a number of agents: the performance of a large group.
///
/// With n = a + β·√a the fraction that waits depends on β alone (Halfin and Whitt 1981), and on the
/// patience where callers hang up (Garnett, Mandelbaum and Reiman 2002). Errors are of the order of
/// 1/√a; ``ErlangC`` and ``ErlangA`` are exact.
///
///     let tuesday = try LargeGroupApproximation(
///       offeredLoad: 40, handleTime: 360, patience: 180, agents: 42)
///     tuesday.serviceLevel(within: 20)
public struct LargeGroupApproximation: Equatable, Sendable {
  /// The offered load a [Erlang].
  public let offeredLoad: Double

  /// The mean handle time [s].
  public let handleTime: Double

  /// The mean patience [s]; `.infinity` where nobody hangs up.
  public let patience: Double

  /// The number of agents.
  public let agents: Int

  /// The approximation for a number of agents.
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrivals in a mean handle time [Erlang]; finite and positive.
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - patience: Mean patience [s]; positive. `.infinity` unless given: nobody hangs up.
  ///   - agents: The number of agents; in `1...ErlangC.largestAgents`, and above the load where
  ///     nobody hangs up.
  /// - Throws: `ErlangError.unstable` where nobody hangs up and the agents cannot carry the load,
  ///   otherwise the case with the value that is outside its domain.
  /// - Complexity: O(1).
  public init(
    offeredLoad: Double, handleTime: Double, patience: Double = .infinity, agents: Int
  ) throws(ErlangError) {
    try FiniteCapacityQueue.validate(offeredLoad, handleTime, patience)
    guard offeredLoad > 0 else { throw .invalidOfferedLoad(offeredLoad) }
    guard (1...ErlangC.largestAgents).contains(agents) else { throw .invalidAgents(agents) }
    guard patience < .infinity || offeredLoad < Double(agents) else {
      throw .unstable(offeredLoad: offeredLoad, agents: agents)
    }
    self.offeredLoad = offeredLoad
    self.handleTime = handleTime
    self.patience = patience
    self.agents = agents
  }

  /// The spare agents β = (n − a)/√a.
  public var spare: Double { (Double(agents) - offeredLoad) / offeredLoad.squareRoot() }

  /// Mean patience over mean handle time, where it ends.
  private var ratio: Double? { patience == .infinity ? nil : patience / handleTime }

  /// The fraction of callers who wait.
  public var waitProbability: Double {
    ratio.map { SquareRootStaffing.waitProbability(spare: spare, patience: $0) }
      ?? SquareRootStaffing.waitProbability(spare: spare)
  }

  /// The fraction of callers who hang up.
  public var abandonmentProbability: Double {
    ratio.map {
      min(
        1,
        SquareRootStaffing.scaledAbandonment(spare: spare, patience: $0)
          / offeredLoad.squareRoot())
    } ?? 0
  }

  /// The mean wait [s], which in the limit is that of the answered too.
  public var averageSpeedOfAnswer: Double {
    patience == .infinity
      ? waitProbability * handleTime / (Double(agents) - offeredLoad)
      : patience * abandonmentProbability
  }

  /// The fraction of its time that an agent is busy.
  public var occupancy: Double {
    min(1, offeredLoad * (1 - abandonmentProbability) / Double(agents))
  }

  /// The fraction of callers who are answered within `threshold` [s].
  ///
  /// Who hangs up is taken to be as frequent among those who would wait longer as among all who
  /// wait: 1 − P(hangs up) − P(V > t)·P(answered | waits) for the offered wait V. In the limit
  /// that makes no difference; in a group of 40 agents it brings most of the accuracy.
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  public func serviceLevel(within threshold: Double) -> Double {
    precondition(threshold >= 0, "a waiting time is not negative")
    let time = threshold / handleTime * offeredLoad.squareRoot()
    let left = SquareRootStaffing.delayedFraction(spare: spare, patience: ratio, exceeding: time)
    let lost = min(abandonmentProbability, waitProbability)
    return 1 - lost - left * (waitProbability - lost)
  }

  /// The smallest number of agents that the approximation takes for a service level.
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrivals in a mean handle time [Erlang]; finite and positive.
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - patience: Mean patience [s]; positive. `.infinity` unless given: nobody hangs up.
  ///   - level: The fraction; in `0..<1`.
  ///   - threshold: The acceptable waiting time [s]; `≥ 0`.
  /// - Throws: `ErlangError` with the value that is outside its domain; `.limitExceeded` where more
  ///   than `ErlangC.largestAgents` would be needed.
  /// - Complexity: About four evaluations, O(log result) at most.
  public static func requiredAgents(
    offeredLoad: Double, handleTime: Double, patience: Double = .infinity,
    serviceLevel level: Double, within threshold: Double
  ) throws(ErlangError) -> Int {
    let target = QueueTarget.serviceLevel(level, within: threshold)
    try target.validate()
    try FiniteCapacityQueue.validate(offeredLoad, handleTime, patience)
    let limit = ErlangC.largestAgents
    let least = patience == .infinity ? offeredLoad.rounded(.down) + 1 : 1
    guard least <= Double(limit) else {
      throw .limitExceeded(offeredLoad: offeredLoad, limit: limit)
    }
    let found = try AgentSearch.smallest(
      in: Int(least)...limit,
      guess: target.guess(offeredLoad: offeredLoad, patience: patience),
      step: offeredLoad.squareRoot() / 2
    ) { agents throws(ErlangError) in
      let model = try LargeGroupApproximation(
        offeredLoad: offeredLoad, handleTime: handleTime, patience: patience, agents: agents)
      return TargetComparison(
        value: model.serviceLevel(within: threshold), bound: level, isLeast: true
      ).margin
    }
    guard let found else { throw .limitExceeded(offeredLoad: offeredLoad, limit: limit) }
    return found
  }
}
