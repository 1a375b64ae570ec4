/// The people of a team over the year: how many there are, how fast they leave, how new ones come.
///
/// A week is what it moves by. It changes nothing in the simulated days; `switchboard plan` follows
/// it week by week.
public struct Workforce: Sendable, Hashable {
  /// Weeks of the year that rates a year are for.
  public static let weeksAYear = 52.0
  /// Seconds of a week.
  public static let weekLength = 7.0 * 86_400

  /// Trained agents on the first day of the plan.
  public var headcount: Int
  /// How fast trained agents leave, by the time since their training; empty: nobody does.
  public var attrition: [AttritionStep]
  /// Paid hours of an agent a week [s]; `nil`: those of a full-time equivalent.
  public var hoursAWeek: Double?
  /// How new agents come; `nil`: none do.
  public var hiring: Hiring?
  /// Weeks from the first day of a class to its first day of work.
  public var trainingWeeks: Int
  /// The share of a class that passes; the rest leaves when training ends.
  public var passRate: Double
  /// What an agent does of what an experienced one does, by month after training; the last element
  /// holds from there on. Empty: as the team's `tenure` says, or all the same.
  public var proficiency: [Double]
  /// The most overtime that an agent works a week to close a gap [s].
  public var overtime: Double
  /// What hiring, training and bought hours cost.
  public var cost: WorkforceCost

  /// A workforce that nobody leaves and nobody joins, unless said otherwise.
  public init(
    headcount: Int, attrition: [AttritionStep] = [], hoursAWeek: Double? = nil,
    hiring: Hiring? = nil, trainingWeeks: Int = 0, passRate: Double = 1,
    proficiency: [Double] = [], overtime: Double = 0, cost: WorkforceCost = WorkforceCost()
  ) {
    self.headcount = headcount
    self.attrition = attrition
    self.hoursAWeek = hoursAWeek
    self.hiring = hiring
    self.trainingWeeks = trainingWeeks
    self.passRate = passRate
    self.proficiency = proficiency
    self.overtime = overtime
    self.cost = cost
  }
}

/// How fast agents leave who have been there for so long.
public struct AttritionStep: Sendable, Hashable {
  /// Months after training from which the step holds; the first step is at 0.
  public var months: Double
  /// The share that would leave within a year at this speed; `0..<1`.
  public var rate: Double

  /// A step.
  public init(months: Double = 0, rate: Double) {
    self.months = months
    self.rate = rate
  }
}

/// How new agents come.
public struct Hiring: Sendable, Hashable {
  /// Weeks from the decision to the first day of training.
  public var leadWeeks: Int
  /// Classes that have been decided on.
  public var classes: [HiringClass]
  /// Whether further classes are started as the requirement asks for them.
  public var isToRequirement: Bool
  /// The fewest agents of a class that is suggested.
  public var smallestClass: Int
  /// The most agents of a class that is suggested.
  public var largestClass: Int
  /// The fewest weeks from the start of one class to that of the next suggested one.
  public var weeksBetween: Int

  /// Hiring without classes decided on.
  public init(
    leadWeeks: Int = 0, classes: [HiringClass] = [], isToRequirement: Bool = false,
    smallestClass: Int = 1, largestClass: Int = 1_000, weeksBetween: Int = 1
  ) {
    self.leadWeeks = leadWeeks
    self.classes = classes
    self.isToRequirement = isToRequirement
    self.smallestClass = smallestClass
    self.largestClass = largestClass
    self.weeksBetween = weeksBetween
  }
}

/// Agents who begin their training together.
public struct HiringClass: Sendable, Hashable {
  /// The first day of training.
  public var start: CivilDate
  /// How many begin.
  public var agents: Int

  /// A class.
  public init(start: CivilDate, agents: Int) {
    self.start = start
    self.agents = agents
  }
}

/// What people cost beside their wages.
public struct WorkforceCost: Sendable, Hashable {
  /// Money for each agent hired: recruiting, due when training begins.
  public var perHire: Double
  /// Money for each agent in a class: trainers and rooms, due when training begins.
  public var perTrainee: Double
  /// Money for each hour that a vendor works to close a gap; `nil`: no vendor does.
  public var perVendorHour: Double?

  /// Costs beside wages.
  public init(perHire: Double = 0, perTrainee: Double = 0, perVendorHour: Double? = nil) {
    self.perHire = perHire
    self.perTrainee = perTrainee
    self.perVendorHour = perVendorHour
  }
}
