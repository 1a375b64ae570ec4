import Center
import CenterSimulation
import Stochastics
import TestCenters

/// Customers who balk, leave without a trace, are called back or dial again, against closed forms
/// and solved chains.
enum CustomerFamily {
  private static let talk = 200.0

  private static func exponential(_ mean: Double) throws -> Distribution {
    .exponential(try Exponential(mean: mean))
  }

  static func comparisons() throws -> [Comparison] {
    try balking() + silence() + callbacks() + laterRedials()
  }

  /// M/M/n+M in which a share of those who would have to wait leaves at once.
  private static func balking() throws -> [Comparison] {
    let (agents, arrival, balks, patience) = (6, 6.5 / talk, 0.3, 300.0)
    let chain = MarkovChain(from: 0) { count in
      let waiting = Double(max(0, count - agents))
      let entering = count < agents ? arrival : arrival * (1 - balks)
      return (count < 200 ? [(count + 1, entering)] : [])
        + [(count - 1, Double(min(count, agents)) / talk + waiting / patience)]
    }.stationary()
    var center = oneQueue(
      perHour: arrival * 3600, talk: try exponential(talk), agents: agents,
      patience: try exponential(patience), days: 6)
    center.channels[0].balks = balks
    let balked = chain.mean { $0 >= agents ? balks : 0 }
    let waiting = chain.mean { Double(max(0, $0 - agents)) }
    return [
      Comparison("balking: balked / offered", of: center, seed: 7500, exact: balked) {
        (sum($0).balked, sum($0).offered)
      },
      Comparison(
        "balking: abandonment", of: center, seed: 7501,
        exact: balked + waiting / patience / arrival
      ) { (sum($0).abandoned, sum($0).offered) },
    ]
  }

  /// Silent contacts that cost as much as talk: the line is M/M/n, and a customer out of patience
  /// before its turn has abandoned. With C = Pr{wait} and the wait exponential at the rate
  /// nμ − λ, a patience at the rate θ runs out first with probability C·θ ÷ (nμ − λ + θ).
  private static func silence() throws -> [Comparison] {
    let (agents, arrival, patience) = (5, 4.2 / talk, 150.0)
    let chain = MarkovChain(from: 0) { count in
      (count < 400 ? [(count + 1, arrival)] : [])
        + [(count - 1, Double(min(count, agents)) / talk)]
    }
    let waits = chain.stationary().mean { $0 >= agents ? 1 : 0 }
    let drain = Double(agents) / talk - arrival
    var center = oneQueue(
      perHour: arrival * 3600, talk: try exponential(talk), agents: agents,
      patience: try exponential(patience), days: 6)
    center.channels[0].silentAbandonment = SilentAbandonment(
      share: 1, detectAfter: try exponential(talk))
    return [
      Comparison(
        "silent abandonment: silent / offered", of: center, seed: 7510,
        exact: waits / patience / (drain + 1 / patience)
      ) { (sum($0).silentAbandoned, sum($0).offered) },
      Comparison(
        "silent abandonment: occupancy", of: center, seed: 7511,
        exact: arrival * talk / Double(agents)
      ) { observation in
        observation.teams.reduce(into: (0.0, 0.0)) {
          $0.0 += $1.busy
          $0.1 += $1.present
        }
      },
    ]
  }

  private struct Line: Hashable {
    var busy = 0
    /// In order of entry: whether the customer waits for a callback.
    var isVirtual: [Bool] = []
  }

  /// One agent; half of those who must wait are called back, the others are impatient: the chain
  /// of who stands where in line.
  private static func callbacks() throws -> [Comparison] {
    let (arrival, accepts, patience) = (0.5 / talk, 0.5, 200.0)
    let chain = MarkovChain(from: Line()) { state in
      var moves: [(Line, Double)] = []
      if state.busy == 0 {
        return [(Line(busy: 1), arrival)]
      }
      if state.isVirtual.count < 12 {
        for isVirtual in [true, false] {
          var next = state
          next.isVirtual.append(isVirtual)
          moves.append((next, arrival * (isVirtual ? accepts : 1 - accepts)))
        }
      }
      var served = state
      if served.isVirtual.isEmpty { served.busy = 0 } else { served.isVirtual.removeFirst() }
      moves.append((served, 1 / talk))
      for place in state.isVirtual.indices where !state.isVirtual[place] {
        var next = state
        next.isVirtual.remove(at: place)
        moves.append((next, 1 / patience))
      }
      return moves
    }.stationary()
    var center = oneQueue(
      perHour: arrival * 3600, talk: try exponential(talk), agents: 1,
      patience: try exponential(patience), days: 10)
    center.channels[0].callback = Callback(offerAbove: 0, acceptance: accepts, ring: 0)
    let online = chain.mean { Double($0.isVirtual.count { !$0 }) }
    let virtual = chain.mean { Double($0.isVirtual.count { $0 }) }
    let accepting = arrival * accepts * chain.mean { Double($0.busy) }
    return [
      Comparison(
        "callbacks: abandonment of the others", of: center, seed: 7520,
        exact: online / patience / arrival
      ) { (sum($0).abandoned, sum($0).offered) },
      Comparison(
        "callbacks: virtual wait", of: center, seed: 7521, exact: virtual / accepting
      ) { (sum($0).virtualWait, sum($0).callbacksReached) },
    ]
  }

  /// Blocked callers dial again, at first with one probability and then with another: lines and
  /// two orbits.
  private static func laterRedials() throws -> [Comparison] {
    let (lines, share, laterShare, after) = (2, 0.8, 0.4, 300.0)
    let arrival = 1.6 / talk
    let chain = OrbitChain.chain(
      OrbitChain.Rates(
        lines: lines, arrival: arrival, talk: talk, after: after, share: share,
        laterShare: laterShare, lastShare: laterShare, most: 30)
    ).stationary()
    var center = oneQueue(
      perHour: arrival * 3600, talk: try exponential(talk), agents: lines, trunks: lines, days: 6)
    var redial = Redial(share: share, after: try exponential(after), attempts: 100)
    redial.laterShare = laterShare
    center.channels[0].redial = redial
    let dialing = { (state: OrbitChain) in
      arrival + Double(state.first) / after + Double(state.later) / after
    }
    let attempts = chain.mean(dialing)
    let blocked = chain.mean { $0.busy == lines ? dialing($0) : 0 }
    return [
      Comparison("later redials: blocking", of: center, seed: 7530, exact: blocked / attempts) {
        (sum($0).blocked, sum($0).entered)
      },
      Comparison(
        "later redials: share of attempts", of: center, seed: 7531, exact: 1 - arrival / attempts
      ) { (sum($0).redials, sum($0).entered) },
    ]
  }
}
