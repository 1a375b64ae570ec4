/// A step of learning: agents who have been there for so long, and how they work.
public struct TenureStep: Sendable, Hashable {
  /// Months on the job from which the step holds; the first step is at 0.
  public var months: Double
  /// The share of the team's agents on this step; shares sum to 1.
  public var share: Double
  /// What their talk times are multiplied by; 1.3 is 30 % longer.
  public var handleTimeFactor: Double
  /// What the rate at which they resolve issues is multiplied by.
  public var resolutionFactor: Double

  /// A step.
  public init(
    months: Double, share: Double, handleTimeFactor: Double = 1, resolutionFactor: Double = 1
  ) {
    self.months = months
    self.share = share
    self.handleTimeFactor = handleTimeFactor
    self.resolutionFactor = resolutionFactor
  }
}

/// What software that assists agents does for those who have been there for so long.
public struct AssistStep: Sendable, Hashable {
  /// Months on the job from which the step holds; the first step is at 0.
  public var months: Double
  /// What their talk times are multiplied by.
  public var handleTimeFactor: Double
  /// What the rate at which they resolve issues is multiplied by.
  public var resolutionFactor: Double

  /// A step.
  public init(months: Double, handleTimeFactor: Double = 1, resolutionFactor: Double = 1) {
    self.months = months
    self.handleTimeFactor = handleTimeFactor
    self.resolutionFactor = resolutionFactor
  }
}

/// How some of a team's agents work: learning and assistance together.
public struct Proficiency: Sendable, Hashable {
  /// The share of the team.
  public let share: Double
  /// What talk times are multiplied by.
  public let handleTime: Double
  /// What resolution rates are multiplied by.
  public let resolution: Double
}

extension Center {
  /// How the agents of a team work, step by step; one step where it has no `tenure`, whose agents
  /// are as experienced as assistance knows any.
  public func proficiencies(of team: Team) -> [Proficiency] {
    let steps =
      team.tenure.isEmpty ? [TenureStep(months: .infinity, share: 1)] : team.tenure
    return steps.map { step in
      let help = assist.last { $0.months <= step.months }
      return Proficiency(
        share: step.share, handleTime: step.handleTimeFactor * (help?.handleTimeFactor ?? 1),
        resolution: step.resolutionFactor * (help?.resolutionFactor ?? 1))
    }
  }

  /// What a team's mean talk time in a queue is multiplied by: team, skill, learning, assistance.
  public func meanHandleTimeFactor(of team: Team, in queue: Queue) -> Double {
    let skill = team.skill(
      channel: channels[queue.channel].name, demandClass: demand[queue.demandClass].name)
    return proficiencies(of: team).reduce(0) { $0 + $1.share * $1.handleTime }
      * team.handleTimeFactor * (skill?.handleTimeFactor ?? 1)
      * (channels[queue.channel].voiceFallback?.meanFactor ?? 1)
  }

  func tenureProblems(of team: Team, _ list: inout ProblemList) {
    list.requireFactor(team.handleTimeFactor, at: "handleTimeFactor")
    for skill in team.skills {
      let key = skill.channel + (skill.demandClass.map { "/" + $0 } ?? "")
      list.requireFactor(skill.handleTimeFactor, at: "skills", key, "handleTimeFactor")
    }
    guard !team.tenure.isEmpty else { return }
    list.requireSteps(team.tenure.map(\.months), at: "tenure")
    for step in team.tenure {
      list.requireShare(step.share, at: "tenure")
      list.requireFactor(step.handleTimeFactor, at: "tenure")
      list.requireFactor(step.resolutionFactor, at: "tenure")
    }
    let sum = team.tenure.reduce(0) { $0 + $1.share }
    if abs(sum - 1) > 1e-9 {
      list.add("tenure", .badShares, "the shares sum to \(sum), not to 1")
    }
  }

  func assistProblems() -> [Problem] {
    var list = ProblemList(prefix: ["assist"])
    if !assist.isEmpty { list.requireSteps(assist.map(\.months), at: "byTenure") }
    for step in assist {
      list.requireFactor(step.handleTimeFactor, at: "byTenure")
      list.requireFactor(step.resolutionFactor, at: "byTenure")
    }
    return list.problems
  }

  /// Rates that factors raise above 1.
  func resolutionProblems() -> [Problem] {
    var list = ProblemList(prefix: ["teams"])
    for team in teams {
      let learnt = max(1, reviews(of: team)?.resolutionFactor ?? 1)
      let most = proficiencies(of: team).reduce(0) { max($0, $1.resolution) } * learnt
      guard most > 1 else { continue }
      for queue in queues {
        let channel = channels[queue.channel].name
        let demandClass = demand[queue.demandClass].name
        guard team.skill(channel: channel, demandClass: demandClass) != nil else { continue }
        let rate = resolutionRate(of: queue)
        let highest = max(rate.easy, rate.hard)
        if highest * most > 1 + 1e-9 {
          list.add(
            path: [team.name], .badValue,
            "resolves '\(channel)/\(demandClass)' at \(highest) × \(most), which is above 1; lower "
              + "a resolutionFactor or the resolutionRate")
          break
        }
      }
    }
    return list.problems
  }
}

extension ProblemList {
  mutating func requireFactor(_ value: Double, at path: String...) {
    if !(value > 0 && value <= 100) {
      add(path: path, .badValue, "\(value) is not a factor; expected above 0, at most 100")
    }
  }

  fileprivate mutating func requireSteps(_ months: [Double], at key: String) {
    if months.first != 0 || !zip(months, months.dropFirst()).allSatisfy({ $0 < $1 }) {
      add(key, .badValue, "the steps begin at 0 months and go up")
    }
  }
}
