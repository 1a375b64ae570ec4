public import Center
public import Stochastics

/// Two classes on one telephone channel, with the same talk time, for one team.
///
/// - Parameter perHour: Expected issues an hour of each class.
public func twoClasses(
  perHour: [Double], talk: Distribution, agents: Int, days: Int = 2, warmUpDays: Int = 1
) -> Center {
  var center = oneQueue(
    perHour: perHour[0], talk: talk, agents: agents, days: days, warmUpDays: warmUpDays)
  center.demand[0].name = "first"
  var second = center.demand[0]
  second.name = "second"
  second.expectedIssues = everyInterval(perHour[1], of: center.calendar)
  center.demand.append(second)
  return center
}
