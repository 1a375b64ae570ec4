import Center
import CenterSimulation
import OutputAnalysis

extension StaffingSearch {
  /// How each promise fares with a plan; one that leaves a team without anybody keeps nothing.
  func outcomes(
    _ plan: StaffingPlan, _ replications: Int, _ workers: Int
  ) async throws -> [StaffingPromise.Outcome] {
    let isEmpty = plan.present.contains { team in team.allSatisfy { $0.allSatisfy { $0 == 0 } } }
    if isEmpty { return promises.map { _ in .impossible } }
    return try await result(plan, replications, workers).outcomes(of: promises)
  }

  /// What a plan does; with another seed than that of the search, to other customers.
  func result(
    _ plan: StaffingPlan, _ replications: Int, _ workers: Int, seed other: UInt64? = nil
  ) async throws -> DesignResult {
    let design = Design(try Simulation(plan.applied(to: center)))
    var experiment = try Experiment(
      designs: [design], seed: other ?? seed, replications: replications)
    experiment.keepsReplications = false
    return try await experiment.run(workers: workers)[0]
  }

  /// Whether everything is kept, or nothing is broken.
  func isKept(
    _ outcomes: [StaffingPromise.Outcome], _ certainty: StaffingPromise.Certainty = .kept
  ) -> Bool {
    zip(promises, outcomes).allSatisfy { $0.slack($1, certainty) >= 0 }
  }

  /// The promise that is farthest on the wrong side of its bound, or nearest to it.
  func worst(_ outcomes: [StaffingPromise.Outcome]) -> Int {
    promises.indices.min { promises[$0].slack(outcomes[$0]) < promises[$1].slack(outcomes[$1]) }
      ?? 0
  }
}

extension DesignResult {
  /// The share of contacts that find no trunk or port free.
  var blockingRate: Double? {
    guard let measure = Measure.position(of: "blocking_rate"),
      let row = rows.firstIndex(of: Row(level: .all))
    else { return nil }
    return estimate(of: measure, inRow: row)?.value
  }
}
