public import Stochastics

/// A way into the center: its medium, hours, targets and limits.
public struct Channel: Sendable, Hashable {
  /// The name by which classes, tools and teams refer to it.
  public var name: String
  /// How its contacts wait and are served.
  public var medium: Medium
  /// When live contacts are taken. Deferred media accept contacts at any time; their hours drive
  /// the `opening` clock of the target.
  public var hours: WeeklyHours
  /// How long a customer waits in queue before giving up [s]; `nil`: for ever. Live media only.
  public var patience: Distribution?
  /// Whose contacts agents take first: the highest; a class may override it.
  public var priority: Int
  /// What a second of waiting counts under `ContactOrder.weightedWait`; `> 0`.
  public var waitWeight: Double
  /// The share of customers who leave at once when they would have to wait; `0...1`. Live media
  /// only.
  public var balks = 0.0
  /// Customers out of patience who leave without a trace; `nil`: everybody's leaving is seen. Live
  /// media only.
  public var silentAbandonment: SilentAbandonment?
  /// An abandonment within this time counts as short [s]; exactly that long counts.
  public var shortAbandonment = 5.0
  /// What is promised to its customers; `nil`: nothing.
  public var target: Target?
  /// What missing it costs; `nil`: nothing.
  public var penalty: Penalty?
  /// Work after the contact [s] that keeps the agent, not the trunk; a class may override it.
  public var wrapUp: Distribution?
  /// Lines: a contact holds one from entry to the end of talk. `nil`: no limit.
  public var trunks: Int?
  /// What those do who were blocked or abandoned; `nil`: they give up.
  public var redial: Redial?
  /// The offer to call back those who would wait long; `nil`: none. Voice only.
  public var callback: Callback?
  /// How its conversations go; sms and messaging only, which need it.
  public var conversation: Conversation?
  /// Other customers who answer before staff does; `nil`: none do. Forums only.
  public var peerAnswers: PeerAnswers?
  /// Video contacts that go on as voice calls; `nil`: none do. Video only.
  public var voiceFallback: VoiceFallback?
  /// How many contacts an agent holds and how fast; only for concurrent media.
  public var concurrency: Concurrency
  /// What its contacts cost, agents aside.
  public var cost: ChannelCost
  /// What happens to whoever waits when it closes.
  public var atClose: AtClose

  /// A channel, open around the clock and without limits unless said otherwise.
  public init(
    name: String, medium: Medium, hours: WeeklyHours = .always, patience: Distribution? = nil,
    priority: Int = 0, waitWeight: Double = 1, target: Target? = nil, penalty: Penalty? = nil,
    wrapUp: Distribution? = nil,
    trunks: Int? = nil, redial: Redial? = nil,
    concurrency: Concurrency = .single, cost: ChannelCost = ChannelCost(), atClose: AtClose = .serve
  ) {
    self.name = name
    self.medium = medium
    self.hours = hours
    self.patience = patience
    self.priority = priority
    self.waitWeight = waitWeight
    self.target = target
    self.penalty = penalty
    self.wrapUp = wrapUp
    self.trunks = trunks
    self.redial = redial
    self.concurrency = concurrency
    self.cost = cost
    self.atClose = atClose
  }
}

/// What happens to those who wait in a live queue when the channel closes.
public enum AtClose: String, Sendable, Hashable, CaseIterable {
  /// Agents at work stay until they have served them.
  case serve
  /// The queue is dropped; its contacts count as abandoned.
  case drop
}

/// The promise: a share of contacts answered within a time.
public struct Target: Sendable, Hashable {
  /// The share to be answered in time; `0...1`.
  public var serviceLevel: Double
  /// The time within which an answer counts [s]; exactly that long counts.
  public var within: Double
  /// The clock that `within` runs on.
  public var clock: Clock
  /// Which of the formulas for the service level of live channels is meant; `nil`: the usual one.
  public var formula: ServiceLevelFormula?
  /// Over what the level is taken.
  public var per: Period
  /// The share of days on which it must hold; with `interval`, in all of a day's intervals.
  public var days: Double

  /// A share answered within a time [s].
  public init(
    serviceLevel: Double, within: Double, clock: Clock = .wall,
    formula: ServiceLevelFormula? = nil, per: Period = .horizon, days: Double = 1
  ) {
    self.serviceLevel = serviceLevel
    self.within = within
    self.clock = clock
    self.formula = formula
    self.per = per
    self.days = days
  }

  /// The formula meant on a medium: where none is written, that of replies for conversations in
  /// turns, and answered in time / offered for all others.
  public func formula(on medium: Medium) -> ServiceLevelFormula {
    formula ?? (medium.isInTurns ? .ofReplies : .ofOffered)
  }

  /// Over what a service level is taken.
  public enum Period: String, Sendable, Hashable, CaseIterable {
    /// Each interval with contacts.
    case interval
    /// Each day with contacts.
    case day
    /// All counted days together.
    case horizon
  }

  /// What `within` is measured by.
  public enum Clock: String, Sendable, Hashable, CaseIterable {
    /// Every second counts.
    case wall
    /// Only seconds inside the channel's hours count; deferred media and conversations in turns.
    case opening
  }
}

/// What customers do who were blocked or gave up.
public struct Redial: Sendable, Hashable {
  /// The probability of another attempt; `0...1`.
  public var share: Double
  /// The probability of a further attempt after the second; `0...1`; `nil`: as before it.
  public var laterShare: Double?
  /// The shares of attempts that are made through another channel; the rest stays.
  public var channels: [ChannelShare] = []
  /// The time until then [s].
  public var after: Distribution
  /// The most attempts, counting the first; `≥ 1`.
  public var attempts: Int

  /// Redialing by `share` of the customers, in at most `attempts` attempts.
  public init(share: Double, after: Distribution, attempts: Int) {
    self.share = share
    self.after = after
    self.attempts = attempts
  }
}

/// How many contacts an agent holds side by side, and the total rate of work at each number.
public struct Concurrency: Sendable, Hashable {
  /// The most contacts an agent holds; `1...64`.
  public var limit: Int
  /// Total rate of work with 1, 2, … `limit` contacts, each getting an equal share; the first is
  /// usually 1. Without slowdown it is 1, 2, 3, ….
  public var throughput: [Double]

  /// One contact at a time.
  public static let single = Concurrency(limit: 1, throughput: [1])

  /// At most `limit` chats side by side, at these total rates of work.
  public init(limit: Int, throughput: [Double]) {
    self.limit = limit
    self.throughput = throughput
  }
}

/// Money a channel costs beside its agents, in the scenario's currency.
public struct ChannelCost: Sendable, Hashable {
  /// For each contact that entered the channel and was not blocked or closed out.
  public var perContact: Double
  /// For each minute from entry to the end of talk.
  public var perMinute: Double

  /// Costs by contact and by minute.
  public init(perContact: Double = 0, perMinute: Double = 0) {
    self.perContact = perContact
    self.perMinute = perMinute
  }
}
