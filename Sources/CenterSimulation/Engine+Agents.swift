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
    plan.teams[team].present[interval]
      - (teamStates[team].present.level - teamStates[team].leaving.level)
  }

  /// Agents leave: those idle longest first, then whoever finishes first.
  mutating func agentsLeave(team: Int32) {
    var surplus = -scheduleDifference(ofTeam: Int(team))
    let idle = plan.teams[Int(team)].idleList
    while surplus > 0, agentLists[idle].first >= 0 {
      leave(agentLists[idle].first)
      surplus -= 1
    }
    teamStates[team].leaving.change(by: surplus, at: now - intervalStart)
    if plan.teams[Int(team)].slotsEach > 1 { tellToLeave(Int(surplus), of: Int(team)) }
  }

  /// Where agents work side by side, an agent may hold some chat all day; those with the fewest
  /// contacts take nothing new until they have finished.
  private mutating func tellToLeave(_ count: Int, of team: Int) {
    var left = count
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
        if held < plan.channels[Int(agents[agent].channel)].limit { lookForWork(agent) }
        left -= 1
      }
    }
  }

  private func agents(ofTeam team: Int) -> Range<Int32> {
    let first = Int32(plan.teams[team].firstAgent)
    return first..<(first + Int32(plan.teams[team].mostPresent))
  }

  /// Agents come; those who were about to leave stay first.
  mutating func agentsCome(team: Int32) {
    var missing = scheduleDifference(ofTeam: Int(team))
    let staying = min(missing, teamStates[team].leaving.level)
    teamStates[team].leaving.change(by: -staying, at: now - intervalStart)
    if plan.teams[Int(team)].slotsEach > 1 { tellToStay(Int(staying), of: Int(team)) }
    missing -= staying
    for _ in 0..<missing {
      absentCount[team] -= 1
      let agent = absentAgents[firstAgent(ofTeam: Int(team)) + Int(absentCount[team])]
      agents[agent] = AgentRecord(team: team)
      teamStates[team].present.change(by: 1, at: now - intervalStart)
      lookForWork(agent)
    }
  }

  /// An agent that holds nothing goes home.
  mutating func leave(_ agent: Int32) {
    let team = agents[agent].team
    delist(agent)
    teamStates[team].present.change(by: -1, at: now - intervalStart)
    absentAgents[firstAgent(ofTeam: Int(team)) + Int(absentCount[team])] = agent
    absentCount[team] += 1
  }

  private func firstAgent(ofTeam team: Int) -> Int { plan.teams[team].firstAgent }

  /// The agent stands at the end of the list of those who hold as much.
  @inline(__always)
  mutating func enlist(_ agent: Int32) {
    let team = agents[agent].team
    let held = agents[agent].held
    let list =
      held == 0
      ? plan.teams[Int(team)].idleList
      : plan.teams[Int(team)].chatLists[Int(agents[agent].channel)] + held - 1
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
