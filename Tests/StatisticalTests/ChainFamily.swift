import Center
import CenterSimulation
import Stochastics
import TestCenters

/// What has no closed form, against small Markov chains solved numerically.
///
/// `bias` plants an error: the chains are those of service times longer by this factor.
enum ChainFamily {
  private static let talk = 120.0
  private static func exponential(_ mean: Double) throws -> Distribution {
    .exponential(try Exponential(mean: mean))
  }

  /// One agent, several chats: a birth-death chain whose service rate is the throughput.
  static func chatWithSlowdown(bias: Double) throws -> [Comparison] {
    let throughput = [1, 1.6, 1.9, 2.0]
    return try [0.6, 0.85].enumerated().flatMap { index, intensity in
      let arrival = intensity * 2 / talk
      let chain = MarkovChain(from: 0) { count in
        let rate = count == 0 ? 0 : throughput[min(count, 4) - 1] / (talk * bias)
        return (count < 400 ? [(count + 1, arrival)] : []) + [(count - 1, rate)]
      }
      let law = chain.stationary()
      let queue = SteadyQueue(
        medium: .chat, load: arrival * talk, talk: try exponential(talk), agents: 1,
        // With all four in hand it is a single server, twice as fast.
        relaxation: SteadyQueue.relaxation(ofLoad: intensity, agents: 1, talk: talk / 2),
        calls: intensity < 0.7 ? 20_000 : 45_000,
        concurrency: Concurrency(limit: 4, throughput: throughput))
      let center = queue.center
      let waiting = law.mean { Double(max(0, $0 - 4)) }
      let held = law.mean { Double(min($0, 4)) }
      let delayed = law.mean { $0 >= 4 ? 1 : 0 }
      let name = "one agent, four chats with slowdown at \(intensity)"
      let seed = UInt64(7000 + 10 * index)
      return [
        Comparison("\(name): P(wait)", of: center, seed: seed, exact: delayed) {
          (sum($0).delayed, sum($0).offered)
        },
        Comparison(
          "\(name): mean wait", of: center, seed: seed + 1, exact: waiting / arrival,
          ratio: measured("asa_s")),
        Comparison("\(name): chats in hand", of: center, seed: seed + 2, exact: held) {
          observation in
          observation.teams[..<queue.intervals].reduce(into: (0.0, 0.0)) {
            $0.0 += $1.chats
            $0.1 += $1.present
          }
        },
      ]
    }
  }

  private struct TwoAgents: Hashable {
    var more = 0
    var fewer = 0
    var waiting = 0
  }

  /// Two agents, two chats each, fewest chats first: the full chain of who holds how many.
  static func twoChatAgents(bias: Double) throws -> [Comparison] {
    let throughput = [1, 1.3]
    let arrival = 2.1 / talk
    let served = talk * bias
    let chain = MarkovChain(from: TwoAgents()) { state in
      var moves: [(TwoAgents, Double)] = []
      func ordered(_ one: Int, _ other: Int, _ waiting: Int) -> TwoAgents {
        TwoAgents(more: max(one, other), fewer: min(one, other), waiting: waiting)
      }
      if state.fewer < 2 {
        moves.append((ordered(state.more, state.fewer + 1, 0), arrival))
      } else if state.waiting < 300 {
        moves.append((TwoAgents(more: 2, fewer: 2, waiting: state.waiting + 1), arrival))
      }
      if state.waiting > 0 {
        moves.append(
          (TwoAgents(more: 2, fewer: 2, waiting: state.waiting - 1), 2 * throughput[1] / served))
      } else {
        if state.more > 0 {
          moves.append(
            (ordered(state.more - 1, state.fewer, 0), throughput[state.more - 1] / served))
        }
        if state.fewer > 0 {
          moves.append(
            (ordered(state.more, state.fewer - 1, 0), throughput[state.fewer - 1] / served))
        }
      }
      return moves
    }
    let law = chain.stationary()
    let queue = SteadyQueue(
      medium: .chat, load: arrival * talk, talk: try exponential(talk), agents: 2,
      // With all four chats in hand it is a single server of rate 2.6 ÷ talk.
      relaxation: SteadyQueue.relaxation(ofLoad: 2.1 / 2.6, agents: 1, talk: talk / 2.6),
      calls: 20_000, concurrency: Concurrency(limit: 2, throughput: throughput))
    let waiting = law.mean { Double($0.waiting) }
    let busy = law.mean { ($0.more > 0 ? 0.5 : 0) + ($0.fewer > 0 ? 0.5 : 0) }
    return [
      Comparison(
        "two agents, two chats: mean wait", of: queue.center, seed: 7100,
        exact: waiting / arrival, ratio: measured("asa_s")),
      Comparison("two agents, two chats: occupancy", of: queue.center, seed: 7101, exact: busy) {
        observation in
        observation.teams[..<queue.intervals].reduce(into: (0.0, 0.0)) {
          $0.0 += $1.busy
          $0.1 += $1.present
        }
      },
    ]
  }

