import Center
import CenterSimulation

extension YearPlan {
  /// The people of one team, and what there is to know of them without chance.
  private struct TeamPlan {
    let team: Team
    let workforce: Workforce
    let classes: [YearClass]
    let unclosed: [Int]
    let firstNeed: Int?
    let year: WorkforceYear
  }

  /// Follows the people through the year: as expected, and in random years.
  ///
  /// - Parameters:
  ///   - seed: The seed of all random numbers.
  ///   - replications: How many random years; 0 for expected values alone.
  ///   - progress: Called after each random year with their number.
  /// - Throws: `YearPlanError.tooManyValues`; `CancellationError` when the task is cancelled.
  public func run(
    seed: UInt64, replications: Int, progress: (Int) -> Void = { _ in }
  ) throws -> YearResult {
    let values = (center.teams.count + 1) * weeks * replications
    guard values <= Self.mostValues else { throw YearPlanError.tooManyValues(values) }
    let plans = zip(center.teams, workforces).enumerated().map { index, pair in
      plan(of: pair.0, pair.1, required: requiredFTE[index])
    }
    var teams = plans.indices.map { index -> [YearWeek] in
      let volume = volume(of: plans[index].team)
      return zip(plans[index].year.expected(), requiredFTE[index]).enumerated().map { week, pair in
        yearWeek(plans[index], pair.0, required: pair.1, volume: volume[week])
      }
    }
    var whole = zip(volume(), sum(of: teams)).map { volume, week in
      var week = week
      week.volume = volume
      return week
    }
    var samples = plans.map { _ in YearSamples(weeks: weeks, years: replications) }
    var wholeSamples = YearSamples(weeks: weeks, years: replications)
    var costs: [Double] = []
    for replication in 0..<replications {
      try Task.checkCancellation()
      let weeks = plans.indices.map { index in
        zip(
          plans[index].year.run(seed: seed, replication: UInt64(replication)), requiredFTE[index]
        ).map { yearWeek(plans[index], $0, required: $1, volume: 0) }
      }
      for index in plans.indices { samples[index].add(weeks[index]) }
      let all = sum(of: weeks)
      wholeSamples.add(all)
      costs.append(all.reduce(0) { $0 + $1.cost.total })
      progress(replication + 1)
    }
    for index in plans.indices { samples[index].describe(&teams[index]) }
    wholeSamples.describe(&whole)
    return YearResult(
      center: center, seed: seed, replications: replications, teams: teams, whole: whole,
      classes: plans.map(\.classes), unclosed: plans.map(\.unclosed),
      firstNeeds: plans.map(\.firstNeed), costs: costs)
  }

  private func yearWeek(
    _ plan: TeamPlan, _ people: WorkforceWeek, required: Double, volume: Double
  ) -> YearWeek {
    var week = YearWeek()
    week.volume = volume
    week.requiredFTE = required
    week.people = people
    week.shortfallFTE = week.gapFTE > HiringRule.tolerance ? week.gapFTE : 0
    week.cost = YearCost(
      people, required: required, of: plan.team, workforce: plan.workforce,
      fullTimeWeek: center.calendar.fullTimeWeek)
    return week
  }

  private func sum(of teams: [[YearWeek]]) -> [YearWeek] {
    (0..<weeks).map { week in
      teams.reduce(into: YearWeek()) { sum, team in
        sum.requiredFTE += team[week].requiredFTE
        sum.shortfallFTE += team[week].shortfallFTE
        sum.people += team[week].people
        sum.cost += team[week].cost
      }
    }
  }

  // MARK: Classes

  private func plan(of team: Team, _ workforce: Workforce, required: [Double]) -> TeamPlan {
    let hiring = workforce.hiring ?? Hiring()
    let start = center.calendar.start
    let decided = hiring.classes.sorted { ($0.start, $0.agents) < ($1.start, $1.agents) }
    let law = WorkforceLaw(workforce, of: team, in: center)
    let without = WorkforceYear(workforce, of: team, in: center, classes: decided, weeks: weeks)
    var suggested: [HiringClass] = []
    var unclosed: [Int] = []
    let gap = zip(required, without.expected()).map { $0 - $1.effectiveFTE }
    if workforce.hiring != nil {
      let rule = HiringRule(
        hiring: hiring, trainingWeeks: workforce.trainingWeeks,
        effect: law.expectedEffect(weeks: weeks),
        decided: decided.map { ($0.start.daysSinceEpoch - start.daysSinceEpoch) / 7 })
      let found = rule.suggestion(closing: gap)
      unclosed = found.unclosed
      suggested = found.agents.enumerated().filter { $0.element > 0 }.map {
        HiringClass(start: start.advanced(by: 7 * $0.offset), agents: $0.element)
      }
    } else {
      unclosed = gap.indices.filter { gap[$0] > HiringRule.tolerance }
    }
    func described(_ item: HiringClass, isSuggested: Bool) -> YearClass {
      YearClass(
        start: item.start, agents: item.agents,
        decideBy: item.start.advanced(by: -7 * hiring.leadWeeks),
        worksFrom: item.start.advanced(by: 7 * workforce.trainingWeeks), isSuggested: isSuggested,
        isStarted: !isSuggested || hiring.isToRequirement)
    }
    let all =
      decided.map { described($0, isSuggested: false) }
      + suggested.map { described($0, isSuggested: true) }
    return TeamPlan(
      team: team, workforce: workforce,
      classes: all.sorted {
        ($0.start, $0.isSuggested ? 1 : 0) < ($1.start, $1.isSuggested ? 1 : 0)
      },
      unclosed: unclosed, firstNeed: gap.firstIndex { $0 > HiringRule.tolerance },
      year: hiring.isToRequirement && !suggested.isEmpty
        ? WorkforceYear(
          workforce, of: team, in: center, classes: decided + suggested, weeks: weeks)
        : without)
  }
}

/// The weeks of random years, as far as their points are asked for.
private struct YearSamples {
  private var weeks: [[Sample]]

  private struct Sample {
    let headcount: Double
    let leavers: Double
    let effective: Double
    let gap: Double
    let cost: Double
    let isShort: Bool
  }

  init(weeks: Int, years: Int) {
    self.weeks = Array(repeating: [], count: weeks)
    for week in self.weeks.indices { self.weeks[week].reserveCapacity(years) }
  }

  mutating func add(_ year: [YearWeek]) {
    for (index, week) in year.enumerated() {
      weeks[index].append(
        Sample(
          headcount: week.people.headcount, leavers: week.people.leavers,
          effective: week.people.effectiveFTE, gap: week.gapFTE, cost: week.cost.total,
          isShort: week.shortfallFTE > 0))
    }
  }

  /// Adds the bands to the weeks that are expected.
  func describe(_ expected: inout [YearWeek]) {
    for (index, samples) in weeks.enumerated() where !samples.isEmpty {
      expected[index].band = YearBand(
        headcount: .init(samples.map(\.headcount)), leavers: .init(samples.map(\.leavers)),
        effectiveFTE: .init(samples.map(\.effective)), gapFTE: .init(samples.map(\.gap)),
        cost: .init(samples.map(\.cost)),
        shortShare: Double(samples.count { $0.isShort }) / Double(samples.count))
    }
  }
}
