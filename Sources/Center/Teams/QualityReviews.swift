/// Sampled reviews of contacts, and what agents learn from them after a while.
public struct QualityReviews: Sendable, Hashable {
  /// The share of the contacts that agents begin to serve whose service is reviewed; `0...1`.
  public var reviewed: Double
  /// The paid time that a review takes, beside the schedule [s].
  public var time: Double
  /// Money for each hour of it; `nil`: the wage of the team whose contact it was.
  public var wage: Double?
  /// The teams whose contacts are reviewed; empty: all.
  public var teams: [String]
  /// The first day of reviews; `nil`: the first counted one.
  public var startsOn: CivilDate?
  /// How long after the first midnight of reviews they show [s].
  public var lag: Double
  /// What talk times of these teams are multiplied by from then on.
  public var handleTimeFactor: Double
  /// What the rates at which these teams resolve issues are multiplied by from then on.
  public var resolutionFactor: Double

  /// Reviews that change nothing unless said otherwise.
  public init(
    reviewed: Double, time: Double, wage: Double? = nil, teams: [String] = [],
    startsOn: CivilDate? = nil, lag: Double = 0, handleTimeFactor: Double = 1,
    resolutionFactor: Double = 1
  ) {
    self.reviewed = reviewed
    self.time = time
    self.wage = wage
    self.teams = teams
    self.startsOn = startsOn
    self.lag = lag
    self.handleTimeFactor = handleTimeFactor
    self.resolutionFactor = resolutionFactor
  }
}

extension Center {
  /// The reviews of a team's contacts; `nil` where there are none.
  public func reviews(of team: Team) -> QualityReviews? {
    quality.flatMap { $0.teams.isEmpty || $0.teams.contains(team.name) ? $0 : nil }
  }

  /// The midnight from which contacts are reviewed [s from the first simulated one].
  public func firstReview(_ reviews: QualityReviews) -> Double {
    calendar.midnight(of: reviews.startsOn ?? calendar.start)
  }

  func qualityProblems() -> [Problem] {
    guard let quality else { return [] }
    var list = ProblemList(prefix: ["quality"])
    list.requireShare(quality.reviewed, at: "reviewed")
    if !(quality.time >= 0 && quality.time <= 86_400) {
      list.add("time", .badValue, "a review takes 0s…24h")
    }
    if let wage = quality.wage { list.requireMoney(wage, at: "wage") }
    if !(quality.lag >= 0 && quality.lag <= 3660 * 86_400) {
      list.add("after", .badValue, "expected 0s…3660d")
    }
    list.requireFactor(quality.handleTimeFactor, at: "handleTimeFactor")
    list.requireFactor(quality.resolutionFactor, at: "resolutionFactor")
    for name in quality.teams where !teams.contains(where: { $0.name == name }) {
      list.add(
        "teams", .unknownName, "'\(name)' is not a team of this design", misspelt: name,
        among: teams.map(\.name))
    }
    if let message = beginningProblem(quality.startsOn) { list.add("from", .badValue, message) }
    return list.problems
  }
}
