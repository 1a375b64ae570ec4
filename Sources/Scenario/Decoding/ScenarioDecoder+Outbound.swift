internal import Center
internal import Stochastics

extension ScenarioDecoder {
  /// The campaigns, in the order of the file.
  mutating func campaigns(_ section: Section) -> [Campaign] {
    var campaigns: [Campaign] = []
    for (member, section) in section.namedSections {
      guard let list = section.integer("list"), let ring = distribution("ring", of: section),
        let reach = section.rate("reach"), let talkTime = distribution("talkTime", of: section),
        let wrongPartyTime = distribution("wrongPartyTime", of: section),
        let dialer = dialer(section)
      else { continue }
      var campaign = Campaign(
        name: member.key, list: list, dialer: dialer, ring: ring, reach: reach,
        rightParty: section.rate("rightParty") ?? 1, talkTime: talkTime,
        wrapUp: distribution("wrapUp", of: section), wrongPartyTime: wrongPartyTime)
      if let hours = hours(of: section) { campaign.hours = hours }
      campaign.retryAfter = section.duration("retryAfter") ?? campaign.retryAfter
      campaign.tries = section.integer("tries") ?? 1
      if let cost = section.section("cost") {
        campaign.cost = DialingCost(
          perDial: cost.number("perDial") ?? 0, perMinute: cost.number("perMinute") ?? 0)
      }
      campaigns.append(campaign)
    }
    return campaigns
  }

  private mutating func dialer(_ section: Section) -> Campaign.Dialer? {
    if section.text("dialer") == "preview" {
      // By itself the word means what an empty object does.
      return (try? Constant(mean: 30)).map { .preview(time: .constant($0)) }
    }
    guard let details = section.section("dialer") else { return .progressive }
    if let preview = details.section("preview") {
      return distribution("time", of: preview).map { .preview(time: $0) }
    }
    guard let predictive = details.section("predictive"), let ratio = predictive.number("ratio"),
      let minimumIdle = predictive.integer("minimumIdle")
    else { return nil }
    return .predictive(ratio: ratio, minimumIdle: minimumIdle)
  }
}
