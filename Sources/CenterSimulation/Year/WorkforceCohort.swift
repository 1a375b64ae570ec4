import Center

/// Agents of a team who began together, or who were there when the plan began.
struct WorkforceCohort: Sendable {
  /// How many begin.
  let agents: Int
  /// The week in which their training begins; `nil` for those who were there; negative before the
  /// plan.
  let trainingBegins: Int?
  /// The week in which they begin to work; 0 for those who were there.
  let workBegins: Int
  /// Months since training when they begin to work; infinite for experienced agents.
  let months: Double
  /// Where their draws are: the day of the class, or 0; and the number of the first of them.
  let day: Int32
  let firstNumber: Int
  /// Shares that are still there, by weeks of work.
  let survival: [Double]
  /// What each of them does, by weeks of work [FTE].
  let effects: [Double]

  init(
    agents: Int, trainingBegins: Int?, workBegins: Int, months: Double, day: Int32,
    firstNumber: Int, law: WorkforceLaw, weeks: Int
  ) {
    let worked = max(0, weeks - workBegins)
    self.agents = agents
    self.trainingBegins = trainingBegins
    self.workBegins = workBegins
    self.months = months
    self.day = day
    self.firstNumber = firstNumber
    survival = law.survival(from: months, weeks: worked)
    effects = (0..<worked).map { law.effect(from: months, after: $0) }
  }

  /// Those who are there when the plan begins, by the steps of `tenure` as near as whole agents go.
  static func present(
    _ workforce: Workforce, of team: Team, law: WorkforceLaw, weeks: Int
  ) -> [WorkforceCohort] {
    let steps =
      team.tenure.isEmpty ? [TenureStep(months: .infinity, share: 1)] : team.tenure
    var cohorts: [WorkforceCohort] = []
    var (share, taken) = (0.0, 0)
    for (index, step) in steps.enumerated() {
      share += step.share
      let upTo =
        index == steps.count - 1
        ? workforce.headcount
        : min(workforce.headcount, Int((share * Double(workforce.headcount)).rounded()))
      let agents = max(0, upTo - taken)
      cohorts.append(
        WorkforceCohort(
          agents: agents, trainingBegins: nil, workBegins: 0, months: step.months, day: 0,
          firstNumber: taken, law: law, weeks: weeks))
      taken += agents
    }
    return cohorts
  }

  /// The classes, each in the week that holds its first day.
  static func classes(
    _ classes: [HiringClass], training: Int, from start: CivilDate, law: WorkforceLaw, weeks: Int
  ) -> [WorkforceCohort] {
    var cohorts: [WorkforceCohort] = []
    for item in classes {
      let days = item.start.daysSinceEpoch - start.daysSinceEpoch
      let week = days >= 0 ? days / 7 : -((6 - days) / 7)
      guard week < weeks else { continue }
      // Days from 0000-03-01 on, so that every date of the format has an address.
      let day = Int32(clamping: item.start.daysSinceEpoch + 719_468)
      let before = cohorts.reduce(0) { $0 + ($1.day == day ? $1.agents : 0) }
      cohorts.append(
        WorkforceCohort(
          agents: item.agents, trainingBegins: week, workBegins: week + training, months: 0,
          day: day, firstNumber: before, law: law, weeks: weeks))
    }
    return cohorts
  }
}
