/// A continuous-time Markov chain on a finite set of states, solved numerically.
struct MarkovChain<State: Hashable> {
  private(set) var states: [State] = []
  private var index: [State: Int] = [:]
  /// For each state the rates at which others lead to it.
  private(set) var incoming: [[(from: Int, rate: Double)]] = []
  private(set) var outgoing: [Double] = []

  /// Explores every state that can be reached from `start`.
  init(from start: State, rates: (State) -> [(State, Double)]) {
    self.init(fromAny: [start], rates: rates)
  }

  /// Explores every state that can be reached from one of `starts`.
  ///
  /// - Parameter rates: Where a state leads, and how fast. Several ways to one state add up.
  init(fromAny starts: [State], rates: (State) -> [(State, Double)]) {
    for start in starts { _ = number(of: start) }
    var next = 0
    while next < states.count {
      for (target, rate) in rates(states[next]) where rate > 0 && target != states[next] {
        let place = number(of: target)
        incoming[place].append((next, rate))
        outgoing[next] += rate
      }
      next += 1
    }
  }

  private mutating func number(of state: State) -> Int {
    if let known = index[state] { return known }
    index[state] = states.count
    states.append(state)
    incoming.append([])
    outgoing.append(0)
    return states.count - 1
  }

  /// The stationary law, by Gauss-Seidel on the balance equations, to a relative change of 1e-13.
  func stationary() -> StationaryLaw<State> {
    var law = Array(repeating: 1 / Double(states.count), count: states.count)
    for _ in 0..<200_000 {
      var change = 0.0
      for state in states.indices {
        var inflow = 0.0
        for (from, rate) in incoming[state] { inflow += law[from] * rate }
        let value = inflow / outgoing[state]
        change = max(change, abs(value - law[state]) / max(value, 1e-30))
        law[state] = value
      }
      let total = law.reduce(0, +)
      for state in law.indices { law[state] /= total }
      if change < 1e-13 { break }
    }
    return StationaryLaw(states: states, law: law)
  }

  /// The law after `time`, from one law to the next, by the classic Runge-Kutta method, and the
  /// integrals of some quantities over that time.
  func evolve(
    _ law: inout [Double], for time: Double, integrating quantities: [(State) -> Double]
  ) -> [Double] {
    let fastest = outgoing.max() ?? 0
    let steps = max(1, Int((time * fastest * 4).rounded(.up)))
    let step = time / Double(steps)
    let values = quantities.map { quantity in states.map(quantity) }
    var integrals = Array(repeating: 0.0, count: quantities.count)
    func means(_ law: [Double]) -> [Double] {
      values.map { zip($0, law).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    var before = means(law)
    for _ in 0..<steps {
      let first = derivative(law)
      let second = derivative(shifted(law, first, step / 2))
      let third = derivative(shifted(law, second, step / 2))
      let fourth = derivative(shifted(law, third, step))
      for state in law.indices {
        law[state] +=
          step / 6 * (first[state] + 2 * second[state] + 2 * third[state] + fourth[state])
      }
      let after = means(law)
      for place in integrals.indices {
        integrals[place] += step / 2 * (before[place] + after[place])
      }
      before = after
    }
    return integrals
  }

  private func derivative(_ law: [Double]) -> [Double] {
    states.indices.map { state in
      var flow = -outgoing[state] * law[state]
      for (from, rate) in incoming[state] { flow += law[from] * rate }
      return flow
    }
  }

  private func shifted(_ law: [Double], _ slope: [Double], _ step: Double) -> [Double] {
    zip(law, slope).map { $0 + step * $1 }
  }
}

/// The stationary law of a chain.
struct StationaryLaw<State> {
  let states: [State]
  let law: [Double]

  /// The stationary mean of a quantity.
  func mean(_ quantity: (State) -> Double) -> Double {
    zip(states, law).reduce(0) { $0 + quantity($1.0) * $1.1 }
  }
}
