/// What a center *is*: inert values. What *happens* in it is the business of `CenterSimulation`.
///
/// Things refer to one another by name; `problems()` finds the names that lead nowhere and every
/// other relation that does not hold.
public struct Center: Sendable, Hashable {
  /// The design's name, as reports show it.
  public var name: String
  /// The simulated days, and how they are cut into intervals.
  public var calendar: PlanningCalendar
  /// The customers' issues by class, in the order of the file.
  public var demand: [DemandClass]
  /// In the order of the file.
  public var channels: [Channel]
  /// Where customers turn whose channel this design lacks, or finds closed.
  public var fallbackChannel: String?
  /// Offers of other channels, in the order of the file.
  public var steering: [Steering]
  /// In the order of the file; on one channel the first is met first.
  public var selfService: [SelfServiceTool]
  /// Messages to customers before they ask, in the order of the file.
  public var proactive: [ProactiveMessage] = []
  /// Campaigns that dial, in the order of the file.
  public var outbound: [Campaign] = []
  /// Whether every channel sees the customer's whole history.
  public var customerHistory: CustomerHistory
  /// What telling the story again adds to talk [s], where history is siloed.
  public var repeatInformationTime: Double
  /// The currency of all money: an ISO 4217 code or any short word.
  public var currency: String
  /// In the order of the file.
  public var teams: [Team]
  /// Software that assists agents, by their tenure; empty for none.
  public var assist: [AssistStep] = []
  /// Reviews of contacts; `nil` for none.
  public var quality: QualityReviews?
  /// Dynamic staffing, in the order of the file.
  public var intraday: [IntradayRule] = []
  /// How contacts and agents find each other.
  public var routing: Routing

  /// A center of these parts, unchecked: `problems()` says whether they fit together.
  public init(
    name: String, calendar: PlanningCalendar, demand: [DemandClass], channels: [Channel],
    fallbackChannel: String? = nil, steering: [Steering] = [], selfService: [SelfServiceTool] = [],
    customerHistory: CustomerHistory = .unified, repeatInformationTime: Double = 0,
    currency: String = "USD", teams: [Team], routing: Routing = Routing()
  ) {
    self.name = name
    self.calendar = calendar
    self.demand = demand
    self.channels = channels
    self.fallbackChannel = fallbackChannel
    self.steering = steering
    self.selfService = selfService
    self.customerHistory = customerHistory
    self.repeatInformationTime = repeatInformationTime
    self.currency = currency
    self.teams = teams
    self.routing = routing
  }
}

/// Whether agents see what a customer has told before.
public enum CustomerHistory: String, Sendable, Hashable, CaseIterable {
  /// Every further contact, and every escalation from self-service, repeats the story.
  case siloed
  /// One history across channels: nothing is told twice.
  case unified
}

/// A relation that does not hold, and where.
public struct Problem: Sendable, Hashable {
  /// Keys from the root of the scenario to the value: `["teams", "front", "skills", "chat"]`.
  public var path: [String]
  /// What is wrong, for programs.
  public var kind: Kind
  /// What is wrong and what was expected, without the path.
  public var message: String
  /// For a name that leads nowhere: what it could have led to.
  public var misspelling: Misspelling?

  /// The family of problems, which keeps diagnostics' codes stable.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case badName, unknownName, badValue, badShares, missingTalkTime, unserved, noAgents
    case zeroTimeLoop, offInterval, tooLarge, outsideHours
  }

  /// A problem at a key path.
  public init(path: [String], kind: Kind, message: String, misspelling: Misspelling? = nil) {
    self.path = path
    self.kind = kind
    self.message = message
    self.misspelling = misspelling
  }

  /// A name that leads nowhere, and those that lead somewhere: whoever words the problem finds the
  /// one that was probably meant.
  public struct Misspelling: Sendable, Hashable {
    /// The name as written.
    public var name: String
    /// The names that exist there, in the order of the file.
    public var known: [String]

    /// A misspelt name among those known.
    public init(name: String, known: [String]) {
      self.name = name
      self.known = known
    }
  }
}
