import CenterSimulation

extension Measure {
  /// The service level has many definitions; each has its own column.
  ///
  /// In a row that has live queues the measures of the promise are about those; deferred ones have
  /// `on_time_rate`.
  static let serviceLevels: [Measure] = [
    .ratio(
      "service_level", .share,
      "Answered within the target time / offered: abandons count against.", good: .up,
      in: .contacts, headline: true, byInterval: .estimate,
      of: { $0.prompt.answeredWithin }, to: { $0.prompt.offered }),
    .ratio(
      "service_level_excluding_abandons_in_time", .share,
      "Answered within the target time / (offered − abandoned within it).", good: .up,
      in: .contacts, byInterval: .mean,
      of: { $0.prompt.answeredWithin }, to: { $0.prompt.offered - $0.prompt.abandonedWithin }),
    .ratio(
      "service_level_abandons_in_time_as_met", .share,
      "(Answered + abandoned within the target time) / offered.", good: .up,
      in: .contacts, byInterval: .mean,
      of: { $0.prompt.answeredWithin + $0.prompt.abandonedWithin }, to: { $0.prompt.offered }),
    .ratio(
      "service_level_answered", .share,
      "Answered within the target time / answered: flattering, still in contracts.", good: .up,
      in: .contacts, byInterval: .mean,
      of: { $0.prompt.answeredWithin }, to: { $0.prompt.answered }),
    .ratio(
      "service_level_excluding_short_abandons", .share,
      "Answered within the target time / (offered − short abandons).", good: .up,
      in: .contacts, byInterval: .mean,
      of: { $0.prompt.answeredWithin }, to: { $0.prompt.offered - $0.prompt.abandonedShort }),
    .ratio(
      "service_level_of_entered", .share,
      "Answered within the target time / (offered + blocked): busy tones count against.",
      good: .up, in: .contacts, byInterval: .mean,
      of: { $0.prompt.answeredWithin }, to: { $0.prompt.offered + $0.prompt.blocked }),
    .ratio(
      "service_level_first_attempts", .share,
      "First attempts answered within the target time / first attempts: the customer's view.",
      good: .up, in: .contacts,
      of: { $0.prompt.firstAttemptsWithin }, to: { $0.prompt.firstAttempts }),
    .ratio(
      "service_level_interval_mean", .share,
      "Plain mean of the service level over intervals, quiet ones like busy ones; contracts only.",
      good: .up, in: .contacts, daily: false,
      of: { $0.promise.intervalLevels }, to: { $0.promise.intervals }),
    .ratio(
      "intervals_target_met", .share, "Intervals that met the target / intervals with contacts.",
      good: .up, in: .contacts, daily: false,
      of: { $0.promise.intervalsMet }, to: { $0.promise.intervalsPromised }),
    .ratio(
      "days_target_met", .share, "Days that met the target, or whose intervals all did / days.",
      good: .up,
      in: .contacts, daily: false,
      of: { $0.promise.daysMet }, to: { $0.promise.daysPromised }),
    .ratio(
      "on_time_rate", .share, "Deferred contacts answered by their due time / due.", good: .up,
      in: .contacts, headline: true, byInterval: .estimate,
      of: { $0.deferred.onTime }, to: { $0.deferred.due }),
    .ratio(
      "reply_service_level", .share,
      "Customers' messages replied to within the target time / turns: every reply is promised.",
      good: .up, in: .contacts, byInterval: .mean,
      of: { $0.sum(\.repliesWithin) }, to: { $0.sum(\.turns) }),
    .ratio(
      "answer_rate", .share, "Answered / offered.", good: .up, in: .contacts, byInterval: .mean,
      of: { $0.prompt.answered }, to: { $0.prompt.offered }),
    .ratio(
      "abandonment_rate", .share, "Abandoned / offered.", good: .down, in: .contacts,
      headline: true, byInterval: .estimate,
      of: { $0.prompt.abandoned }, to: { $0.prompt.offered }),
    .ratio(
      "abandonment_rate_excluding_short", .share,
      "(Abandoned − short abandons) / (offered − short abandons).", good: .down,
      in: .contacts, byInterval: .mean,
      of: { $0.prompt.abandoned - $0.prompt.abandonedShort },
      to: { $0.prompt.offered - $0.prompt.abandonedShort }),
    .ratio(
      "blocking_rate", .share, "Blocked / (offered + blocked).", good: .down, in: .contacts,
      headline: true, byInterval: .mean,
      of: { $0.prompt.blocked }, to: { $0.prompt.offered + $0.prompt.blocked }),
    .ratio(
      "repeat_rate", .share, "Contacts that repeat an earlier one / entered.", good: .down,
      in: .contacts,
      of: { $0.sum(\.repeats) }, to: { $0.sum(\.entered) }),
  ]
}
