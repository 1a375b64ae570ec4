import Center

/// What one agent in a block is worth: money saved, service lost.
private struct StaffingEffect {
  let block: StaffingBlock
  /// What a change by one agent costs or saves.
  let cost: Double
  /// By promise.
  let change: [Double]
}

extension StaffingRun {
  /// A plan with fewer agents that keeps everything, or breaks nothing; `nil` if none was found.
  ///
  /// - Parameter trials: The replications in which the effects of single removals are measured.
  mutating func reduced(
    _ plan: StaffingPlan, phase: StaffingSearch.Phase, _ trials: Int,
    _ certainty: StaffingPromise.Certainty = .kept
  ) async throws -> StaffingPlan? {
    let full = try await evaluate([plan], replications: search.replications, phase: phase)[0]
    let candidates = search.blocks.filter { plan.canLose(in: $0) }
    let removed = candidates.map { plan.changed(by: -1, in: $0) }
    let outcomes = try await evaluate([plan] + removed, replications: trials, phase: phase)
    // With all replications a removal that breaks something is known not to be possible.
    let isPossible = outcomes.dropFirst().map {
      trials < search.replications || search.isKept($0, certainty)
    }
    let effects = zip(candidates, zip(outcomes.dropFirst(), isPossible)).filter(\.1.1).map {
      block, trial in effect(of: block, plan, from: outcomes[0], to: trial.0)
    }
    let slack = zip(search.promises, full).map { $0.slack($1, certainty) }
    let moves = removals(effects, slack: slack, from: plan, isTried: trials == search.replications)
    guard !moves.isEmpty else { return nil }
    // The longest beginning of the list that keeps everything, by halving.
    var kept = trials < search.replications ? 0 : 1
    var next = moves.count
    var broken = moves.count + 1
    while broken - kept > 1 {
      let candidate = after(moves.prefix(next), from: plan)
      let outcome = try await evaluate(
        [candidate], replications: search.replications, phase: phase)[0]
      if search.isKept(outcome, certainty) { kept = next } else { broken = next }
      next = (kept + broken) / 2
    }
    guard kept > 0 else { return nil }
    let found = after(moves.prefix(kept), from: plan)
    if certainty == .kept { cost = found.cost(in: search.center) }
    return found
  }

  private func after(_ moves: ArraySlice<StaffingBlock>, from plan: StaffingPlan) -> StaffingPlan {
    moves.reduce(plan) { $0.changed(by: -1, in: $1) }
  }

  private func effect(
    of block: StaffingBlock, _ plan: StaffingPlan, from first: [StaffingPromise.Outcome],
    to second: [StaffingPromise.Outcome]
  ) -> StaffingEffect {
    StaffingEffect(
      block: block, cost: savings(of: block, in: plan),
      change: search.promises.indices.map {
        search.promises[$0].loss(from: first[$0], to: second[$0])
      })
  }

  /// What an agent less in a block saves.
  private func savings(of block: StaffingBlock, in plan: StaffingPlan) -> Double {
    plan.cost(in: search.center) - plan.changed(by: -1, in: block).cost(in: search.center)
  }

  /// Removals in the order of what they save for the part of the slack that they take, as long as
  /// the measured effects, added up, leave some. An eighth of a block's agents at most: effects
  /// grow as agents go.
  ///
  /// - Parameter isTried: Whether each is known to be possible, so that one is in any case.
  private func removals(
    _ effects: [StaffingEffect], slack: [Double], from plan: StaffingPlan, isTried: Bool
  ) -> [StaffingBlock] {
    var left = slack
    var quota = effects.map { max(1, plan.most(in: $0.block) / 8) }
    var moves: [StaffingBlock] = []
    while true {
      var best: (index: Int, merit: Double)?
      for (index, effect) in effects.enumerated() where quota[index] > 0 {
        var share = 0.0
        for (promise, change) in effect.change.enumerated() where change > 0 {
          share = max(share, left[promise] > 0 ? change / left[promise] : .infinity)
        }
        guard share <= 1 || (isTried && moves.isEmpty) else { continue }
        let merit = max(effect.cost, 1e-9) / max(share, 1e-12)
        if best.map({ merit > $0.merit }) ?? true { best = (index, merit) }
      }
      guard let (index, _) = best else { return moves }
      moves.append(effects[index].block)
      quota[index] -= 1
      for (promise, change) in effects[index].change.enumerated() { left[promise] -= change }
    }
  }
}
