import Center
import EventKernel
import Stochastics

extension Engine {
  /// An agent takes a contact. The service lane holds: talk, wrap-up, outcome, transfer.
  mutating func start(_ slot: Int32, with agent: Int32) {
    let team = agents[agent].team
    let queue = Int(issues[slot].queue)
    delist(agent)
    if agents[agent].held == 0 {
      teamStates[team].busy.change(by: 1, at: now - intervalStart)
      agents[agent].channel = plan.queues[queue].channel
    }
    teamStates[team].held.change(by: 1, at: now - intervalStart)
    if isCounting { teamStates[team].handled += 1 }

    drawService(slot, queue: queue)
    issues[slot].stage = .served
    issues[slot].servedSince = now
    if !plan.queues[queue].isDeferred {
      let wait = now - issues[slot].enteredQueueAt
      bookAnswer(slot, queue: queue, wait: wait, inTime: wait <= plan.queues[queue].within)
    }
    if plan.channels[Int(plan.queues[queue].channel)].limit > 1 {
      startSideBySide(slot, with: agent)
    } else {
      agents[agent].held = 1
      agents[agent].issue = slot
      schedule(Kind.serviceEnd, agent, at: now + issues[slot].talk + issues[slot].repeated)
    }
  }

  /// Draws what the service will take, and what will come of it.
  private mutating func drawService(_ slot: Int32, queue: Int) {
    let demandClass = Int(issues[slot].demandClass)
    let draw = random.lane(
      stream: plan.classes[demandClass].stream, day: issues[slot].day,
      issue: Int(issues[slot].number),
      kind: .service, occurrence: Int(issues[slot].services))
    issues[slot].services += 1
    issues[slot].talk = plan.classes[demandClass].copula.quantile(
      of: plan.queues[queue].talk, difficulty: issues[slot].difficulty, u: draw.u0,
      in: plan.sampling)
    let tellsAgain = issues[slot].contacts > 1 || issues[slot].isEscalated
    issues[slot].repeated = tellsAgain ? plan.repeatInformationTime : 0
    issues[slot].wrapUp = plan.queues[queue].wrapUp?.quantile(draw.u1, in: plan.sampling) ?? 0
    issues[slot].outcome = draw.u2
  }

  /// An agent's talk or wrap-up ends.
  mutating func endService(ofAgent agent: Int32) {
    if plan.channels[Int(agents[agent].channel)].limit > 1 { return endPhaseSideBySide(of: agent) }
    let slot = agents[agent].issue
    if slot >= 0 {
      let wrapUp = issues[slot].wrapUp
      agents[agent].issue = -1
      endTalk(slot)
      if wrapUp > 0 {
        return schedule(Kind.serviceEnd, agent, at: now + wrapUp)
      }
    }
    release(agent)
  }

  /// The agent has one contact less in hand, and looks for work.
  mutating func release(_ agent: Int32) {
    let team = agents[agent].team
    delist(agent)
    agents[agent].held -= 1
    teamStates[team].held.change(by: -1, at: now - intervalStart)
    if agents[agent].held == 0 {
      teamStates[team].busy.change(by: -1, at: now - intervalStart)
      agents[agent].channel = -1
    }
    lookForWork(agent)
  }

  /// The customer and the agent part: the issue is resolved, or it will come back.
  mutating func endTalk(_ slot: Int32) {
    let queue = Int(issues[slot].queue)
    let cell = Int(issues[slot].cell)
    if plan.queues[queue].isDeferred {
      let inTime = now <= issues[slot].dueAt
      bookAnswer(
        slot, queue: queue, wait: now - issues[slot].enteredQueueAt, inTime: inTime)
      if inTime, issues[slot].dueAt <= plan.calendar.horizon { queueTallies[cell].onTime += 1 }
    }
    queueTallies[cell].session += now - issues[slot].servedSince
    bookCost(slot, cell: cell)
    releaseTrunk(of: slot)
    let rate =
      plan.queues[queue].resolutionOfEasy
      + plan.queues[queue].resolutionSlope * issues[slot].difficulty
    if issues[slot].outcome < rate { finish(slot, .resolved) } else { comeBackUnresolved(slot) }
  }

  /// Books an answered contact whole, in the cell of its entry.
  private mutating func bookAnswer(_ slot: Int32, queue: Int, wait: Double, inTime: Bool) {
    let cell = Int(issues[slot].cell)
    queueTallies[cell].answered += 1
    queueTallies[cell].waitAnswered += wait
    if wait > 0 { queueTallies[cell].delayed += 1 }
    if inTime {
      queueTallies[cell].answeredWithin += 1
      if issues[slot].contacts == 1 { queueTallies[cell].firstAttemptsWithin += 1 }
    }
    queueTallies[cell].talk += issues[slot].talk
    queueTallies[cell].talkDrawn += issues[slot].talk
    queueTallies[cell].talkExpected += plan.queues[queue].talkMean
    queueTallies[cell].repeatedInformation += issues[slot].repeated
    queueTallies[cell].wrapUp += issues[slot].wrapUp
    book(wait: wait, of: queue, cell: cell, .answered)
  }
}
