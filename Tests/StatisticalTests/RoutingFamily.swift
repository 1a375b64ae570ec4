import Center
import CenterSimulation
import Erlang
import Stochastics
import TestCenters

/// Orders of contacts and agents, against closed forms and small chains.
enum RoutingFamily {
  static func comparisons() throws -> [Comparison] {
    try priorities() + weightedWaits() + longestQueue() + mostIdleTeam() + overflows() + tandem()
  }

  private static let talk = 120.0

  private static func queue(_ index: Int, _ observation: Observation) -> QueueTally {
    stride(from: index, to: observation.queues.count, by: 2).reduce(into: QueueTally()) {
      $0 += observation.queues[$1]
    }
  }

  private static func crowded(_ loads: [Double], agents: Int, days: Int) throws -> Center {
    twoClasses(
      perHour: loads.map { $0 / talk * 3600 }, talk: .exponential(try Exponential(mean: talk)),
      agents: agents, days: days, warmUpDays: 2)
  }

  /// M/M/n with nonpreemptive priorities (Cobham 1954; Kella and Yechiali 1985):
  /// E[W_k] = C·E[S]/n ÷ ((1 − σ_{k−1})(1 − σ_k)), σ the occupancy of the first k classes.
  private static func priorities() throws -> [Comparison] {
    try [(1, [0.4, 0.4]), (5, [1.5, 2.9]), (20, [12, 6])].enumerated().flatMap { index, system in
      let (agents, loads) = system
      var center = try crowded(loads, agents: agents, days: max(4, 60 / agents))
      center.demand[0].priority = 1
      let n = Double(agents)
      let wait = try ErlangC(offeredLoad: loads[0] + loads[1], handleTime: talk, agents: agents)
        .waitProbability
      let (first, all) = (loads[0] / n, (loads[0] + loads[1]) / n)
      let exact = [
        wait * talk / n / (1 - first), wait * talk / n / ((1 - first) * (1 - all)),
      ]
      return (0..<2).map { demandClass in
        Comparison(
          "M/M/\(agents), priority \(demandClass + 1): mean wait", of: center,
          seed: UInt64(8000 + 10 * index + demandClass), replications: agents < 20 ? 240 : 960,
          exact: exact[demandClass]
        ) { (queue(demandClass, $0).waitAnswered, queue(demandClass, $0).answered) }
      }
    }
  }

  /// Delay-dependent priorities in M/M/1 (Kleinrock 1964), weights b < c:
  /// W_c = (W₀ / (1 − ρ) − ρ_b·W_b·(1 − b/c)), W_b = W₀ / (1 − ρ) ÷ (1 − ρ_c·(1 − b/c)).
  private static func weightedWaits() throws -> [Comparison] {
    let loads = [0.45, 0.4]
    let ratio = 0.25
    var center = try crowded(loads, agents: 1, days: 60)
    center.routing.contact = .weightedWait
    center.demand[1].waitWeight = 1 / ratio
    let residual = (loads[0] + loads[1]) * talk
    let common = residual / (1 - loads[0] - loads[1])
    let slow = common / (1 - loads[1] * (1 - ratio))
    let fast = common - loads[0] * slow * (1 - ratio)
    return [slow, fast].enumerated().map { demandClass, exact in
      Comparison(
        "M/M/1, weighted wait \(demandClass + 1): mean wait", of: center,
        seed: UInt64(8100 + demandClass), exact: exact
      ) { (queue(demandClass, $0).waitAnswered, queue(demandClass, $0).answered) }
    }
  }

  private struct TwoLines: Hashable {
    /// Waiting in the queue of the one in service, and in the other; -1 when nobody is.
    var same = -1
    var other = 0
  }

  /// Two equal channels with few trunks each, one agent: longest queue first. Which of two equal
  /// queues goes first makes no difference, by symmetry.
  private static func longestQueue() throws -> [Comparison] {
    let trunks = 3
    let arrival = 0.7 / talk
    let chain = MarkovChain(from: TwoLines()) { state in
      guard state.same >= 0 else { return [(TwoLines(same: 0, other: 0), 2 * arrival)] }
      var moves: [(TwoLines, Double)] = []
      // The one in service holds a trunk as well.
      if state.same + 1 < trunks {
        moves.append((TwoLines(same: state.same + 1, other: state.other), arrival))
      }
      if state.other < trunks {
        moves.append((TwoLines(same: state.same, other: state.other + 1), arrival))
      }
      let next =
        if state.same == 0, state.other == 0 {
          TwoLines()
        } else if state.same >= state.other {
          TwoLines(same: state.same - 1, other: state.other)
        } else {
          TwoLines(same: state.other - 1, other: state.same)
        }
      moves.append((next, 1 / talk))
      return moves
    }
    let blocked = chain.stationary().mean {
      (($0.same + 1 == trunks ? 1 : 0) + ($0.other == trunks ? 1 : 0)) / 2
    }
    var center = oneQueue(
      perHour: arrival * 3600, talk: .exponential(try Exponential(mean: talk)), agents: 1,
      trunks: trunks, days: 40)
    var second = center.channels[0]
    second.name = "second"
    center.channels.append(second)
    var demandClass = center.demand[0]
    demandClass.name = "second"
    demandClass.channels[0].channel = "second"
    center.demand.append(demandClass)
    center.teams[0].skills.append(Skill(channel: "second"))
    center.routing.contact = .longestQueue
    return [
      Comparison("longest queue first: blocking", of: center, seed: 8200, exact: blocked) {
        (sum($0).blocked, sum($0).entered)
      }
    ]
  }

