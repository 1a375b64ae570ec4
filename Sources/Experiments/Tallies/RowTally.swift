import Center
public import CenterSimulation

/// All that is booked in one row of a report, in one replication or a part of it.
///
/// Measures are read off it. Live and deferred contacts are kept apart: an email that waits for the
/// morning must not drown the seconds of the telephone.
public struct RowTally: Sendable {
  /// Contacts of live queues.
  public var live = QueueTally()
  /// Contacts of deferred queues.
  public var deferred = QueueTally()
  /// Agents' time.
  public var team = TeamTally()
  /// How a team's work is spread over its agents.
  public var load = LoadTally()
  /// Outbound calls.
  public var outbound = CampaignTally()
  /// Sessions of self-service.
  public var tool = ToolTally()
  /// Issues born in the counted days.
  public var issue = IssueTally()
  /// What the ends of these issues are worth and cost.
  public var money = MoneyTally()
  /// Targets kept, by interval and day.
  public var promise = PromiseTally()
  /// The time that the row covers [s].
  public var time = 0.0
  /// What one full-time equivalent works in the counted days [s].
  public var fullTimeEquivalentTime = 0.0
  /// Whether the row has live queues.
  public var hasLiveQueues = false
  /// Whether the row is that of a tool, whose contained and blocked are sessions.
  public var isTool = false

  /// Nothing booked.
  public init() {}

  /// The contacts whose waits the row is about: the live ones; in a row of deferred queues alone,
  /// those.
  public var prompt: QueueTally { hasLiveQueues ? live : deferred }

  /// A number of contacts, or another sum over them, live and deferred.
  public func sum(_ part: (QueueTally) -> Double) -> Double {
    part(live) + part(deferred)
  }

  /// Adds what a later stretch of time booked in the same row; what is counted at the end of a
  /// stretch is taken over from the later one.
  mutating func append(_ later: RowTally) {
    live += later.live
    deferred += later.deferred
    live.replaceSnapshots(by: later.live)
    deferred.replaceSnapshots(by: later.deferred)
    team += later.team
    outbound += later.outbound
    time += later.time
  }
}

extension RowTally {
  /// Adds what the members of a row have booked.
  ///
  /// - Parameters:
  ///   - queues: Tallies of all queues, from `firstQueue` on.
  ///   - teams: Tallies of all teams, from `firstTeam` on.
  ///   - campaigns: Tallies of all campaigns, from `firstCampaign` on.
  mutating func add(
    queues: [QueueTally], from firstQueue: Int, teams: [TeamTally], from firstTeam: Int,
    campaigns: [CampaignTally], from firstCampaign: Int, members: RowLayout.Members
  ) {
    for queue in members.liveQueues { live += queues[firstQueue + queue] }
    for queue in members.deferredQueues { deferred += queues[firstQueue + queue] }
    for team in members.teams { self.team += teams[firstTeam + team] }
    for campaign in members.campaigns { outbound += campaigns[firstCampaign + campaign] }
  }

  /// The share to be held against a target: of a live row the service level by a formula, of a
  /// deferred one what was answered by its due time.
  private func level(by formula: Int?) -> Double? {
    if hasLiveQueues, let formula {
      let functions = Measure.functions[formula]
      let whole = functions.denominator(self)
      return whole == 0 ? nil : functions.numerator(self) / whole
    }
    let (part, whole) =
      hasLiveQueues ? (live.answeredWithin, live.offered) : (deferred.onTime, deferred.due)
    return whole == 0 ? nil : part / whole
  }

  /// Counts whether an interval met the target, and what missing it costs.
  mutating func countPromise(of interval: RowTally, by promise: RowPromise?) {
    guard let level = interval.level(by: nil) else { return }
    self.promise.intervals += 1
    self.promise.intervalLevels += level
    guard let promise, let promised = interval.level(by: promise.formula) else { return }
    self.promise.intervalsPromised += 1
    if promised >= promise.target.serviceLevel {
      self.promise.intervalsMet += 1
    } else {
      self.promise.isMissedToday = true
    }
    charge(promise.penalty, per: .interval, level: promised)
  }

  /// Counts whether a day met the target, and what missing it costs.
  mutating func countDayPromise(of day: RowTally, by promise: RowPromise?) {
    defer { self.promise.isMissedToday = false }
    guard let promise, let level = day.level(by: promise.formula) else { return }
    self.promise.daysPromised += 1
    let isMet =
      promise.target.per == .interval
      ? !self.promise.isMissedToday : level >= promise.target.serviceLevel
    if isMet { self.promise.daysMet += 1 }
    charge(promise.penalty, per: .day, level: level)
  }

  /// What missing the target over all counted days costs; called on their sum.
  mutating func countHorizonPromise(by promise: RowPromise?) {
    guard let promise, let level = level(by: promise.formula) else { return }
    charge(promise.penalty, per: .horizon, level: level)
  }

  private mutating func charge(_ penalty: Penalty?, per period: Target.Period, level: Double) {
    guard let penalty, penalty.per == period, level < penalty.below else { return }
    promise.penalty += penalty.amount
  }
}

/// What a row's contacts are promised, and what breaking it costs.
struct RowPromise: Sendable {
  let target: Target
  /// The measure that is held against it, as a position in `Measure.catalogue`.
  let formula: Int?
  let penalty: Penalty?

  init(_ target: Target, on medium: Medium, penalty: Penalty?) {
    self.target = target
    formula = Measure.position(of: target.formula(on: medium).rawValue)
    self.penalty = penalty
  }
}

/// What the ends of issues are worth and cost.
public struct MoneyTally: Sendable, Hashable {
  /// The worth of the resolved.
  public var resolved = 0.0
  /// The cost of the lost.
  public var lost = 0.0

  /// Nothing booked.
  public init() {}
}

/// How often targets were kept in a row: by interval, and by day.
public struct PromiseTally: Sendable, Hashable {
  /// Intervals in which the service level has a value.
  public var intervals = 0.0
  /// Σ of the service level over these intervals.
  public var intervalLevels = 0.0
  /// Intervals with a target, and a value to hold against it.
  public var intervalsPromised = 0.0
  /// Of these, the ones that met it.
  public var intervalsMet = 0.0
  /// Days with a target, and a value to hold against it.
  public var daysPromised = 0.0
  /// Of these, the ones that met it.
  public var daysMet = 0.0
  /// Money: penalties for what missed it.
  public var penalty = 0.0
  /// Whether an interval of the day in hand has missed it.
  var isMissedToday = false

  /// Nothing counted.
  public init() {}

  static func += (left: inout PromiseTally, right: PromiseTally) {
    left.intervals += right.intervals
    left.intervalLevels += right.intervalLevels
    left.intervalsPromised += right.intervalsPromised
    left.intervalsMet += right.intervalsMet
    left.daysPromised += right.daysPromised
    left.daysMet += right.daysMet
    left.penalty += right.penalty
  }
}

extension QueueTally {
  /// Whether nothing at all was booked, not even a backlog.
  var isEmpty: Bool {
    entered == 0 && offered == 0 && queueArea == 0 && openArea == 0 && backlogEnd == 0
  }
}

extension TeamTally {
  /// Whether nobody was paid, and nobody was there.
  var isEmpty: Bool {
    paid == 0 && overtime == 0 && present == 0 && busy == 0
  }
}
