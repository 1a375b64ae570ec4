import Center

/// Which classes to start so that no week lacks agents, by a rule and not by an optimisation.
///
/// Weeks are taken in order. In the first one with a gap, the latest class is looked for that can
/// still work by then: one suggested already that has room, or a new one that keeps its distance
/// from the others. It gets the agents that close the gap of this week, and of the weeks until the
/// next class could work, as far as the largest class goes; if the gap remains, the class before is
/// looked for. In the end every class loses the agents that no week needs, the last class first.
/// So no class can be left out, or started with an agent fewer, without a gap; whether other weeks
/// would take fewer classes is not searched for.
struct HiringRule {
  let hiring: Hiring
  let trainingWeeks: Int
  /// What one agent who begins a class is expected to do, by weeks after training [FTE].
  let effect: [Double]
  /// Weeks in which classes begin that have been decided on.
  let decided: [Int]

  /// A gap below this is none: sums of many terms do not come out exactly [FTE].
  static let tolerance = 1e-9

  /// The agents to be started in each week, and the weeks whose gap no class can close.
  ///
  /// - Parameter gap: What is missing in each week without them [FTE]; negative where there is more
  ///   than enough.
  /// - Complexity: O(weeks²) for every class.
  func suggestion(closing gap: [Double]) -> (agents: [Int], unclosed: [Int]) {
    var gap = gap
    var agents = [Int](repeating: 0, count: gap.count)
    var unclosed: [Int] = []
    for week in gap.indices {
      while gap[week] > Self.tolerance {
        guard let start = latestStart(workingBy: week, agents) else {
          unclosed.append(week)
          break
        }
        let until = min(gap.count, week + hiring.weeksBetween)
        var wanted = agents[start] == 0 ? hiring.smallestClass : 1
        for other in week..<until where gap[other] > Self.tolerance {
          let each = effect[other - start - trainingWeeks]
          wanted = max(wanted, Self.count(gap[other] / each))
        }
        let more = min(wanted, hiring.largestClass - agents[start])
        agents[start] += more
        change(&gap, by: -Double(more), from: start)
      }
    }
    removeSpare(&agents, &gap)
    return (agents, unclosed)
  }

  /// The whole number that covers a value, within what a team can have.
  private static func count(_ value: Double) -> Int {
    let whole = (value - 1e-9).rounded(.up)
    return whole < Double(Center.mostAgents) ? max(1, Int(whole)) : Center.mostAgents
  }

  private func latestStart(workingBy week: Int, _ agents: [Int]) -> Int? {
    let latest = week - trainingWeeks
    guard latest >= hiring.leadWeeks else { return nil }
    return (hiring.leadWeeks...latest).last { start in
      guard effect[week - start - trainingWeeks] > 0 else { return false }
      if agents[start] > 0 { return agents[start] < hiring.largestClass }
      let near = max(0, start - hiring.weeksBetween + 1)..<start + hiring.weeksBetween
      return !decided.contains { near.contains($0) }
        && !near.contains { agents.indices.contains($0) && agents[$0] > 0 }
    }
  }

  private func change(_ gap: inout [Double], by agents: Double, from start: Int) {
    for week in min(gap.count, start + trainingWeeks)..<gap.count {
      gap[week] += agents * effect[week - start - trainingWeeks]
    }
  }

  private func removeSpare(_ agents: inout [Int], _ gap: inout [Double]) {
    for start in agents.indices.reversed() where agents[start] > 0 {
      var spare = agents[start]
      for week in min(gap.count, start + trainingWeeks)..<gap.count {
        let each = effect[week - start - trainingWeeks]
        guard each > 0 else { continue }
        let free = max(0, Self.tolerance - gap[week]) / each
        spare = min(spare, free < Double(spare) ? Int(free.rounded(.down)) : spare)
      }
      if spare < agents[start] { spare = min(spare, max(0, agents[start] - hiring.smallestClass)) }
      agents[start] -= spare
      change(&gap, by: Double(spare), from: start)
    }
  }
}
