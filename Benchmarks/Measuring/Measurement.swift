import Center
import CenterSimulation

/// A workload in rounds: in each of them engine and floor simulate the same replication, one after
/// the other, so that what disturbs one disturbs both.
struct Measurement {
  let workload: Workload
  private let simulation: Simulation
  private let floor: (any Floor)?
  /// Contacts of the first replication, those that are not counted included.
  private(set) var contacts = 0
  /// Nanoseconds of processor time for each contact, by round.
  private(set) var engine: [Double] = []
  private(set) var floorTimes: [Double] = []
  /// By answer, then round.
  private var answers: [[Double]]
  private var firstDisagreement: String?

  static let seed: UInt64 = 1

  init(_ workload: Workload) throws {
    self.workload = workload
    simulation = try workload.scenario.simulation()
    floor = try workload.floor?(simulation.center.calendar)
    answers = Array(repeating: [], count: workload.answers.count)
  }

  /// The engine's time over the floor's in each round; empty without a floor.
  var ratios: [Double] { zip(engine, floorTimes).map { $0 / $1 } }

  /// Whether the ratio says how fast the engine is. That of W3 also says how much of the caches the
  /// machine's other programs leave.
  var isJudgedByRatio: Bool { floor != nil && !workload.id.hasPrefix("W3") }

  /// Whether the answers are right.
  var checks: [Check] {
    var checks = zip(workload.answers, answers).map { $0.check($1, of: workload.id) }
    if floor != nil {
      checks.append(
        Check(
          "\(workload.id): the engine and the floor agree on every contact",
          firstDisagreement == nil,
          firstDisagreement ?? "counts and sums of \(engine.count) replications"))
    }
    return checks
  }

  /// Runs another round: a replication that no round before has had.
  ///
  /// - Parameter faults: What is to go wrong on purpose.
  mutating func runRound(_ faults: PlantedFaults = PlantedFaults()) throws {
    let replication = UInt64(engine.count)
    var observation: Observation?
    var totals: WaitTotals?
    var floorTime = 0.0
    // Who goes first finds the caches as the other workloads left them.
    let isFloorFirst = replication % 2 == 1
    if isFloorFirst { (totals, floorTime) = runFloor(replication) }
    var time = try ProcessorTime.measure {
      observation = try simulation.run(seed: Self.seed, replication: replication)
    }
    if faults.isSlowed { time += PlantedFaults.spin(for: time * PlantedFaults.slowdown) }
    if !isFloorFirst { (totals, floorTime) = runFloor(replication) }
    guard let observation else { return }

    if contacts == 0 { contacts = observation.contacts }
    engine.append(time / Double(observation.contacts))
    for (index, answer) in workload.answers.enumerated() {
      answers[index].append(answer.value(observation))
    }
    guard let totals else { return }
    floorTimes.append(floorTime / Double(observation.contacts))
    var expected = WaitTotals(observation)
    if faults.isAnswerWrong { expected.waits += 0.001 }
    if firstDisagreement == nil, !totals.agrees(with: expected) {
      firstDisagreement = "replication \(replication): \(expected), the floor \(totals)"
    }
  }

  private func runFloor(_ replication: UInt64) -> (WaitTotals?, Double) {
    guard let floor else { return (nil, 0) }
    var totals: WaitTotals?
    let time = ProcessorTime.measure {
      totals = floor.run(seed: Self.seed, replication: replication)
    }
    return (totals, time)
  }
}
