import Center
import EventKernel

/// How an agent works: what its talk times and resolution rates are multiplied by.
struct AgentFactors: BitwiseCopyable, Sendable {
  let handleTime: Double
  let resolution: Double
}

/// The factors of a team's agents and skills; empty where all are 1.
struct TeamFactors: Sendable {
  /// By queue: the team's factor times the skill's.
  let handleTimeOfQueue: [Double]
  /// By step of learning; and the step of each agent.
  let steps: [AgentFactors]
  let stepOfAgent: [UInt8]
  /// Reviews of the team's contacts; `nil` for none.
  let reviews: ReviewPlan?

  /// Whether every factor is 1, and stays so.
  let isNeutral: Bool

  init(_ center: Center, _ team: Team, queues: [Queue], agents: Int) {
    handleTimeOfQueue = queues.map { queue in
      let skill = team.skill(
        channel: center.channels[queue.channel].name,
        demandClass: center.demand[queue.demandClass].name)
      return team.handleTimeFactor * (skill?.handleTimeFactor ?? 1)
    }
    let proficiencies = center.proficiencies(of: team)
    steps = proficiencies.map {
      AgentFactors(handleTime: $0.handleTime, resolution: $0.resolution)
    }
    reviews = ReviewPlan(center, team)
    isNeutral =
      reviews == nil && handleTimeOfQueue.allSatisfy { $0 == 1 }
      && proficiencies.allSatisfy { $0.handleTime == 1 && $0.resolution == 1 }
    stepOfAgent = isNeutral ? [] : Self.steps(proficiencies.map(\.share), ofAgents: agents)
  }

  /// Every first few agents hold the shares as nearly as whole agents can: the next agent is of the
  /// step that lacks most.
  static func steps(_ shares: [Double], ofAgents count: Int) -> [UInt8] {
    var given = [Int](repeating: 0, count: shares.count)
    return (0..<count).map { agent in
      var best = 0
      var most = -Double.infinity
      for step in shares.indices {
        let lacking = shares[step] * Double(agent + 1) - Double(given[step])
        // A tie in the last bit goes to the earlier step.
        if lacking > most + 1e-9 { (best, most) = (step, lacking) }
      }
      given[best] += 1
      return UInt8(best)
    }
  }
}

extension Engine {
  /// The service as this agent of this team gives it, and as it goes.
  ///
  /// The rate of resolution is multiplied by dividing the uniform that is held against it.
  ///
  /// - Parameter isFirst: Whether the service begins with it, which may be reviewed; not with a
  ///   further reply of a conversation.
  mutating func adapt(
    _ service: inout Service, of slot: Int32, queue: Int32, to agent: Int32, isFirst: Bool = true
  ) {
    var factor = 1.0
    if uses(.voiceFallback) {
      factor = fallBackToVoice(slot)
      service.talk *= factor
    }
    if isFirst { sampleReview(of: slot, team: Int(agents[agent].team)) }
    factor *= adapt(&service, queue: queue, to: agent)
    setHandleTimeFactor(of: slot, factor)
  }

  /// Adapts a service to an agent, and returns what its talk was multiplied by.
  @inline(__always)
  private func adapt(_ service: inout Service, queue: Int32, to agent: Int32) -> Double {
    let team = Int(agents[agent].team)
    guard !plan.teams[team].factors.isNeutral else { return 1 }
    let number = Int(agent) - plan.teams[team].firstAgent
    let step = plan.teams[team].factors.stepOfAgent[number]
    let factors = plan.teams[team].factors.steps[Int(step)]
    var factor = plan.teams[team].factors.handleTimeOfQueue[queue] * factors.handleTime
    if let reviews = plan.teams[team].factors.reviews, now >= reviews.showsFrom {
      factor *= reviews.learnt.handleTime
      service.outcome /= reviews.learnt.resolution
    }
    service.talk *= factor
    service.outcome /= factors.resolution
    return factor
  }

  private mutating func setHandleTimeFactor(of slot: Int32, _ factor: Double) {
    if talkFactors.count < issues.count {
      talkFactors.append(repeating: 1, count: issues.count - talkFactors.count)
    }
    talkFactors[slot] = factor
  }

  /// The talk drawn for a service, whoever gives it [s].
  @inline(__always)
  func drawnTalk(of slot: Int32) -> Double {
    if uses(.toolEffects) { return toolEffects[slot].talkDrawn }
    return uses(.factors)
      ? issues[slot].service.talk / talkFactors[slot] : issues[slot].service.talk
  }
}
