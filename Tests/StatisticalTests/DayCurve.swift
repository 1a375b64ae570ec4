import Center
import Stochastics

/// One day of one queue with exponential talk and patience, solved half hour by half hour.
///
/// Mt/M/st+M: the forward equations of the number of agents busy and of callers waiting, from the
/// empty center of the morning until the last caller of the evening has gone. Agents whose shift
/// ends finish what they have in hand; when the channel closes they stay until nobody waits.
struct DayCurve {
  /// What an interval is like on average.
  struct Interval {
    /// Callers who wait, averaged over the interval.
    var waiting: Double
    /// Agents who are busy, averaged over the interval.
    var busy: Double
  }

  /// By interval of the day.
  let intervals: [Interval]
  /// Callers expected by interval of the day.
  let calls: [Double]
  let heads: [Int]
  let talk: Double
  let patience: Double
  /// The length of an interval [s].
  let length: Double

  /// The first simulated day of a center with one class, one channel and one team.
  init(_ center: Center) {
    let channel = center.channels[0]
    calls = center.demand[0].expectedIssues[0]
    heads = center.teams[0].presentAgents[0]
    talk = center.demand[0].channels[0].talkTime?.mean ?? .nan
    patience = channel.patience?.mean ?? .nan
    length = Double(center.calendar.intervalLength)

    var law: [State: Double] = [State(): 1]
    var solved: [Interval] = []
    for (calls, heads) in zip(calls, heads) {
      let start = Self.settled(law, heads: heads)
      // In the order of the states, so that the sums are the same in every run.
      let states = start.keys.sorted { ($0.busy, $0.waiting) < ($1.busy, $1.waiting) }
      let moves = Moves(
        heads: heads, arrival: calls / length, service: 1 / talk, leaving: 1 / patience)
      let chain = MarkovChain(fromAny: states, rates: moves.from)
      let (after, integrals) = chain.law(
        after: length, from: chain.states.map { start[$0] ?? 0 },
        integrating: [{ Double($0.waiting) }, { Double($0.busy) }])
      solved.append(Interval(waiting: integrals[0] / length, busy: integrals[1] / length))
      law = Dictionary(uniqueKeysWithValues: zip(chain.states, after))
    }
    intervals = solved
  }

  /// The share of the day's callers who hang up: those who wait do so at the rate 1 ÷ patience.
  var abandonmentRate: Double {
    intervals.reduce(0) { $0 + $1.waiting * length } / patience / calls.reduce(0, +)
  }

  private struct State: Hashable {
    var busy = 0
    var waiting = 0
  }

  /// Agents who come take whoever waits.
  private static func settled(_ law: [State: Double], heads: Int) -> [State: Double] {
    var settled: [State: Double] = [:]
    // What is all but impossible stays out, or the night would be as much work as the day.
    let possible = law.filter { $0.value > 1e-20 }.keys
    for state in possible.sorted(by: { ($0.busy, $0.waiting) < ($1.busy, $1.waiting) }) {
      let taken = max(0, min(state.waiting, heads - state.busy))
      let next = State(busy: state.busy + taken, waiting: state.waiting - taken)
      settled[next, default: 0] += law[state] ?? 0
    }
    return settled
  }

  private struct Moves {
    let heads: Int
    let arrival: Double
    let service: Double
    let leaving: Double
    /// Nobody comes who would be one more; here callers hang up much faster than any come, and the
    /// probability is below anything that shows.
    static var mostWaiting: Int { 60 }

    func from(_ state: State) -> [(State, Double)] {
      var moves: [(State, Double)] = []
      let (busy, waiting) = (state.busy, state.waiting)
      if busy < heads {
        moves.append((State(busy: busy + 1, waiting: waiting), arrival))
      } else if waiting < Self.mostWaiting {
        moves.append((State(busy: busy, waiting: waiting + 1), arrival))
      }
      if busy > 0 {
        // Too many are busy when a shift has ended; whoever is left after closing serves all.
        let takesNext = waiting > 0 && (busy <= heads || heads == 0)
        moves.append(
          (
            takesNext
              ? State(busy: busy, waiting: waiting - 1) : State(busy: busy - 1, waiting: waiting),
            Double(busy) * service
          ))
      }
      if waiting > 0 {
        moves.append((State(busy: busy, waiting: waiting - 1), Double(waiting) * leaving))
      }
      return moves
    }
  }
}
