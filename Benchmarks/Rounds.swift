import Center
import CenterSimulation
import Erlang

/// Engine, floor and twin in turns, a replication of each in every round.
struct Rounds {
  private(set) var engine: [Double] = []
  private(set) var floor: [Double] = []
  /// Empty without a twin.
  private(set) var twin: [Double] = []
  /// Contacts of the first replication.
  private(set) var contacts = 0
  private(set) var twinContacts = 0
  private var engineTotals: [WaitTotals] = []
  private var floorTotals: [WaitTotals] = []
  private var repeatsItself = true

  private static let seed: UInt64 = 1

  /// Runs the rounds and keeps nanoseconds for each contact.
  init(count: Int, twin: Simulation?, isSlowed: Bool, isWrong: Bool) throws {
    let simulation = try MultiServerQueue.w1.simulation()
    let loop = try MultiServerFloor(.w1, calendar: simulation.center.calendar)
    contacts = try simulation.run(seed: Self.seed, replication: 0).contacts
    let reference = try twin?.run(seed: Self.seed, replication: 0)
    for replication in 0..<UInt64(count) {
      try addEngine(simulation, replication: replication, times: isSlowed ? 3 : 1)
      addFloor(loop, replication: replication, isWrong: isWrong)
      if let twin, let reference { try addTwin(twin, reference) }
    }
  }

  private mutating func addEngine(
    _ simulation: Simulation, replication: UInt64, times: Int
  ) throws {
    var result: Observation?
    let time = try ProcessorTime.measure {
      for _ in 0..<times { result = try simulation.run(seed: Self.seed, replication: replication) }
    }
    guard let result else { return }
    engine.append(time / Double(result.contacts))
    engineTotals.append(WaitTotals(result))
  }

  private mutating func addFloor(_ loop: MultiServerFloor, replication: UInt64, isWrong: Bool) {
    var totals = WaitTotals()
    let time = ProcessorTime.measure {
      totals = loop.run(seed: Self.seed, replication: replication)
    }
    if isWrong { totals.waits += 0.001 }
    // The floor counts no contacts of the warm-up, whose share is the same in every run.
    let days = Double(MultiServerQueue.w1.days)
    floor.append(time / (totals.answered * (days + 1) / days))
    floorTotals.append(totals)
  }

  private mutating func addTwin(_ twin: Simulation, _ reference: Observation) throws {
    var result = reference
    let time = try ProcessorTime.measure {
      result = try twin.run(seed: Self.seed, replication: 0)
    }
    twinContacts = result.contacts
    self.twin.append(time / Double(result.contacts))
    repeatsItself = repeatsItself && result == reference
  }

  /// The engine's time over the floor's in each round.
  var ratios: [Double] { zip(engine, floor).map { $0 / $1 } }

  /// Whether the answers are right.
  func checks() throws -> [Check] {
    var checks = [
      Check(
        "W1: the engine and the floor agree on every wait",
        zip(engineTotals, floorTotals).allSatisfy { $0.agrees(with: $1) },
        "mean wait \(engineTotals[0].mean) s and \(floorTotals[0].mean) s in replication 0"),
      try theoryCheck(),
    ]
    if !twin.isEmpty {
      checks.append(
        Check(
          "W6: a replication is the same whenever it runs", repeatsItself,
          "\(twin.count) times the same replication"))
    }
    return checks
  }

  /// The mean of the replications against Erlang C, with a false alarm in 16,000 (in more for few
  /// rounds, where the standard error itself is estimated), once and for all: the seed is fixed.
  private func theoryCheck() throws -> Check {
    let exact = try MultiServerQueue.w1.theory().averageSpeedOfAnswer
    let means = engineTotals.map(\.mean)
    let count = Double(means.count)
    let mean = means.reduce(0, +) / count
    let squares = means.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    let standardError = (squares / (count - 1) / count).squareRoot()
    return Check(
      "W1: the mean wait is Erlang C's within 4 standard errors",
      abs(mean - exact) <= 4 * standardError,
      "\(mean) s, exact \(exact) s, standard error \(standardError) s")
  }

  /// Whether the engine is as fast as it was.
  var ratioCheck: Check {
    let median = Samples(ratios).median
    return Check(
      "W1: the engine takes at most \(Limits.ratio) times the floor's time",
      median <= Limits.ratio, "median \(median) over \(ratios.count) rounds")
  }
}
