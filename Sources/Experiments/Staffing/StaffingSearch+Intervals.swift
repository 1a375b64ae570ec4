import Center

extension StaffingRun {
  /// The staffing of one team, interval by interval, again and again until nothing changes.
  ///
  /// Feldman, Mandelbaum, Massey & Whitt (2008) iterate on the distribution of the number in the
  /// system; here the bound of the service level itself moves every interval, so that it holds for
  /// any rule of the center. After twenty rounds agents are only added: it ends.
  mutating func staffedByInterval() async throws -> StaffingPlan {
    var plan = search.start
    for round in 0..<200 {
      let outcomes = try await evaluate(
        [plan], replications: search.replications, phase: .scaling)[0]
      let isMissed = search.missesWhole(outcomes)
      var isSettled = true
      for block in search.blocks {
        let agents = step(
          of: block, in: plan, outcomes, mayShrink: round < 20, isMissed: isMissed)
        if agents == 0 { continue }
        isSettled = false
        plan = plan.changed(by: agents, in: block)
      }
      if isSettled { return plan }
      guard plan.cost(in: search.center) <= 8 * max(1, search.start.cost(in: search.center)) else {
        throw StaffingError.unreachable(search.promises[search.worst(outcomes)])
      }
    }
    return try await scaled()
  }

  /// How many agents more or fewer a block should have.
  ///
  /// Among `s` agents a standard deviation of the load is about √s, and moves a service level near
  /// 80 % by about a quarter.
  private func step(
    of block: StaffingBlock, in plan: StaffingPlan, _ outcomes: [StaffingPromise.Outcome],
    mayShrink: Bool, isMissed: Bool
  ) -> Int {
    let counted = search.center.calendar.countedIntervals.lowerBound
    let own = search.promises.indices.filter {
      search.promises[$0].interval.map { block.intervals.contains($0 + counted) } ?? false
    }
    let agents = plan.most(in: block)
    let deviation = Double(max(1, agents)).squareRoot()
    let missing = own.filter { search.promises[$0].slack(outcomes[$0]) < 0 }
    if !missing.isEmpty || isMissed {
      let gap = missing.reduce(0) { gap, index in
        max(gap, outcomes[index].value.map { search.promises[index].bound - $0 } ?? 0)
      }
      return max(1, Int((4 * gap * deviation).rounded(.down)))
    }
    let slack = own.map { search.promises[$0].slack(outcomes[$0]) }.min() ?? .infinity
    guard mayShrink, slack < .infinity else { return 0 }
    return -min(agents - 1, Int((3 * slack * deviation).rounded(.down)))
  }
}

extension StaffingSearch {
  /// Whether something is missed that is promised over the horizon.
  fileprivate func missesWhole(_ outcomes: [StaffingPromise.Outcome]) -> Bool {
    zip(promises, outcomes).contains { $0.interval == nil && $0.slack($1) < 0 }
  }
}
