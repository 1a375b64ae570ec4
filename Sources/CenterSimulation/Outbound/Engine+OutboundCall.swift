import Center
import EventKernel
import Stochastics

/// One outbound call, from the first ring to the end of the agent's work.
extension Engine {
  /// The draws of a record's present try: time to ring, whom it reaches, time to read before.
  func dialLane(_ slot: Int32) -> Lane { outboundLane(slot, .dial) }

  /// The draws of a try and of its conversation: talk, wrap-up. Tries count from 1.
  private func outboundLane(_ slot: Int32, _ kind: LaneKind) -> Lane {
    random.lane(
      stream: plan.campaigns[calls[slot].campaign].stream,
      day: plan.firstDay + calls[slot].day, issue: Int(calls[slot].number), kind: kind,
      occurrence: Int(calls[slot].tries))
  }

  /// An agent is busy with a record.
  mutating func reserve(_ agent: Int32, for slot: Int32) {
    let team = agents[agent].team
    delist(agent)
    agents[agent].held = 1
    beginWork(of: agent, isFirst: true, counts: false)
    note(.begins, agent)
    teamStates[team].begin(isFirst: true, at: now - intervalStart, counts: false)
    outboundAgents[team].change(by: 1, at: now - intervalStart)
    callOfAgent[agent] = slot
    calls[slot].agent = agent
  }

  /// It begins to ring.
  mutating func ring(_ slot: Int32) {
    let campaign = Int(calls[slot].campaign)
    let cell = campaignCell(campaign)
    campaignTallies[cell].dials += 1
    campaignTallies[cell].cost += plan.campaigns[campaign].cost.perDial
    calls[slot].cell = Int32(cell)
    calls[slot].stage = .ringing
    let end = now + plan.campaigns[campaign].ring.quantile(dialLane(slot).u0, in: plan.sampling)
    if calls[slot].agent >= 0 {
      schedule(Kind.serviceEnd, calls[slot].agent, at: end)
    } else {
      schedule(Kind.outbound, slot, at: end)
    }
  }

  /// The cell in which a dial that begins now is booked; the last row is of what does not count.
  private func campaignCell(_ campaign: Int) -> Int {
    let counted = plan.calendar.countedIntervals
    let row = isCounting ? interval - counted.lowerBound : counted.count
    return row * plan.campaigns.count + campaign
  }

  /// A phase of an agent's work for a campaign ends.
  mutating func endOutboundPhase(of agent: Int32) {
    let slot = callOfAgent[agent]
    switch calls[slot].stage {
    case .preview: return ring(slot)
    case .ringing where endRing(slot): return converse(slot)
    case .talking:
      campaignStates[calls[slot].campaign].records.settled += 1
      if calls[slot].wrapUp > 0 {
        calls[slot].stage = .wrapUp
        return schedule(Kind.serviceEnd, agent, at: now + calls[slot].wrapUp)
      }
      forgetCall(slot)
    case .wrapUp: forgetCall(slot)
    default: tryAgainLater(slot)
    }
    let team = agents[agent].team
    callOfAgent[agent] = -1
    outboundAgents[team].change(by: -1, at: now - intervalStart)
    bookOutboundTime(of: agent)
    release(agent)
  }

  /// It rings no more; returns whether somebody answered.
  private mutating func endRing(_ slot: Int32) -> Bool {
    let isReached = dialLane(slot).u1 < plan.campaigns[calls[slot].campaign].reach
    if isReached {
      campaignTallies[Int(calls[slot].cell)].reached += 1
    } else {
      campaignTallies[Int(calls[slot].cell)].unreached += 1
    }
    return isReached
  }

