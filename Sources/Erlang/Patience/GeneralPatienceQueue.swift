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
/// Without load nobody waits. With load and without agents everybody hangs up, after a mean
/// patience; a law by which some never hang up is then refused as unstable.
///
/// Source: Zeltyn and Mandelbaum (2005), "Call centers with impatient customers: many-server
/// asymptotics of the M/M/n+G queue", doi:10.1007/s11134-005-3699-8.
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

  /// The fraction of callers who are answered at once.
  ///
  /// Probabilities are within `1e-12` relative of the stored values, at 5 and 40 Erlang and for
  /// every law of `PatienceLaw`, and within `1e-11` at 300 Erlang (`GeneralPatienceTests`).
  public let immediateAnswerProbability: Double

  /// The fraction of callers who find all agents busy.
  public let waitProbability: Double

  /// `nil` where nobody waits, or everybody does for ever.
  let line: GeneralLine?
  let factor: Double
  let whole: LineSums

  /// Evaluates the model.
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrivals in a mean handle time [Erlang]; finite and `≥ 0`.
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - patience: How long callers are willing to wait.
  ///   - agents: The number of agents; in `0...largestAgents`. They may be fewer than the load.
  /// - Throws: `ErlangError.unstable` where so many never hang up that the agents cannot carry
  ///   them, otherwise the case with the value that is outside its domain.
  /// - Complexity: O(√`offeredLoad` + what `agents` is above it) time at most, and a few thousand
  ///   evaluations of the law.
  public init(
    offeredLoad: Double, handleTime: Double, patience: PatienceLaw, agents: Int
  ) throws(ErlangError) {
    guard (0...Self.largestAgents).contains(agents) else { throw .invalidAgents(agents) }
    try Erlang.validate(offeredLoad: offeredLoad)
    try ErlangC.validate(handleTime: handleTime)
    let start = patience.leaving(0)
    guard start >= 0, start <= 1 else { throw .invalidParameter(start) }
    guard offeredLoad > 0 else {
      self.init(
        idle: agents, offeredLoad: offeredLoad, handleTime: handleTime, patience: patience)
      return
    }
    let never = offeredLoad * patience.survival(1e12 * handleTime)
    guard never == 0 || never < Double(agents) else {
      throw .unstable(offeredLoad: offeredLoad, agents: agents)
    }
    guard agents > 0 else {
      self.init(unserved: offeredLoad, handleTime: handleTime, patience: patience)
      return
    }
    self.init(
      BlockingRecursion(offeredLoad: offeredLoad, servers: agents), handleTime: handleTime,
      patience: patience)
  }

  /// A center that nobody calls.
  private init(idle agents: Int, offeredLoad: Double, handleTime: Double, patience: PatienceLaw) {
    self.offeredLoad = offeredLoad
    self.handleTime = handleTime
    self.patience = patience
    self.agents = agents
    immediateAnswerProbability = 1
    waitProbability = 0
    line = nil
    factor = 0
    whole = LineSums()
  }

  /// A center without agents: every wait is endless, and everybody hangs up.
  private init(unserved offeredLoad: Double, handleTime: Double, patience: PatienceLaw) {
    self.offeredLoad = offeredLoad
    self.handleTime = handleTime
    self.patience = patience
    agents = 0
    immediateAnswerProbability = 0
    waitProbability = 1
    line = nil
    factor = 1
    whole = LineSums(mass: 1, abandoned: 1, abandonedWait: patience.mean(near: handleTime))
  }

  /// The model at a state of the recursion, whose servers carry those who never hang up.
  init(_ recursion: BlockingRecursion, handleTime: Double, patience: PatienceLaw) {
    offeredLoad = recursion.offeredLoad
    self.handleTime = handleTime
    self.patience = patience
    agents = recursion.servers
    let line = GeneralLine(
      law: patience, arrivals: offeredLoad / handleTime, services: Double(agents) / handleTime)
    self.line = line
    whole = line.sums(splitAt: .infinity).below
    let idle = recursion.inverseLessOne * exp(-line.height)
    let all = line.services * whole.mass
    let isIdle = idle == .infinity
    immediateAnswerProbability = isIdle ? 1 : idle / (idle + all)
    waitProbability = isIdle ? 0 : all / (idle + all)
    factor = isIdle ? 0 : line.services / (idle + all)
  }
}
