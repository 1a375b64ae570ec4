public import Center
public import Stochastics

/// One class, one channel, one team, the same rate and heads around the clock: the classic models.
///
/// - Parameters:
///   - perHour: Expected issues an hour.
///   - days: Counted days; warm-up comes before, nothing follows.
public func oneQueue(
  medium: Medium = .voice, perHour: Double, talk: Distribution, agents: Int, within: Double = 20,
  patience: Distribution? = nil, trunks: Int? = nil, concurrency: Concurrency = .single,
  wrapUp: Distribution? = nil, days: Int = 2, warmUpDays: Int = 1, interval: Int = 3600
) -> Center {
  let calendar = PlanningCalendar(
    start: CivilDate(daysSinceEpoch: 20_780), days: days, warmUpDays: warmUpDays,
    intervalLength: interval)
  let perInterval = perHour * Double(interval) / 3600
  let channel = Channel(
    name: medium.rawValue, medium: medium, patience: patience,
    target: Target(serviceLevel: 0.8, within: within), wrapUp: wrapUp, trunks: trunks,
    concurrency: concurrency)
  let calls = DemandClass(
    name: "calls", expectedIssues: everyInterval(perInterval, of: calendar),
    channels: [ClassChannel(channel: medium.rawValue, share: Graded(1), talkTime: talk)])
  let team = Team(
    name: "agents", agents: everyInterval(Double(agents), of: calendar),
    skills: [Skill(channel: medium.rawValue)])
  return Center(
    name: "one queue", calendar: calendar, demand: [calls], channels: [channel], teams: [team])
}

/// The same number in every interval of every simulated day.
public func everyInterval(_ value: Double, of calendar: PlanningCalendar) -> [[Double]] {
  Array(
    repeating: Array(repeating: value, count: calendar.intervalsPerDay),
    count: calendar.simulatedDays)
}

/// Calls at rank 1 and emails at rank 2 for one team, which keeps some agents idle for calls.
public func blendingCenter(
  agents: Int, keepIdle: Int, callsPerHour: Double, mailsPerHour: Double, talk: Double
) throws -> Center {
  var center = oneQueue(
    perHour: callsPerHour, talk: .exponential(try Exponential(mean: talk)), agents: agents,
    days: 20)
  center.channels.append(
    Channel(
      name: "email", medium: .email, target: Target(serviceLevel: 0.9, within: 3600)))
  center.demand.append(
    DemandClass(
      name: "mails", expectedIssues: everyInterval(mailsPerHour, of: center.calendar),
      channels: [
        ClassChannel(
          channel: "email", share: Graded(1),
          talkTime: .exponential(try Exponential(mean: talk)))
      ]))
  center.teams[0].skills.append(Skill(channel: "email", rank: 2, keepIdle: keepIdle))
  return center
}
