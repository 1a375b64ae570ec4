public import Center
import Stochastics

/// Two kinds of calls, a team for each, and a dearer one for both.
public func twoSkills() throws -> Center {
  var center = oneQueue(
    perHour: 30, talk: .exponential(try Exponential(mean: 300)), agents: 4, days: 1)
  center.channels[0].name = "a"
  center.demand[0].channels[0].channel = "a"
  center.channels.append(
    Channel(
      name: "b", medium: .voice, patience: .exponential(try Exponential(mean: 120)),
      target: Target(serviceLevel: 0.7, within: 30)))
  center.demand.append(
    DemandClass(
      name: "others", expectedIssues: everyInterval(24, of: center.calendar),
      channels: [
        ClassChannel(
          channel: "b", share: Graded(1), talkTime: .exponential(try Exponential(mean: 240)))
      ]))
  let heads = everyInterval(4, of: center.calendar)
  center.teams = [
    Team(name: "a", agents: heads, skills: [Skill(channel: "a")], wage: 20),
    Team(name: "b", agents: heads, skills: [Skill(channel: "b")], wage: 20),
    Team(
      name: "both", agents: heads,
      skills: [Skill(channel: "a", rank: 2), Skill(channel: "b", rank: 2)], wage: 23),
  ]
  return center
}
