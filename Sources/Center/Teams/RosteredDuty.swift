/// Some agents of a team on duty, or on a break, from one instant to another: a piece of a shift
/// or of a schedule.
public struct RosteredDuty: Sendable, Hashable {
  /// The agents, numbered from 0 within the team; a number is one person throughout a day.
  public var agents: Range<Int>
  /// The simulated day that the shift belongs to, which may end on the next; -1 for the day before
  /// the first, of which only what lies after midnight is there.
  public var day: Int
  /// From when on [s from the first simulated midnight].
  public var start: Int
  /// Until when [s from the first simulated midnight]; after `start`.
  public var end: Int
  /// What the agents do meanwhile.
  public var activity: Activity

  /// What scheduled agents do.
  public enum Activity: String, Sendable, Hashable, CaseIterable {
    /// They serve contacts, and are paid.
    case working
    /// They serve nobody, and are paid: a short break, a meeting, training.
    case paid
    /// They serve nobody and are not paid: a meal.
    case unpaid
    /// They are away all day, and are paid: vacation, sickness.
    case absent
  }

  /// A piece of a shift from its place within the shift's day; `nil` if it ends before the first
  /// simulated midnight.
  ///
  /// - Parameters:
  ///   - agents: The agents, numbered from 0 within the team.
  ///   - day: The simulated day of the shift, -1 for the day before the first.
  ///   - start: From when on [s from the midnight of that day].
  ///   - end: Until when [s from the midnight of that day].
  ///   - activity: What the agents do meanwhile.
  public init?(
    agents: Range<Int>, day: Int, from start: Int, to end: Int, activity: Activity
  ) {
    let midnight = day * PlanningCalendar.dayLength
    guard midnight + end > 0 else { return nil }
    self.init(
      agents: agents, day: day, start: max(0, midnight + start), end: midnight + end,
      activity: activity)
  }

  /// Agents with one activity.
  public init(agents: Range<Int>, day: Int, start: Int, end: Int, activity: Activity = .working) {
    self.agents = agents
    self.day = day
    self.start = start
    self.end = end
    self.activity = activity
  }
}

extension Center {
  /// The most pieces that the roster of a team may have, named in the message that refuses more.
  public static let mostDuties = 2_000_000

  func rosterProblems(of team: Team, _ list: inout ProblemList) {
    if team.roster.isEmpty {
      if !team.rosterExceptions.isEmpty {
        list.add("exceptions", .badValue, "there are no shifts and no schedule to change")
      }
      return
    }
    if team.roster.count > Self.mostDuties {
      list.add(
        "agents", .tooLarge,
        "\(team.roster.count) pieces of shifts are more than the limit of \(Self.mostDuties)")
      return
    }
    for duty in team.roster {
      let isSound =
        duty.start < duty.end && (-1..<calendar.simulatedDays).contains(duty.day)
        && duty.start >= max(0, duty.day * PlanningCalendar.dayLength)
        && duty.end <= (duty.day + 2) * PlanningCalendar.dayLength
        && duty.agents.lowerBound >= 0 && duty.agents.upperBound <= Self.mostAgents
      if !isSound {
        list.add(
          "agents", .badValue,
          "a piece of a shift lies on its day and the next, ends later, and has numbered agents")
        return
      }
    }
    for exception in team.rosterExceptions {
      let isSound =
        !exception.intervals.isEmpty && exception.intervals.lowerBound >= 0
        && exception.intervals.upperBound <= calendar.simulatedIntervals
        && exception.agents.magnitude <= Double(Self.mostAgents)
      if !isSound {
        list.add(
          "exceptions", .badValue,
          "an exception lies on the simulated days, and changes up to \(Self.mostAgents) agents")
        return
      }
    }
  }
}
