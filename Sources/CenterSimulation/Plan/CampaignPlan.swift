import Center
import Stochastics

/// A campaign: names have become positions.
struct CampaignPlan: Sendable {
  let stream: StreamIdentifier
  /// Records on each day's list.
  let list: Int32
  let hours: OpeningTable
  let mode: Mode
  let ring: Sampler
  let reach: Double
  /// The probability that a dial finds the right party.
  let rightParty: Double
  let talk: Sampler
  let wrapUp: Sampler?
  let wrongParty: Sampler
  let retryAfter: Double
  let tries: Int32
  let cost: DialingCost
  /// Who dials, the lowest rank first: positions in `Plan.dialingTeams`.
  let teams: [Int]

  enum Mode: Sendable {
    case preview(Sampler)
    case progressive
    case predictive(ratio: Double, minimumIdle: Int32)
  }

  init(_ center: Center, _ index: Int, teams: [DialingTeam], _ sampling: inout SamplingTables) {
    let campaign = center.outbound[index]
    // No class, team or tool can have this name.
    stream = StreamIdentifier(Campaign.channelName + "/" + campaign.name)
    list = Int32(campaign.list)
    hours = OpeningTable(campaign.hours, calendar: center.calendar)
    mode =
      switch campaign.dialer {
      case .preview(let time): .preview(sampling.sampler(for: time))
      case .progressive: .progressive
      case .predictive(let ratio, let minimumIdle):
        .predictive(ratio: ratio, minimumIdle: Int32(minimumIdle))
      }
    ring = sampling.sampler(for: campaign.ring)
    reach = campaign.reach
    rightParty = campaign.reach * campaign.rightParty
    talk = sampling.sampler(for: campaign.talkTime)
    wrapUp = campaign.wrapUp.map { sampling.sampler(for: $0) }
    wrongParty = sampling.sampler(for: campaign.wrongPartyTime)
    retryAfter = campaign.retryAfter
    tries = Int32(campaign.tries)
    cost = campaign.cost
    self.teams = teams.indices.filter { teams[$0].campaign == index }
  }

  /// The most calls that may ring without an agent while `spare` agents are free; `nil` where an
  /// agent waits for each.
  func callsInFlight(spare: Int32) -> Int32? {
    guard case .predictive(let ratio, let minimumIdle) = mode else { return nil }
    if spare < minimumIdle { return 0 }
    // A product such as 20 × 1.15 lands a last bit below 23; it means 23.
    return Int32((ratio * Double(spare) + 1e-9).rounded(.down))
  }
}

/// A team that dials for a campaign.
struct DialingTeam: Sendable {
  let campaign: Int
  let team: Int
  let rank: Int
  /// How many of the team stay idle.
  let keepIdle: Int32
  /// The instant from which the skill holds [s].
  let worksFrom: Double
  /// What talk is multiplied by: the team's factor times the skill's.
  let handleTimeFactor: Double

  /// Who dials, in the order in which agents are given to campaigns: by rank, campaign and team.
  static func all(_ center: Center) -> [DialingTeam] {
    center.outbound.enumerated().flatMap { campaign, declared in
      center.teams.enumerated().compactMap { index, team in
        team.skill(campaign: declared.name).map {
          DialingTeam(
            campaign: campaign, team: index, rank: $0.rank, keepIdle: Int32($0.keepIdle),
            worksFrom: $0.worksFrom.map { max(0, center.calendar.midnight(of: $0)) } ?? 0,
            handleTimeFactor: team.handleTimeFactor * $0.handleTimeFactor)
        }
      }
    }.sorted { ($0.rank, $0.campaign, $0.team) < ($1.rank, $1.campaign, $1.team) }
  }
}
