import Center

/// One agent more or fewer in a block: what it costs and what it changes.
private struct StaffingNeighbour {
  let plan: StaffingPlan
  let cost: Double
  /// By promise; better is positive.
  let changes: [Double]
}

extension StaffingRun {
  /// Exchanges that are tried of those which look possible.
  private static let mostTried = 16
  /// Blocks up to which one agent may stand for two.
  private static let mostForTriples = 60

  /// A cheaper plan that keeps everything and has one agent more in one block, or `nil` if none was
  /// found.
  ///
  /// Of the pairs and triples that save money, those are tried that the effects of single agents,
  /// added up, allow, and then those that they nearly allow: what one agent more gives is less than
  /// what one fewer takes, even where the two do the same work.
  mutating func exchanged(_ plan: StaffingPlan) async throws -> StaffingPlan? {
    let blocks = search.blocks.filter { plan.canLose(in: $0) }
    let base = try await evaluate(
      [plan], replications: search.replications, phase: .exchanging)[0]
    let slack = zip(search.promises, base).map { $0.slack($1) }
    let more = try await neighbours(of: plan, base, by: 1, in: blocks)
    let fewer = try await neighbours(of: plan, base, by: -1, in: blocks)
    let smallest = 1e-9 * max(1, plan.cost(in: search.center))
    var found: [(savings: Double, slack: Double, added: Int, taken: [Int])] = []
    for added in blocks.indices {
      for first in blocks.indices where first != added {
        let others =
          blocks.count <= Self.mostForTriples ? first..<blocks.count : first..<(first + 1)
        for second in others where second != added {
          // `first == second` stands for a single agent fewer.
          let taken = first == second ? [first] : [first, second]
          let savings = -taken.reduce(more[added].cost) { $0 + fewer[$1].cost }
          guard savings > smallest else { continue }
          var left = Double.infinity
          for promise in slack.indices {
            let change = taken.reduce(more[added].changes[promise]) {
              $0 + fewer[$1].changes[promise]
            }
            left = min(left, slack[promise] + change)
          }
          found.append((savings, left, added, taken))
        }
      }
    }
    // A stable order: what is allowed, by what it saves; what is not, by what it leaves; then the
    // order of the blocks.
    let order = found.indices.sorted { left, right in
      let (first, second) = (found[left], found[right])
      if first.slack < 0 || second.slack < 0 {
        return first.slack == second.slack ? left < right : first.slack > second.slack
      }
      if first.savings != second.savings { return first.savings > second.savings }
      return first.slack == second.slack ? left < right : first.slack > second.slack
    }
    let tried = order.prefix(Self.mostTried).map { index in
      found[index].taken.reduce(more[found[index].added].plan) {
        $0.changed(by: -1, in: blocks[$1])
      }
    }
    let trials = try await evaluate(
      tried, replications: search.replications, phase: .exchanging)
    guard let first = trials.indices.first(where: { search.isKept(trials[$0]) }) else { return nil }
    cost = tried[first].cost(in: search.center)
    return tried[first]
  }

  private mutating func neighbours(
    of plan: StaffingPlan, _ base: [StaffingPromise.Outcome], by agents: Int,
    in blocks: [StaffingBlock]
  ) async throws -> [StaffingNeighbour] {
    let plans = blocks.map { plan.changed(by: agents, in: $0) }
    let outcomes = try await evaluate(
      plans, replications: search.replications, phase: .exchanging)
    let cost = plan.cost(in: search.center)
    return zip(plans, outcomes).map { plan, outcome in
      StaffingNeighbour(
        plan: plan, cost: plan.cost(in: search.center) - cost,
        changes: search.promises.indices.map { index in
          let promise = search.promises[index]
          return promise.loss(from: outcome[index], to: base[index])
            - promise.loss(from: base[index], to: outcome[index])
        })
    }
  }
}
