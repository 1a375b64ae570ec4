import CenterSimulation

/// A workload for programs that count what it does.
///
/// A probe is simulated with all its customers or with the first half of them, after which nobody
/// comes any more. The two differ in nothing else, not even in the draws of the first half, so that
/// what they differ by in instructions and allocations is what the contacts of the second half cost.
enum Probe: String, CaseIterable {
  case w1, w2, w4, w6, w7

  /// How many come.
  enum Customers: String, CaseIterable {
    case full, half

    /// What the volume of the second half is multiplied by.
    fileprivate var factor: Int { self == .full ? 1 : 0 }
  }

  var id: String { rawValue.uppercased() }

  /// The workload; `nil` where it is not found.
  func workload() throws -> Workload? {
    try Workload.all().first { $0.id == id }
  }

  /// Edits that make a workload short enough to run under valgrind, 50 times slower.
  private var calendar: [String] {
    switch self {
    case .w1, .w2: ["calendar.days=2"]
    case .w4: ["calendar.days=7"]
    case .w6: ["calendar.days=5", "calendar.warmUpDays=0", "calendar.followUpDays=0"]
    case .w7: ["calendar.days=2", "demand.*.volume.perInterval/=2", "teams.*.agents/=2"]
    }
  }

  /// The first day of the second half, and the day after its last. On that day nobody comes at all,
  /// so that the center is empty once in both.
  private var secondHalf: (begins: String, isOver: String) {
    switch self {
    case .w1, .w2, .w7: ("2026-11-23", "2026-11-24")
    case .w4: ("2026-11-26", "2026-11-29")
    case .w6: ("2026-11-25", "2026-11-27")
    }
  }

  /// Simulates, and shows how many contacts there were.
  ///
  /// - Parameters:
  ///   - customers: Who comes.
  ///   - faults: What is to go wrong on purpose.
  ///   - instructions: What a planted slow-down takes for each contact.
  func run(_ customers: Customers, faults: PlantedFaults, instructions: Int) throws {
    guard let workload = try workload() else {
      throw UnreadableScenario(description: "there is no \(Twin.path)")
    }
    // Both read both, or reading one would cost another number of instructions.
    let full = try simulation(of: workload, .full)
    let half = try simulation(of: workload, .half)
    let observation = try (customers == .full ? full : half).run(seed: 1, replication: 0)

    var planted: [[Int]] = []
    if faults.isAllocating {
      for contact in 0..<observation.contacts { planted.append([contact]) }
    }
    if faults.isSlowed {
      let spun = PlantedFaults.spin(
        instructions: Double(instructions) * Double(observation.contacts))
      if spun == 0 { Output.message("the planted slow-down came to nothing") }
    }
    // As many digits for few contacts as for many: a longer text would be an allocation.
    let digits = String(observation.contacts)
    let zeros = String(repeating: "0", count: max(0, 12 - digits.count))
    try Output.write("\(zeros)\(digits) contacts\n")
  }

  /// The workload with its edits.
  func simulation(of workload: Workload, _ customers: Customers) throws -> Simulation {
    let surges = zip([secondHalf.begins, secondHalf.isOver], [customers, .half]).map {
      "{\"from\": \"\($0)\", \"to\": \"2026-12-31\", \"factor\": \($1.factor)}"
    }
    return try workload.scenario.simulation(
      edits: calendar + ["demand.*.volume.surges=[\(surges.joined(separator: ", "))]"])
  }
}
