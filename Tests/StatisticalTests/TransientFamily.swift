import Center
import CenterSimulation
import Stochastics
import TestCenters

/// Mt/M/st(+M): rates and heads that change every hour, against the forward equations.
///
/// The state is (busy, waiting). When heads fall below the busy, those at work finish and go
/// without taking another contact.
///
/// `bias` plants an error: the exact values are those of service times longer by this factor.
enum TransientFamily {
  private static let talk = 600.0
  private static let rates: [Double] = [20, 40, 55, 30, 18, 45]
  private static let heads = [5, 7, 7, 8, 4, 8]

  static func comparisons(bias: Double) throws -> [Comparison] {
    try [nil, 400.0].enumerated().flatMap { index, patience -> [Comparison] in
      let center = try center(patience: patience)
      let exact = expected(patience: patience, talk: talk * bias)
      let name = patience == nil ? "Mt/M/st" : "Mt/M/st+M"
      return [0, 2, 4, 5, 13, 22].enumerated().flatMap { place, hour -> [Comparison] in
        let seed = UInt64(8000 + 100 * index + 10 * place)
        let waiting = Comparison(
          "\(name), hour \(hour): contacts waiting", of: center, seed: seed, replications: 6000,
          exact: exact[hour].waiting
        ) { ($0.queues[hour].queueArea, 3600) }
        let busy = Comparison(
          "\(name), hour \(hour): agents busy", of: center, seed: seed + 1, replications: 6000,
          exact: exact[hour].busy
        ) { ($0.teams[hour].busy, 3600) }
        // In the first hour of an empty center hardly anybody waits.
        return hour == 0 ? [busy] : [waiting, busy]
      }
    }
  }

  /// One counted day from an empty center.
  private static func center(patience: Double?) throws -> Center {
    var center = oneQueue(
      perHour: 0, talk: .exponential(try Exponential(mean: talk)), agents: 0,
      patience: try patience.map { .exponential(try Exponential(mean: $0)) }, days: 1,
      warmUpDays: 0)
    center.demand[0].expectedIssues = [(0..<24).map { rates[$0 % rates.count] }]
    center.teams[0].agents = [(0..<24).map { Double(heads[$0 % heads.count]) }]
    return center
  }

  private struct State: Hashable {
    var busy = 0
    var waiting = 0
  }

  /// The means of contacts waiting and agents busy over each hour.
  private static func expected(
    patience: Double?, talk: Double
  ) -> [(waiting: Double, busy: Double)] {
    var law: [State: Double] = [State(): 1]
    return (0..<24).map { hour in
      let heads = heads[hour % heads.count]
      let arrival = rates[hour % rates.count] / 3600
      // More heads: those who come take whoever waits.
      var start: [State: Double] = [:]
      for (state, probability) in law {
        let taken = max(0, min(state.waiting, heads - state.busy))
        start[
          State(busy: state.busy + taken, waiting: state.waiting - taken), default: 0] +=
          probability
      }
      // In the order of the states, so that the sums are the same in every run.
      let starts = start.keys.sorted { ($0.busy, $0.waiting) < ($1.busy, $1.waiting) }
      let chain = MarkovChain(fromAny: starts) { state in
        moves(from: state, heads: heads, arrival: arrival, talk: talk, patience: patience)
      }
      var vector = chain.states.map { start[$0] ?? 0 }
      let integrals = chain.evolve(
        &vector, for: 3600,
        integrating: [{ Double($0.waiting) }, { Double($0.busy) }])
      law = Dictionary(uniqueKeysWithValues: zip(chain.states, vector))
      return (integrals[0] / 3600, integrals[1] / 3600)
    }
  }

  private static func moves(
    from state: State, heads: Int, arrival: Double, talk: Double, patience: Double?
  ) -> [(State, Double)] {
    var moves: [(State, Double)] = []
    if state.busy < heads {
      moves.append((State(busy: state.busy + 1, waiting: state.waiting), arrival))
    } else if state.waiting < 150 {
      moves.append((State(busy: state.busy, waiting: state.waiting + 1), arrival))
    }
    if state.busy > 0 {
      let takesNext = state.waiting > 0 && state.busy <= heads
      moves.append(
        (
          takesNext
            ? State(busy: state.busy, waiting: state.waiting - 1)
            : State(busy: state.busy - 1, waiting: state.waiting),
          Double(state.busy) / talk
        ))
    }
    if let patience, state.waiting > 0 {
      moves.append(
        (State(busy: state.busy, waiting: state.waiting - 1), Double(state.waiting) / patience))
    }
    return moves
  }
}