  /// M/M/n/K: more lines than agents.
  static func finiteLines(bias: Double) throws -> [Comparison] {
    try [(3, 5, 1.0), (10, 14, 1.2)].enumerated().flatMap { index, system in
      let (agents, lines, intensity) = system
      let arrival = intensity * Double(agents) / talk
      let chain = MarkovChain(from: 0) { count in
        (count < lines ? [(count + 1, arrival)] : [])
          + [(count - 1, Double(min(count, agents)) / (talk * bias))]
      }
      let law = chain.stationary()
      let blocking = law.mean { $0 == lines ? 1 : 0 }
      let waiting = law.mean { Double(max(0, $0 - agents)) }
      let center = SteadyQueue(
        load: arrival * talk, talk: try exponential(talk), agents: agents, relaxation: 2 * talk,
        trunks: lines
      ).center
      let seed = UInt64(7200 + 10 * index)
      return [
        Comparison(
          "M/M/\(agents)/\(lines): blocking", of: center, seed: seed, exact: blocking,
          ratio: measured("blocking_rate")),
        Comparison(
          "M/M/\(agents)/\(lines): mean wait", of: center, seed: seed + 1,
          exact: waiting / (arrival * (1 - blocking)), ratio: measured("asa_s")),
      ]
    }
  }

  private struct Blend: Hashable {
    var calls = 0
    var mails = 0
    var waitingCalls = 0
    var waitingMails = 0
  }

  /// Calls first; an email only when an agent stays idle for calls. Four agents, one kept idle.
  static func keepIdle(bias: Double) throws -> [Comparison] {
    let (agents, kept) = (4, 1)
    let (callRate, mailRate) = (1.6 / talk, 0.8 / talk)
    let served = talk * bias
    func settled(_ state: Blend) -> Blend {
      var state = state
      while state.waitingCalls > 0, state.calls + state.mails < agents {
        state.waitingCalls -= 1
        state.calls += 1
      }
      while state.waitingMails > 0, agents - state.calls - state.mails - 1 >= kept {
        state.waitingMails -= 1
        state.mails += 1
      }
      return state
    }
    let chain = MarkovChain(from: Blend()) { state in
      var moves: [(Blend, Double)] = []
      func add(_ rate: Double, _ change: (inout Blend) -> Void) {
        var next = state
        change(&next)
        moves.append((settled(next), rate))
      }
      if state.waitingCalls < 40 { add(callRate) { $0.waitingCalls += 1 } }
      if state.waitingMails < 80 { add(mailRate) { $0.waitingMails += 1 } }
      if state.calls > 0 { add(Double(state.calls) / served) { $0.calls -= 1 } }
      if state.mails > 0 { add(Double(state.mails) / served) { $0.mails -= 1 } }
      return moves
    }
    let law = chain.stationary()
    let center = try blendingCenter(
      agents: agents, keepIdle: kept, callsPerHour: callRate * 3600, mailsPerHour: mailRate * 3600,
      talk: talk)
    let calls = law.mean { Double($0.waitingCalls) } / callRate
    let mails = law.mean { Double($0.waitingMails) }
    return [
      Comparison("keep one idle: mean wait of calls", of: center, seed: 7300, exact: calls) {
        (queue(0, $0).waitAnswered, queue(0, $0).answered)
      },
      Comparison("keep one idle: mails waiting", of: center, seed: 7301, exact: mails) {
        (queue(1, $0).queueArea, Double($0.queues.count / 2) * 3600)
      },
    ]
  }

  private static func queue(_ index: Int, _ observation: Observation) -> QueueTally {
    stride(from: index, to: observation.queues.count, by: 2).reduce(into: QueueTally()) {
      $0 += observation.queues[$1]
    }
  }
}
