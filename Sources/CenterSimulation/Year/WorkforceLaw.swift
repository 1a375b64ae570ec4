public import Center
import SpecialFunctions

/// How the agents of a team leave and learn, by the months since their training.
///
/// A week is 12⁄52 of a month here, so that a year has 52 weeks and 12 months.
public struct WorkforceLaw: Sendable {
  /// What an experienced agent is in full-time equivalents.
  public let fullTimeEquivalents: Double
  /// The share of a class that passes.
  public let passRate: Double
  private let attrition: [AttritionStep]
  private let leaving: [Double]
  private let proficiency: [(months: Double, value: Double)]

  /// The law of a team that has a workforce.
  ///
  /// Who learns how fast is what `proficiency` says; else what `tenure` says of talk times: an
  /// agent on a step counts as the mean factor of the team ÷ the step's own, so that the team as
  /// its `tenure` describes it counts in full.
  public init(_ workforce: Workforce, of team: Team, in center: Center) {
    attrition = workforce.attrition
    leaving = workforce.attrition.map { Self.weeklyShare(ofYearly: $0.rate) }
    passRate = workforce.passRate
    fullTimeEquivalents =
      (workforce.hoursAWeek ?? center.calendar.fullTimeWeek) / center.calendar.fullTimeWeek
    if !workforce.proficiency.isEmpty {
      proficiency = workforce.proficiency.enumerated().map { (Double($0), $1) }
    } else if !team.tenure.isEmpty {
      let steps = center.proficiencies(of: team)
      let mean = steps.reduce(0) { $0 + $1.share * $1.handleTime }
      proficiency = zip(team.tenure, steps).map { ($0.months, mean / $1.handleTime) }
    } else {
      proficiency = []
    }
  }

  /// The share that leaves in a week where `rate` would leave in a year: 1 − (1 − rate)^(1⁄52).
  public static func weeklyShare(ofYearly rate: Double) -> Double {
    -expm1(log1p(-rate) / Workforce.weeksAYear)
  }

  /// Months after `weeks` of work, to be compared with steps.
  private static func months(_ atBegin: Double, after weeks: Int) -> Double {
    // A last bit below the month would cost an agent a week of it.
    atBegin + Double(weeks) * 12 / Workforce.weeksAYear + 1e-9
  }

  /// The shares that are still there at the beginning of each week of work, the first being 1.
  ///
  /// - Parameters:
  ///   - months: Months since training when they begin; infinite for experienced agents.
  ///   - weeks: How many weeks; one element more is returned.
  public func survival(from months: Double, weeks: Int) -> [Double] {
    var shares = [1.0]
    shares.reserveCapacity(weeks + 1)
    for week in 0..<max(0, weeks) {
      let now = Self.months(months, after: week)
      let step = attrition.lastIndex { $0.months <= now }
      shares.append(shares[week] * (1 - (step.map { leaving[$0] } ?? 0)))
    }
    return shares
  }

  /// What an agent does in full-time equivalents.
  ///
  /// - Parameters:
  ///   - months: Months since training at the begin; infinite for experienced agents.
  ///   - weeks: Weeks of work since then.
  public func effect(from months: Double, after weeks: Int) -> Double {
    let now = Self.months(months, after: weeks)
    return (proficiency.last { $0.months <= now }?.value ?? 1) * fullTimeEquivalents
  }

  /// What one agent of a class is expected to do in each week after training, who may fail, leave
  /// and has to learn [FTE].
  public func expectedEffect(weeks: Int) -> [Double] {
    let survival = survival(from: 0, weeks: weeks)
    return (0..<max(0, weeks)).map { passRate * survival[$0] * effect(from: 0, after: $0) }
  }
}
