/// A group of interchangeable agents.
public struct Team: Sendable, Hashable {
  /// The name by which reports refer to it.
  public var name: String
  /// Scheduled agents by simulated day and interval; each row has `intervalsPerDay` elements.
  /// Paid or present heads, as `agentsAre` says.
  public var agents: [[Double]]
  /// Agents by shifts and schedules, beside those of the head counts; counted alike.
  public var roster: [RosteredDuty] = []
  /// More or fewer agents than the roster has; of a team with head counts alone they are in `agents`.
  public var rosterExceptions: [RosterException] = []
  /// The probability that a scheduled agent is out for the day, paid; `0..<1`.
  public var absence = 0.0
  /// What its talk times are multiplied by; 1.2 is 20 % longer.
  public var handleTimeFactor = 1.0
  /// How long its agents have been there; empty where all work alike.
  public var tenure: [TenureStep] = []
  /// The largest share of their time that its agents are to be busy, which staffing keeps to;
  /// above `0`, at most `1`. `nil`: any.
  public var maxOccupancy: Double?
  /// What the head counts count.
  public var agentsAre: AgentsAre
  /// The share of paid time in which agents are not available; `0..<1`.
  public var shrinkage: Double
  /// What its agents can serve, in the order of the file.
  public var skills: [Skill]
  /// Money for each paid hour.
  public var wage: Double
  /// What a site or vendor charges for its work.
  public var cost: TeamCost
  /// What an hour of overtime costs, in regular hours: 1.5 is time and a half.
  public var overtimeRate: Double
  /// Its people over the year; `nil`: it is not planned beyond the simulated days.
  public var workforce: Workforce?

  /// What a head count in the schedule means.
  public enum AgentsAre: String, Sendable, Hashable, CaseIterable {
    /// Present = paid × (1 − shrinkage).
    case paid
    /// Paid = present ÷ (1 − shrinkage).
    case present
  }

  /// A team with head counts by simulated day and interval.
  public init(
    name: String, agents: [[Double]], agentsAre: AgentsAre = .paid, shrinkage: Double = 0,
    skills: [Skill], wage: Double = 0, overtimeRate: Double = 1, cost: TeamCost = TeamCost()
  ) {
    self.name = name
    self.agents = agents
    self.agentsAre = agentsAre
    self.shrinkage = shrinkage
    self.skills = skills
    self.wage = wage
    self.cost = cost
    self.overtimeRate = overtimeRate
  }

  /// Agents paid in each simulated interval; not always whole.
  public var paidAgents: [[Double]] {
    agentsAre == .paid ? agents : agents.map { $0.map { $0 / (1 - shrinkage) } }
  }

  /// Agents present in each simulated interval.
  ///
  /// Fractions are carried from interval to interval within the day, so that the hours of every
  /// day are exact to the last whole agent-interval.
  public var presentAgents: [[Int]] {
    let factor = agentsAre == .paid ? 1 - shrinkage : 1
    return agents.map { day in
      var carried = 0.0
      return day.map { heads in
        guard heads > 0 else { return 0 }
        let wanted = heads * factor + carried
        // A product such as 20 × (1 − 0.3) lands a last bit below 14; it means 14.
        let whole = (wanted + 1e-9).rounded(.down)
        carried = wanted - whole
        return Int(whole)
      }
    }
  }
}

/// What a team can do: a pattern of queues, how gladly, and how many colleagues must stay idle.
public struct Skill: Sendable, Hashable {
  /// A channel's name, or `*` for all.
  public var channel: String
  /// A class's name, or `nil` for all.
  public var demandClass: String?
  /// Preference; 1 is first.
  public var rank: Int
  /// How many agents of the team must hold nothing after a contact of this skill has started.
  public var keepIdle: Int
  /// How long a contact must have waited before this skill applies to it [s].
  public var after: Double
  /// The skill applies only while more contacts than this wait in the queue, the contact itself
  /// included; `0`: always.
  public var queueAbove: Int

  /// The day from whose midnight on it holds; `nil`: always. Before it the queue is not served by
  /// the team, whatever other patterns match.
  public var worksFrom: CivilDate?

  /// What talk times of this skill are multiplied by, beside the team's factor.
  public var handleTimeFactor = 1.0

  /// A skill for a channel, or for one class on it.
  public init(
    channel: String, demandClass: String? = nil, rank: Int = 1, keepIdle: Int = 0,
    after: Double = 0, queueAbove: Int = 0
  ) {
    self.channel = channel
    self.demandClass = demandClass
    self.rank = rank
    self.keepIdle = keepIdle
    self.after = after
    self.queueAbove = queueAbove
  }

  /// How specific the pattern is for a queue: `nil` when it does not match; the longest wins.
  public func specificity(channel: String, demandClass: String) -> Int? {
    guard self.channel == "*" || self.channel == channel else { return nil }
    guard self.demandClass == nil || self.demandClass == demandClass else { return nil }
    return (self.channel == "*" ? 0 : 2) + (self.demandClass == nil ? 0 : 1)
  }
}

extension Team {
  /// The skill that applies to a queue, or `nil` when the team does not serve it.
  public func skill(channel: String, demandClass: String) -> Skill? {
    var best: (skill: Skill, specificity: Int)?
    for skill in skills {
      guard let specificity = skill.specificity(channel: channel, demandClass: demandClass)
      else { continue }
      if best == nil || specificity > best!.specificity { best = (skill, specificity) }
    }
    return best?.skill
  }
}
