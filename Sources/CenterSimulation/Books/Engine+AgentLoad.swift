import EventKernel
import OutputAnalysis
import SpecialFunctions

extension Engine {
  /// The part of the time from `start` to now that lies in counted days [s].
  @inline(__always)
  private func countedTime(since start: Double) -> Double {
    max(0, min(now, plan.countedEnd) - max(start, plan.countedStart))
  }

  /// An agent takes a contact; `isFirst` if it held nothing, `counts` if it is one more handled.
  @inline(__always)
  mutating func beginWork(of agent: Int32, isFirst: Bool, counts: Bool) {
    if isFirst { agents[agent].busySince = now }
    if counts { agentLoads[agent].handled += 1 }
  }

  /// An agent has nothing in hand any more.
  @inline(__always)
  mutating func endWork(of agent: Int32) {
    agentLoads[agent].busy += countedTime(since: agents[agent].busySince)
  }

  /// An agent goes.
  mutating func endPresence(of agent: Int32) {
    agentLoads[agent].present += countedTime(since: agents[agent].presentSince)
    agents[agent].presentSince = .infinity
  }

  /// When everybody of a team has gone, the next to come are the first again.
  mutating func restoreOrder(ofTeam team: Int) {
    let most = plan.teams[team].mostPresent
    guard Int(absentCount[team]) == most else { return }
    let first = plan.teams[team].firstAgent
    for place in 0..<most { absentAgents[first + place] = Int32(first + most - 1 - place) }
  }

  /// The simulation is over: those at work are booked up to its end.
  mutating func closeAgentLoads() {
    for agent in 0..<agents.count where agents[agent].presentSince < .infinity {
      if agents[agent].held > 0 { endWork(of: Int32(agent)) }
      endPresence(of: Int32(agent))
    }
  }

  /// By team, the load of each agent.
  func loadsByTeam() -> [[AgentLoad]] {
    plan.teams.map { team in
      (team.firstAgent..<(team.firstAgent + team.mostPresent)).map { agentLoads[$0] }
    }
  }

  /// Where the loads of agents do not add up to their team's time, in words; `nil` when they do.
  func breachOfAgentLoads() -> String? {
    var totals = Array(repeating: TeamTally(), count: plan.teams.count)
    for cell in 0..<teamTallies.count { totals[cell % plan.teams.count] += teamTallies[cell] }
    for (team, total) in totals.enumerated() {
      var busy = CompensatedSum()
      var present = CompensatedSum()
      var handled = 0.0
      for agent in plan.teams[team].firstAgent..<endOfAgents(ofTeam: team) {
        busy.add(agentLoads[agent].busy)
        present.add(agentLoads[agent].present)
        handled += agentLoads[agent].handled
      }
      if !agree(busy.value, total.busy) || !agree(present.value, total.present)
        || handled != total.handled
      {
        return
          "the agents of team \(team) were busy for \(busy.value) s of \(present.value) s with "
          + "\(handled) contacts, the team says \(total)"
      }
    }
    return nil
  }

  private func endOfAgents(ofTeam team: Int) -> Int {
    plan.teams[team].firstAgent + plan.teams[team].mostPresent
  }
}
