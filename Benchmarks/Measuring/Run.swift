/// All workloads once: what a run of the program measures and checks.
struct Run {
  private(set) var measurements: [Measurement] = []
  private(set) var others: [BenchmarkReport.Workload] = []
  private(set) var checks: [Check] = []
  /// By workload, where they were counted.
  var instructions: [String: Double] = [:]

  /// Measures the workloads with the ids that are wanted; all if none is named.
  ///
  /// - Parameters:
  ///   - rounds: How often each of them runs; those that take long run less often.
  ///   - faults: What is to go wrong on purpose.
  init(_ wanted: Set<String>, rounds: Int, faults: PlantedFaults) async throws {
    func isWanted(_ id: String) -> Bool { wanted.isEmpty || wanted.contains(id) }
    measurements = try Workload.all()
      .filter { isWanted(String($0.id.prefix { $0 != "-" })) }.map { try Measurement($0) }
    // In turns, so that what disturbs a moment spoils one round of several workloads and not all
    // rounds of one.
    for _ in 0..<rounds {
      for index in measurements.indices { try measurements[index].runRound(faults) }
    }
    checks = measurements.flatMap(\.checks)
    if isWanted("W6"), !measurements.contains(where: { $0.workload.id == "W6" }) {
      checks.append(
        Check("W6: the twin's contact center", skipped: "there is no \(Twin.path) here"))
    }
    if isWanted("W5") {
      let requirements = try ErlangRequirements(rounds: rounds)
      others += requirements.workloads
      checks += requirements.checks
    }
    if isWanted("W8") { try await measureWorkers() }
    if isWanted("W9"), let scenario = try LargestScenario(rounds: rounds) { add(scenario) }
    if isWanted("W10") { try measureRows(rounds: rounds) }
  }

  private mutating func measureWorkers() async throws {
    let workers = try await TwoWorkers()
    others.append(
      .init(
        id: "W8", title: "1,000 replications, time of two workers over that of one", unit: .share,
        count: workers.contacts, engine: Samples(workers.shares)))
    checks += workers.checks
  }

  private mutating func add(_ scenario: LargestScenario) {
    others.append(
      .init(
        id: "W9", title: "Read and check the largest scenario", unit: .milliseconds, count: 1,
        engine: Samples(scenario.readings)))
    if !scenario.starts.isEmpty {
      others.append(
        .init(
          id: "W9", title: "Start to the first line of its check", unit: .milliseconds, count: 1,
          engine: Samples(scenario.starts)))
    }
    checks += scenario.checks
  }

  private mutating func measureRows(rounds: Int) throws {
    let rows = try ContactRows(rounds: rounds)
    others.append(
      .init(
        id: "W10", title: "Rows of contacts.csv", unit: .nanoseconds, count: ContactRows.rows,
        engine: Samples(rows.times)))
    checks += rows.checks
  }

  /// Adds what is checked by counting and by comparing with what was recorded.
  mutating func compare(with baseline: Baseline?, faults: PlantedFaults) throws {
    for measurement in measurements where measurement.isJudgedByRatio {
      checks.append(
        try RatioCheck.check(
          measurement.workload.id, ratios: measurement.ratios, baseline: baseline))
    }
    if let growthCheck { checks.append(growthCheck) }
    let probes = Probe.allCases.filter { probe in
      measurements.contains { $0.workload.id == probe.id }
    }
    let counts = try CountChecks(probes, baseline: baseline, faults: faults)
    instructions = counts.instructions
    checks += counts.checks
  }

  /// What 10,000 agents cost against 10, by the fastest round of each: a neighbour on the machine
  /// that fills the caches costs the large center more, and never makes anything faster.
  private var growthCheck: Check? {
    guard let small = measurements.first(where: { $0.workload.id == "W3-10" })?.engine.min(),
      let large = measurements.first(where: { $0.workload.id == "W3-10000" })?.engine.min()
    else { return nil }
    return Check(
      "W3: a contact among 10,000 agents costs less than two among 10", large < 2 * small,
      "\(Int(large)) ns and \(Int(small)) ns in the fastest rounds")
  }

  /// A baseline with what this run found out; of workloads that it left out, what was there before.
  func updated(_ old: Baseline) -> Baseline {
    var baseline = old
    baseline.instructions.merge(instructions) { _, new in new }
    for measurement in measurements where measurement.isJudgedByRatio {
      let median = Samples(measurement.ratios).median
      baseline.ratios[measurement.workload.id] = (median * 1000).rounded() / 1000
    }
    return baseline
  }

  var hasFailed: Bool { checks.contains { $0.outcome == .failed } }

  var report: BenchmarkReport {
    let simulated = measurements.map {
      BenchmarkReport.Workload($0, instructions: instructions[$0.workload.id])
    }
    return BenchmarkReport(workloads: simulated + others, checks: checks)
  }
}
