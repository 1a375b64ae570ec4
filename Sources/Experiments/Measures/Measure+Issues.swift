import CenterSimulation
import OutputAnalysis

extension Measure {
  /// What self-service does.
  static let selfServiceMeasures: [Measure] = [
    .sum(
      "sessions", .count, "Sessions of self-service that ended.", in: .sessions, daily: false
    ) { $0.tool.sessions },
    .ratio(
      "containment_rate", .share, "Sessions that ended in self-service / sessions.", good: .up,
      in: .sessions, headline: true, daily: false,
      of: { $0.tool.contained }, to: { $0.tool.sessions }),
    .ratio(
      "true_containment_rate", .share,
      "Contained sessions whose issue did not come back / contained.",
      good: .up, in: .sessions, daily: false,
      of: { $0.tool.trulyResolved }, to: { $0.tool.contained }),
    .ratio(
      "deflection_rate", .share,
      "Issues that used self-service, peers included, and never reached a queue / (these + issues that "
        + "reached one).",
      good: .up, in: .issues, headline: true, daily: false,
      of: { $0.issue.deflected }, to: { $0.issue.deflected + $0.issue.reachedQueue }),
  ]

  /// What became of the issues born in the counted days.
  static let issueMeasures: [Measure] = [
    .sum("issues_born", .count, "Issues born in the counted days.", in: .issues, daily: false) {
      $0.issue.born
    },
    .sum(
      "messages_sent", .count, "Messages sent to customers before they ask.", in: .issues,
      daily: false
    ) { $0.issue.messages },
    .sum(
      "issues_prevented", .count, "Issues that a message prevented; they are not born.",
      in: .issues, daily: false
    ) { $0.issue.prevented },
    .sum(
      "issues_induced", .count, "Of the issues born, those that a message caused.", in: .issues,
      daily: false
    ) { $0.issue.induced },
    .sum(
      "issues_resolved", .count, "Of the issues born, the resolved.", good: .up, in: .issues,
      daily: false
    ) { $0.issue.resolved },
    .sum(
      "issues_lost", .count, "Of the issues born, the given up.", good: .down, in: .issues,
      daily: false
    ) {
      $0.issue.lost
    },
    .sum(
      "issues_open_end", .count,
      "Of the issues born, neither resolved nor lost when the simulation ended.",
      in: .issues, daily: false
    ) { $0.issue.openEnd },
    .ratio(
      "first_contact_resolution", .share,
      "Issues resolved by their first contact / issues that made a contact.", good: .up,
      in: .issues, headline: true, daily: false,
      of: { $0.issue.resolvedAtFirstContact }, to: { $0.issue.contacting }),
    .ratio(
      "contacts_per_issue", .ratio, "Contacts made / issues born.", good: .down, in: .issues,
      headline: true, daily: false,
      of: { $0.issue.contacts }, to: { $0.issue.born }),
    .ratio(
      "time_to_resolution_s", .seconds, "From birth to resolution, over resolved issues.",
      good: .down, in: .issues, headline: true, daily: false,
      of: { $0.issue.timeToResolution }, to: { $0.issue.resolved }),
    .sum(
      "channel_switches", .count, "Contacts on another channel than the one before.",
      in: .issues, daily: false
    ) { $0.issue.channelSwitches },
  ]

  /// What it costs, in the scenario's currency.
  static let moneyMeasures: [Measure] = [
    .sum(
      "cost_agents", .money, "Wages for paid time, overtime included, and what vendors charge.",
      good: .down, in: .agents
    ) { $0.team.cost },
    .sum("cost_overtime", .money, "Of cost_agents, overtime.", good: .down, in: .agents) {
      $0.team.overtimeCost
    },
    .sum("cost_channels", .money, "Channels' costs of contacts.", good: .down, in: .contacts) {
      $0.sum(\.cost)
    },
    .sum(
      "cost_self_service", .money, "Sessions of self-service.", good: .down, in: .sessions,
      daily: false
    ) { $0.tool.cost },
    .sum(
      "cost_proactive", .money, "Messages to customers before they ask.", good: .down,
      in: .issues, daily: false
    ) { $0.issue.messageCost },
    .sum(
      "cost_outbound", .money, "Dialing for outbound campaigns, beside agents.", good: .down,
      in: .outbound
    ) { $0.outbound.cost },
    .sum(
      "cost_penalty", .money, "Penalties for targets missed.", good: .down,
      in: [.center, .channel], daily: false
    ) { $0.promise.penalty },
    .sum("cost_lost", .money, "Lost issues.", good: .down, in: .issues, daily: false) {
      $0.money.lost
    },
    .sum(
      "cost_total", .money,
      "Agents, channels, self-service, messages, dialing, penalties and lost issues together.",
      good: .down,
      in: .center, headline: true, daily: false
    ) { $0.totalCost },
    .ratio(
      "cost_per_contact", .money, "Total cost / contacts answered or contained.", good: .down,
      in: .center, headline: true, daily: false,
      of: { $0.totalCost }, to: { $0.sum(\.answered) + $0.sum(\.contained) }),
    .ratio(
      "cost_per_resolved_issue", .money, "Total cost / resolved issues.", good: .down,
      in: .center, headline: true, daily: false,
      of: { $0.totalCost }, to: { $0.issue.resolved }),
    .sum(
      "value_resolved", .money, "The worth of resolved issues.", good: .up, in: .issues,
      daily: false
    ) { $0.money.resolved },
    .sum(
      "net_value", .money, "The worth of resolved issues less the total cost.", good: .up,
      in: .center, range: PossibleRange(lower: -.infinity, upper: .infinity), daily: false
    ) { $0.money.resolved - $0.totalCost },
  ]
}

extension RowTally {
  /// Agents, channels, self-service, messages, dialing, penalties and lost issues together [money].
  var totalCost: Double {
    team.cost + sum(\.cost) + tool.cost + issue.messageCost + outbound.cost + promise.penalty
      + money.lost
  }
}