  /// Somebody who was reached and an agent begin to talk.
  mutating func converse(_ slot: Int32) {
    let agent = calls[slot].agent
    let campaign = Int(calls[slot].campaign)
    let cell = Int(calls[slot].cell)
    if isCounting {
      teamStates[agents[agent].team].handled += 1
      agentLoads[agent].handled += 1
    }
    let draw = outboundLane(slot, .service)
    var time: Double
    if dialLane(slot).u1 < plan.campaigns[campaign].rightParty {
      campaignTallies[cell].rightParty += 1
      calls[slot].stage = .talking
      time =
        plan.campaigns[campaign].talk.quantile(draw.u0, in: plan.sampling)
        * talkFactor(of: agent, for: campaign)
      calls[slot].wrapUp =
        plan.campaigns[campaign].wrapUp?.quantile(draw.u1, in: plan.sampling) ?? 0
    } else {
      campaignTallies[cell].wrongParty += 1
      calls[slot].stage = .wrongParty
      time = plan.campaigns[campaign].wrongParty.quantile(draw.u0, in: plan.sampling)
    }
    campaignTallies[cell].cost += plan.campaigns[campaign].cost.perMinute * time / 60
    schedule(Kind.serviceEnd, agent, at: now + time)
  }

  /// What this agent's talk for a campaign is multiplied by.
  private func talkFactor(of agent: Int32, for campaign: Int) -> Double {
    let team = Int(agents[agent].team)
    var factor = 1.0
    for place in plan.campaigns[campaign].teams where plan.dialingTeams[place].team == team {
      factor = plan.dialingTeams[place].handleTimeFactor
    }
    if plan.teams[team].factors.isNeutral { return factor }
    let step = plan.teams[team].factors.stepOfAgent[Int(agent) - plan.teams[team].firstAgent]
    return factor * plan.teams[team].factors.steps[Int(step)].handleTime
  }

  /// A call without an agent rings no more or waits no more, or a record is due again.
  mutating func continueCall(_ slot: Int32) {
    let campaign = Int(calls[slot].campaign)
    switch calls[slot].stage {
    case .ringing:
      guard endRing(slot) else {
        campaignStates[campaign].inFlight -= 1
        return tryAgainLater(slot)
      }
      calls[slot].stage = .waiting
      append(slot, to: \.waiting, of: campaign)
      calls[slot].patienceEnd = scheduleCancellable(
        Kind.outbound, slot, at: now + Campaign.patience)
    case .waiting:
      calls[slot].patienceEnd = .none
      // Whoever has become free at this instant takes it.
      serveReached(by: campaign)
      guard calls[slot].stage == .waiting else { return }
      _ = popReached(by: campaign)
      campaignTallies[Int(calls[slot].cell)].nuisance += 1
      campaignStates[campaign].records.nuisance += 1
      forgetCall(slot)
    default:
      append(slot, to: \.due, of: campaign)
    }
  }

  private mutating func append(
    _ slot: Int32, to list: WritableKeyPath<CampaignState, ListEnds>, of campaign: Int
  ) {
    let last = campaignStates[campaign][keyPath: list].last
    if last >= 0 {
      calls[last].next = slot
    } else {
      campaignStates[campaign][keyPath: list].first = slot
    }
    campaignStates[campaign][keyPath: list].last = slot
  }

  /// A try has not found the right party: there is another on the same day, or none.
  private mutating func tryAgainLater(_ slot: Int32) {
    let campaign = Int(calls[slot].campaign)
    let time = now + plan.campaigns[campaign].retryAfter
    let midnight = Double(calls[slot].day + 1) * Double(PlanningCalendar.dayLength)
    if calls[slot].tries >= plan.campaigns[campaign].tries {
      campaignStates[campaign].records.exhausted += 1
      forgetCall(slot)
    } else if time >= midnight {
      campaignStates[campaign].records.left += 1
      forgetCall(slot)
    } else {
      calls[slot].agent = -1
      calls[slot].stage = .away
      schedule(Kind.outbound, slot, at: time)
    }
  }

  /// Nothing will come of a record any more.
  mutating func forgetCall(_ slot: Int32) {
    calls[slot].stage = .absent
    callSlots.give(back: slot)
  }
}
