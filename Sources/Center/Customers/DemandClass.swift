public import Stochastics

/// A kind of issue that customers have: how many, how difficult, where they turn first.
public struct DemandClass: Sendable, Hashable {
  /// The name by which tools, skills and reports refer to it.
  public var name: String
  /// Expected issues by simulated day and interval; each row has `intervalsPerDay` elements.
  public var expectedIssues: [[Double]]
  /// How they fall within what is expected.
  public var arrivals: Arrivals
  /// How days differ beyond what is expected; `nil`: not at all.
  public var dayVariation: DayVariation?
  /// How far the forecast of the whole horizon may be off; `nil`: not at all.
  public var forecastError: ForecastError?
  /// The correlation of talk time with difficulty in a Gaussian copula; `-1...1`.
  public var difficultyCorrelation: Double
  /// Overrides the channels'.
  public var priority: Int?
  /// Overrides the channels'.
  public var waitWeight: Double?
  /// The probability that one contact with an agent resolves the issue.
  public var resolutionRate: Graded
  /// Which contacts its agents pass on, and to whom; `nil`: none.
  public var transfer: Transfer?
  /// The time until an unresolved issue comes back [s]; `nil`: it does not, and is lost.
  public var repeatContactAfter: Distribution?
  /// The shares of repeated contacts that are made through another channel; the rest stays.
  public var repeatChannels: [ChannelShare] = []
  /// What a resolved issue is worth, and a lost one costs.
  public var value: IssueValue
  /// The channels, or media, that its customers use, in the order of the file.
  public var channels: [ClassChannel]

  /// A class of issues.
  public init(
    name: String, expectedIssues: [[Double]], arrivals: Arrivals = .random,
    dayVariation: DayVariation? = nil,
    difficultyCorrelation: Double = 0, priority: Int? = nil, waitWeight: Double? = nil,
    resolutionRate: Graded = Graded(1), transfer: Transfer? = nil,
    repeatContactAfter: Distribution? = nil, value: IssueValue = IssueValue(),
    channels: [ClassChannel]
  ) {
    self.name = name
    self.expectedIssues = expectedIssues
    self.arrivals = arrivals
    self.dayVariation = dayVariation
    self.difficultyCorrelation = difficultyCorrelation
    self.priority = priority
    self.waitWeight = waitWeight
    self.resolutionRate = resolutionRate
    self.transfer = transfer
    self.repeatContactAfter = repeatContactAfter
    self.value = value
    self.channels = channels
  }
}

/// What a class does on one channel.
public struct ClassChannel: Sendable, Hashable {
  /// A channel of the design, or a medium that this design may lack.
  public var channel: String
  /// The share of issues that try this channel first.
  public var share: Graded
  /// Time with an agent over all issues of the class [s].
  public var talkTime: Distribution?
  /// Overrides the channel's.
  public var wrapUp: Distribution?
  /// Overrides the channel's.
  public var patience: Distribution?
  /// Overrides the class's and the channel's.
  public var priority: Int?
  /// Overrides the class's and the channel's.
  public var waitWeight: Double?
  /// Overrides the channel's.
  public var target: Target?
  /// Overrides the class's.
  public var resolutionRate: Graded?
  /// Overrides the class's.
  public var transfer: Transfer?
  /// Contacts that wait in this channel when the simulation begins; deferred media only. A design
  /// that lacks the channel has none.
  public var startingBacklog: Int

  /// The channel that a share of a class tries first, and the work there.
  public init(
    channel: String, share: Graded, talkTime: Distribution? = nil, wrapUp: Distribution? = nil,
    patience: Distribution? = nil, priority: Int? = nil, waitWeight: Double? = nil,
    target: Target? = nil, resolutionRate: Graded? = nil, transfer: Transfer? = nil,
    startingBacklog: Int = 0
  ) {
    self.channel = channel
    self.share = share
    self.talkTime = talkTime
    self.wrapUp = wrapUp
    self.patience = patience
    self.priority = priority
    self.waitWeight = waitWeight
    self.target = target
    self.resolutionRate = resolutionRate
    self.transfer = transfer
    self.startingBacklog = startingBacklog
  }
}

/// A probability that runs linearly with difficulty, from the easiest issue to the hardest.
public struct Graded: Sendable, Hashable {
  /// At difficulty 0; `0...1`.
  public var easy: Double
  /// At difficulty 1; `0...1`.
  public var hard: Double

  /// A value that is linear in the difficulty, from the easiest to the hardest.
  public init(easy: Double, hard: Double) {
    self.easy = easy
    self.hard = hard
  }

  /// The same at every difficulty.
  public init(_ value: Double) {
    self.init(easy: value, hard: value)
  }

  /// The value at `difficulty` in `0...1`.
  @inlinable public func at(_ difficulty: Double) -> Double {
    easy + (hard - easy) * difficulty
  }

  /// The mean over all issues: difficulty is uniform.
  public var mean: Double { (easy + hard) / 2 }
}

/// How far the forecast of a class may be off: a gamma factor with mean 1, the same for all days of a
/// replication.
public struct ForecastError: Sendable, Hashable {
  /// Coefficient of variation of the factor; `≥ 0`.
  public var cv: Double
  /// One factor for all classes that share it, instead of the class's own.
  public var isShared: Bool

  /// A factor with mean 1 and this coefficient of variation.
  public init(cv: Double, isShared: Bool = false) {
    self.cv = cv
    self.isShared = isShared
  }
}

/// How busy days differ from one another beyond Poisson: a gamma factor with mean 1.
public struct DayVariation: Sendable, Hashable {
  /// Coefficient of variation of the factor; `≥ 0`.
  public var cv: Double
  /// One factor for all classes that share it, instead of the class's own.
  public var isShared: Bool

  /// A factor with mean 1 and this coefficient of variation.
  public init(cv: Double, isShared: Bool = false) {
    self.cv = cv
    self.isShared = isShared
  }
}
