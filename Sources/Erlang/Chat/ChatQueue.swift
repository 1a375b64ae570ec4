import SpecialFunctions

/// Chats: each agent holds several at once, and each chat gets slower the more there are.
///
/// Poisson arrivals; n agents with at most k chats each, where an agent with j chats finishes them
/// at a total rate r(j). Chats are spread evenly: with m chats, m mod n agents have one more than
/// the others. Chats that find every place taken wait in order of arrival, with exponential
/// patience or without end. The number of chats is then a birth-death chain.
///
/// This is exact with one agent; with any number where r(j) = j·r(1), so that concurrency costs
/// nothing; and where k is 1 (Erlang C and A). Otherwise it assumes chats that move to an agent
/// with fewer whenever one ends. Real chats stay: with routing to the agent with the fewest, agents
/// may differ by more than one for a while, and where r has falling increments the model is then
/// slightly too favourable. Chat lengths are exponential in the work they need.
///
///     let chats = try ChatQueue(
///       arrivalRate: 0.1, completionRates: [1 / 300, 1 / 190, 1 / 160], agents: 15,
///       patience: 120)
///     chats.serviceLevel(within: 60)
public struct ChatQueue: QueueModel, Equatable {
  /// Chats that arrive [1/s].
  public let arrivalRate: Double

  /// The chats that an agent with 1, 2, … chats finishes [1/s]; as many as the limit.
  public let completionRates: [Double]

  /// The number of agents.
  public let agents: Int

  /// The mean patience of waiting chats [s]; `.infinity` where nobody leaves.
  public let patience: Double

  /// The mean number of chats held.
  public let chatsInService: Double

  /// The mean number of agents with at least one chat.
  public let busyAgents: Double

  private let line: Line

  /// Evaluates the model.
  ///
  /// - Parameters:
  ///   - arrivalRate: Chats that arrive [1/s]; finite and `≥ 0`.
  ///   - completionRates: What an agent with 1, 2, … chats finishes [1/s]; positive, not empty.
  ///   - agents: The number of agents; `≥ 1`, and at most 10⁷ chats in all.
  ///   - patience: Mean patience [s]; `.infinity` unless given: nobody leaves.
  /// - Throws: `ErlangError.unstable` where nobody leaves and the agents cannot finish what
  ///   arrives, otherwise the case with the value that is outside its domain.
  /// - Complexity: O(agents · limit) time, O(1) space.
  public init(
    arrivalRate: Double, completionRates: [Double], agents: Int, patience: Double = .infinity
  ) throws(ErlangError) {
    try Self.validate(arrivalRate, completionRates, patience)
    let slots = agents.multipliedReportingOverflow(by: completionRates.count)
    guard agents >= 1, !slots.overflow, slots.partialValue <= BlockingRecursion.largestCount else {
      throw .invalidAgents(agents)
    }
    self.arrivalRate = arrivalRate
    self.completionRates = completionRates
    self.agents = agents
    self.patience = patience
    let fullRate = Double(agents) * (completionRates.last ?? 0)
    guard patience < .infinity || arrivalRate < fullRate else {
      throw .unstable(offeredLoad: arrivalRate / (completionRates.last ?? 1), agents: agents)
    }
    var states = ChatStates(arrivalRate: arrivalRate, rates: completionRates, agents: agents)
    states.fill()
    if patience == .infinity {
      // Beyond the first waiting place each state is ρ times the one before.
      let tail = 1 / (1 - arrivalRate / fullRate)
      let all = states.idleWeight + tail
      let wait = arrivalRate == 0 || states.idleWeight == .infinity ? 0 : tail / all
      line = .patient(
        wait: wait,
        immediate: wait <= 0.5 ? 1 - wait : states.idleWeight / all,
        spareRate: fullRate - arrivalRate)
    } else {
      line = .impatient(
        ImpatientLine(
          arrivals: arrivalRate * patience, services: fullRate * patience,
          excess: (arrivalRate - fullRate) * patience,
          idleWeight: arrivalRate == 0 ? .infinity : states.idleWeight))
    }
    let idle = line.immediate
    let places = Double(agents * completionRates.count)
    chatsInService = arrivalRate == 0 ? 0 : idle * states.meanChats + (1 - idle) * places
    busyAgents = arrivalRate == 0 ? 0 : idle * states.meanBusy + (1 - idle) * Double(agents)
  }

