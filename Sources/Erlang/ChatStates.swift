/// The states of a chat team in which a place is free, one chat after the other.
///
/// Weights are relative to the state reached; they are scaled before they leave the range of
/// numbers.
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
    for held in 0..<(agents * rates.count) {
      below += weight
      chats += weight * Double(held)
      busy += weight * Double(min(held, agents))
      weight *= arrivalRate / completionRate(of: held + 1)
      if weight > 1e200 {
        weight *= 1e-200
        below *= 1e-200
        chats *= 1e-200
        busy *= 1e-200
      }
    }
  }

  /// What `count` chats, evenly spread, are finished at [1/s].
  private func completionRate(of count: Int) -> Double {
    let (even, more) = count.quotientAndRemainder(dividingBy: agents)
    let lower = even == 0 ? 0 : rates[even - 1] * Double(agents - more)
    return more == 0 ? lower : lower + rates[even] * Double(more)
  }

  /// The weight of all states with a free place over that of the full one.
  var idleWeight: Double { weight == 0 ? .infinity : below / weight }

  /// The means over the states with a free place.
  var meanChats: Double { chats / below }
  var meanBusy: Double { busy / below }
}

extension ChatQueue {
  /// The smallest number of agents that reaches `target`.
  ///
  /// Every number of agents has its own chain, as it decides how chats are spread; the search
  /// doubles and halves. More agents are taken to do no worse, which holds where no agent gets
  /// slower in all with one chat more.
  ///
  /// - Throws: `ErlangError` with the value that is outside its domain.
  /// - Complexity: O(result · limit · log(result)).
  public static func requiredAgents(
    arrivalRate: Double, completionRates: [Double], patience: Double = .infinity,
    target: QueueTarget
  ) throws(ErlangError) -> Int {
    try target.validate()
    guard arrivalRate > 0 else {
      _ = try ChatQueue(
        arrivalRate: arrivalRate, completionRates: completionRates, agents: 1, patience: patience)
      return 0
    }
    func satisfies(_ agents: Int) throws(ErlangError) -> Bool {
      do {
        return try ChatQueue(
          arrivalRate: arrivalRate, completionRates: completionRates, agents: agents,
          patience: patience
        ).meets(target)
      } catch .unstable { return false }
    }
    let largest = BlockingRecursion.largestCount / max(1, completionRates.count)
    var failing = 0
    var enough = 1
    while !(try satisfies(enough)) {
      guard enough < largest else {
        throw .limitExceeded(
          offeredLoad: arrivalRate / (completionRates.last ?? 1), limit: largest)
      }
      failing = enough
      enough = min(largest, enough * 2)
    }
    while enough - failing > 1 {
      let middle = (failing + enough) / 2
      if try satisfies(middle) { enough = middle } else { failing = middle }
    }
    return enough
  }
}
