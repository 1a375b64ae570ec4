import Stochastics

extension Center {
  /// What does not hold in the campaigns.
  func campaignProblems() -> [Problem] {
    guard !outbound.isEmpty else { return [] }
    var names = ProblemList(prefix: [])
    names.requireNames(outbound.map(\.name), of: "outbound")
    if channels.contains(where: { $0.name == Campaign.channelName }) {
      names.add(
        path: ["channels", Campaign.channelName], .badName,
        "'\(Campaign.channelName)' stands for the campaigns; choose another name")
    }
    return names.problems + outbound.flatMap(problems(of:))
  }

  private func problems(of campaign: Campaign) -> [Problem] {
    var list = ProblemList(prefix: ["outbound", campaign.name])
    list.require(campaign.list, in: 1...Self.mostRecords, at: "list", "records")
    requireHours(campaign.hours, &list)
    if campaign.hours.ranges.allSatisfy(\.isEmpty) {
      list.add("hours", .badValue, "the campaign never dials")
    }
    list.requireShare(campaign.reach, at: "reach")
    list.requireShare(campaign.rightParty, at: "rightParty")
    list.require(campaign.tries, in: 1...100, at: "tries", "tries")
    if !(1...86_400).contains(campaign.retryAfter) {
      list.add("retryAfter", .badValue, "must be 1s…24h")
    }
    if campaign.ring.quantile(0.5) < 1 {
      list.add(
        "ring", .zeroTimeLoop,
        "half of the dials ring for less than a second, so that a list is dialed in no time")
    }
    if case .predictive(let ratio, let minimumIdle) = campaign.dialer {
      if !(0.01...10).contains(ratio) {
        list.add("dialer.predictive.ratio", .badValue, "\(ratio) calls an agent; expected 0.01…10")
      }
      list.require(
        minimumIdle, in: 1...Self.mostAgents, at: "dialer.predictive.minimumIdle", "agents")
    }
    list.requireMoney(campaign.cost.perDial, at: "cost.perDial")
    list.requireMoney(campaign.cost.perMinute, at: "cost.perMinute")
    return list.problems
  }

  /// The most records on a day's list.
  public static let mostRecords = 10_000_000

  /// What does not hold in a skill for campaigns; `false` when it is none.
  func checkCampaignSkill(_ skill: Skill, _ list: inout ProblemList) -> Bool {
    guard !outbound.isEmpty, skill.channel == Campaign.channelName else { return false }
    let key = skill.channel + (skill.demandClass.map { "/" + $0 } ?? "")
    if let name = skill.demandClass, !outbound.contains(where: { $0.name == name }) {
      list.add(
        path: ["skills", key], .unknownName, "'\(name)' is not a campaign", misspelt: name,
        among: outbound.map(\.name))
    }
    if skill.after > 0 {
      list.add(path: ["skills", key, "after"], .badValue, "nobody waits to be dialed")
    }
    if skill.queueAbove > 0 {
      list.add(path: ["skills", key, "queueAbove"], .badValue, "nobody waits to be dialed")
    }
    return true
  }

  /// Campaigns that no team dials for, or none with agents enough.
  func undialedProblems() -> [Problem] {
    var list = ProblemList(prefix: ["outbound"])
    for campaign in outbound {
      let spare = teams.compactMap { team in
        team.skill(campaign: campaign.name).map {
          max(0, team.mostPresent(in: calendar) + mostAdded(to: team) - $0.keepIdle)
        }
      }
      var needed = 1
      if case .predictive(_, let minimumIdle) = campaign.dialer { needed = minimumIdle }
      if spare.isEmpty {
        list.add(
          path: [campaign.name], .unserved,
          "no team has a skill for '\(Campaign.channelName)/\(campaign.name)'")
      } else if spare.reduce(0, +) < needed {
        list.add(
          path: [campaign.name], .unserved,
          "the campaign never dials: beyond those they keep idle, its teams have at most "
            + "\(spare.reduce(0, +)) agents, of \(needed) that it takes")
      }
    }
    return list.problems
  }
}
