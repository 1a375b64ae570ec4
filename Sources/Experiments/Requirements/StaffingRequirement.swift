public import Center
import Erlang

/// The agents that a center needs by team and interval, found by formulas without simulation.
///
/// The work of a queue belongs to the teams that serve it first, evenly where these are several:
/// what overflows to others, and what they gain by sharing, only simulation knows. What comes to
/// queues is `ExpectedContacts`: no redials, and repeats as if at once. Work that is answered later
/// is spread until it is due and takes agents beside those who answer at once.
public struct StaffingRequirement: Sendable {
  /// The center.
  public let center: Center
  /// For how many intervals the number of agents stays the same.
  public let intervalsPerPeriod: Int
  /// By team, in the center's order.
  public let teams: [TeamRequirement]

  /// The requirement of a center.
  ///
  /// - Parameters:
  ///   - center: A center without problems.
  ///   - intervalsPerPeriod: For how many intervals the number of agents stays the same; divides
  ///     the intervals of a day.
  /// - Precondition: `intervalsPerPeriod` divides the intervals of a day.
  /// - Complexity: O(intervals × queues), and each formula once for every different load.
  public init(_ center: Center, intervalsPerPeriod: Int = 1) {
    precondition(
      intervalsPerPeriod >= 1 && center.calendar.intervalsPerDay % intervalsPerPeriod == 0,
      "periods of staffing divide the day")
    self.center = center
    self.intervalsPerPeriod = intervalsPerPeriod
    teams = TeamWork.all(of: center).map { work in
      TeamRequirement(work, center: center, intervalsPerPeriod: intervalsPerPeriod)
    }
  }

  /// The present agents of every team by simulated day and interval; `nil` where the method has no
  /// answer for one of the teams.
  public func present(_ method: RequirementMethod) -> [[[Int]]]? {
    var plan: [[[Int]]] = []
    for team in teams {
      guard let agents = team.agents(method) else { return nil }
      plan.append(
        stride(from: 0, to: agents.count, by: center.calendar.intervalsPerDay).map {
          Array(agents[$0..<$0 + center.calendar.intervalsPerDay])
        })
    }
    return plan
  }
}

extension StaffingRequirement {
  /// A plan from which a search can start: the agents of the modified offered load, of Erlang C
  /// where that has no answer, else those scheduled; somebody wherever the scenario schedules
  /// somebody. A team to which no work belongs first starts as it is scheduled.
  public var start: StaffingPlan {
    let scheduled = StaffingPlan(of: center).present
    let perDay = center.calendar.intervalsPerDay
    var plan = scheduled
    for (team, requirement) in teams.enumerated() {
      guard requirement.offeredLoad.contains(where: { $0 > 0 }),
        let agents = requirement.agents(.offeredLoad) ?? requirement.agents(.erlangC)
      else { continue }
      for (interval, number) in agents.enumerated() {
        let (day, time) = interval.quotientAndRemainder(dividingBy: perDay)
        plan[team][day][time] = max(number, min(1, scheduled[team][day][time]))
      }
    }
    return StaffingPlan(present: plan)
  }
}

/// The agents that a team needs by the formulas, interval by interval.
public struct TeamRequirement: Sendable {
  /// The agents who are scheduled to be present, on average over each simulated interval.
  public let scheduled: [Double]
  /// The work that comes, by simulated interval [Erlang]: live, and deferred as it is spread.
  public let offeredLoad: [Double]
  /// What is approximate.
  public let remarks: [RequirementRemark]

  private let answers: [Result<[Int], Gap>]

  private struct Gap: Error {
    let reason: RequirementGap
  }

  /// Present agents by simulated interval; `nil` where the method has no answer.
  public func agents(_ method: RequirementMethod) -> [Int]? { try? answers[method.index].get() }

  /// Why a method has no answer; `nil` where it has one.
  public func gap(_ method: RequirementMethod) -> RequirementGap? {
    if case .failure(let gap) = answers[method.index] { gap.reason } else { nil }
  }

  init(_ work: TeamWork, center: Center, intervalsPerPeriod: Int) {
    scheduled = center.scheduledPresent(of: center.teams[work.team])
    let live = work.liveLoad
    offeredLoad = zip(live, work.deferred).map { $0 + $1 }
    let formula = TeamFormula(work, center: center)
    remarks = work.remarks + formula.remarks
    let loads = Result { () throws(ErlangError) in
      try PeriodLoads(
        work, calendar: center.calendar, intervalsPerPeriod: intervalsPerPeriod)
    }
    answers = RequirementMethod.allCases.map { method in
      if let gap = formula.gap(method, hasLiveWork: !work.live.isEmpty) {
        return .failure(Gap(reason: gap))
      }
      do throws(ErlangError) {
        return .success(
          try Self.agents(
            method, formula: formula, loads: try loads.get(), deferred: work.deferred,
            intervalsPerPeriod: intervalsPerPeriod))
      } catch {
        return .failure(Gap(reason: .tooManyAgents))
      }
    }
  }

  private static func agents(
    _ method: RequirementMethod, formula: TeamFormula, loads: PeriodLoads, deferred: [Double],
    intervalsPerPeriod: Int
  ) throws(ErlangError) -> [Int] {
    struct Key: Hashable {
      let live: PeriodLoads.Load
      let deferred: Double
    }
    var known: [Key: Int] = [:]
    var agents: [Int] = []
    agents.reserveCapacity(deferred.count)
    for first in stride(from: 0, to: deferred.count, by: intervalsPerPeriod) {
      let period = first..<(first + intervalsPerPeriod)
      let key = Key(
        live: loads.load(method, periodFrom: first),
        deferred: deferred[period].reduce(0, +) / Double(intervalsPerPeriod))
      let number: Int
      if let same = known[key] {
        number = same
      } else {
        number = try formula.required(method, live: key.live, deferred: key.deferred)
        known[key] = number
      }
      agents += Array(repeating: number, count: intervalsPerPeriod)
    }
    return agents
  }
}
