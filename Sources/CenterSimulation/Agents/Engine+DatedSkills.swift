import EventKernel

/// Skills that a team has only from a day on: work that has been taught, or automated, meanwhile.
extension Engine {
  /// An interval begins: teams that take contacts of a line from now on find those who wait. The
  /// idle choose among all lines; who works side by side takes what fits then.
  @inline(never)
  mutating func beginSkills() {
    for team in plan.teams.indices
    where plan.teams[team].lines.contains(where: { $0.condition.worksFrom == now }) {
      findWork(forIdleOf: Int32(team))
    }
    for line in plan.lines.indices {
      let places = plan.lines[line].firstPlace..<plan.lines[line].endOfPlaces
      if places.contains(where: { plan.placeConditions[$0].worksFrom == now }) {
        offer(line: line)
      }
    }
  }

  private mutating func findWork(forIdleOf team: Int32) {
    while true {
      let agent = agentLists[plan.teams[team].idleList].first
      guard agent >= 0, !isLeaving(agent) else { return }
      let slot = contact(forTeam: team, held: 0, channel: -1, isLeaving: false)
      guard slot >= 0 else { return }
      takeFirst(slot, with: agent)
    }
  }

  /// Whether a team takes contacts of a line on this day.
  func serves(_ team: Int32, line: Int) -> Bool {
    plan.teams[team].lines.contains {
      $0.line == Int32(line) && $0.condition.worksFrom <= now
    }
  }

  /// Whether a team takes contacts of a channel on this day.
  func serves(_ team: Int32, channel: Int) -> Bool {
    plan.teams[team].lines.contains {
      plan.lines[$0.line].channel == Int32(channel) && $0.condition.worksFrom <= now
    }
  }
}
