public import Stochastics

/// An outbound campaign: a list of records that agents dial while nobody calls.
///
/// Each day of the calendar has a list of its own. A dial reaches nobody, the right party, somebody
/// else, or somebody for whom no agent is free: a nuisance call.
public struct Campaign: Sendable, Hashable {
  /// The name by which the scenario refers to it, and under which its random numbers are found.
  public var name: String
  /// Records on each day's list; `≥ 1`.
  public var list: Int
  /// When it dials.
  public var hours: WeeklyHours
  /// How it dials.
  public var dialer: Dialer
  /// How long it rings, whether somebody answers or not [s].
  public var ring: Distribution
  /// The probability that somebody answers; `0...1`.
  public var reach: Double
  /// The probability that whoever answers is the one who was wanted; `0...1`.
  public var rightParty: Double
  /// The talk with the right party [s].
  public var talkTime: Distribution
  /// The agent's work after it [s]; `nil`: none.
  public var wrapUp: Distribution?
  /// The talk with anybody else, without wrap-up [s].
  public var wrongPartyTime: Distribution
  /// The time from a try that did not reach the right party to the next [s].
  public var retryAfter: Double
  /// The most tries for a record, all on its day; `≥ 1`.
  public var tries: Int
  /// What dialing costs beside its agents.
  public var cost: DialingCost

  /// What stands in the place of a channel in the skills of who dials, and in reports by interval.
  public static let channelName = "outbound"

  /// How long somebody who was reached waits for an agent at most, exactly that long included [s]:
  /// after that it is a nuisance call. Two seconds is the rule of the FTC (16 CFR
  /// 310.4(b)(1)(iv)).
  public static let patience = 2.0

  /// How a campaign's calls are placed.
  public enum Dialer: Sendable, Hashable {
    /// An agent reads the record for a time [s], then dials it and waits while it rings.
    case preview(time: Distribution)
    /// A record is dialed for each agent who is free, and the agent waits while it rings.
    case progressive
    /// While at least `minimumIdle` agents are free, `ratio` times as many calls ring as agents are
    /// free; no agent waits while it rings, and none may be free when somebody answers.
    case predictive(ratio: Double, minimumIdle: Int)
  }

  /// A campaign that dials around the clock, once for each record, unless said otherwise.
  public init(
    name: String, list: Int, dialer: Dialer = .progressive, ring: Distribution, reach: Double,
    rightParty: Double = 1, talkTime: Distribution, wrapUp: Distribution? = nil,
    wrongPartyTime: Distribution
  ) {
    self.name = name
    self.list = list
    hours = .always
    self.dialer = dialer
    self.ring = ring
    self.reach = reach
    self.rightParty = rightParty
    self.talkTime = talkTime
    self.wrapUp = wrapUp
    self.wrongPartyTime = wrongPartyTime
    retryAfter = 7200
    tries = 1
    cost = DialingCost()
  }
}

/// What dialing costs beside its agents.
public struct DialingCost: Sendable, Hashable {
  /// Money for each dial.
  public var perDial: Double
  /// Money for each minute of talk.
  public var perMinute: Double

  /// Charges by dial and by minute of talk.
  public init(perDial: Double = 0, perMinute: Double = 0) {
    self.perDial = perDial
    self.perMinute = perMinute
  }
}

extension Team {
  /// The skill by which the team dials for a campaign, or `nil` when it does not. `*` stands for
  /// channels alone: whoever dials is told so.
  public func skill(campaign: String) -> Skill? {
    let dialing = skills.filter { $0.channel == Campaign.channelName }
    return dialing.first { $0.demandClass == campaign } ?? dialing.first { $0.demandClass == nil }
  }
}
