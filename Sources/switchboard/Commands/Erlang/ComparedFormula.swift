import Erlang

/// The same queue for every formula.
struct ComparedQueue {
  /// [Erlang]
  let load: Double
  /// Mean times [s].
  let handleTime: Double
  let patience: Double
  /// Agents and waiting places; `nil` without a limit.
  let capacity: Int?
  /// The acceptable waiting time [s].
  let threshold: Double

  /// Those that have an answer: without a limit of places the limited ones are those without.
  var formulas: [ComparedFormula] {
    ComparedFormula.allCases.filter { capacity != nil || !$0.isLimited }
  }
}

/// A formula of `switchboard erlang compare`, in the order of the rows.
enum ComparedFormula: String, CaseIterable {
  case lost = "Erlang B"
  case patient = "Erlang C"
  case impatient = "Erlang A"
  case limited = "M/M/n/K"
  case limitedImpatient = "M/M/n/K+M"
  case largePatient = "Halfin-Whitt"
  case largeImpatient = "Garnett"

  var isLimited: Bool { self == .limited || self == .limitedImpatient }

  /// Why it says something else than the others.
  func reason(_ queue: ComparedQueue) -> String {
    switch self {
    case .lost: "nobody waits: who finds all agents busy is turned away, and no queue is left over"
    case .patient: "everybody waits, however long: nobody hangs up, and the queue lengthens for all"
    case .impatient: "who waits hangs up when patience ends, which shortens the queue for the rest"
    case .limited:
      "nobody hangs up, but who finds all \(queue.capacity ?? 0) places taken is turned away, "
        + "which bounds the wait"
    case .limitedImpatient:
      "as Erlang A, and who finds all \(queue.capacity ?? 0) places taken is turned away"
    case .largePatient:
      "as Erlang C in the limit of large groups, where spare agents count in roots of the load"
    case .largeImpatient:
      "as Erlang A in the limit of large groups, where spare agents count in roots of the load"
    }
  }

  /// The smallest number of agents that answers a share of all who call in time.
  func requiredAgents(
    _ queue: ComparedQueue, serviceLevel level: Double
  ) throws(ErlangError) -> Int {
    let (load, handleTime, threshold) = (queue.load, queue.handleTime, queue.threshold)
    switch self {
    case .lost:
      // Answered at once or not at all: the service level is what is not blocked.
      return try ErlangB.requiredServers(offeredLoad: load, blockingProbability: 1 - level)
    case .patient:
      return try ErlangC.requiredAgents(
        offeredLoad: load, handleTime: handleTime,
        target: .serviceLevel(level, within: threshold))
    case .impatient:
      return try ErlangA.requiredAgents(
        offeredLoad: load, handleTime: handleTime, patience: queue.patience,
        target: .serviceLevel(level, within: threshold))
    case .limited, .limitedImpatient:
      return try FiniteCapacityQueue.requiredAgents(
        offeredLoad: load, handleTime: handleTime, patience: ownPatience(queue),
        capacity: queue.capacity ?? 0,
        target: .serviceLevel(level, within: threshold, counting: .ofEntered))
    case .largePatient, .largeImpatient:
      return try LargeGroupApproximation.requiredAgents(
        offeredLoad: load, handleTime: handleTime, patience: ownPatience(queue),
        serviceLevel: level, within: threshold)
    }
  }

  /// The share that waits, the service level of all who call, the mean wait of the answered [s],
  /// the shares that hang up and are turned away, and the occupancy; `nil` where nothing settles.
  func performance(_ queue: ComparedQueue, agents: Int) throws(ErlangError) -> [Double]? {
    let isStable = Double(agents) > queue.load
    let (load, handleTime) = (queue.load, queue.handleTime)
    switch self {
    case .lost:
      let model = try ErlangB(offeredLoad: load, servers: agents)
      return [
        0, 1 - model.blockingProbability, 0, 0, model.blockingProbability, model.utilization,
      ]
    case .patient:
      guard isStable else { return nil }
      let model = try ErlangC(offeredLoad: load, handleTime: handleTime, agents: agents)
      return [
        model.waitProbability, model.serviceLevel(within: queue.threshold),
        model.averageSpeedOfAnswer, 0, 0, model.occupancy,
      ]
    case .impatient:
      return Self.measures(
        try ErlangA(
          offeredLoad: load, handleTime: handleTime, patience: queue.patience, agents: agents),
        queue)
    case .limited, .limitedImpatient:
      return Self.measures(
        try FiniteCapacityQueue(
          offeredLoad: load, handleTime: handleTime, patience: ownPatience(queue),
          agents: agents, capacity: queue.capacity ?? 0), queue)
    case .largePatient, .largeImpatient:
      guard self == .largeImpatient || isStable else { return nil }
      let model = try LargeGroupApproximation(
        offeredLoad: load, handleTime: handleTime, patience: ownPatience(queue), agents: agents)
      return [
        model.waitProbability, model.serviceLevel(within: queue.threshold),
        model.averageSpeedOfAnswer, model.abandonmentProbability, 0, model.occupancy,
      ]
    }
  }

  /// The patience [s], where the formula knows of it.
  private func ownPatience(_ queue: ComparedQueue) -> Double {
    self == .limitedImpatient || self == .largeImpatient ? queue.patience : .infinity
  }

  private static func measures(_ model: some QueueModel, _ queue: ComparedQueue) -> [Double] {
    [
      model.waitProbability, model.serviceLevel(within: queue.threshold, counting: .ofEntered),
      model.averageSpeedOfAnswer, model.abandonmentProbability, model.blockingProbability,
      model.occupancy,
    ]
  }
}
