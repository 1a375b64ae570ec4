public import Center
import Stochastics

/// A small contact center with everything the engine knows: two classes, voice with trunks, IVR,
/// patience and redials, chat with a bot and slowdown, email by two teams, repeats, a schedule.
public func mixedCenter() throws -> Center {
  let calendar = PlanningCalendar(
    start: CivilDate(daysSinceEpoch: 20_780), days: 2, warmUpDays: 1, followUpDays: 2,
    intervalLength: 1800)
  let workdays = WeeklyHours(
    ranges: Array(repeating: [28_800..<64_800], count: 6) + [[]])
  let voice = Channel(
    name: "voice", medium: .voice, hours: workdays,
    patience: .weibull(try Weibull(mean: 120, shape: 0.8)),
    target: Target(serviceLevel: 0.8, within: 20), wrapUp: .exponential(try Exponential(mean: 20)),
    trunks: 4,
    redial: Redial(share: 0.5, after: .exponential(try Exponential(mean: 600)), attempts: 3),
    cost: ChannelCost(perContact: 0.05, perMinute: 0.02))
  let chat = Channel(
    name: "chat", medium: .chat, hours: workdays,
    patience: .exponential(try Exponential(mean: 90)),
    target: Target(serviceLevel: 0.8, within: 60), wrapUp: .constant(try Constant(mean: 15)),
    concurrency: Concurrency(limit: 3, throughput: [1, 1.7, 2.2]), atClose: .drop)
  let email = Channel(
    name: "email", medium: .email, hours: workdays,
    target: Target(serviceLevel: 0.9, within: 3600 * 4, clock: .opening))
  return Center(
    name: "mixed", calendar: calendar, demand: try mixedDemand(calendar),
    channels: [voice, chat, email], fallbackChannel: "voice", selfService: try mixedTools(),
    customerHistory: .siloed, repeatInformationTime: 30, teams: mixedTeams(calendar))
}

private func mixedDemand(_ calendar: PlanningCalendar) throws -> [DemandClass] {
  let billing = DemandClass(
    name: "billing", expectedIssues: everyInterval(12, of: calendar),
    dayVariation: DayVariation(cv: 0.2), difficultyCorrelation: 0.6,
    resolutionRate: Graded(easy: 0.95, hard: 0.6),
    repeatContactAfter: .exponential(try Exponential(mean: 6 * 3600)),
    channels: [
      ClassChannel(
        channel: "voice", share: Graded(easy: 0.4, hard: 0.6),
        talkTime: .logNormal(try LogNormal(mean: 240, cv: 0.9))),
      ClassChannel(
        channel: "chat", share: Graded(easy: 0.4, hard: 0.2),
        talkTime: .logNormal(try LogNormal(mean: 300, cv: 0.9))),
      ClassChannel(
        channel: "email", share: Graded(0.1), talkTime: .gamma(try Gamma(mean: 200, cv: 0.7))),
      ClassChannel(channel: "social", share: Graded(0.1)),
    ])
  let outage = DemandClass(
    name: "outage", expectedIssues: everyInterval(5, of: calendar),
    dayVariation: DayVariation(cv: 0.3, isShared: true), resolutionRate: Graded(0.8),
    channels: [
      ClassChannel(
        channel: "voice", share: Graded(1), talkTime: .exponential(try Exponential(mean: 150)),
        wrapUp: .constant(try Constant(mean: 0)))
    ])
  return [billing, outage]
}

private func mixedTools() throws -> [SelfServiceTool] {
  [
    SelfServiceTool(
      name: "ivr", stage: .onChannels(["voice"]), time: .constant(try Constant(mean: 30)),
      containment: [0.3, 0.05], easyContactBias: 0.8, trueResolution: 0.9, ports: 2,
      costPerSession: 0.05),
    SelfServiceTool(
      name: "bot", stage: .onChannels(["chat"]), time: .exponential(try Exponential(mean: 60)),
      containment: [0.4, 0], easyContactBias: 0.5, trueResolution: 0.8, costPerSession: 0.1),
    SelfServiceTool(
      name: "help", stage: .beforeContact(adoption: 0.3), time: .constant(try Constant(mean: 0)),
      containment: [0.2, 0.2], easyContactBias: 0.9, trueResolution: 0.85),
  ]
}

private func mixedTeams(_ calendar: PlanningCalendar) -> [Team] {
  // Open from 8 to 18, one agent more at noon than at the edges.
  let day = (0..<48).map { interval -> Double in
    switch interval {
    case 16..<22, 30..<36: 5
    case 22..<30: 8
    default: 0
    }
  }
  let schedule = Array(repeating: day, count: calendar.simulatedDays)
  return [
    Team(
      name: "phones", agents: schedule, shrinkage: 0.25,
      skills: [Skill(channel: "voice"), Skill(channel: "email", rank: 2, keepIdle: 1)], wage: 28),
    Team(
      name: "digital", agents: schedule, agentsAre: .present,
      skills: [
        Skill(channel: "chat"), Skill(channel: "email", rank: 2),
        Skill(channel: "voice", demandClass: "outage", rank: 3, keepIdle: 2),
      ], wage: 26),
  ]
}
