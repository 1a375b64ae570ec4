/// The states of a chat team in which a place is free, one chat after the other.
///
/// Weights are relative to the empty state, and shrink before they leave the range of numbers.
struct ChatStates {
  let arrivalRate: Double
  let rates: [Double]
  let agents: Int

  /// The weight of the state reached, and sums over the states below it.
  private var weight = 1.0
  private var below = 0.0
  private var chats = 0.0
  private var busy = 0.0

  init(arrivalRate: Double, rates: [Double], agents: Int) {
    self.arrivalRate = arrivalRate
    self.rates = rates
    self.agents = agents
  }

  /// Goes on until every place is taken.
  mutating func fill() {
    var held = 0
    for even in rates.indices {
      let less = even == 0 ? 0 : rates[even - 1]
      // With `more` of the agents one chat above the others.
      for more in 1...agents {
        below += weight
        chats += weight * Double(held)
        busy += weight * Double(min(held, agents))
        held += 1
        let rate = less * Double(agents - more) + rates[even] * Double(more)
        // Beyond 10³⁰⁰ nothing is left of the states before.
        let (next, scale, times) = shrunk(weight, times: min(1e300, arrivalRate / rate))
        weight = next
        if times > 0 {
          below *= scale
          chats *= scale
          busy *= scale
        }
      }
    }
  }

  /// The weight of all states with a free place over that of the full one.
  var idleWeight: Double { weight == 0 ? .infinity : below / weight }

  /// The means over the states with a free place.
  var meanChats: Double { chats / below }
  var meanBusy: Double { busy / below }
}
