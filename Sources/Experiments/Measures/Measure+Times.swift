import CenterSimulation
import OutputAnalysis

extension Measure {
  /// How long customers wait.
  static let waitingTimes: [Measure] = [
    .ratio(
      "asa_s", .seconds,
      "Average speed of answer: total wait of the answered, callbacks to their offer / answered.",
      good: .down, in: .contacts, headline: true, byInterval: .estimate,
      of: { $0.prompt.waitAnswered }, to: { $0.prompt.answered }),
    .ratio(
      "asa_with_callbacks_s", .seconds,
      "Total wait of the answered, that of callbacks to the answer included / answered.",
      good: .down, in: .contacts, byInterval: .mean,
      of: { $0.prompt.wholeWaitAnswered }, to: { $0.prompt.answered }),
    .ratio(
      "wait_mean_s", .seconds, "Mean wait of answered and abandoned contacts.", good: .down,
      in: .contacts, byInterval: .estimate,
      of: { $0.prompt.wholeWaitAnswered + $0.prompt.waitAbandoned },
      to: { $0.prompt.answered + $0.prompt.abandoned }),
    .ratio(
      "wait_delayed_mean_s", .seconds, "Mean wait of those answered contacts that had to wait.",
      good: .down, in: .contacts,
      of: { $0.prompt.wholeWaitAnswered }, to: { $0.prompt.delayed }),
    .ratio(
      "time_to_abandon_s", .seconds, "Mean wait of abandoned contacts.", in: .contacts,
      of: { $0.prompt.waitAbandoned }, to: { $0.prompt.abandoned }),
    .ratio(
      "reply_time_s", .seconds, "Mean wait for a reply, from the customer's message / replies.",
      good: .down, in: .contacts, byInterval: .mean,
      of: { $0.sum(\.waitReplied) }, to: { $0.sum(\.replies) }),
  ]

  /// How long agents work on a contact.
  static let workTimes: [Measure] = [
    .ratio(
      "handle_time_s", .seconds, "(Talk + repeated information + wrap-up) / answered.",
      in: .contacts, headline: true, byInterval: .estimate,
      of: { $0.sum(\.talk) + $0.sum(\.repeatedInformation) + $0.sum(\.wrapUp) },
      to: { $0.sum(\.answered) }),
    .ratio(
      "session_time_s", .seconds, "From the start of service to the end of talk, on the clock.",
      in: .contacts,
      of: { $0.sum(\.session) }, to: { $0.sum(\.answered) }),
    .ratio(
      "focus_time_s", .seconds, "The share of an agent's time that a session takes.",
      in: .contacts,
      of: { $0.sum(\.talk) + $0.sum(\.repeatedInformation) }, to: { $0.sum(\.answered) }),
    .ratio(
      "residual_handle_time_ratio", .ratio,
      "Talk drawn for what reached agents / the same number of contacts at the class's mean.",
      in: .contacts, daily: false,
      of: { $0.sum(\.talkDrawn) }, to: { $0.sum(\.talkExpected) }),
  ]

  /// How many wait.
  static let queueLengths: [Measure] = [
    .ratio(
      "queue_mean", .mean, "Contacts waiting, averaged over time.", good: .down, in: .contacts,
      byInterval: .estimate,
      of: { $0.sum(\.queueArea) }, to: { $0.time }),
    .sum(
      "backlog_end", .count, "Contacts waiting at the end.", good: .down, in: .contacts,
      byInterval: .mean
    ) { $0.sum(\.backlogEnd) },
    .sum(
      "overdue_end", .count, "Of these, deferred contacts past their due time.", good: .down,
      in: .contacts, byInterval: .mean
    ) { $0.sum(\.overdueEnd) },
    .ratio(
      "open_threads", .mean, "Conversations in turns under way or waiting, averaged over time.",
      in: .contacts, byInterval: .mean,
      of: { $0.sum(\.openArea) }, to: { $0.time }),
  ]

  /// What agents' time is spent on.
  static let agentTimes: [Measure] = [
    .sum("handled", .count, "Contacts that the team began to serve.", in: .agents) {
      $0.team.handled
    },
    .sum(
      "reviews", .count,
      "Of these, the ones that are reviewed; conversations of campaigns never are.", in: .agents
    ) {
      $0.team.reviews
    },
    .ratio(
      "occupancy", .share, "Busy / (busy + idle); busy: at least one contact or wrap-up in hand.",
      in: .agents, headline: true, byInterval: .estimate,
      of: { $0.team.busy }, to: { $0.team.busy + $0.team.idle }),
    .ratio(
      "utilization", .share, "Busy / paid.", in: .agents, byInterval: .mean,
      of: { $0.team.busy }, to: { $0.team.paid + $0.team.overtime }),
    .ratio(
      "slot_utilization", .share, "Chats in hand / chats that could be held.", in: .agents,
      of: { $0.team.chats }, to: { $0.team.slots }),
    .ratio(
      "concurrency_mean", .mean, "Chats in hand of an agent who holds any.", in: .agents,
      of: { $0.team.chats }, to: { $0.team.chatting }),
    .ratio(
      "agents_paid", .mean, "Paid agents, overtime included, averaged over time.", in: .agents,
      byInterval: .mean,
      of: { $0.team.paid + $0.team.overtime }, to: { $0.time }),
    .ratio(
      "agents_present", .mean, "Agents on the floor, averaged over time.", in: .agents,
      byInterval: .mean,
      of: { $0.team.present }, to: { $0.time }),
    .ratio(
      "agents_busy", .mean, "Busy agents, averaged over time.", in: .agents,
      byInterval: .estimate,
      of: { $0.team.busy }, to: { $0.time }),
    .ratio(
      "agents_idle", .mean, "Idle agents, averaged over time.", in: .agents, byInterval: .mean,
      of: { $0.team.idle }, to: { $0.time }),
    .ratio(
      "agents_outbound", .mean, "Of the busy, those who work for outbound campaigns.",
      in: .agents, byInterval: .mean,
      of: { $0.team.outbound }, to: { $0.time }),
    .sum(
      "paid_h", .hours, "Paid time, overtime and reviews included.", in: .agents, byInterval: .mean
    ) { ($0.team.paid + $0.team.overtime) / 3_600 },
    .sum(
      "intraday_h", .hours, "Of the paid time, what intraday rules added, less what they released.",
      in: .agents, range: PossibleRange(lower: -.infinity, upper: .infinity), byInterval: .mean
    ) { $0.team.added / 3_600 },
    .sum(
      "review_h", .hours, "Of the paid time, reviews of contacts.", in: .agents, byInterval: .mean
    ) { $0.team.reviewTime / 3_600 },
    .sum(
      "overtime_h", .hours, "Time paid beyond the schedule.", good: .down, in: .agents,
      byInterval: .mean
    ) { $0.team.overtime / 3_600 },
    .ratio(
      "fte", .mean,
      "Full-time equivalents: paid hours / what one works full-time on the calendar's weekdays.",
      good: .down,
      in: .agents, headline: true, daily: false,
      of: { $0.team.paid + $0.team.overtime }, to: { $0.fullTimeEquivalentTime }),
  ]
}
