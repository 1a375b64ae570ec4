import Center
import EventKernel
import Stochastics

extension Engine {
  /// An agent takes a contact. The service lane holds: talk, wrap-up, outcome, transfer.
  mutating func start(_ slot: Int32, with agent: Int32) {
    if uses(.unusualWaits) {
      if issues[slot].stage == .silent { return detectSilence(slot, with: agent) }
      if issues[slot].stage == .virtual { return dial(slot, with: agent) }
      if plan.queues[issues[slot].queue].isInTurns { return reply(to: slot, with: agent) }
    }
    if uses(.interruptions), goesOn(slot, with: agent) { return }
    take(slot, with: agent, counts: isCounting)
    beginService(of: slot, with: agent, isCallback: false)
  }

  /// The customer and an agent who has the contact in hand begin to talk.
  @inline(__always)
  mutating func beginService(of slot: Int32, with agent: Int32, isCallback: Bool) {
    let queue = issues[slot].queue
    var service = drawnService(of: slot, queue: queue)
    if uses(.toolEffects) { ease(&service, of: slot) }
    if uses(.factors) { adapt(&service, of: slot, queue: queue, to: agent) }
    if uses(.transfers), handOns[slot].escort >= 0 { takeOver(slot, &service) }
    issues[slot].begin(service, at: now)
    traceStart(slot, agent: agent)
    issues[slot].hasToldStory = true
    if !plan.queues[queue].isDeferred {
      let wait = now - issues[slot].enteredQueueAt
      bookAnswer(
        slot, service, queue: queue, wait: wait,
        inTime: isWithin(plan.queues[queue].within, slot), isCallback: isCallback)
    }
    serve(slot, with: agent)
  }

  /// An agent has one contact more in hand; `counts` if it is one that counts as handled.
  @inline(__always)
  mutating func take(_ slot: Int32, with agent: Int32, counts: Bool) {
    let team = agents[agent].team
    if uses(.interruptions) { layAside(agent) }
    delist(agent)
    if agents[agent].held == 0 {
      agents[agent].channel = plan.queues[issues[slot].queue].channel
    }
    let isFirst = agents[agent].held == 0 && !(uses(.interruptions) && desks[agent].isUsed)
    beginWork(of: agent, isFirst: isFirst, counts: counts)
    if isFirst { note(.begins, agent) }
    teamStates[team].begin(isFirst: isFirst, at: now - intervalStart, counts: counts)
  }

  /// The service that the record holds begins.
  @inline(__always)
  mutating func serve(_ slot: Int32, with agent: Int32) {
    if uses(.sideBySide), plan.channels[agents[agent].channel].limit > 1 {
      startSideBySide(slot, with: agent)
    } else {
      agents[agent].hold(slot)
      scheduleEnd(
        of: agent, at: now + issues[slot].service.talk + issues[slot].service.repeated)
      if uses(.interruptions) { allowInterruption(of: agent) }
    }
  }

  /// The draws of the issue's next service: talk, wrap-up, outcome, transfer.
  @inline(__always)
  func serviceLane(of slot: Int32) -> Lane {
    random.lane(
      stream: plan.classes[issues[slot].demandClass].stream, day: issues[slot].day,
      issue: Int(issues[slot].number), kind: .service, occurrence: Int(issues[slot].services))
  }

  /// Draws what the service will take, and what will come of it.
  @inline(__always)
  mutating func drawnService(of slot: Int32, queue: Int32) -> Service {
    // The difficulty goes with the issue's class, which need not be that of the queue.
    let mean =
      plan.classes[issues[slot].demandClass].copula.correlation == 0
      ? plan.queues[queue].exponentialTalk : 0
    let draws =
      issues[slot].services == 0
      ? issues[slot].firstService : laterServiceDraws(of: slot, takesHazard: mean > 0)
    return Service(
      talk: mean > 0 ? mean * draws.talkHazard : talkTime(of: slot, queue: queue, u: draws.talk),
      repeated: issues[slot].hasToldStory ? plan.repeatInformationTime : 0,
      wrapUp: plan.queues[queue].wrapUp?.quantile(draws.wrapUp, in: plan.sampling) ?? 0,
      outcome: draws.outcome)
  }

