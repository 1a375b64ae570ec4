/// The Erlang A model: callers who find all agents busy wait, and hang up when their patience ends.
///
/// Poisson arrivals, exponential handle times and patience, one queue in order of arrival
/// (M/M/n+M). Abandonment keeps it stable whatever the load.
///
///     let tuesday = try ErlangA(offeredLoad: 40, handleTime: 360, patience: 180, agents: 42)
///     tuesday.serviceLevel(within: 20)
///
/// Without load nobody waits; with load and without agents everybody hangs up.
///
/// Source: Palm (1957), "Research on telephone traffic carried by full availability groups"; the
/// measures after Mandelbaum and Zeltyn (2007), "Service engineering in action: the Palm/Erlang-A
/// queue".
public struct ErlangA: QueueModel, Equatable {
  /// The largest number of agents that the model takes.
  public static var largestAgents: Int { BlockingRecursion.largestCount }

  /// The offered load [Erlang]: arrivals in a mean handle time.
  public let offeredLoad: Double

  /// The mean handle time [s]: talk time and wrap-up.
  public let handleTime: Double

  /// The mean patience [s]: how long callers would wait before they hang up.
  public let patience: Double

  /// The number of agents.
  public let agents: Int

  let line: ImpatientLine

  /// Evaluates the model.
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrivals in a mean handle time [Erlang]; finite and `≥ 0`.
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - patience: Mean patience [s]; positive, and 10⁻¹⁴⁰ to 10¹⁴⁰ handle times.
  ///   - agents: The number of agents; in `0...largestAgents`. They may be fewer than the load.
  /// - Throws: `ErlangError` with the value that is outside its domain.
  /// - Complexity: O(√`offeredLoad` + what `agents` is above it) time at most, O(1) space.
  public init(
    offeredLoad: Double, handleTime: Double, patience: Double, agents: Int
  ) throws(ErlangError) {
    try Self.validate(offeredLoad, handleTime, patience)
    guard (0...Self.largestAgents).contains(agents) else { throw .invalidAgents(agents) }
    guard offeredLoad > 0 else {
      self.init(handleTime: handleTime, patience: patience, idleAgents: agents)
      return
    }
    let recursion = BlockingRecursion(offeredLoad: offeredLoad, servers: agents)
    self.init(recursion, handleTime: handleTime, patience: patience)
  }

  /// A center that nobody calls.
  private init(handleTime: Double, patience: Double, idleAgents: Int) {
    offeredLoad = 0
    self.handleTime = handleTime
    self.patience = patience
    agents = idleAgents
    let services = Double(idleAgents) * (patience / handleTime)
    line = ImpatientLine(
      arrivals: 0, services: services, excess: -services, idleWeight: .infinity)
  }

  /// The model at a state of the recursion.
  init(
    _ recursion: BlockingRecursion, handleTime: Double, patience: Double,
    effort: ImpatientLine.Effort = .full
  ) {
    offeredLoad = recursion.offeredLoad
    self.handleTime = handleTime
    self.patience = patience
    agents = recursion.servers
    let ratio = patience / handleTime
    line = ImpatientLine(
      arrivals: offeredLoad * ratio, services: Double(agents) * ratio,
      excess: (offeredLoad - Double(agents)) * ratio, idleWeight: recursion.inverseLessOne,
      effort: effort)
  }

  static func validate(
    _ offeredLoad: Double, _ handleTime: Double, _ patience: Double
  ) throws(ErlangError) {
    try Erlang.validate(offeredLoad: offeredLoad)
    try ErlangC.validate(handleTime: handleTime)
    // Beyond these the squares of rates in a patience leave the range of numbers.
    let ratio = patience / handleTime
    guard patience > 0, patience < .infinity, ratio > 1e-140, ratio < 1e140 else {
      throw .invalidPatience(patience)
    }
    guard offeredLoad * ratio < 1e307 else { throw .invalidOfferedLoad(offeredLoad) }
  }
}

extension ErlangA {
  /// The fraction of callers who find all agents busy.
  ///
  /// In `0...1`; all probabilities of this model are within `1e-12` relative up to 100,000
  /// agents where they are above 1e-300 (`ErlangATests`).
  public var waitProbability: Double { line.waitProbability }

  /// The fraction of callers who are answered at once.
  public var immediateAnswerProbability: Double { line.immediate }

  /// The fraction of callers who hang up.
  public var abandonmentProbability: Double { line.abandonmentProbability }

  /// The fraction of callers who are answered.
  public var answerProbability: Double { line.answerProbability }

  /// Nobody is turned away.
  public var blockingProbability: Double { 0 }

  /// The fraction of its time that an agent is busy; `0` without agents.
  public var occupancy: Double {
    agents == 0 ? 0 : min(1, offeredLoad * answerProbability / Double(agents))
  }
}
