/// Lines without a queue, and blocked callers who dial again: at first from one orbit, then from
/// another.
struct OrbitChain: Hashable {
  var busy = 0
  /// Away after one failed attempt, and after more.
  var first = 0
  var later = 0

  /// What callers do.
  struct Rates {
    var lines: Int
    /// Calls a second, and the mean talk [s].
    var arrival: Double
    var talk: Double
    /// The mean time away [s].
    var after: Double
    /// The shares of the blocked who dial again: of first calls, of first redials, of later ones.
    var share: Double
    var laterShare: Double
    var lastShare: Double
    /// The most who are away in each orbit, far above what is likely.
    var most: Int
  }

  static func chain(_ rates: Rates) -> MarkovChain<OrbitChain> {
    MarkovChain(from: OrbitChain()) { state in
      var moves: [(OrbitChain, Double)] = []
      func add(_ rate: Double, _ change: (inout OrbitChain) -> Void) {
        var next = state
        change(&next)
        moves.append((next, rate))
      }
      let (first, later) = (
        Double(state.first) / rates.after, Double(state.later) / rates.after
      )
      if state.busy < rates.lines {
        add(rates.arrival) { $0.busy += 1 }
        add(first) { ($0.busy, $0.first) = ($0.busy + 1, $0.first - 1) }
        add(later) { ($0.busy, $0.later) = ($0.busy + 1, $0.later - 1) }
      } else {
        if state.first < rates.most { add(rates.arrival * rates.share) { $0.first += 1 } }
        if state.later < rates.most {
          add(first * rates.laterShare) { ($0.first, $0.later) = ($0.first - 1, $0.later + 1) }
        }
        add(first * (1 - rates.laterShare)) { $0.first -= 1 }
        add(later * (1 - rates.lastShare)) { $0.later -= 1 }
      }
      add(Double(state.busy) / rates.talk) { $0.busy -= 1 }
      return moves
    }
  }
}
