/// The M/M/n/K queue, with or without abandonment (M/M/n/K+M): waiting places are limited.
///
/// Poisson arrivals, exponential handle times, one queue in order of arrival; callers who find all
/// places taken are turned away. Patience is exponential, or endless. With as many places as
/// agents it is Erlang B.
///
///     let lines = try FiniteCapacityQueue(
///       offeredLoad: 20, handleTime: 180, agents: 22, capacity: 30)
///     lines.blockingProbability
///
/// Fractions are of the callers let in. Sums over the states, all terms positive; where they would
/// leave the range of numbers they are scaled.
///
/// Source: the birth-death chain, Gross and Harris, Fundamentals of Queueing Theory, section 2.4.
public struct FiniteCapacityQueue: QueueModel, Equatable {
  /// The largest number of places that the model takes, agents' included.
  public static var largestCapacity: Int { BlockingRecursion.largestCount }

  /// The offered load [Erlang]: arrivals in a mean handle time.
  public let offeredLoad: Double

  /// The mean handle time [s]: talk time and wrap-up.
  public let handleTime: Double

  /// The mean patience [s]; `.infinity` where nobody hangs up.
  public let patience: Double

  /// The number of agents.
  public let agents: Int

  /// The number of places: agents and waiting places.
  public let capacity: Int

  let line: LimitedLine

  /// Evaluates the model.
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrivals in a mean handle time [Erlang]; finite and `≥ 0`.
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - patience: Mean patience [s]; positive. `.infinity` unless given: nobody hangs up.
  ///   - agents: The number of agents; `≥ 1`. They may be fewer than the load.
  ///   - capacity: Agents and waiting places; in `agents...largestCapacity`.
  /// - Throws: `ErlangError` with the value that is outside its domain.
  /// - Complexity: O(√`offeredLoad` + `capacity`) time at most, O(1) space.
  public init(
    offeredLoad: Double, handleTime: Double, patience: Double = .infinity, agents: Int,
    capacity: Int
  ) throws(ErlangError) {
    try Self.validate(offeredLoad, handleTime, patience)
    guard (1...Self.largestCapacity).contains(agents) else { throw .invalidAgents(agents) }
    guard capacity >= agents, capacity <= Self.largestCapacity else {
      throw .invalidCapacity(capacity)
    }
    guard offeredLoad > 0 else {
      self.init(
        offeredLoad, handleTime, patience, agents: agents, capacity: capacity,
        idleWeight: .infinity)
      return
    }
    let recursion = BlockingRecursion(offeredLoad: offeredLoad, servers: agents)
    self.init(
      offeredLoad, handleTime, patience, agents: agents, capacity: capacity,
      idleWeight: recursion.inverseLessOne)
  }

  init(
    _ offeredLoad: Double, _ handleTime: Double, _ patience: Double, agents: Int, capacity: Int,
    idleWeight: Double
  ) {
    self.offeredLoad = offeredLoad
    self.handleTime = handleTime
    self.patience = patience
    self.agents = agents
    self.capacity = capacity
    line = LimitedLine(
      arrivals: offeredLoad, services: Double(agents), departures: handleTime / patience,
      places: capacity - agents, idleWeight: idleWeight)
  }

  static func validate(
    _ offeredLoad: Double, _ handleTime: Double, _ patience: Double
  ) throws(ErlangError) {
    if patience == .infinity {
      try Erlang.validate(offeredLoad: offeredLoad)
      try ErlangC.validate(handleTime: handleTime)
    } else {
      try ErlangA.validate(offeredLoad, handleTime, patience)
    }
  }
}

extension FiniteCapacityQueue {
  /// The fraction of all callers who find every place taken.
  ///
  /// In `0...1`; all probabilities of this model are within `1e-12` relative where they are above
  /// 1e-300 (`FiniteCapacityTests`).
  public var blockingProbability: Double { line.blocked }

  /// The fraction of callers let in who find all agents busy.
  public var waitProbability: Double { line.waiting }

  /// The fraction of callers let in who are answered at once.
  public var immediateAnswerProbability: Double { line.immediate }

  /// The fraction of callers let in who hang up.
  public var abandonmentProbability: Double { line.abandoned }

  /// The fraction of callers let in who are answered.
  public var answerProbability: Double { min(1, line.immediate + line.answered) }

  /// The mean wait of answered callers [s].
  public var averageSpeedOfAnswer: Double {
    handleTime * line.answeredWait / answerProbability
  }

  /// The mean wait of callers who hang up [s]; a NaN where nobody does.
  public var meanWaitOfAbandoned: Double { handleTime * line.abandonedWait / line.abandoned }

  /// The mean wait of all callers let in [s].
  public var meanWait: Double { handleTime * (line.answeredWait + line.abandonedWait) }

  /// The mean number of callers waiting.
  public var meanQueueLength: Double {
    offeredLoad * line.admitted * (line.answeredWait + line.abandonedWait)
  }

  /// The fraction of its time that an agent is busy.
  public var occupancy: Double {
    min(1, offeredLoad * line.admitted * answerProbability / Double(agents))
  }

  /// The fraction of callers let in who are answered within `threshold` [s].
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  /// - Complexity: O(waiting places + departures within the time), O(1) space.
  public func answeredFraction(within threshold: Double) -> Double {
    line.immediate + line.fate(within: scaled(threshold)).answered
  }

  /// The fraction of callers let in who hang up within `threshold` [s].
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  public func abandonedFraction(within threshold: Double) -> Double {
    line.fate(within: scaled(threshold)).abandoned
  }

  /// The fraction of callers let in who still wait after `threshold` [s].
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  public func waitingFraction(after threshold: Double) -> Double {
    line.fate(within: scaled(threshold)).waiting
  }

  private func scaled(_ duration: Double) -> Double {
    precondition(duration >= 0, "a waiting time is not negative")
    return duration / handleTime
  }
}
