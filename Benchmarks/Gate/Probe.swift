import CenterSimulation

/// One replication of a workload, for programs that count what it does.
///
/// A probe is simulated whole or in half: in half, no more customers come after a while. The two
/// differ in nothing else, not even in the draws of the first half, so that what they differ by in
/// instructions and allocations is what the contacts of the second half cost.
enum Probe: String, CaseIterable {
  case w1, w2, w4, w6, w7

  /// How many come.
  enum Customers: String, CaseIterable {
    case all, half
  }

  var id: String { rawValue.uppercased() }

  /// The workload; `nil` where it is not found.
  func workload() throws -> Workload? {
    try Workload.all().first { $0.id == id }
  }

  /// Edits that make a workload short enough to run under valgrind, 50 times slower.
  private var calendar: [String] {
    switch self {
    case .w1, .w2: ["calendar.days=1"]
    case .w4: ["calendar.days=6"]
    case .w6: ["calendar.days=4", "calendar.warmUpDays=0", "calendar.followUpDays=0"]
    case .w7: ["calendar.days=1", "demand.*.volume.perInterval/=2", "teams.*.agents/=2"]
    }
  }

  /// The first day without customers of the half, and a day long after the last.
  private var secondHalf: (from: String, to: String) {
    switch self {
    case .w1, .w2, .w7: ("2026-11-23", "2026-12-31")
    case .w4: ("2026-11-26", "2026-12-31")
    case .w6: ("2026-11-25", "2026-12-31")
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
    // Both have the edit, so that reading it costs both the same.
    let (from, to) = secondHalf
    let surge = "{\"from\": \"\(from)\", \"to\": \"\(to)\", \"factor\": \(customers == .half ? 0 : 1)}"
    let simulation = try workload.scenario.simulation(
      edits: calendar + ["demand.*.volume.surges=[\(surge)]"])
    let observation = try simulation.run(seed: 1, replication: 0)

    var planted: [[Int]] = []
    if faults.isAllocating {
      for contact in 0..<observation.contacts { planted.append([contact]) }
    }
    if faults.isSlowed {
      let spun = PlantedFaults.spin(
        instructions: Double(instructions) * Double(observation.contacts))
      if spun == 0 { Output.message("the planted slow-down came to nothing") }
    }
    try Output.write("\(observation.contacts) contacts\n")
  }
}
