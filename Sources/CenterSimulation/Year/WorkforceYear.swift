public import Center
import Stochastics

/// A team's people, week by week: as expected, and as chance may have it.
///
/// In each week, in this order: classes begin their training, and those whose training is over
/// begin to work, as far as they passed; the others leave. Who works is the week's `headcount`.
/// Leavers of the week leave at its end. Hence
/// headcount of the next week = headcount − leavers + its graduates.
///
/// Chance decides for each agent alone whether the training is passed and when the team is left:
/// leavers are binomial. The draws are found by team, class and number, so that the same agents
/// stay as long in every design.
public struct WorkforceYear: Sendable {
  /// How many weeks there are.
  public let weeks: Int
  private let cohorts: [WorkforceCohort]
  private let law: WorkforceLaw
  private let stream: StreamIdentifier

  /// The people of a team with these classes.
  ///
  /// - Parameters:
  ///   - workforce: The team's.
  ///   - team: A team of the center.
  ///   - center: The center, for its calendar and what assists agents.
  ///   - classes: Everything that is started; a class after the last week changes nothing.
  ///   - weeks: Weeks from the first counted day of the center's calendar on.
  public init(
    _ workforce: Workforce, of team: Team, in center: Center, classes: [HiringClass], weeks: Int
  ) {
    let law = WorkforceLaw(workforce, of: team, in: center)
    self.weeks = weeks
    self.law = law
    cohorts =
      WorkforceCohort.present(workforce, of: team, law: law, weeks: weeks)
      + WorkforceCohort.classes(
        classes, training: workforce.trainingWeeks, from: center.calendar.start, law: law,
        weeks: weeks)
    stream = StreamIdentifier(team.name)
  }

  /// The weeks as they are expected.
  public func expected() -> [WorkforceWeek] {
    collect { cohort in
      let passing = cohort.trainingBegins == nil ? 1 : law.passRate
      return cohort.survival.map { Double(cohort.agents) * passing * $0 }
    }
  }

  /// The weeks as chance has them: a pure function of seed and replication.
  ///
  /// - Complexity: O(agents × log weeks + cohorts × weeks).
  public func run(seed: UInt64, replication: UInt64) -> [WorkforceWeek] {
    let source = RandomSource(seed: seed, replication: replication)
    return collect { cohort in
      var leaving = [Int](repeating: 0, count: cohort.survival.count + 1)
      var there = 0
      for agent in 0..<cohort.agents {
        let lane = source.lane(
          stream: stream, day: cohort.day, issue: cohort.firstNumber + agent, kind: .career)
        guard cohort.trainingBegins == nil || lane.u0 < law.passRate else { continue }
        there += 1
        leaving[Self.weeksWorked(cohort.survival, lane.u1)] += 1
      }
      return cohort.survival.indices.map { week in
        there -= leaving[week]
        return Double(there)
      }
    }
  }

  /// After how many weeks of work somebody is no longer there: the first at which the share still
  /// there is not above the draw; one more than there are for whoever outstays the plan.
  private static func weeksWorked(_ survival: [Double], _ draw: Double) -> Int {
    var (low, high) = (1, survival.count)
    while low < high {
      let middle = (low + high) / 2
      if survival[middle] > draw { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The weeks of all cohorts together.
  ///
  /// - Parameter there: Of a cohort, who is there at the beginning of each week of work, and after
  ///   the last.
  private func collect(_ there: (WorkforceCohort) -> [Double]) -> [WorkforceWeek] {
    var result = [WorkforceWeek](repeating: WorkforceWeek(), count: weeks)
    for cohort in cohorts {
      let there = there(cohort)
      if let begin = cohort.trainingBegins {
        if begin >= 0 { result[begin].hires += Double(cohort.agents) }
        for week in max(0, begin)..<max(0, begin, min(weeks, cohort.workBegins)) {
          result[week].inTraining += Double(cohort.agents)
        }
        if cohort.workBegins < weeks {
          result[cohort.workBegins].graduates += there[0]
          result[cohort.workBegins].failures += Double(cohort.agents) - there[0]
        }
      }
      for (worked, week) in (cohort.workBegins..<max(cohort.workBegins, weeks)).enumerated() {
        result[week].headcount += there[worked]
        result[week].leavers += there[worked] - there[worked + 1]
        result[week].effectiveFTE += there[worked] * cohort.effects[worked]
      }
    }
    return result
  }
}

/// A team's people in one week.
public struct WorkforceWeek: Sendable, Hashable {
  /// Trained agents at the beginning of the week, those who have just finished training included.
  public var headcount = 0.0
  /// Trained agents who leave at the end of the week.
  public var leavers = 0.0
  /// Agents whose training begins.
  public var hires = 0.0
  /// Agents in training.
  public var inTraining = 0.0
  /// Agents who begin to work, having passed.
  public var graduates = 0.0
  /// Agents who leave because they did not pass.
  public var failures = 0.0
  /// What the trained agents do, in full-time equivalents of experienced agents.
  public var effectiveFTE = 0.0

  /// Nobody.
  public init() {}

  /// Adds another team's people.
  public static func += (left: inout WorkforceWeek, right: WorkforceWeek) {
    left.headcount += right.headcount
    left.leavers += right.leavers
    left.hires += right.hires
    left.inTraining += right.inTraining
    left.graduates += right.graduates
    left.failures += right.failures
    left.effectiveFTE += right.effectiveFTE
  }
}
