import CenterSimulation

/// One replication of a workload, for programs that count what it does.
enum Probe: String, CaseIterable {
  /// A counted day of W1 after a day of warm-up.
  case w1
  /// The same with a tenth of the contacts, each ten times as long: as many agents, intervals and
  /// cells. What differs from `w1` is what contacts cost.
  case w1Tenth = "w1-tenth"
  /// The twin's contact center.
  case w6

  /// Simulates, and shows how many contacts there were.
  ///
  /// - Parameter isAllocating: Whether to plant an allocation for each contact.
  func run(isAllocating: Bool) throws {
    guard let simulation = try simulation() else {
      throw UnreadableScenario(description: "there is no \(Twin.path)")
    }
    let observation = try simulation.run(seed: 1, replication: 0)
    var planted: [[Int]] = []
    if isAllocating { for contact in 0..<observation.contacts { planted.append([contact]) } }
    try Output.write("\(observation.contacts) contacts\n")
  }

  private func simulation() throws -> Simulation? {
    switch self {
    case .w1:
      return try MultiServerQueue(perHour: 1080, talk: 300, agents: 100, days: 1).simulation()
    case .w1Tenth:
      return try MultiServerQueue(perHour: 108, talk: 3000, agents: 100, days: 1).simulation()
    case .w6: return try Twin.simulation()
    }
  }
}
