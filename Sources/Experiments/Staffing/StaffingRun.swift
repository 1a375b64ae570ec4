/// A search under way: what it has simulated, and where it is.
struct StaffingRun {
  let search: StaffingSearch
  let workers: Int
  let progress: (@Sendable (StaffingSearch.Progress) -> Void)?
  let record: (@Sendable (StaffingEvaluation) throws -> Void)?
  /// What an earlier run had simulated, in its order.
  let journal: [StaffingEvaluation]

  private(set) var evaluations = 0
  private var known: [Key: [StaffingPromise.Outcome]] = [:]
  /// The cost of the cheapest plan so far that keeps everything.
  var cost: Double?

  private struct Key: Hashable {
    let plan: StaffingPlan
    let replications: Int
  }

  init(
    _ search: StaffingSearch, workers: Int, journal: [StaffingEvaluation],
    record: (@Sendable (StaffingEvaluation) throws -> Void)?,
    progress: (@Sendable (StaffingSearch.Progress) -> Void)?
  ) {
    self.search = search
    self.workers = workers
    self.journal = journal
    self.record = record
    self.progress = progress
  }

  /// Simulates plans, each by itself: the outcomes do not depend on the number of workers. A plan
  /// that was simulated before is not simulated again.
  mutating func evaluate(
    _ plans: [StaffingPlan], replications: Int, phase: StaffingSearch.Phase
  ) async throws -> [[StaffingPromise.Outcome]] {
    var seen: Set<StaffingPlan> = []
    let fresh = plans.filter {
      known[Key(plan: $0, replications: replications)] == nil && seen.insert($0).inserted
    }
    // Few at a time, so that a search that is interrupted has recorded nearly all it did.
    for first in stride(from: 0, to: fresh.count, by: 8) {
      let part = fresh[first..<min(first + 8, fresh.count)]
      let replayed = min(part.count, max(0, journal.count - evaluations))
      var outcomes: [[StaffingPromise.Outcome]] = []
      for (offset, plan) in part.prefix(replayed).enumerated() {
        let entry = journal[evaluations + offset]
        guard entry.fingerprint == plan.fingerprint, entry.replications == replications,
          entry.outcomes.count == search.promises.count
        else { throw StaffingError.foreignJournal }
        outcomes.append(entry.outcomes)
      }
      outcomes += try await simulate(Array(part.dropFirst(replayed)), replications)
      for (offset, (plan, outcome)) in zip(part, outcomes).enumerated() {
        known[Key(plan: plan, replications: replications)] = outcome
        evaluations += 1
        if offset >= replayed {
          try record?(
            StaffingEvaluation(
              fingerprint: plan.fingerprint, replications: replications, outcomes: outcome))
        }
      }
      progress?(
        StaffingSearch.Progress(
          phase: phase, evaluations: evaluations, done: first + part.count, total: fresh.count,
          cost: cost))
    }
    return plans.map { known[Key(plan: $0, replications: replications)] ?? [] }
  }

  private func simulate(
    _ plans: [StaffingPlan], _ replications: Int
  ) async throws -> [[StaffingPromise.Outcome]] {
    let search = search
    if let only = plans.first, plans.count == 1 {
      return [try await search.outcomes(only, replications, workers)]
    }
    return try await withThrowingTaskGroup(of: (Int, [StaffingPromise.Outcome]).self) { group in
      var outcomes = [[StaffingPromise.Outcome]](repeating: [], count: plans.count)
      for index in plans.indices {
        if index >= workers, let (done, outcome) = try await group.next() {
          outcomes[done] = outcome
        }
        group.addTask { (index, try await search.outcomes(plans[index], replications, 1)) }
      }
      for try await (done, outcome) in group { outcomes[done] = outcome }
      return outcomes
    }
  }
}
