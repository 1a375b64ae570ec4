/// Dynamic staffing: agents are added or released when a measure stays beyond a threshold.
public struct IntradayRule: Sendable, Hashable {
  /// The team that gets more agents, or fewer.
  public var team: String
  /// What is looked at, at the end of every interval.
  public var measure: Measure
  /// Whose queue or service level it is; `nil` for the team's occupancy.
  public var channel: String?
  /// What the measure has to be beyond.
  public var threshold: Double
  /// Whether beyond is above the threshold, or below it.
  public var isAbove: Bool
  /// For how many intervals in a row.
  public var intervals: Int
  /// Agents on the floor who are added, or with a minus released.
  public var agents: Int
  /// The lead time from the decision to the change [s].
  public var leadTime: Double
  /// How long the change lasts [s].
  public var duration: Double

  /// What a rule looks at.
  public enum Measure: String, Sendable, Hashable, CaseIterable {
    /// Contacts of the channel waiting, averaged over the interval.
    case queueMean = "queue_mean"
    /// Of the channel's contacts that entered their queues in the interval, those answered in time
    /// so far.
    case serviceLevel = "service_level"
    /// Of the time that the team was present, the share busy.
    case occupancy
  }

  /// A rule.
  public init(
    team: String, measure: Measure, channel: String? = nil, threshold: Double, isAbove: Bool,
    intervals: Int = 1, agents: Int, leadTime: Double = 0, duration: Double
  ) {
    self.team = team
    self.measure = measure
    self.channel = channel
    self.threshold = threshold
    self.isAbove = isAbove
    self.intervals = intervals
    self.agents = agents
    self.leadTime = leadTime
    self.duration = duration
  }
}

extension Center {
  /// Agents that rules may add to a team at most.
  public func mostAdded(to team: Team) -> Int {
    intraday.reduce(0) { $0 + ($1.team == team.name ? max(0, $1.agents) : 0) }
  }

  func intradayProblems() -> [Problem] {
    intraday.enumerated().flatMap { index, rule -> [Problem] in
      var list = ProblemList(prefix: ["intraday", "\(index)"])
      if !teams.contains(where: { $0.name == rule.team }) {
        list.add(
          "team", .unknownName, "'\(rule.team)' is not a team of this design",
          misspelt: rule.team, among: teams.map(\.name))
      }
      list.require(rule.intervals, in: 1...100_000, at: "for", "intervals")
      if rule.agents == 0 || abs(rule.agents) > Self.mostAgents {
        list.add(
          "agents", .badValue, "\(rule.agents) agents; expected some, with a minus to release")
      }
      if !(rule.leadTime >= 0 && rule.leadTime <= 1e9) {
        list.add("after", .badValue, "a lead time is not negative")
      }
      if !(rule.duration > 0 && rule.duration <= 1e9) {
        list.add("lasts", .badValue, "it lasts longer than nothing")
      }
      requireMeasure(of: rule, &list)
      return list.problems
    }
  }

  private func requireMeasure(of rule: IntradayRule, _ list: inout ProblemList) {
    let isShare = rule.measure != .queueMean
    if !(rule.threshold >= 0 && rule.threshold <= (isShare ? 1 : 1e9)) {
      list.add(
        "when", .badValue,
        "\(rule.threshold) is no \(isShare ? "share; expected 0…1" : "number of contacts")")
    }
    guard rule.measure != .occupancy else {
      if rule.channel != nil {
        list.add("when.channel", .badValue, "occupancy is the team's, whatever the channel")
      }
      return
    }
    guard let name = rule.channel else {
      return list.add("when", .badValue, "\(rule.measure.rawValue) needs a channel")
    }
    guard let index = channels.firstIndex(where: { $0.name == name }) else {
      return list.add(
        "when.channel", .unknownName, "'\(name)' is not a channel of this design", misspelt: name,
        among: channels.map(\.name))
    }
    guard rule.measure == .serviceLevel else { return }
    let own = queues.filter { $0.channel == index }
    if channels[index].medium.isDeferred || own.contains(where: { target(of: $0) == nil }) {
      list.add(
        "when.channel", .badValue,
        "'\(name)' has no service level: it is deferred, or has no target")
    }
  }
}
