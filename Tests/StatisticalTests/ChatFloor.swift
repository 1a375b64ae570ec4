import Center
import Erlang
import Stochastics

/// Agents with several chats each, as they are: the chain of how many agents hold how many chats.
///
/// A chat goes to an agent with the fewest, and stays there. An agent with j chats finishes them at
/// a total rate, each getting an equal share; the work of a chat is exponential, and so is the
/// patience of those who wait when every place is taken. `ChatQueue` lets chats move to agents with
/// fewer, which is why it is slightly too favourable; this does not.
struct ChatFloor {
  /// The share of chats that an agent takes at once.
  let immediate: Double
  /// The share of chats that leave.
  let abandonment: Double
  /// The share of chats that an agent takes within the target's time.
  let serviceLevel: Double
  /// The share of its time that an agent has a chat.
  let occupancy: Double
  /// The mean number of chats of an agent who has any.
  let concurrency: Double
  /// What the formula says that lets chats move.
  let formula: ChatQueue
  let threshold: Double

  private struct State: Hashable {
    /// How many agents hold 0, 1, … chats.
    var holding: [Int]
    var waiting = 0
  }

  /// The floor of a center with one class, one chat channel and one team.
  init(_ center: Center) throws {
    let channel = center.channels[0]
    let limit = channel.concurrency.limit
    let agents = center.teams[0].presentAgents[0][0]
    let talk = center.demand[0].channels[0].talkTime?.mean ?? .nan
    let patience = channel.patience?.mean ?? .nan
    let arrival =
      center.demand[0].expectedIssues[0][0] / Double(center.calendar.intervalLength)
    let rates = channel.concurrency.throughput.map { $0 / talk }

    let idle = State(holding: [agents] + Array(repeating: 0, count: limit))
    let chain = MarkovChain(from: idle) { state in
      var moves: [(State, Double)] = []
      func moved(_ from: Int, _ to: Int) -> State {
        var next = state
        next.holding[from] -= 1
        next.holding[to] += 1
        return next
      }
      if let fewest = (0..<limit).first(where: { state.holding[$0] > 0 }) {
        moves.append((moved(fewest, fewest + 1), arrival))
      } else if state.waiting < 60 {
        moves.append((State(holding: state.holding, waiting: state.waiting + 1), arrival))
      }
      let fewer = State(holding: state.holding, waiting: state.waiting - 1)
      for held in 1...limit where state.holding[held] > 0 {
        let rate = Double(state.holding[held]) * rates[held - 1]
        moves.append((state.waiting > 0 ? fewer : moved(held, held - 1), rate))
      }
      if state.waiting > 0 { moves.append((fewer, Double(state.waiting) / patience)) }
      return moves
    }
    // One solution for all means.
    let law = chain.stationary()
    threshold = channel.target?.within ?? 0
    formula = try ChatQueue(
      arrivalRate: arrival, completionRates: rates, agents: agents, patience: patience)
    immediate = law.mean { $0.holding[limit] < agents ? 1 : 0 }
    abandonment = law.mean { Double($0.waiting) } / patience / arrival
    let busy = law.mean { Double(agents - $0.holding[0]) }
    occupancy = busy / Double(agents)
    concurrency =
      law.mean { state in
        (0...limit).reduce(0) { $0 + Double($1 * state.holding[$1]) }
      } / busy
    // Once every place is taken both floors work at the same rate: only how often that happens
    // differs, not how long one then waits.
    let inTimeIfWaiting =
      (formula.answeredFraction(within: threshold) - formula.immediateAnswerProbability)
      / formula.waitProbability
    serviceLevel = immediate + (1 - immediate) * inTimeIfWaiting
  }
}
