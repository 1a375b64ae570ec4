import SpecialFunctions

/// The M/M/n+G model: Erlang A with patience of any law.
///
/// Poisson arrivals, exponential handle times, one queue in order of arrival; callers hang up when
/// their patience ends, and do not know their place in the line.
///
///     let patience = try PatienceLaw.weibull(shape: 0.7, scale: 150)
///     let tuesday = try GeneralPatienceQueue(
///       offeredLoad: 40, handleTime: 360, patience: patience, agents: 42)
///     tuesday.serviceLevel(within: 20)
///
/// Source: Zeltyn and Mandelbaum (2005), "Call centers with impatient customers: many-server
/// asymptotics of the M/M/n+G queue".
public struct GeneralPatienceQueue: QueueModel {
  /// The largest number of agents that the model takes.
  public static var largestAgents: Int { BlockingRecursion.largestCount }

  /// The offered load [Erlang]: arrivals in a mean handle time.
  public let offeredLoad: Double

  /// The mean handle time [s].
  public let handleTime: Double

  /// How long callers are willing to wait.
  public let patience: PatienceLaw

  /// The number of agents.
  public let agents: Int

  /// The fraction of callers who are answered at once, and who find all agents busy.
  ///
  /// Probabilities are within `1e-12` relative of the stored values, at 5 and 40 Erlang and for
  /// every law of `PatienceLaw`, and within `1e-11` at 300 Erlang (`GeneralPatienceTests`).
  public let immediateAnswerProbability: Double
  public let waitProbability: Double

  private let line: GeneralLine
  private let factor: Double
  private let whole: LineSums

  /// Evaluates the model.
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrivals in a mean handle time [Erlang]; finite and positive.
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - patience: How long callers are willing to wait.
  ///   - agents: The number of agents; `≥ 1`.
  /// - Throws: `ErlangError.unstable` where so many never hang up that the agents cannot carry
  ///   them, otherwise the case with the value that is outside its domain.
  /// - Complexity: O(`agents`) time, and a few thousand evaluations of the law.
  public init(
    offeredLoad: Double, handleTime: Double, patience: PatienceLaw, agents: Int
  ) throws(ErlangError) {
    guard (1...Self.largestAgents).contains(agents) else { throw .invalidAgents(agents) }
    try Erlang.validate(offeredLoad: offeredLoad)
    guard offeredLoad > 0 else { throw .invalidOfferedLoad(offeredLoad) }
    try ErlangC.validate(handleTime: handleTime)
    var recursion = BlockingRecursion(offeredLoad: offeredLoad)
    recursion.addServers(until: agents)
    try self.init(recursion, handleTime: handleTime, patience: patience)
  }

  private init(
    _ recursion: BlockingRecursion, handleTime: Double, patience: PatienceLaw
  ) throws(ErlangError) {
    offeredLoad = recursion.offeredLoad
    self.handleTime = handleTime
    self.patience = patience
    agents = recursion.servers
    let start = patience.leaving(0)
    guard start >= 0, start <= 1 else { throw .invalidParameter(start) }
    guard offeredLoad * patience.survival(1e12 * handleTime) < Double(agents) else {
      throw .unstable(offeredLoad: offeredLoad, agents: agents)
    }
    line = GeneralLine(
      law: patience, arrivals: offeredLoad / handleTime, services: Double(agents) / handleTime)
    whole = line.sums(splitAt: .infinity).below
    let idle = recursion.inverseLessOne * exp(-line.height)
    let all = line.services * whole.mass
    let isIdle = idle == .infinity
    immediateAnswerProbability = isIdle ? 1 : idle / (idle + all)
    waitProbability = isIdle ? 0 : all / (idle + all)
    factor = isIdle ? 0 : line.services / (idle + all)
  }
}

extension GeneralPatienceQueue {
  /// The fraction of callers who hang up.
  public var abandonmentProbability: Double { factor * whole.abandoned }

  /// The fraction of callers who are answered.
  public var answerProbability: Double { immediateAnswerProbability + factor * whole.answered }

  /// Nobody is turned away.
  public var blockingProbability: Double { 0 }

  /// The mean wait of answered callers [s].
  public var averageSpeedOfAnswer: Double { factor * whole.answeredWait / answerProbability }

  /// The mean wait of callers who hang up [s]; a NaN where nobody does.
  public var meanWaitOfAbandoned: Double { whole.abandonedWait / whole.abandoned }

  /// The mean wait of all callers [s].
  public var meanWait: Double { factor * (whole.answeredWait + whole.abandonedWait) }

  /// The mean number of callers waiting.
  public var meanQueueLength: Double { offeredLoad / handleTime * meanWait }

  /// The fraction of its time that an agent is busy.
  public var occupancy: Double { offeredLoad * answerProbability / Double(agents) }

  /// The fraction of callers who are answered within `threshold` [s].
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  public func answeredFraction(within threshold: Double) -> Double {
    immediateAnswerProbability + factor * sums(threshold).below.answered
  }

  /// The fraction of callers who hang up within `threshold` [s].
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  public func abandonedFraction(within threshold: Double) -> Double {
    let (below, above) = sums(threshold)
    return factor * (below.abandoned + patience.leaving(threshold) * above.mass)
  }

  /// The fraction of callers who still wait after `threshold` [s].
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  public func waitingFraction(after threshold: Double) -> Double {
    factor * patience.survival(threshold) * sums(threshold).above.mass
  }

  /// The fraction of callers who would have to wait longer if they never hung up.
  ///
  /// - Precondition: `duration` is not negative and not NaN.
  public func offeredWaitProbability(exceeding duration: Double) -> Double {
    factor * sums(duration).above.mass
  }

  private func sums(_ threshold: Double) -> (below: LineSums, above: LineSums) {
    precondition(threshold >= 0, "a waiting time is not negative")
    return line.sums(splitAt: threshold)
  }

  /// The smallest number of agents that reaches `target`.
  ///
  /// - Throws: `ErlangError` with the value that is outside its domain; `.limitExceeded` where
  ///   more than `largestAgents` would be needed.
  /// - Complexity: O(result) steps of one recursion and O(log result) evaluations.
  public static func requiredAgents(
    offeredLoad: Double, handleTime: Double, patience: PatienceLaw, target: QueueTarget
  ) throws(ErlangError) -> Int {
    try Erlang.validate(offeredLoad: offeredLoad)
    try ErlangC.validate(handleTime: handleTime)
    try target.validate()
    if offeredLoad == 0 { return 0 }
    let found = try AgentSearch.smallest(
      after: BlockingRecursion(offeredLoad: offeredLoad), guess: offeredLoad,
      limit: largestAgents
    ) { recursion throws(ErlangError) in
      let never = patience.survival(1e12 * handleTime)
      guard offeredLoad * never < Double(recursion.servers) else { return false }
      return try GeneralPatienceQueue(recursion, handleTime: handleTime, patience: patience)
        .meets(target)
    }
    guard let found else {
      throw .limitExceeded(offeredLoad: offeredLoad, limit: largestAgents)
    }
    return found.servers
  }
}
