import Center
import CenterSimulation
import Stochastics
import TestCenters

/// Callers who try again, against small chains of lines and of those who are away, and against the
/// balance of attempts.
///
/// `bias` plants an error: the chains are those of service times longer by this factor.
enum RedialFamily {
  private static let talk = 120.0
  private static let after = 300.0

  private static func exponential(_ mean: Double) throws -> Distribution {
    .exponential(try Exponential(mean: mean))
  }

  /// A loss system, or one with patience, in which callers come back.
  private static func center(
    load: Double, agents: Int, redial: Redial, trunks: Int? = nil, patience: Double? = nil
  ) throws -> Center {
    var center = SteadyQueue(
      load: load, talk: try exponential(talk), agents: agents,
      // Lines settle in a service, those away in a few times of being away.
      relaxation: 3 * after, calls: 6000,
      patience: try patience.map(exponential), trunks: trunks, goesOn: true
    ).center
    center.channels[0].redial = redial
    return center
  }

  private struct Orbit: Hashable {
    var busy = 0
    var away = 0
  }

  /// Blocked callers dial again after an exponential time, as often as it takes.
  static func blockedForEver(bias: Double) throws -> [Comparison] {
    let (lines, share) = (3, 0.7)
    let arrival = 2.5 / talk
    let chain = MarkovChain(from: Orbit()) { state in
      let back = Double(state.away) / after
      var moves: [(Orbit, Double)] = []
      if state.busy < lines {
        moves.append((Orbit(busy: state.busy + 1, away: state.away), arrival))
        moves.append((Orbit(busy: state.busy + 1, away: state.away - 1), back))
      } else {
        if state.away < 60 {
          moves.append((Orbit(busy: state.busy, away: state.away + 1), arrival * share))
        }
        moves.append((Orbit(busy: state.busy, away: state.away - 1), back * (1 - share)))
      }
      moves.append(
        (Orbit(busy: state.busy - 1, away: state.away), Double(state.busy) / (talk * bias)))
      return moves
    }
    let law = chain.stationary()
    let center = try center(
      load: 2.5, agents: lines,
      redial: Redial(share: share, after: try exponential(after), attempts: 100), trunks: lines)
    let attempts = law.mean { arrival + Double($0.away) / after }
    let blocked = law.mean { $0.busy == lines ? arrival + Double($0.away) / after : 0 }
    return [
      Comparison(
        "redials after a busy tone: blocking", of: center, seed: 7400, exact: blocked / attempts,
        ratio: measured("blocking_rate")),
      Comparison(
        "redials after a busy tone: share of attempts", of: center, seed: 7401,
        exact: 1 - arrival / attempts
      ) { (sum($0).redials, sum($0).entered) },
    ]
  }

  /// Blocked callers make three attempts at most.
  static func threeAttempts(bias: Double) throws -> [Comparison] {
    let (lines, share) = (2, 0.8)
    let arrival = 2 / talk
    let chain = OrbitChain.chain(
      OrbitChain.Rates(
        lines: lines, arrival: arrival, talk: talk * bias, after: after, share: share,
        laterShare: share, lastShare: 0, most: 25))
    let law = chain.stationary()
    let center = try center(
      load: 2, agents: lines,
      redial: Redial(share: share, after: try exponential(after), attempts: 3), trunks: lines)
    let returns = law.mean { Double($0.first + $0.later) / after }
    let lost = law.mean {
      $0.busy < lines
        ? 0
        : (arrival + Double($0.first) / after) * (1 - share) + Double($0.later) / after
    }
    return [
      Comparison(
        "three attempts: contacts an issue", of: center, seed: 7410,
        exact: 1 + returns / arrival, ratio: measured("contacts_per_issue")),
      Comparison(
        "three attempts: issues lost", of: center, seed: 7411, exact: lost / arrival
      ) { ($0.issues[0].lost, $0.issues[0].born) },
      Comparison(
        "three attempts: redials", of: center, seed: 7412, exact: returns / (arrival + returns)
      ) { (sum($0).redials, sum($0).entered) },
    ]
  }

  private struct Crowd: Hashable {
    var calls = 0
    var away = 0
  }

  /// Callers who gave up dial again: M/M/n+M with a return.
  static func abandonedForEver(bias: Double) throws -> [Comparison] {
    let (agents, share, patience) = (3, 0.6, 100.0)
    let arrival = 3.2 / talk
    let chain = MarkovChain(from: Crowd()) { state in
      var moves: [(Crowd, Double)] = []
      if state.calls < 40 {
        moves.append((Crowd(calls: state.calls + 1, away: state.away), arrival))
        moves.append(
          (Crowd(calls: state.calls + 1, away: state.away - 1), Double(state.away) / after))
      }
      let busy = min(state.calls, agents)
      let leaving = Double(state.calls - busy) / patience
      let kept = state.away < 60 ? share : 0
      moves.append((Crowd(calls: state.calls - 1, away: state.away + 1), leaving * kept))
      moves.append(
        (
          Crowd(calls: state.calls - 1, away: state.away),
          leaving * (1 - kept) + Double(busy) / (talk * bias)
        ))
      return moves
    }
    let law = chain.stationary()
    let center = try center(
      load: 3.2, agents: agents,
      redial: Redial(share: share, after: try exponential(after), attempts: 100),
      patience: patience)
    let attempts = law.mean { arrival + Double($0.away) / after }
    let waiting = law.mean { Double(max(0, $0.calls - agents)) }
    return [
      Comparison(
        "redials after giving up: abandonment", of: center, seed: 7420,
        exact: waiting / patience / attempts, ratio: measured("abandonment_rate")),
      Comparison(
        "redials after giving up: contacts an issue", of: center, seed: 7421,
        exact: attempts / arrival, ratio: measured("contacts_per_issue")),
      Comparison(
        "redials after giving up: mean wait", of: center, seed: 7422, exact: waiting / attempts,
        ratio: measured("wait_mean_s")),
    ]
  }

  /// Whatever the queue does: of all failed attempts that may be followed by another, the share
  /// `share` is. `bias` is that of the share.
  static func balanceOfAttempts(bias: Double) throws -> [Comparison] {
    try [0.3, 0.75].enumerated().map { index, share in
      let center = try center(
        load: 5.5, agents: 4,
        redial: Redial(
          share: share, after: .logNormal(try LogNormal(mean: after, cv: 1)), attempts: 100),
        trunks: 6, patience: 60)
      return Comparison(
        "redials an attempt that failed, share \(share)", of: center, seed: UInt64(7430 + index),
        exact: share * bias
      ) { observation in
        let total = sum(observation)
        return (total.redials, total.blocked + total.abandoned)
      }
    }
  }
}
