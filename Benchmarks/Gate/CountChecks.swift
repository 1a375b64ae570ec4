/// Counts instead of times: the instructions and allocations that contacts take.
struct CountChecks {
  /// By workload: instructions for each contact; empty where there is no valgrind.
  private(set) var instructions: [String: Double] = [:]
  private(set) var checks: [Check] = []

  private static let missing = "there is no valgrind (apt-get install valgrind)"

  /// Counts under valgrind.
  ///
  /// - Parameters:
  ///   - probes: The workloads.
  ///   - baseline: What they may take; `nil` if nobody has recorded it.
  ///   - faults: What is to go wrong on purpose.
  init(_ probes: [Probe], baseline: Baseline?, faults: PlantedFaults) throws {
    for probe in probes {
      let recorded = baseline?.instructions[probe.id]
      // Without a record nobody knows what 3 % are.
      let planted = faults.isSlowed ? (recorded ?? 0) * PlantedFaults.slowdown : 0
      let slower =
        faults.isSlowed ? ["--planted-slowdown", "--planted-instructions", "\(Int(planted))"] : []
      try countInstructions(probe, recorded: recorded, options: slower)
      try countAllocations(probe, options: faults.isAllocating ? ["--planted-allocation"] : [])
    }
  }

  private mutating func countInstructions(
    _ probe: Probe, recorded: Double?, options: [String]
  ) throws {
    let name = "\(probe.id): a contact takes no more instructions than recorded"
    guard let cost = try Self.difference(.instructions, probe, options) else {
      checks.append(Check(name, skipped: Self.missing))
      return
    }
    let each = Double(cost.events) / Double(cost.contacts)
    instructions[probe.id] = (each * 10).rounded() / 10
    guard let recorded else {
      checks.append(
        Check(name, skipped: "\(Int(each.rounded())) instructions, and no record to compare with"))
      return
    }
    let change = (each / recorded - 1) * 100
    checks.append(
      Check(
        name, each <= recorded * (1 + Baseline.instructionTolerance),
        "\(Int(each.rounded())) instructions, recorded \(Int(recorded.rounded())), "
          + "\(change < 0 ? "" : "+")\((change * 100).rounded() / 100) %"))
  }

  private mutating func countAllocations(_ probe: Probe, options: [String]) throws {
    let name = "\(probe.id): contacts allocate nothing"
    guard let cost = try Self.difference(.allocations, probe, options) else {
      checks.append(Check(name, skipped: Self.missing))
      return
    }
    checks.append(
      Check(
        name, cost.events == 0, "\(cost.events) allocations for \(cost.contacts) more contacts"))
  }

  /// How much more a tool counts for how many more contacts.
  private static func difference(
    _ tool: Valgrind.Tool, _ probe: Probe, _ options: [String]
  ) throws -> Valgrind.Count? {
    // Both at once, on two processors.
    let full = try Valgrind(tool, probe, .full, options)
    let half = try Valgrind(tool, probe, .half, options)
    guard let full = try full.count(), let half = try half.count() else { return nil }
    return Valgrind.Count(
      contacts: full.contacts - half.contacts, events: full.events - half.events)
  }
}
