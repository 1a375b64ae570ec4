import SpecialFunctions

extension MarkovChain {
  /// The law after `time`, and the integrals of some quantities over that time.
  ///
  /// By uniformisation: the chain jumps at the events of a Poisson process whose rate Λ is the
  /// largest of any state, so that the law is a sum over the number of jumps, with Poisson weights
  /// and without a cancelling term (Jensen, 1953). The rest that is left out is below 1e-13. It
  /// takes a matrix product for each jump, far fewer than `evolve`.
  func law(
    after time: Double, from start: [Double], integrating quantities: [(State) -> Double]
  ) -> (law: [Double], integrals: [Double]) {
    let rate = outgoing.max() ?? 0
    let values = quantities.map { quantity in states.map(quantity) }
    func means(_ law: [Double]) -> [Double] {
      values.map { value in
        var sum = 0.0
        for state in law.indices { sum += value[state] * law[state] }
        return sum
      }
    }
    guard rate > 0 else { return (start, means(start).map { $0 * time }) }
    let jumps = rate * time
    let flows = Flows(self, rate: rate)
    let last = Int(jumps + 8 * jumps.squareRoot() + 40)
    var vector = start
    var law = Array(repeating: 0.0, count: states.count)
    var integrals = Array(repeating: 0.0, count: quantities.count)
    for jump in 0...last {
      let count = Double(jump)
      let weight = exp(count * log(jumps) - jumps - logGamma(count + 1))
      // The time spent between this jump and the next: Pr{more than `jump` jumps} ÷ Λ.
      let stay = regularizedGammaLower(shape: count + 1, at: jumps) / rate
      for state in law.indices { law[state] += weight * vector[state] }
      for (place, mean) in means(vector).enumerated() { integrals[place] += stay * mean }
      vector = flows.jumped(vector)
    }
    return (law, integrals)
  }
}

/// The jumps of a uniformised chain, side by side in memory: debug builds are slow with less.
private struct Flows {
  private var staying: [Double] = []
  private var first: [Int] = [0]
  private var from: [Int] = []
  private var share: [Double] = []

  init<State>(_ chain: MarkovChain<State>, rate: Double) {
    for state in chain.states.indices {
      staying.append(1 - chain.outgoing[state] / rate)
      for (source, speed) in chain.incoming[state] {
        from.append(source)
        share.append(speed / rate)
      }
      first.append(from.count)
    }
  }

  /// The law after one jump more.
  func jumped(_ law: [Double]) -> [Double] {
    var next = Array(repeating: 0.0, count: law.count)
    var flow = 0
    var state = 0
    while state < law.count {
      var sum = staying[state] * law[state]
      while flow < first[state + 1] {
        sum += share[flow] * law[from[flow]]
        flow += 1
      }
      next[state] = sum
      state += 1
    }
    return next
  }
}
