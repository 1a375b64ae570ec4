public import Center
public import CenterSimulation

/// What a year's plan comes to: expected values, exactly, and how years differ by chance.
public struct YearResult: Sendable {
  /// The center.
  public let center: Center
  /// The seed of the random years.
  public let seed: UInt64
  /// How many random years there are.
  public let replications: Int
  /// Each team, in the order of the center, by week.
  public let teams: [[YearWeek]]
  /// All teams together, by week.
  public let whole: [YearWeek]
  /// Classes by team, by their start.
  public let classes: [[YearClass]]
  /// The weeks of each team whose gap no further class can close.
  public let unclosed: [[Int]]
  /// The first week of each team that would have a gap without the suggested classes.
  public let firstNeeds: [Int?]
  /// What the whole year costs in each random year.
  public let costs: [Double]

  /// The Monday of a week.
  public func monday(of week: Int) -> CivilDate { center.calendar.start.advanced(by: 7 * week) }
}

/// A week of a team, or of all.
public struct YearWeek: Sendable, Hashable {
  /// Expected issues.
  public var volume = 0.0
  /// What is required, in paid full-time equivalents.
  public var requiredFTE = 0.0
  /// What is missing, in full-time equivalents: of a team what is required above what is there, of
  /// all the sum of that.
  public var shortfallFTE = 0.0
  /// Who is expected to be there.
  public var people = WorkforceWeek()
  /// What the expected people cost.
  public var cost = YearCost()
  /// How years differ; `nil` without random years.
  public var band: YearBand?

  /// What is required above what is there, in full-time equivalents; negative: more is there.
  public var gapFTE: Double { requiredFTE - people.effectiveFTE }
}

/// How a week differs from year to year: the 5 % and 95 % points of random years.
public struct YearBand: Sendable, Hashable {
  /// A lower and an upper point.
  public struct Points: Sendable, Hashable {
    /// The least value that 5 % of the years do not exceed.
    public let low: Double
    /// The least value that 95 % of the years do not exceed.
    public let high: Double

    /// The points of a sample.
    ///
    /// - Precondition: There is a value.
    public init(_ values: [Double]) {
      let sorted = values.sorted()
      func point(_ percent: Int) -> Double {
        sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
      }
      low = point(5)
      high = point(95)
    }
  }

  /// Trained agents.
  public let headcount: Points
  /// Who leaves.
  public let leavers: Points
  /// What trained agents do [FTE].
  public let effectiveFTE: Points
  /// What is required above that [FTE].
  public let gapFTE: Points
  /// Money.
  public let cost: Points
  /// The share of years in which a team lacks something.
  public let shortShare: Double
}

/// A class of new agents in a plan.
public struct YearClass: Sendable, Hashable {
  /// The first day of training.
  public let start: CivilDate
  /// How many begin.
  public let agents: Int
  /// When it has to be decided on at the latest.
  public let decideBy: CivilDate
  /// Their first day of work.
  public let worksFrom: CivilDate
  /// Whether the rule found it, and nobody has decided on it.
  public let isSuggested: Bool
  /// Whether the weeks of the result count on it.
  public let isStarted: Bool
}
