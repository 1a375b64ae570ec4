extension Measure {
  /// How work is spread over the agents of a team.
  static let agentLoads: [Measure] = [
    .ratio(
      "load_p10", .share, "The share of presence busy that 10 % of the agents do not exceed.",
      in: .team, daily: false, of: { $0.load.low }, to: { $0.load.teams }),
    .ratio(
      "load_p90", .share, "The share of presence busy that 90 % of the agents do not exceed.",
      in: .team, daily: false, of: { $0.load.high }, to: { $0.load.teams }),
    .ratio(
      "load_gini", .share,
      "How unequal the agents' loads are: 0 all alike, near 1 all with one (Gini coefficient).",
      good: .down, in: .team, daily: false, of: { $0.load.gini }, to: { $0.load.busyTeams }),
  ]
}
