import Center
import CenterSimulation
public import Experiments

extension Report {
  /// `agent_load.csv`: what each agent of each team had to do, in an average replication.
  ///
  /// Agents who were present in no replication have no row.
  public static func agentLoad(_ results: [DesignResult]) -> Report {
    let columns = [
      KeyColumns.scenario,
      Column("team", "Team", .text, isKey: true, meaning: "The name of the team."),
      Column(
        "agent", "Agent", .integer, isKey: true,
        meaning: "The agent's number within the team, by the order of coming in the morning."),
      Column(
        "handled", "Handled", .number(decimals: 1),
        meaning: "Contacts that the agent began to serve."),
      Column(
        "busy_s", "Busy", .number(decimals: 0), unit: "s",
        meaning: "Time with a contact or a wrap-up in hand."),
      Column(
        "present_s", "Present", .number(decimals: 0), unit: "s",
        meaning: "Time on the floor, busy or idle."),
      Column(
        "occupancy", "Occupancy", .share(decimals: 1), meaning: "Busy / present."),
    ]
    return Report(name: "agent_load", title: "Load of agents", columns: columns) { emit in
      for result in results {
        let replications = Double(result.replications)
        for (team, place) in result.center.teams.enumerated() {
          for (agent, load) in result.agents(ofTeam: team).enumerated() where load.present > 0 {
            let isAlive = emit([
              .text(result.center.name), .text(place.name), .integer(agent + 1),
              .number(load.handled / replications), .number(load.busy / replications),
              .number(load.present / replications), .number(load.busy / load.present),
            ])
            guard isAlive else { return }
          }
        }
      }
    }
  }
}
