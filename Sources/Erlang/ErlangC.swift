/// The Erlang C model: callers who find all agents busy wait, and nobody hangs up.
///
/// Poisson arrivals, exponential handle times, one queue in order of arrival, unlimited patience
/// and waiting places (M/M/n). The classic of call-center staffing: it errs on the side of too
/// many agents where callers do abandon.
///
///     let tuesday = try ErlangC(offeredLoad: 20, handleTime: 180, agents: 24)
///     tuesday.serviceLevel(within: 20)  // 0.8089
///
/// Without load nobody waits, even without agents: every wait is `0`, the service level `1`.
///
/// Source: Erlang (1917); the waiting time after Gross and Harris, Fundamentals of Queueing
/// Theory, section 2.3.
public struct ErlangC: Equatable, Sendable {
  /// The largest number of agents that the model takes.
  public static var largestAgents: Int { BlockingRecursion.largestCount }

  /// The offered load [Erlang]: arrivals in a mean handle time.
  public let offeredLoad: Double

  /// The mean handle time [s]: talk time and wrap-up.
  public let handleTime: Double

  /// The number of agents.
  public let agents: Int

  /// The fraction of callers who find all agents busy and wait.
  ///
  /// In `0...1`, within `1e-12` relative up to 100,000 agents where it is above 1e-300
  /// (`ErlangCTests`).
  public let waitProbability: Double

  /// The fraction of callers who are answered at once: 1 − `waitProbability`, as accurate
  /// however small it is.
  public let immediateAnswerProbability: Double

  /// Evaluates the model.
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrivals in a mean handle time [Erlang]; finite and `≥ 0`.
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - agents: The number of agents; in `0...largestAgents`, and above the load unless both
  ///     are `0`.
  /// - Throws: `ErlangError.unstable` where the agents cannot carry the load, otherwise the case
  ///   with the value that is outside its domain.
  /// - Complexity: O(`agents`) time, O(1) space.
  public init(offeredLoad: Double, handleTime: Double, agents: Int) throws(ErlangError) {
    try Erlang.validate(offeredLoad: offeredLoad)
    try Self.validate(handleTime: handleTime)
    guard (0...Self.largestAgents).contains(agents) else { throw .invalidAgents(agents) }
    guard offeredLoad > 0 else {
      self.init(handleTime: handleTime, idleAgents: agents)
      return
    }
    guard offeredLoad < Double(agents) else {
      throw .unstable(offeredLoad: offeredLoad, agents: agents)
    }
    let recursion = BlockingRecursion(offeredLoad: offeredLoad, servers: agents)
    self.init(recursion, handleTime: handleTime)
  }

  /// A center that nobody calls.
  private init(handleTime: Double, idleAgents: Int) {
    offeredLoad = 0
    self.handleTime = handleTime
    agents = idleAgents
    waitProbability = 0
    immediateAnswerProbability = 1
  }

  /// The model at the state of a recursion that has passed the load.
  init(_ recursion: BlockingRecursion, handleTime: Double) {
    offeredLoad = recursion.offeredLoad
    self.handleTime = handleTime
    agents = recursion.servers
    // C = n·B/((n − a) + a·B): all terms positive.
    let spare = Double(agents) - offeredLoad
    let denominator = spare + offeredLoad * recursion.blocking
    waitProbability = Double(agents) * recursion.blocking / denominator
    // The complement where it loses nothing, so that the two add up exactly.
    immediateAnswerProbability =
      waitProbability <= 0.5
      ? 1 - waitProbability : spare * recursion.admission / denominator
  }

  static func validate(handleTime: Double) throws(ErlangError) {
    guard handleTime > 0, handleTime < .infinity else { throw .invalidHandleTime(handleTime) }
  }

  /// The fraction of its time that an agent is busy, in `0..<1`.
  public var occupancy: Double { agents == 0 ? 0 : offeredLoad / Double(agents) }

  /// Agents beyond the load [Erlang]: what the queue is worked off with.
  var spareAgents: Double { Double(agents) - offeredLoad }
}