  /// What a second team takes after T is what leaves M/M/n with a constant patience of T; what it
  /// takes above a length K is what M/M/n/(n + K) blocks.
  private static func overflows() throws -> [Comparison] {
    let (agents, load, after, most) = (3, 2.9, 60.0, 4)
    func center(_ help: Skill) throws -> Center {
      var center = oneQueue(
        perHour: load / talk * 3600, talk: .exponential(try Exponential(mean: talk)),
        agents: agents, days: 20)
      var second = center.teams[0]
      second.name = "second"
      second.agents = everyInterval(100, of: center.calendar)
      second.skills = [help]
      center.teams.append(second)
      return center
    }
    let impatient = try GeneralPatienceQueue(
      offeredLoad: load, handleTime: talk, patience: .constant(after), agents: agents)
    let chain = MarkovChain(from: 0) { count in
      (count < agents + most ? [(count + 1, load / talk)] : [])
        + [(count - 1, Double(min(count, agents)) / talk)]
    }
    let blocked = chain.stationary().mean { $0 == agents + most ? 1 : 0 }
    @Sendable func share(_ observation: Observation) -> (Double, Double) {
      observation.teams.indices.reduce(into: (0.0, 0.0)) {
        if $1 % 2 == 1 { $0.0 += observation.teams[$1].handled }
        $0.1 += observation.teams[$1].handled
      }
    }
    return [
      Comparison(
        "overflow after a wait: share", of: try center(Skill(channel: "voice", after: after)),
        seed: 8400, exact: impatient.abandonmentProbability, ratio: share),
      Comparison(
        "overflow above a length: share",
        of: try center(Skill(channel: "voice", queueAbove: most)), seed: 8401, exact: blocked,
        ratio: share),
    ]
  }

  /// Everybody is passed on to a second team: two delay systems in a row, whose second has a
  /// Poisson stream as well (Burke 1956).
  private static func tandem() throws -> [Comparison] {
    let load = 2.4
    var center = oneQueue(
      perHour: load / talk * 3600, talk: .exponential(try Exponential(mean: talk)), agents: 4,
      days: 20)
    var second = center.demand[0]
    second.name = "second"
    second.expectedIssues = everyInterval(0, of: center.calendar)
    center.demand.append(second)
    center.demand[0].transfer = Transfer(share: Graded(1), demandClass: "second")
    center.teams[0].skills = [Skill(channel: "voice", demandClass: "calls")]
    var experts = center.teams[0]
    experts.name = "experts"
    experts.agents = everyInterval(3, of: center.calendar)
    experts.skills = [Skill(channel: "voice", demandClass: "second")]
    center.teams.append(experts)
    return try [4, 3].enumerated().map { demandClass, agents in
      let exact = try ErlangC(offeredLoad: load, handleTime: talk, agents: agents)
      return Comparison(
        "M/M/4 that passes on to M/M/3: mean wait \(demandClass + 1)", of: center,
        seed: UInt64(8500 + demandClass), exact: exact.averageSpeedOfAnswer
      ) { (queue(demandClass, $0).waitAnswered, queue(demandClass, $0).answered) }
    }
  }

  private struct TwoTeams: Hashable {
    var first = 0
    var second = 0
    var waiting = 0
  }

  /// Teams of two and three: the one with more idle agents, of equal ones the first.
  private static func mostIdleTeam() throws -> [Comparison] {
    let arrival = 3.2 / talk
    let chain = MarkovChain(from: TwoTeams()) { state in
      let idle = (2 - state.first, 3 - state.second)
      var moves: [(TwoTeams, Double)] = []
      var next = state
      if idle.0 + idle.1 == 0 {
        next.waiting += 1
      } else if idle.0 >= idle.1 {
        next.first += 1
      } else {
        next.second += 1
      }
      if next.waiting < 300 { moves.append((next, arrival)) }
      if state.waiting > 0 {
        next = state
        next.waiting -= 1
        moves.append((next, 5 / talk))
      } else {
        next = state
        next.first -= 1
        moves.append((next, Double(state.first) / talk))
        next = state
        next.second -= 1
        moves.append((next, Double(state.second) / talk))
      }
      return moves
    }
    var center = oneQueue(
      perHour: arrival * 3600, talk: .exponential(try Exponential(mean: talk)), agents: 2,
      days: 40)
    var second = center.teams[0]
    second.name = "second"
    second.agents = everyInterval(3, of: center.calendar)
    center.teams.append(second)
    center.routing.agent = .mostIdleTeam
    let busy = chain.stationary().mean { Double($0.first) / 2 }
    return [
      Comparison("most idle team: occupancy of the first", of: center, seed: 8300, exact: busy) {
        observation in
        stride(from: 0, to: observation.teams.count, by: 2).reduce(into: (0.0, 0.0)) {
          $0.0 += observation.teams[$1].busy
          $0.1 += observation.teams[$1].present
        }
      }
    ]
  }
}
