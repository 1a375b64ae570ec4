import Center
import EventKernel
import Stochastics

/// Reviews of a team's contacts.
struct ReviewPlan: Sendable {
  /// The share of contacts that is reviewed, from when on, and how long a review takes [s].
  let share: Double
  let start: Double
  let time: Double
  /// Pay per second.
  let wage: Double
  /// From when on what was learnt shows [s], and how.
  let showsFrom: Double
  let learnt: AgentFactors

  init?(_ center: Center, _ team: Team) {
    guard let reviews = center.reviews(of: team) else { return nil }
    share = reviews.reviewed
    start = center.firstReview(reviews)
    time = reviews.time
    wage = (reviews.wage ?? team.wage) / 3600
    showsFrom = start + reviews.lag
    learnt = AgentFactors(
      handleTime: reviews.handleTimeFactor, resolution: reviews.resolutionFactor)
  }
}

extension Engine {
  /// Whether the service that begins is one of those to be reviewed; it is counted as such now,
  /// whenever that is done.
  mutating func sampleReview(of slot: Int32, team: Int) {
    guard let reviews = plan.teams[team].factors.reviews, now >= reviews.start else { return }
    let draw = random.lane(
      stream: plan.classes[issues[slot].demandClass].stream, day: issues[slot].day,
      issue: Int(issues[slot].number), kind: .review, occurrence: Int(issues[slot].services))
    if draw.u0 < reviews.share { teamStates[team].reviews += 1 }
  }
}
