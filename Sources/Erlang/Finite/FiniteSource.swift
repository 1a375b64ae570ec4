/// The finite-source queue (M/M/n//N): a known number of customers, each of whom calls again some
/// time after the last call has ended.
///
/// Machine repair with waiting. Each idle customer calls at a constant rate; whoever finds all
/// agents busy waits, and nobody hangs up. As more customers call more rarely it becomes Erlang C.
///
/// Sums over the states one after the other, all terms positive.
///
/// Source: Palm (1947), "The distribution of repairmen in servicing automatic machines"; Gross and
/// Harris, Fundamentals of Queueing Theory, section 2.7. What a caller finds is the law with one
/// customer fewer (Sevcik and Mitrani, 1981).
public struct FiniteSource: Equatable, Sendable {
  /// The largest number of customers that the model takes.
  public static var largestCustomers: Int { 1_000_000 }

  /// The number of customers.
  public let customers: Int

  /// Calls of an idle customer in a mean handle time.
  public let loadOfIdle: Double

  /// The mean handle time [s].
  public let handleTime: Double

  /// The number of agents.
  public let agents: Int

  /// The mean number of busy agents [Erlang].
  public let carriedLoad: Double

  /// The mean number of customers waiting.
  public let meanQueueLength: Double

  /// The fraction of calls that find all agents busy.
  ///
  /// All probabilities of this model are within `1e-12` relative where they are above 1e-300
  /// (`FiniteSourceTests`).
  public let waitProbability: Double

  /// The fraction of calls that are answered at once.
  public let immediateAnswerProbability: Double

  /// The mean wait of all calls [s].
  public let averageSpeedOfAnswer: Double

  /// Evaluates the model.
  ///
  /// - Parameters:
  ///   - customers: How many there are; in `0...largestCustomers`.
  ///   - loadOfIdle: Calls of an idle customer in a mean handle time; finite and `≥ 0`.
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - agents: The number of agents; `≥ 1`.
  /// - Throws: `ErlangError` with the value that is outside its domain.
  /// - Complexity: O(`customers`) time, O(1) space.
  public init(
    customers: Int, loadOfIdle: Double, handleTime: Double, agents: Int
  ) throws(ErlangError) {
    guard (0...Self.largestCustomers).contains(customers) else {
      throw .invalidCustomers(customers)
    }
    guard loadOfIdle >= 0, loadOfIdle < .infinity else { throw .invalidRate(loadOfIdle) }
    try ErlangC.validate(handleTime: handleTime)
    guard (1...ErlangC.largestAgents).contains(agents) else { throw .invalidAgents(agents) }
    self.customers = customers
    self.loadOfIdle = loadOfIdle
    self.handleTime = handleTime
    self.agents = agents
    let states = SourceStates(customers: customers, loadOfIdle: loadOfIdle, agents: agents)
    carriedLoad = states.busy / states.total
    meanQueueLength = states.queue / states.total
    // Callers find the law of all others.
    let found =
      customers == 0
      ? states
      : SourceStates(customers: customers - 1, loadOfIdle: loadOfIdle, agents: agents)
    waitProbability = found.full / found.total
    immediateAnswerProbability = found.idle / found.total
    // Behind k others the wait is that for k + 1 services.
    averageSpeedOfAnswer =
      (found.full + found.queue) / found.total * (handleTime / Double(agents))
  }

  /// The fraction of its time that an agent is busy.
  public var occupancy: Double { carriedLoad / Double(agents) }

  /// Calls in a mean handle time: what the agents carry.
  public var throughput: Double { carriedLoad }
}

extension FiniteSource: QueueModel {
  /// Nobody hangs up.
  public var abandonmentProbability: Double { 0 }

  /// Everybody is answered.
  public var answerProbability: Double { 1 }

  /// Nobody is turned away.
  public var blockingProbability: Double { 0 }

  /// A NaN: nobody hangs up.
  public var meanWaitOfAbandoned: Double { .nan }

  /// The mean wait of all calls [s], all of which are answered.
  public var meanWait: Double { averageSpeedOfAnswer }

  /// The fraction of calls that are answered within `threshold` [s].
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  /// - Complexity: O(customers + departures within the time), O(1) space.
  public func answeredFraction(within threshold: Double) -> Double {
    immediateAnswerProbability + waits(splitAt: threshold).within
  }

  /// The fraction of calls that hang up: none, whatever the threshold [s].
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  public func abandonedFraction(within threshold: Double) -> Double {
    precondition(threshold >= 0, "a waiting time is not negative")
    return 0
  }

  /// The fraction of calls that still wait after `threshold` [s].
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  /// - Complexity: O(customers + departures within the time), O(1) space.
  public func waitingFraction(after threshold: Double) -> Double {
    waits(splitAt: threshold).beyond
  }

  /// Behind k others a call waits longer than t when at most k calls have ended by then: a Poisson
  /// number.
  private func waits(splitAt threshold: Double) -> (within: Double, beyond: Double) {
    precondition(threshold >= 0, "a waiting time is not negative")
    let time = threshold / handleTime
    if time == 0 || waitProbability == 0 { return (0, waitProbability) }
    guard Double(agents) * time < .infinity else { return (waitProbability, 0) }
    var counts = DepartureCounts(rate: Double(agents), each: 0, time: time, span: time)
    var weight = 1.0
    var line = 0.0
    var within = 0.0
    var beyond = 0.0
    for state in agents..<customers {
      line += weight
      beyond += weight * counts.below
      let scale = counts.advance()
      beyond *= scale
      within = within * scale + counts.term * line
      let ratio = SourceStates.ratio(customers - 1, loadOfIdle, agents, from: state)
      let (next, shrinking, times) = shrunk(weight, times: ratio)
      weight = next
      if times > 0 {
        line *= shrinking
        within *= shrinking
        beyond *= shrinking
      }
      if ratio < 1, weight < 1e-305 { break }
    }
    let rest = counts.rest()
    let share = waitProbability / line
    return (share * (within * rest.unit + rest.beyond * line), share * beyond * rest.unit)
  }
}

extension FiniteSource {
  /// The smallest number of agents that reaches `target`.
  ///
  /// - Parameters:
  ///   - customers: How many there are; in `0...largestCustomers`.
  ///   - loadOfIdle: Calls of an idle customer in a mean handle time; finite and `≥ 0`.
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - target: What is to be reached.
  /// - Returns: At least `1`.
  /// - Throws: `ErlangError` with the value that is outside its domain; `.limitExceeded` where an
  ///   occupancy takes more than `ErlangC.largestAgents`.
  /// - Complexity: About four evaluations, O(log result) at most; each O(`customers`).
  public static func requiredAgents(
    customers: Int, loadOfIdle: Double, handleTime: Double, target: QueueTarget
  ) throws(ErlangError) -> Int {
    try target.validate()
    // The load if nobody waited.
    let load = Double(customers) * (loadOfIdle / (1 + loadOfIdle))
    let found = try AgentSearch.smallest(
      in: 1...ErlangC.largestAgents, guess: load, step: max(1, load).squareRoot() / 2
    ) { agents throws(ErlangError) in
      try FiniteSource(
        customers: customers, loadOfIdle: loadOfIdle, handleTime: handleTime, agents: agents
      ).margin(target)
    }
    guard let found else {
      throw .limitExceeded(offeredLoad: load, limit: ErlangC.largestAgents)
    }
    return found
  }
}
