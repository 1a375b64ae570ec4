import Center
import Erlang

/// The formulas of a team: how many agents keep its targets under a load.
struct TeamFormula {
  /// How its agents work.
  private enum Service {
    /// One contact at a time, or counted so.
    case single
    /// Side by side: what an agent with 1, 2, … chats works at.
    case chats(throughput: [Double])
  }

  private let service: Service
  private let targets: [QueueTarget]
  private let maxOccupancy: Double?
  private let absence: Double
  /// The mean patience [s]; `nil` where nobody hangs up.
  private let patience: Double?
  /// Why there is no answer: for any method, for Erlang A, for square-root staffing.
  private let gap: RequirementGap?
  private let gapOfErlangA: RequirementGap?
  private let gapOfSquareRoot: RequirementGap?
  private(set) var remarks: [RequirementRemark] = []

  init(_ work: TeamWork, center: Center) {
    let queues = work.live.map(\.queue)
    let concurrency = Set(queues.map { center.channels[$0.channel].concurrency })
    if concurrency.count == 1, let only = concurrency.first, only.limit > 1 {
      service = .chats(throughput: only.throughput)
    } else {
      service = .single
    }
    maxOccupancy = center.teams[work.team].maxOccupancy
    absence = center.teams[work.team].absence
    var targets: [QueueTarget] = []
    var isUsual = true
    var isImpossible = false
    for queue in queues {
      guard let target = center.target(of: queue) else { continue }
      isImpossible = isImpossible || target.serviceLevel >= 1
      let wanted = QueueTarget(target, on: center.channels[queue.channel])
      if case .serviceLevel(_, _, let counting) = wanted {
        isUsual = isUsual && counting == .ofOffered
      }
      if !targets.contains(wanted) { targets.append(wanted) }
    }
    self.targets = targets
    if targets.count > 1 { remarks.append(.targetsDiffer) }
    gap =
      queues.isEmpty
      ? nil
      : isImpossible
        ? .everybodyInTime : targets.isEmpty && maxOccupancy == nil ? .noTarget : nil
    gapOfSquareRoot = isUsual ? nil : .otherServiceLevel

    var (weighted, contacts) = (0.0, 0.0)
    let means = queues.map { center.meanPatience(in: $0) }
    for (flow, mean) in zip(work.live, means) {
      let count = flow.arrivals.reduce(0, +)
      contacts += count
      weighted += count * (mean ?? 0)
    }
    if queues.contains(where: { center.channels[$0.channel].medium.isInTurns }) {
      gapOfErlangA = .hangsUpInTurns
    } else if means.allSatisfy({ $0 == nil }) {
      gapOfErlangA = .nobodyHangsUp
    } else {
      gapOfErlangA = means.contains(nil) ? .someNeverHangUp : nil
    }
    patience = gapOfErlangA == nil && contacts > 0 ? weighted / contacts : nil
    if patience != nil {
      if !queues.allSatisfy({ center.hasExponentialPatience(in: $0) }) {
        remarks.append(.patienceByMean)
      }
      if Set(means).count > 1 { remarks.append(.patienceDiffers) }
    }
  }

  /// Why a method has no answer, whatever the load.
  func gap(_ method: RequirementMethod, hasLiveWork: Bool) -> RequirementGap? {
    guard hasLiveWork else { return nil }
    switch method {
    case .erlangA: return gap ?? gapOfErlangA
    case .squareRoot: return gap ?? gapOfSquareRoot
    default: return gap
    }
  }

  /// The smallest number of scheduled agents that keeps every target, and the largest occupancy.
  ///
  /// Work that is answered later takes agents beside those of the live load; those who are absent
  /// for the day are made up for on average.
  func required(
    _ method: RequirementMethod, live: PeriodLoads.Load, deferred: Double
  ) throws(ErlangError) -> Int {
    let there = try present(method, live: live, deferred: deferred)
    let scheduled = (Double(there) / (1 - absence) - 1e-9).rounded(.up)
    guard scheduled <= Double(Center.mostAgents) else {
      throw .limitExceeded(offeredLoad: live.load + deferred, limit: Center.mostAgents)
    }
    return Int(scheduled)
  }

