import Center

extension StaffingSearch {
  /// Searches.
  ///
  /// - Parameters:
  ///   - workers: Simulations at the same time; at least 1. Changes no result.
  ///   - looksBelow: Whether ``StaffingResult/least`` is looked for; else it is the plan.
  ///   - journal: What an interrupted run of the same search had recorded.
  ///   - record: Called with every new evaluation, in order, never concurrently; what it throws ends the
  ///     search.
  ///   - progress: Called now and then, never concurrently.
  /// - Throws: `StaffingError`; `CancellationError` when the surrounding task is cancelled; what a
  ///   replication threw.
  public func run(
    workers: Int, looksBelow: Bool = true, journal: [StaffingEvaluation] = [],
    record: (@Sendable (StaffingEvaluation) throws -> Void)? = nil,
    progress: (@Sendable (Progress) -> Void)? = nil
  ) async throws -> StaffingResult {
    precondition(workers > 0, "a search needs a worker")
    var run = StaffingRun(
      self, workers: workers, journal: journal, record: record, progress: progress)
    var plan =
      goal == .intervals && center.teams.count == 1
      ? try await run.staffedByInterval() : try await run.scaled()
    run.cost = plan.cost(in: center)
    while let next = try await run.reduced(plan, phase: .reducing, trialReplications) {
      plan = next
    }
    while true {
      if let next = try await run.reduced(plan, phase: .proving, replications) {
        plan = next
      } else if let next = try await run.exchanged(plan) {
        plan = next
      } else {
        break
      }
    }
    return try await run.result(
      plan, least: looksBelow ? try await run.least(below: plan) : plan)
  }
}

extension StaffingRun {
  /// The whole start, multiplied: the smallest of 2 % steps that keeps everything, found by
  /// halving, which takes it that more agents do not serve worse.
  mutating func scaled() async throws -> StaffingPlan {
    var low = -60
    var high: Int?
    for step in [0, 10, 35, 60, 105] {
      if try await isKept(scaledStart(step)) {
        high = step
        break
      }
      low = step
    }
    guard var high else {
      let outcomes = try await evaluate(
        [scaledStart(105)], replications: search.replications, phase: .scaling)
      throw StaffingError.unreachable(search.promises[search.worst(outcomes[0])])
    }
    if high == 0 {
      for step in [-4, -16] {
        guard try await isKept(scaledStart(step)) else {
          low = step
          break
        }
        high = step
      }
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      let isKept = try await isKept(scaledStart(middle))
      if isKept { high = middle } else { low = middle }
    }
    return scaledStart(high)
  }

  /// The start with 2 % more for each step, at least an agent more or fewer a tenth of them; nobody
  /// is sent where nobody was, and somebody stays where somebody was.
  private func scaledStart(_ step: Int) -> StaffingPlan {
    var factor = 1.0
    for _ in 0..<step.magnitude { factor *= 1.02 }
    var plan = search.start
    for block in search.blocks {
      let perDay = plan.present[block.team].first?.count ?? 1
      for interval in block.intervals + block.companions {
        let (day, time) = interval.quotientAndRemainder(dividingBy: perDay)
        let heads = Double(search.start.present[block.team][day][time])
        plan.present[block.team][day][time] =
          step >= 0
          ? Int((heads * factor).rounded(.up)) : max(1, Int((heads / factor).rounded(.down)))
      }
    }
    return plan
  }

  private mutating func isKept(_ plan: StaffingPlan) async throws -> Bool {
    let outcomes = try await evaluate(
      [plan], replications: search.replications, phase: .scaling)
    return search.isKept(outcomes[0])
  }

  /// The plan after taking agents as long as no promise is broken for sure: what its replications
  /// leave open.
  mutating func least(below plan: StaffingPlan) async throws -> StaffingPlan {
    var least = plan
    for trials in [search.trialReplications, search.replications] {
      while let next = try await reduced(least, phase: .bounding, trials, .notBroken) {
        least = next
      }
    }
    return least
  }

  /// The plan, with what taking one more agent would do in each block.
  mutating func result(
    _ plan: StaffingPlan, least: StaffingPlan
  ) async throws -> StaffingResult {
    let removable = search.blocks.filter { plan.canLose(in: $0) }
    let all = try await evaluate(
      [plan] + removable.map { plan.changed(by: -1, in: $0) },
      replications: search.replications, phase: .proving)
    let removals = zip(removable, all.dropFirst()).map { block, outcomes in
      let verdicts = zip(search.promises, outcomes).map { $0.verdict($1) }
      return StaffingResult.Removal(
        block: block, verdict: verdicts.contains(.broken) ? .broken : .undecided,
        promise: search.promises[search.worst(outcomes)])
    }
    // Customers among whom no plan was chosen.
    let fresh = try await search.result(
      plan, search.replications, workers, seed: search.seed ^ 0x5EED_F0E5_4C05_7A11)
    return StaffingResult(
      plan: plan, least: least, promises: search.promises, outcomes: all[0],
      confirmation: fresh.outcomes(of: search.promises), removals: removals,
      blockingRate: fresh.blockingRate, evaluations: evaluations)
  }
}
