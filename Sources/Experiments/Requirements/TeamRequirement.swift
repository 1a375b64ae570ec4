import Center
import Erlang

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