  private func present(
    _ method: RequirementMethod, live: PeriodLoads.Load, deferred: Double
  ) throws(ErlangError) -> Int {
    let patience = method == .erlangC ? nil : patience
    var agents = 0
    if live.load > 0, live.handleTime > 0 {
      agents = try forTargets(method, live, patience)
    }
    // 4 × 0.25 may land a last bit above 1; it means 1.
    let beside = max(0, (deferred - 1e-9).rounded(.up))
    let all = max(0, (Double(agents) + deferred - 1e-9).rounded(.up))
    guard all <= Double(ErlangC.largestAgents) else {
      throw .limitExceeded(offeredLoad: live.load + deferred, limit: ErlangC.largestAgents)
    }
    guard let maxOccupancy, all > 0 else { return Int(all) }
    let most = ((busyAtMost(live) + deferred) / maxOccupancy).rounded(.up) + 1
    guard most <= Double(ErlangC.largestAgents) else {
      throw .limitExceeded(offeredLoad: live.load + deferred, limit: ErlangC.largestAgents)
    }
    var (low, high) = (Int(all), max(Int(all), Int(most)))
    while low < high {
      let middle = low + (high - low) / 2
      let busy = try busy(method, live, patience, agents: middle - Int(beside))
      if (busy + deferred) / Double(middle) <= maxOccupancy {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  private func forTargets(
    _ method: RequirementMethod, _ live: PeriodLoads.Load, _ patience: Double?
  ) throws(ErlangError) -> Int {
    var agents = 1
    switch (service, method) {
    case (.single, .squareRoot):
      for case .serviceLevel(let level, let threshold, _) in targets {
        agents = max(
          agents,
          try LargeGroupApproximation.requiredAgents(
            offeredLoad: live.load, handleTime: live.handleTime,
            patience: patience ?? .infinity, serviceLevel: level, within: threshold))
      }
    case (.chats(let throughput), .squareRoot):
      // Every place an agent of its own.
      let places = Double(throughput.count)
      for case .serviceLevel(let level, let threshold, _) in targets {
        let needed = try LargeGroupApproximation.requiredAgents(
          offeredLoad: live.load * places, handleTime: live.handleTime * places,
          patience: patience ?? .infinity, serviceLevel: level, within: threshold)
        agents = max(agents, (needed + throughput.count - 1) / throughput.count)
      }
    case (.single, _):
      agents = max(
        agents,
        try QueueTarget.requiredAgents(
          for: targets, offeredLoad: live.load, handleTime: live.handleTime, patience: patience))
    case (.chats(let throughput), _):
      let (rate, completions) = chats(live, throughput)
      for target in targets {
        agents = max(
          agents,
          try ChatQueue.requiredAgents(
            arrivalRate: rate, completionRates: completions, patience: patience ?? .infinity,
            target: target))
      }
    }
    // Whoever hangs up need not be carried; whoever waits for ever must be.
    return patience == nil ? max(agents, Int(live.load.rounded(.down)) + 1) : agents
  }

  /// The arrivals of chats [1/s], and the rates at which agents finish them.
  private func chats(_ live: PeriodLoads.Load, _ throughput: [Double]) -> (Double, [Double]) {
    let work = live.handleTime * (throughput.last ?? 1)
    return (live.load / live.handleTime, throughput.map { $0 / work })
  }

  /// What agents are busy at most with a load: one chat at a time.
  private func busyAtMost(_ live: PeriodLoads.Load) -> Double {
    guard case .chats(let throughput) = service else { return live.load }
    return live.load * (throughput.last ?? 1) / (throughput.min() ?? 1)
  }

  /// The mean number of agents who have a contact in hand.
  private func busy(
    _ method: RequirementMethod, _ live: PeriodLoads.Load, _ patience: Double?, agents: Int
  ) throws(ErlangError) -> Double {
    guard live.load > 0, agents > 0 else { return live.load }
    if case .chats(let throughput) = service {
      let (rate, completions) = chats(live, throughput)
      return try ChatQueue(
        arrivalRate: rate, completionRates: completions, agents: agents,
        patience: patience ?? .infinity
      ).busyAgents
    }
    guard let patience, method != .squareRoot else { return live.load }
    return live.load
      * (try ErlangA(
        offeredLoad: live.load, handleTime: live.handleTime, patience: patience, agents: agents
      ).answerProbability)
  }
}

extension QueueTarget {
  /// The promise of a channel, as the formulas count. First attempts are all contacts here, and
  /// every reply is one.
  init(_ target: Target, on channel: Channel) {
    let counting: ServiceLevelDefinition =
      switch target.formula(on: channel.medium) {
      case .ofOffered, .ofFirstAttempts, .ofReplies: .ofOffered
      case .excludingAbandonsInTime: .excludingAbandonsInTime
      case .abandonsInTimeAsMet: .abandonsInTimeAsMet
      case .ofAnswered: .ofAnswered
      case .excludingShortAbandons: .excludingAbandons(within: channel.shortAbandonment)
      case .ofEntered: .ofEntered
      }
    self = .serviceLevel(target.serviceLevel, within: target.within, counting: counting)
  }
}
