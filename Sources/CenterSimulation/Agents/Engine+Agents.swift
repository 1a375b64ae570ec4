import EventKernel

extension Engine {
  /// The schedule of the interval in hand asks a team for more or fewer agents.
  mutating func followSchedule(ofTeam team: Int) {
    let difference = scheduleDifference(ofTeam: team)
    if difference < 0 {
      schedule(Kind.agentsLeave, Int32(team), at: now)
    } else if difference > 0 {
      schedule(Kind.agentsCome, Int32(team), at: now)
    }
  }

  private func scheduleDifference(ofTeam team: Int) -> Int32 {
    teamStates[team].scheduled - (teamStates[team].present.level - teamStates[team].leaving)
  }

  /// Agents leave: those idle longest first, then whoever finishes first.
  ///
  /// While a channel that promised to serve its queue has closed, but customers are still in its
  /// self-service, they stay until the last of those has been served.
  mutating func agentsLeave(team: Int32) {
    let surplus = -scheduleDifference(ofTeam: Int(team))
    // A step and a rule may have asked at the same instant.
    guard surplus > 0 else { return }
    teamStates[team].changeLeaving(by: surplus, at: now - intervalStart)
    if plan.teams[team].slotsEach > 1 { tellToLeave(Int(surplus), of: Int(team)) }
    dismissIdle(ofTeam: team)
  }

  /// Those due to leave who hold nothing go, unless they must stay or somebody waits whom they
  /// promised to serve.
  mutating func dismissIdle(ofTeam team: Int32) {
    if mustStay(team: team) { return }
    var agent = agentLists[plan.teams[team].idleList].first
    while agent >= 0, teamStates[team].leaving > 0 {
      let next = agents[agent].next
      if isLeaving(agent) {
        let slot = contact(forTeam: team, held: 0, channel: -1, isLeaving: true)
        if slot >= 0 {
          takeFromLine(slot, with: agent)
        } else {
          leave(agent)
          teamStates[team].changeLeaving(by: -1, at: now - intervalStart)
        }
      }
      agent = next
    }
  }

  /// Whether customers in the self-service of a closed channel may still come to this team.
  func mustStay(team: Int32) -> Bool {
    for channel in plan.teams[team].channelsServedAtClose
    where sessions[channel] > 0 && !plan.channels[channel].hours.isOpen(inInterval: interval)
      && (!uses(.datedSkills) || serves(team, channel: channel))
    {
      return true
    }
    return false
  }

  /// Where agents work side by side, an agent may hold some chat all day; those with the fewest
  /// contacts take nothing new until they have finished. The idle come before all.
  private mutating func tellToLeave(_ count: Int, of team: Int) {
    var left = count
    var idle = agentLists[plan.teams[team].idleList].first
    while idle >= 0, left > 0 {
      agents[idle].isLeaving = true
      left -= 1
      idle = agents[idle].next
    }
    for held in 1...max(1, plan.mostHeld) where left > 0 {
      for agent in agents(ofTeam: team) where left > 0 {
        guard agents[agent].held == Int32(held), !agents[agent].isLeaving else { continue }
        agents[agent].isLeaving = true
        delist(agent)
        left -= 1
      }
    }
  }

  /// The agents who were told to leave stay after all; those with the most contacts first.
  private mutating func tellToStay(_ count: Int, of team: Int) {
    var left = count
    for held in (1...max(1, plan.mostHeld)).reversed() where left > 0 {
      for agent in agents(ofTeam: team) where left > 0 {
        guard agents[agent].held == Int32(held), agents[agent].isLeaving else { continue }
        agents[agent].isLeaving = false
        if canHoldMore(agent) { lookForWork(agent) }
        if uses(.interruptions) { allowInterruptionAgain(of: agent) }
        left -= 1
      }
    }
    var idle = agentLists[plan.teams[team].idleList].first
    while idle >= 0, left > 0 {
      if agents[idle].isLeaving {
        agents[idle].isLeaving = false
        left -= 1
      }
      idle = agents[idle].next
    }
  }

  private func agents(ofTeam team: Int) -> Range<Int32> {
    let first = Int32(plan.teams[team].firstAgent)
    return first..<(first + Int32(plan.teams[team].mostPresent))
  }

  /// Agents come; those who were about to leave stay first.
  mutating func agentsCome(team: Int32) {
    var missing = scheduleDifference(ofTeam: Int(team))
    guard missing > 0 else { return }
    let staying = min(missing, teamStates[team].leaving)
    teamStates[team].changeLeaving(by: -staying, at: now - intervalStart)
    if plan.teams[team].slotsEach > 1 { tellToStay(Int(staying), of: Int(team)) }
    missing -= staying
    for _ in 0..<missing {
      absentCount[team] -= 1
      let agent = absentAgents[firstAgent(ofTeam: Int(team)) + Int(absentCount[team])]
      agents[agent] = AgentRecord(team: team)
      agents[agent].presentSince = now
      note(.comes, agent)
      teamStates[team].present.change(by: 1, at: now - intervalStart)
      lookForWork(agent)
    }
  }

  /// An agent that holds nothing goes home.
  mutating func leave(_ agent: Int32) {
    let team = agents[agent].team
    delist(agent)
    note(.leaves, agent)
    teamStates[team].present.change(by: -1, at: now - intervalStart)
    absentAgents[firstAgent(ofTeam: Int(team)) + Int(absentCount[team])] = agent
    absentCount[team] += 1
    endPresence(of: agent)
    restoreOrder(ofTeam: Int(team))
  }

  private func firstAgent(ofTeam team: Int) -> Int { plan.teams[team].firstAgent }

  /// The agent stands at the end of the list of those who hold as much.
  @inline(__always)
  mutating func enlist(_ agent: Int32) {
    let team = agents[agent].team
    let held = agents[agent].held
    let list =
      held == 0
      ? plan.teams[team].idleList
      : plan.teams[team].chatLists[Int(agents[agent].channel)] + held - 1
    agents[agent].list = list
    agents[agent].listedSince = now
    agents[agent].previous = agentLists[list].last
    agents[agent].next = -1
    if agentLists[list].last >= 0 {
      agents[agentLists[list].last].next = agent
    } else {
      agentLists[list].first = agent
    }
    agentLists[list].last = agent
    if held == 0 { teamStates[team].idle.change(by: 1, at: now - intervalStart) }
  }

  /// The agent leaves its list, if it stands in one.
  @inline(__always)
  mutating func delist(_ agent: Int32) {
    let list = agents[agent].list
    guard list >= 0 else { return }
    let previous = agents[agent].previous
    let next = agents[agent].next
    if previous >= 0 { agents[previous].next = next } else { agentLists[list].first = next }
    if next >= 0 { agents[next].previous = previous } else { agentLists[list].last = previous }
    agents[agent].list = -1
    if agents[agent].held == 0 {
      teamStates[agents[agent].team].idle.change(by: -1, at: now - intervalStart)
    }
  }
}