  static func validate(
    _ arrivalRate: Double, _ completionRates: [Double], _ patience: Double
  ) throws(ErlangError) {
    guard arrivalRate >= 0, arrivalRate < .infinity else { throw .invalidRate(arrivalRate) }
    guard !completionRates.isEmpty else { throw .invalidCapacity(0) }
    for rate in completionRates {
      guard rate > 0, rate < .infinity else { throw .invalidRate(rate) }
    }
    guard patience > 0 else { throw .invalidPatience(patience) }
    // Beyond these the squares of rates in a patience leave the range of numbers.
    let finished = (completionRates.last ?? 0) * patience
    guard patience == .infinity || (finished > 1e-140 && finished < 1e140) else {
      throw .invalidPatience(patience)
    }
    guard patience == .infinity || arrivalRate * patience < 1e307 else {
      throw .invalidRate(arrivalRate)
    }
  }

  /// What waits when all places are taken.
  private enum Line: Equatable, Sendable {
    case patient(wait: Double, immediate: Double, spareRate: Double)
    case impatient(ImpatientLine)

    var immediate: Double {
      switch self {
      case .patient(_, let immediate, _): immediate
      case .impatient(let line): line.immediate
      }
    }
  }
}

extension ChatQueue {
  /// The fraction of chats that find every place taken.
  public var waitProbability: Double {
    switch line {
    case .patient(let wait, _, _): wait
    case .impatient(let line): line.waitProbability
    }
  }

  /// The fraction of chats that an agent takes at once.
  public var immediateAnswerProbability: Double { line.immediate }

  /// The fraction of chats that leave before an agent takes them.
  public var abandonmentProbability: Double {
    switch line {
    case .patient: 0
    case .impatient(let line): line.abandonmentProbability
    }
  }

  /// The fraction of chats that an agent takes.
  public var answerProbability: Double {
    switch line {
    case .patient: 1
    case .impatient(let line): line.answerProbability
    }
  }

  /// Nobody is turned away.
  public var blockingProbability: Double { 0 }

  /// The mean wait of chats that an agent takes [s].
  public var averageSpeedOfAnswer: Double {
    switch line {
    case .patient(let wait, _, let spareRate): wait / spareRate
    case .impatient(let line):
      patience * line.factor * line.whole.answeredWait / answerProbability
    }
  }

  /// The mean wait of chats that leave before an agent takes them [s]; a NaN where none does.
  public var meanWaitOfAbandoned: Double {
    switch line {
    case .patient: .nan
    case .impatient(let line): patience * (line.whole.abandonedWait / line.whole.abandoned)
    }
  }

  /// The mean wait of all chats [s], whatever becomes of them.
  public var meanWait: Double {
    switch line {
    case .patient: averageSpeedOfAnswer
    // Waiting chats leave at a constant rate.
    case .impatient: patience * abandonmentProbability
    }
  }

  /// The mean number of chats waiting.
  public var meanQueueLength: Double { arrivalRate * meanWait }

  /// The fraction of its time that an agent has at least one chat.
  public var occupancy: Double { busyAgents / Double(agents) }

  /// The fraction of places that are taken.
  public var slotUtilization: Double {
    chatsInService / Double(agents * completionRates.count)
  }

  /// The mean number of chats of an agent who has any; `0` where nobody calls.
  public var concurrency: Double { busyAgents == 0 ? 0 : chatsInService / busyAgents }

  /// The mean time from an agent's answer to the end of the chat [s]; a NaN where nobody calls.
  public var meanSessionTime: Double { chatsInService / (arrivalRate * answerProbability) }

  /// The fraction of chats that an agent takes within `threshold` [s].
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  public func answeredFraction(within threshold: Double) -> Double {
    precondition(threshold >= 0, "a waiting time is not negative")
    switch line {
    case .patient(let wait, let immediate, let spareRate):
      return immediate + wait * -expm1(-spareRate * threshold)
    case .impatient(let line):
      return line.immediate + line.factor * line.sums(from: 0, to: threshold / patience).answered
    }
  }

  /// The fraction of chats that leave within `threshold` [s].
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  public func abandonedFraction(within threshold: Double) -> Double {
    precondition(threshold >= 0, "a waiting time is not negative")
    guard case .impatient(let line) = line else { return 0 }
    let duration = threshold / patience
    return line.factor * line.sums(from: 0, to: duration).abandoned
      + ImpatientLine.patience(duration).leaves * line.waiting(beyond: duration)
  }

  /// The fraction of chats that still wait after `threshold` [s].
  ///
  /// - Precondition: `threshold` is not negative and not NaN.
  public func waitingFraction(after threshold: Double) -> Double {
    precondition(threshold >= 0, "a waiting time is not negative")
    switch line {
    case .patient(let wait, _, let spareRate): return wait * exp(-spareRate * threshold)
    case .impatient(let line):
      let duration = threshold / patience
      return exp(-duration) * line.waiting(beyond: duration)
    }
  }
}
