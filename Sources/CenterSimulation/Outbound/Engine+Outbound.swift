import Center
import EventKernel
import Stochastics

/// Outbound campaigns: which agents dial, and when.
///
/// Dialing comes last at an instant, after everything that brings agents customers of their own or
/// takes them away: inbound goes first.
extension Engine {
  /// After each event: if an agent may dial now, dialing is due at this instant.
  @inline(never)
  mutating func considerDialing() {
    guard !isDialingDue, interval >= 0, interval < plan.calendar.simulatedIntervals else { return }
    let day = Int32(interval / plan.calendar.intervalsPerDay)
    if day != outboundDay { beginLists(ofDay: day) }
    for campaign in plan.campaigns.indices where maySomebodyDial(for: campaign) {
      isDialingDue = true
      return schedule(Kind.dialing, 0, at: now)
    }
  }

  /// A new day has new lists; what is left of the old ones is left.
  private mutating func beginLists(ofDay day: Int32) {
    outboundDay = day
    for campaign in plan.campaigns.indices {
      campaignStates[campaign].begun = 0
      while campaignStates[campaign].due.first >= 0 {
        let slot = popDue(of: campaign)
        campaignStates[campaign].records.left += 1
        forgetCall(slot)
      }
    }
  }

  private mutating func maySomebodyDial(for campaign: Int) -> Bool {
    let isWaiting = campaignStates[campaign].waiting.first >= 0
    guard isWaiting || hasRecord(campaign) else { return false }
    let spare = spareAgents(for: campaign)
    if isWaiting, spare > 0 { return true }
    return hasRecord(campaign) && mayDial(campaign, spare: spare)
  }

  /// Whether a campaign is open and has somebody to dial.
  private mutating func hasRecord(_ campaign: Int) -> Bool {
    guard plan.campaigns[campaign].hours.isOpen(inInterval: interval) else { return false }
    return campaignStates[campaign].due.first >= 0
      || campaignStates[campaign].begun < plan.campaigns[campaign].list
  }

  private mutating func mayDial(_ campaign: Int, spare: Int32) -> Bool {
    plan.campaigns[campaign].callsInFlight(spare: spare).map {
      campaignStates[campaign].inFlight < $0
    } ?? (spare > 0)
  }

  /// Agents who are idle beyond those whom their teams keep idle.
  private mutating func spareAgents(for campaign: Int) -> Int32 {
    var spare: Int32 = 0
    for place in plan.campaigns[campaign].teams { spare += spareAgents(ofDialers: place) }
    return spare
  }

  private mutating func spareAgents(ofDialers place: Int) -> Int32 {
    if now < plan.dialingTeams[place].worksFrom { return 0 }
    let team = Int32(plan.dialingTeams[place].team)
    // Those due to leave stay only for customers of a closed channel.
    if teamStates[team].leaving > 0, mustStay(team: team) { return 0 }
    return max(0, teamStates[team].idle.level - plan.dialingTeams[place].keepIdle)
  }

  /// The agent of a team who has been idle longest, if one may dial.
  private mutating func spareAgent(ofDialers place: Int) -> Int32? {
    guard spareAgents(ofDialers: place) > 0 else { return nil }
    return agentLists[plan.teams[plan.dialingTeams[place].team].idleList].first
  }

  /// Agents take those who were reached and wait for one; then they dial, and dialers do.
  mutating func dial() {
    isDialingDue = false
    for campaign in plan.campaigns.indices { serveReached(by: campaign) }
    for place in plan.dialingTeams.indices {
      let campaign = plan.dialingTeams[place].campaign
      if case .predictive = plan.campaigns[campaign].mode {
        if place == plan.campaigns[campaign].teams[0] { dialAhead(campaign) }
        continue
      }
      while hasRecord(campaign), let agent = spareAgent(ofDialers: place) {
        let slot = nextRecord(of: campaign)
        reserve(agent, for: slot)
        if case .preview(let time) = plan.campaigns[campaign].mode {
          calls[slot].stage = .preview
          schedule(
            Kind.serviceEnd, agent, at: now + time.quantile(dialLane(slot).u2, in: plan.sampling))
        } else {
          ring(slot)
        }
      }
    }
  }

  /// A predictive dialer rings as many as its ratio allows for the agents free now.
  private mutating func dialAhead(_ campaign: Int) {
    while hasRecord(campaign), mayDial(campaign, spare: spareAgents(for: campaign)) {
      let slot = nextRecord(of: campaign)
      campaignStates[campaign].inFlight += 1
      ring(slot)
    }
  }

  /// Those who were reached get agents, the first reached first.
  mutating func serveReached(by campaign: Int) {
    for place in plan.campaigns[campaign].teams {
      while campaignStates[campaign].waiting.first >= 0,
        let agent = spareAgent(ofDialers: place)
      {
        let slot = popReached(by: campaign)
        if calls[slot].patienceEnd != .none { events.cancel(calls[slot].patienceEnd) }
        calls[slot].patienceEnd = .none
        reserve(agent, for: slot)
        converse(slot)
      }
    }
  }

  /// The record to dial next: one that is due again, else the next of the list.
  private mutating func nextRecord(of campaign: Int) -> Int32 {
    if campaignStates[campaign].due.first >= 0 {
      let slot = popDue(of: campaign)
      calls[slot].tries += 1
      return slot
    }
    campaignStates[campaign].begun += 1
    campaignStates[campaign].records.begun += 1
    let slot = callSlots.take()
    let call = OutboundCall(
      campaign: Int32(campaign), day: outboundDay, number: campaignStates[campaign].begun, tries: 1)
    if Int(slot) == calls.count { calls.append(call) } else { calls[slot] = call }
    return slot
  }

  private mutating func popDue(of campaign: Int) -> Int32 {
    let slot = campaignStates[campaign].due.first
    campaignStates[campaign].due.first = calls[slot].next
    if calls[slot].next < 0 { campaignStates[campaign].due.last = -1 }
    calls[slot].next = -1
    return slot
  }

  /// Takes whoever was reached first out of those who wait for an agent.
  mutating func popReached(by campaign: Int) -> Int32 {
    let slot = campaignStates[campaign].waiting.first
    campaignStates[campaign].waiting.first = calls[slot].next
    if calls[slot].next < 0 { campaignStates[campaign].waiting.last = -1 }
    calls[slot].next = -1
    campaignStates[campaign].inFlight -= 1
    return slot
  }
}
