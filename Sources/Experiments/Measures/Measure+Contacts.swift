import CenterSimulation

extension Measure {
  /// The books, as columns: anyone can aggregate them again.
  static let contactCounts: [Measure] = [
    .contacts("entered", "Contacts that came into the channel.") { $0.entered },
    .contacts("transferred_in", "Contacts that an agent passed on to this queue.") {
      $0.transferredIn
    },
    .contacts("closed", "Contacts that found the channel closed.") { $0.closed },
    .sum(
      "blocked", .count, "Contacts that found no trunk or no port free; of a tool, its sessions.",
      in: [.contacts, .tool, .toolAndClass], byInterval: .mean, daily: false
    ) { $0.isTool ? $0.tool.blocked : $0.sum(\.blocked) },
    .sum(
      "contained", .count, "Contacts that ended in self-service; of a tool, its sessions.",
      in: [.contacts, .tool, .toolAndClass], byInterval: .mean, daily: false
    ) { $0.isTool ? $0.tool.contained : $0.sum(\.contained) },
    .contacts("in_self_service_end", "Contacts still in self-service at the end.") {
      $0.inSelfServiceEnd
    },
    .contacts("offered", "Contacts that entered the queue.") { $0.offered },
    .contacts("answered", "Contacts that an agent took; deferred ones, that were answered.") {
      $0.answered
    },
    .contacts("answered_within", "Contacts answered within the target time, exactly T included.") {
      $0.answeredWithin
    },
    .contacts("abandoned", "Contacts that left the queue unanswered.") { $0.abandoned },
    .contacts("abandoned_within", "Contacts that left within the target time.") {
      $0.abandonedWithin
    },
    .contacts(
      "abandoned_short", "Contacts that left within the time that counts as short, 5 s by default."
    ) { $0.abandonedShort },
    .contacts("balked", "Of the abandoned, those who left at once instead of waiting.") {
      $0.balked
    },
    .contacts("silent_abandoned", "Of the abandoned, those who left without a trace.") {
      $0.silentAbandoned
    },
    .contacts("waiting_end", "Contacts not answered when the simulation ended.") { $0.waitingEnd },
    .contacts("delayed", "Answered contacts that had to wait at all.") { $0.delayed },
    .contacts("due", "Deferred contacts whose due time fell inside the simulation.") { $0.due },
    .contacts("on_time", "Deferred contacts due that were answered by then.") { $0.onTime },
    .contacts("first_attempts", "First attempts of an issue that were offered or blocked.") {
      $0.firstAttempts
    },
    .contacts("callbacks_offered", "Contacts that were offered a callback.") {
      $0.callbacksOffered
    },
    .contacts("callbacks_accepted", "Of these, the ones who accepted.") { $0.callbacksAccepted },
    .contacts("callbacks_reached", "Of these, the ones who were reached: answered.") {
      $0.callbacksReached
    },
    .contacts("turns", "Customers' messages by sms or messaging that asked for a reply.") {
      $0.turns
    },
    .contacts("replies", "Of these, the ones that an agent began to reply to.") { $0.replies },
    .contacts("replies_within", "Of these, the ones replied to within the target time.") {
      $0.repliesWithin
    },
    .contacts("turns_waiting_end", "Turns without a reply when the simulation ended.") {
      $0.turnsWaitingEnd
    },
    .contacts("closed_by_silence", "Conversations whose customer did not write again.") {
      $0.closedBySilence
    },
    .contacts("peer_answered", "Of the contained, posts that other customers answered.") {
      $0.peerAnswered
    },
    .contacts("fell_back", "Services by video that went on as voice calls.") { $0.fellBack },
    .contacts("redials", "Contacts after a blocked or abandoned attempt.") { $0.redials },
    .contacts("steered", "Contacts that accepted an offer made to another channel's.") {
      $0.steered
    },
    .contacts(
      "backlog_start", "Contacts that waited when the simulation began.", byInterval: .none
    ) { $0.backlogStart },
    .contacts("repeats", "Contacts because an earlier one had not resolved the issue.") {
      $0.repeats
    },
  ]
}
