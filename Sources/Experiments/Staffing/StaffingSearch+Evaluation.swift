import Center
import CenterSimulation
import OutputAnalysis

/// A search under way: what it has simulated, and where it is.
struct StaffingRun {
  let search: StaffingSearch
  let workers: Int
  let progress: (@Sendable (StaffingSearch.Progress) -> Void)?
  let record: (@Sendable (StaffingEvaluation) -> Void)?
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
    record: (@Sendable (StaffingEvaluation) -> Void)?,
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
          record?(
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

extension StaffingSearch {
  /// How each promise fares with a plan; one that leaves a team without anybody keeps nothing.
  func outcomes(
    _ plan: StaffingPlan, _ replications: Int, _ workers: Int
  ) async throws -> [StaffingPromise.Outcome] {
    let isEmpty = plan.present.contains { team in team.allSatisfy { $0.allSatisfy { $0 == 0 } } }
    if isEmpty { return promises.map { _ in .impossible } }
    return try await result(plan, replications, workers).outcomes(of: promises)
  }

  /// The share of contacts that find no trunk or port free with a plan.
  func blockingRate(_ plan: StaffingPlan, _ workers: Int) async throws -> Double? {
    let result = try await result(plan, replications, workers)
    guard let measure = Measure.position(of: "blocking_rate"),
      let row = result.rows.firstIndex(of: Row(level: .all))
    else { return nil }
    return result.estimate(of: measure, inRow: row)?.value
  }

  private func result(
    _ plan: StaffingPlan, _ replications: Int, _ workers: Int
  ) async throws -> DesignResult {
    let design = Design(try Simulation(plan.applied(to: center)))
    var experiment = try Experiment(designs: [design], seed: seed, replications: replications)
    experiment.keepsReplications = false
    return try await experiment.run(workers: workers)[0]
  }

  /// Whether everything is kept, or nothing is broken.
  func isKept(
    _ outcomes: [StaffingPromise.Outcome], _ demand: StaffingPromise.Demand = .kept
  ) -> Bool {
    zip(promises, outcomes).allSatisfy { $0.slack($1, demand) >= 0 }
  }

  /// The promise that is farthest on the wrong side of its bound, or nearest to it.
  func worst(_ outcomes: [StaffingPromise.Outcome]) -> Int {
    promises.indices.min { promises[$0].slack(outcomes[$0]) < promises[$1].slack(outcomes[$1]) }
      ?? 0
  }
}
