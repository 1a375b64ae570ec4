import Center
import CenterSimulation
import SpecialFunctions
import Stochastics
import TestCenters

/// Agents who dial, against renewal rewards, a semi-Markov cycle and a solved chain.
enum OutboundFamily {
  private static func exponential(_ mean: Double) throws -> Distribution {
    .exponential(try Exponential(mean: mean))
  }

  static func comparisons() throws -> [Comparison] {
    try saturated() + nuisance() + blending()
  }

  private static func center(
    _ campaign: Campaign, agents: Int, keepIdle: Int = 0, perHour: Double = 0, talk: Double = 180,
    days: Int
  ) throws -> Center {
    var center = oneQueue(
      perHour: perHour, talk: try exponential(talk), agents: agents, days: days)
    center.outbound = [campaign]
    center.teams[0].skills.append(Skill(channel: "outbound", keepIdle: keepIdle))
    return center
  }

  private static func sumOfCampaigns(_ observation: Observation) -> CampaignTally {
    observation.campaigns.reduce(into: CampaignTally()) { $0 += $1 }
  }

  /// Agents with a list without end, in intervals of an hour: an agent's dials are a renewal process, one for each cycle of
  /// reading, ringing and, if somebody answers, talking.
  private static func saturated() throws -> [Comparison] {
    let (agents, reading, ring, talk, wrapUp, other) = (3, 25.0, 15.0, 120.0, 30.0, 12.0)
    let (reach, right) = (0.4, 0.6)
    var campaign = Campaign(
      name: "list", list: 1_000_000, ring: try exponential(ring), reach: reach,
      rightParty: right, talkTime: .gamma(try Gamma(mean: talk, cv: 0.7)),
      wrapUp: try exponential(wrapUp), wrongPartyTime: try exponential(other))
    let answered = right * (talk + wrapUp) + (1 - right) * other
    let progressive = ring + reach * answered
    let dialed = try center(campaign, agents: agents, days: 1)
    campaign.dialer = .preview(time: try exponential(reading))
    let previewed = try center(campaign, agents: agents, days: 1)
    return [
      Comparison(
        "progressive: dials an agent and hour", of: dialed, seed: 7600,
        exact: 3600 / progressive
      ) { (sumOfCampaigns($0).dials, 3 * Double($0.teams.count)) },
      Comparison(
        "progressive: right party / dials", of: dialed, seed: 7601, exact: reach * right
      ) { (sumOfCampaigns($0).rightParty, sumOfCampaigns($0).dials) },
      Comparison(
        "preview: dials an agent and hour", of: previewed, seed: 7602,
        exact: 3600 / (progressive + reading)
      ) { (sumOfCampaigns($0).dials, 3 * Double($0.teams.count)) },
    ]
  }

  /// One agent for whom two calls ring. The first that is answered, at the rate 2·r·p, takes the
  /// agent. The other goes on ringing and is answered while the agent talks with probability
  /// x = p·r ÷ (r + μ); then it waits, and with probability e^(−2μ) for longer than 2 s.
  private static func nuisance() throws -> [Comparison] {
    let (ring, reach, talk) = (10.0, 0.5, 4.0)
    let campaign = Campaign(
      name: "list", list: 10_000_000, dialer: .predictive(ratio: 2, minimumIdle: 1),
      ring: try exponential(ring), reach: reach, talkTime: try exponential(talk),
      wrongPartyTime: try exponential(1))
    let center = try center(campaign, agents: 1, days: 1)
    let second = reach / ring / (1 / ring + 1 / talk)
    let late = exp(-Campaign.patience / talk)
    let served = 1 + second * (1 - late)
    let busy = talk * served
    return [
      Comparison(
        "predictive: nuisance / reached", of: center, seed: 7610,
        exact: second * late / (1 + second)
      ) { (sumOfCampaigns($0).nuisance, sumOfCampaigns($0).reached) },
      Comparison(
        "predictive: occupancy", of: center, seed: 7611,
        exact: busy / (busy + ring / (2 * reach))
      ) { (sumOfTeams($0).busy, sumOfTeams($0).present) },
    ]
  }

  private struct Floor: Hashable {
    /// Customers who called, in talk or waiting.
    var calls = 0
    /// Agents who wait while it rings, and who talk to somebody whom they dialed.
    var ringing = 0
    var talking = 0
  }

  /// Customers who call, and a campaign for agents beyond those kept idle: whoever makes one more
  /// idle than these dials at once.
  private static func blending() throws -> [Comparison] {
    let (agents, arrival, talk) = (5, 2.2 / 180, 180.0)
    let (ring, reach, conversation) = (20.0, 0.4, 100.0)
    return try [0, 2].flatMap { keepIdle -> [Comparison] in
      func settled(_ state: Floor) -> Floor {
        var state = state
        while agents - state.calls - state.ringing - state.talking > keepIdle {
          state.ringing += 1
        }
        return state
      }
      let inTalk = { (state: Floor) in min(state.calls, agents - state.ringing - state.talking) }
      let chain = MarkovChain(from: settled(Floor())) { state in
        var moves: [(Floor, Double)] = []
        func add(_ rate: Double, _ change: (inout Floor) -> Void) {
          var next = state
          change(&next)
          moves.append((settled(next), rate))
        }
        if state.calls < 120 { add(arrival) { $0.calls += 1 } }
        add(Double(inTalk(state)) / talk) { $0.calls -= 1 }
        add(Double(state.ringing) / ring * (1 - reach)) { $0.ringing -= 1 }
        add(Double(state.ringing) / ring * reach) {
          ($0.ringing, $0.talking) = ($0.ringing - 1, $0.talking + 1)
        }
        add(Double(state.talking) / conversation) { $0.talking -= 1 }
        return moves
      }.stationary()
      let campaign = Campaign(
        name: "list", list: 10_000_000, ring: try exponential(ring), reach: reach,
        talkTime: try exponential(conversation), wrongPartyTime: try exponential(1))
      let center = try center(
        campaign, agents: agents, keepIdle: keepIdle, perHour: arrival * 3600, talk: talk, days: 3)
      let waiting = chain.mean { Double($0.calls - inTalk($0)) }
      let outbound = chain.mean { Double($0.ringing + $0.talking) }
      let seed = UInt64(7620 + 10 * keepIdle)
      return [
        Comparison(
          "blending, \(keepIdle) kept idle: mean wait of callers", of: center, seed: seed,
          exact: waiting / arrival, ratio: measured("wait_mean_s")),
        Comparison(
          "blending, \(keepIdle) kept idle: agents who work for the campaign", of: center,
          seed: seed + 1, exact: outbound / Double(agents)
        ) { (sumOfTeams($0).outbound, sumOfTeams($0).present) },
        Comparison(
          "blending, \(keepIdle) kept idle: right party, by agents present", of: center,
          seed: seed + 2,
          exact: chain.mean { Double($0.talking) } / conversation / Double(agents)
        ) { (sumOfCampaigns($0).rightParty, sumOfTeams($0).present) },
      ]
    }
  }
}
