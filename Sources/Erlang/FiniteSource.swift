/// The finite-source queue (M/M/n//N): a known number of customers, each of whom calls again some
/// time after the last call has ended.
///
/// Machine repair with waiting. Each idle customer calls at a constant rate; whoever finds all
/// agents busy waits, and nobody hangs up. As more customers call more rarely it becomes Erlang C.
///
/// Sums over the states from the likeliest one, all terms positive.
///
/// Source: Palm (1947); Gross and Harris, Fundamentals of Queueing Theory, section 2.7. What a
/// caller finds is the law with one customer fewer (Sevcik and Mitrani, 1981).
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
  /// Within `1e-12` relative where it is above 1e-300 (`FiniteSourceTests`).
  public let waitProbability: Double

  /// Pr{find k waiting and wait}, for k = 0…
  private let waitingBehind: [Double]

  /// The fraction of calls that are answered at once.
  public let immediateAnswerProbability: Double

  /// Evaluates the model.
  ///
  /// - Parameters:
  ///   - customers: How many there are; in `0...largestCustomers`.
  ///   - loadOfIdle: Calls of an idle customer in a mean handle time; finite and `≥ 0`.
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - agents: The number of agents; `≥ 1`.
  /// - Throws: `ErlangError` with the value that is outside its domain.
  /// - Complexity: O(`customers`) time and space.
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
    let states = Self.law(customers, loadOfIdle, agents)
    carriedLoad = states.indices.reduce(0) { $0 + Double(min($1, agents)) * states[$1] }
    meanQueueLength = states.indices.dropFirst(agents).reduce(0) {
      $0 + Double($1 - agents) * states[$1]
    }
    let found = customers == 0 ? [1] : Self.law(customers - 1, loadOfIdle, agents)
    waitingBehind = Array(found.dropFirst(agents))
    waitProbability = waitingBehind.reduce(0, +)
    immediateAnswerProbability = found.prefix(agents).reduce(0, +)
  }

  /// The fraction of its time that an agent is busy.
  public var occupancy: Double { carriedLoad / Double(agents) }

  /// The mean wait of all calls [s].
  public var averageSpeedOfAnswer: Double {
    let perAgent = handleTime / Double(agents)
    return waitingBehind.indices.reduce(0) {
      $0 + waitingBehind[$1] * Double($1 + 1) * perAgent
    }
  }

  /// Calls in a mean handle time: what the agents carry.
  public var throughput: Double { carriedLoad }

  /// The fraction of calls that are answered within `threshold` [s].
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  public func serviceLevel(within threshold: Double) -> Double {
    precondition(threshold >= 0, "a waiting time is not negative")
    if threshold == 0 || waitingBehind.isEmpty { return immediateAnswerProbability }
    let mean = Double(agents) * threshold / handleTime
    guard mean < .infinity else { return 1 }
    let counts = DepartureCounts(
      rate: Double(agents), each: 0, time: threshold / handleTime, span: threshold / handleTime,
      count: waitingBehind.count + 1)
    var below = 0.0
    var level = 0.0
    for index in waitingBehind.indices {
      below += waitingBehind[index]
      level += counts.probabilities[index + 1] * below
    }
    return immediateAnswerProbability + level + counts.beyond * below
  }

  /// The smallest number of agents that answers a fraction of calls within a time.
  ///
  /// - Parameters:
  ///   - customers: How many there are; in `0...largestCustomers`.
  ///   - loadOfIdle: Calls of an idle customer in a mean handle time; finite and `≥ 0`.
  ///   - handleTime: Mean handle time [s]; finite and positive.
  ///   - level: The fraction; in `0..<1`.
  ///   - threshold: The acceptable waiting time [s]; `≥ 0`.
  /// - Throws: `ErlangError` with the value that is outside its domain.
  /// - Complexity: O(`customers`·log(`customers`)).
  public static func requiredAgents(
    customers: Int, loadOfIdle: Double, handleTime: Double, serviceLevel level: Double,
    within threshold: Double
  ) throws(ErlangError) -> Int {
    guard level >= 0, level < 1 else { throw .invalidServiceLevel(level) }
    guard threshold >= 0 else { throw .invalidThreshold(threshold) }
    // With as many agents as customers nobody waits.
    var failing = 0
    var enough = max(1, customers)
    while enough - failing > 1 {
      let middle = (failing + enough) / 2
      let model = try FiniteSource(
        customers: customers, loadOfIdle: loadOfIdle, handleTime: handleTime, agents: middle)
      if model.serviceLevel(within: threshold) >= level {
        enough = middle
      } else {
        failing = middle
      }
    }
    _ = try FiniteSource(
      customers: customers, loadOfIdle: loadOfIdle, handleTime: handleTime, agents: enough)
    return enough
  }

  /// The law of the number of customers who call or wait.
  private static func law(_ customers: Int, _ load: Double, _ agents: Int) -> [Double] {
    func ratio(_ state: Int) -> Double {
      Double(customers - state) * load / Double(min(state + 1, agents))
    }
    // The ratio falls from state to state.
    var low = 0
    var high = customers
    while low < high {
      let middle = (low + high) / 2
      if ratio(middle) >= 1 { low = middle + 1 } else { high = middle }
    }
    var states = Array(repeating: 0.0, count: customers + 1)
    states[low] = 1
    for state in low..<max(low, customers) { states[state + 1] = states[state] * ratio(state) }
    for state in stride(from: low, to: 0, by: -1) {
      states[state - 1] = states[state] / ratio(state - 1)
    }
    let total = states.reduce(0, +)
    return states.map { $0 / total }
  }
}