  /// A talk time that is not exponential, or goes with the difficulty.
  @inline(__always)
  private func talkTime(of slot: Int32, queue: Int32, u: Double) -> Double {
    plan.classes[issues[slot].demandClass].copula.quantile(
      of: plan.queues[queue].talk, difficulty: issues[slot].difficulty, u: u, in: plan.sampling)
  }

  /// Those of a service that is not the issue's first.
  @inline(never)
  private mutating func laterServiceDraws(
    of slot: Int32, takesHazard: Bool
  ) -> ServiceDraws {
    let lane = serviceLane(of: slot)
    return ServiceDraws(
      lane, talkHazard: takesHazard ? Exponential.unitQuantile(lane.u0) : 0)
  }

  /// An agent's talk or wrap-up ends.
  @inline(__always)
  mutating func endService(ofAgent agent: Int32) {
    if uses(.outbound), callOfAgent[agent] >= 0 { return endOutboundPhase(of: agent) }
    if uses(.sideBySide), plan.channels[agents[agent].channel].limit > 1 {
      return endPhaseSideBySide(of: agent)
    }
    if uses(.interruptions) { agents[agent].nextEnd = .none }
    let slot = agents[agent].issue
    if slot >= 0 {
      if uses(.callbacks), issues[slot].stage == .dialed { return endDial(slot, by: agent) }
      if uses(.transfers), handsOverWarmly(slot, agent: agent) { return }
      if uses(.conversations), awaitsCustomer(of: slot, agent: agent) { return }
      let wrapUp = issues[slot].service.wrapUp
      agents[agent].issue = -1
      endTalk(slot)
      if wrapUp > 0 {
        return scheduleEnd(of: agent, at: now + wrapUp)
      }
    }
    release(agent)
  }

  /// The agent has one contact less in hand, and looks for work.
  mutating func release(_ agent: Int32) {
    let team = agents[agent].team
    delist(agent)
    let isLast = agents[agent].letGo() && !(uses(.interruptions) && keepsDesk(agent))
    if isLast { endWork(of: agent) }
    if isLast { note(.ends, agent) }
    teamStates[team].end(isLast: isLast, at: now - intervalStart)
    lookForWork(agent)
  }

  /// The customer and the agent part: the issue is resolved, or it will come back.
  mutating func endTalk(_ slot: Int32) {
    if uses(.silentAbandonment), issues[slot].stage == .detected { return forget(slot) }
    let queue = issues[slot].queue
    let cell = Int(issues[slot].cell)
    if plan.queues[queue].isDeferred {
      let inTime = now <= issues[slot].dueAt
      bookAnswer(
        slot, issues[slot].service, queue: queue, wait: now - issues[slot].enteredQueueAt,
        inTime: inTime, isCallback: false)
      if inTime, issues[slot].dueAt <= plan.calendar.horizon { queueTallies[cell].onTime += 1 }
    }
    queueTallies[cell].session += now - issues[slot].servedSince
    if uses(.transfers), passesOn(slot) { return }
    bookCost(slot, cell: cell)
    releaseTrunk(of: slot)
    let rate =
      plan.queues[queue].resolutionOfEasy
      + plan.queues[queue].resolutionSlope * issues[slot].difficulty
    if issues[slot].service.outcome < rate {
      trace(slot, .resolved)
      finish(slot, .resolved)
    } else {
      trace(slot, .unresolved)
      comeBackUnresolved(slot)
    }
  }

  /// Books an answered contact whole, in the cell of its entry.
  @inline(__always)
  private mutating func bookAnswer(
    _ slot: Int32, _ service: Service, queue: Int32, wait: Double, inTime: Bool, isCallback: Bool
  ) {
    let cell = Int(issues[slot].cell)
    queueTallies[cell].bookAnswer(
      service, drawn: drawnTalk(of: slot), talkMean: plan.queues[queue].talkMean,
      wait: wait, inTime: inTime, isFirstAttempt: isFirstAttempt(slot), isCallback: isCallback)
    book(wait: wait, of: queue, cell: cell, .answered)
  }
}
