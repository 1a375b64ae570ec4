extension Center {
  /// The most agents one team may have, named in the message that refuses more.
  public static let mostAgents = 1_000_000

  func teamProblems() -> [Problem] {
    let problems =
      teams.flatMap(problems(of:)) + assistProblems() + qualityProblems()
      + intradayProblems()
    guard problems.isEmpty else { return problems }
    return unservedProblems() + undialedProblems() + resolutionProblems()
  }

  private func problems(of team: Team) -> [Problem] {
    var list = ProblemList(prefix: ["teams", team.name])
    if !(team.shrinkage >= 0 && team.shrinkage < 1) {
      list.add("shrinkage", .badValue, "the parts add to \(team.shrinkage); expected 0 to below 1")
      return list.problems
    }
    if team.agents.count != calendar.simulatedDays
      || team.agents.contains(where: { $0.count != calendar.intervalsPerDay })
    {
      list.add("agents", .badValue, "needs a number for every interval of every simulated day")
      return list.problems
    }
    if !(team.absence >= 0 && team.absence < 1) {
      list.add("absence", .badValue, "\(team.absence); expected 0 to below 1")
      return list.problems
    }
    if let most = team.maxOccupancy, !(most > 0 && most <= 1) {
      list.add("maxOccupancy", .badValue, "\(most); expected above 0, at most 1")
    }
    for heads in team.agents.joined() {
      if !(heads >= 0) {
        list.add("agents", .badValue, "\(heads) agents; expected 0 or more")
      }
      if heads > Double(Self.mostAgents) {
        list.add(
          "agents", .tooLarge, "\(heads) agents are more than the limit of \(Self.mostAgents)")
      }
      if !list.problems.isEmpty { return list.problems }
    }
    rosterProblems(of: team, &list)
    if !list.problems.isEmpty { return list.problems }
    if team.mostPresent(in: calendar) == 0 {
      list.add("agents", .noAgents, "the team has no agent present in any interval")
    }
    if team.skills.isEmpty { list.add("skills", .badValue, "needs at least one skill") }
    for skill in team.skills {
      let key = skill.channel + (skill.demandClass.map { "/" + $0 } ?? "")
      let isForCampaigns = checkCampaignSkill(skill, &list)
      if !isForCampaigns, skill.channel != "*",
        !channels.contains(where: { $0.name == skill.channel })
      {
        list.add(
          path: ["skills", key], .unknownName,
          "'\(skill.channel)' is not a channel of this design", misspelt: skill.channel,
          among: channels.map(\.name))
      }
      if !isForCampaigns, let name = skill.demandClass, !demand.contains(where: { $0.name == name })
      {
        list.add(
          path: ["skills", key], .unknownName, "'\(name)' is not a class of the demand",
          misspelt: name, among: demand.map(\.name))
      }
      if !(1...1000).contains(skill.rank) {
        list.add(path: ["skills", key], .badValue, "a rank is 1…1000; 1 is first")
      }
      if !(0...Self.mostAgents).contains(skill.keepIdle) {
        list.add(path: ["skills", key], .badValue, "keepIdle is 0…\(Self.mostAgents)")
      }
      if !(skill.after >= 0 && skill.after <= 3660 * 86_400) {
        list.add(path: ["skills", key, "after"], .badValue, "expected 0s…3660d")
      }
      if !(0...Self.mostAgents).contains(skill.queueAbove) {
        list.add(path: ["skills", key, "queueAbove"], .badValue, "expected 0…\(Self.mostAgents)")
      }
      if let message = beginningProblem(skill.worksFrom) {
        list.add(path: ["skills", key, "from"], .badValue, message)
      }
    }
    tenureProblems(of: team, &list)
    workforceProblems(of: team, &list)
    list.requireMoney(team.wage, at: "wage")
    list.requireMoney(team.cost.perContact, at: "cost.perContact")
    list.requireMoney(team.cost.perMinute, at: "cost.perMinute")
    return list.problems
  }

  /// What is wrong with the day from which something works; `nil` when nothing is.
  func beginningProblem(_ date: CivilDate?) -> String? {
    let last = calendar.date(ofSimulatedDay: calendar.simulatedDays - 1)
    guard let date, last < date else { return nil }
    return "\(date) is after the last simulated day, \(last)"
  }

  /// Whether a skill holds on the first simulated day, warm-up included.
  func isThereFromTheBeginning(_ skill: Skill) -> Bool {
    skill.worksFrom.map { $0 <= calendar.date(ofSimulatedDay: 0) } ?? true
  }

  private func unservedProblems() -> [Problem] {
    var list = ProblemList(prefix: ["teams"])
    for queue in queues {
      let channel = channels[queue.channel].name
      let demandClass = demand[queue.demandClass].name
      let all = teams.compactMap { $0.skill(channel: channel, demandClass: demandClass) }
      let skills = all.filter(isThereFromTheBeginning)
      if all.isEmpty {
        list.add(nil, .unserved, "no team has a skill for '\(channel)/\(demandClass)'")
      } else if skills.isEmpty, let first = all.compactMap(\.worksFrom).min() {
        list.add(
          nil, .unserved,
          "nobody serves '\(channel)/\(demandClass)' before \(first): every skill for it is \"from\" "
            + "a later day than the first simulated one")
      } else if skills.allSatisfy({ $0.queueAbove > 0 }) {
        list.add(
          nil, .unserved,
          "every skill for '\(channel)/\(demandClass)' has a queueAbove, so that nobody takes the "
            + "last who wait")
      }
    }
    return list.problems
  }
}
