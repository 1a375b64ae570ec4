import Center
import EventKernel
import Stochastics

/// Where a team is in its schedule of shifts, breaks and absences.
struct ScheduleState: BitwiseCopyable {
  var nextStep = 0
  /// Rostered agents on duty who are out for the day.
  var absentOnDuty = 0
  var carried = CarriedHeads()
}

extension Engine {
  /// A step of a team's schedule, or of a rule of dynamic staffing, inside an interval.
  mutating func takeStep(_ number: Int) {
    if number < plan.teams.count { return takeStep(ofTeam: number) }
    turn(rule: number - plan.teams.count)
  }

  /// A new interval begins: the schedule may ask for more or fewer agents.
  mutating func beginInterval(ofTeam team: Int) {
    if plan.teams[team].schedule != nil { return takeStep(ofTeam: team) }
    ask(plan.teams[team].present[interval], ofTeam: team)
    followSchedule(ofTeam: team)
  }

  /// The next step of a schedule with shifts, breaks or absences begins.
  mutating func takeStep(ofTeam team: Int) {
    guard let timeline = plan.teams[team].schedule else { return }
    let index = schedules[team].nextStep
    let step = timeline.steps[index]
    schedules[team].nextStep += 1
    let (day, second) = step.start.quotientAndRemainder(dividingBy: PlanningCalendar.dayLength)
    if second == 0 {
      schedules[team].carried = CarriedHeads()
      // A shift of the evening before the first day lacks whoever was out then.
      if day == 0 { drawAbsences(ofTeam: team, day: -1) }
      drawAbsences(ofTeam: team, day: day)
    }
    var heads = step.heads
    if plan.teams[team].absence > 0 {
      for change in timeline.changes[step.changes] {
        let absent = absences(ofTeam: team, day: change.day, among: change.agents)
        schedules[team].absentOnDuty += change.isComing ? absent : -absent
      }
      let written = Int(step.others.rounded(.down))
      let others = plan.teams[team].rosteredAgents
      let absentOthers = absences(
        ofTeam: team, day: day, among: others..<(others + written))
      // An exception takes those who are in and those who are out alike.
      let absent = Double(schedules[team].absentOnDuty) * step.keptShare + Double(absentOthers)
      heads = max(0, heads - absent)
    }
    let end =
      index + 1 < timeline.steps.count
      ? timeline.steps[index + 1].start : Int(plan.calendar.horizon)
    let present = schedules[team].carried.present(
      wanted: heads * plan.teams[team].presentShare, length: Double(end - step.start))
    ask(Int32(present), ofTeam: team)
    let pausing = (step.pausing * plan.teams[team].presentShare).rounded()
    teamStates[team].pause(Int32(pausing), at: now - intervalStart)
    if end < (interval + 1) * plan.calendar.intervalLength {
      schedule(Kind.boundary, Int32(team) + 1, at: Double(end))
    }
    followSchedule(ofTeam: team)
  }

  /// Who of a team is out on a day: for each number of agents, how many before it are.
  ///
  /// Three days are kept: shifts run over midnight.
  private mutating func drawAbsences(ofTeam team: Int, day: Int) {
    let place = plan.teams[team]
    guard place.absence > 0 else { return }
    var absent: Int32 = 0
    let first = firstAbsence(ofTeam: team, day: day)
    for agent in 0..<place.numberedAgents {
      absentBefore[first + agent] = absent
      let draw = random.lane(
        stream: place.stream, day: plan.firstDay + Int32(day), issue: agent, kind: .absence)
      if draw.u0 < place.absence { absent += 1 }
    }
    absentBefore[first + place.numberedAgents] = absent
  }

  /// Where a day's part of `absentBefore` begins.
  private func firstAbsence(ofTeam team: Int, day: Int) -> Int {
    plan.teams[team].firstAbsence + (day + 3) % 3 * (plan.teams[team].numberedAgents + 1)
  }

  private func absences(ofTeam team: Int, day: Int, among agents: Range<Int>) -> Int {
    let first = firstAbsence(ofTeam: team, day: day)
    return Int(absentBefore[first + agents.upperBound] - absentBefore[first + agents.lowerBound])
  }
}
