/// Sums over the contacts booked in one row: a queue in an interval, or any sum of such rows.
///
/// A contact is booked whole in the interval in which it entered its queue; one that never did, in
/// the interval in which it left. Counts are whole numbers; times are sums [s]. The books hold in
/// every row, exactly: `entered + transferredIn = closed + blocked + contained + inSelfServiceEnd + offered` and
/// `offered = answered + abandoned + waitingEnd`.
@frozen public struct QueueTally: Sendable, Hashable, BitwiseCopyable {
  // The books.
  /// Contacts that came into the channel.
  public var entered = 0.0
  /// Passed on to this queue by an agent: another entry of a contact that has entered before.
  public var transferredIn = 0.0
  /// Found the channel closed.
  public var closed = 0.0
  /// Found no trunk or no port free.
  public var blocked = 0.0
  /// Ended in self-service.
  public var contained = 0.0
  /// Still in self-service when the simulation ended.
  public var inSelfServiceEnd = 0.0
  /// Entered the queue.
  public var offered = 0.0
  /// Live: an agent took it. Deferred: its service ended.
  public var answered = 0.0
  /// Left the queue, or was dropped at closing.
  public var abandoned = 0.0
  /// Not answered when the simulation ended.
  public var waitingEnd = 0.0

  // The promise. "Within" is the target's time, which counts as met when exactly reached.
  /// Deferred contacts: by the due time, on the target's clock.
  public var answeredWithin = 0.0
  /// Abandoned within the target's time.
  public var abandonedWithin = 0.0
  /// Abandoned within the time that counts as short.
  public var abandonedShort = 0.0
  /// Of the abandoned, those who left at once instead of waiting.
  public var balked = 0.0
  /// Of the abandoned, those who left without a trace.
  public var silentAbandoned = 0.0
  /// Deferred contacts whose due time fell inside the simulation.
  public var due = 0.0
  /// Of those due, the ones answered by then.
  public var onTime = 0.0
  /// First attempts of an issue that were offered or blocked.
  public var firstAttempts = 0.0
  /// Of those, answered within the target's time.
  public var firstAttemptsWithin = 0.0

  // Callbacks.
  /// Offered a callback.
  public var callbacksOffered = 0.0
  /// Of these, the ones who accepted.
  public var callbacksAccepted = 0.0
  /// Of these, the answered.
  public var callbacksReached = 0.0

  // Conversations in turns.
  /// Customers' messages that asked for a reply, the first of a conversation included.
  public var turns = 0.0
  /// Of these, the ones that an agent began to reply to.
  public var replies = 0.0
  /// Of these, the ones whose wait was within the target's time.
  public var repliesWithin = 0.0
  /// Of the turns, those that waited for a reply when the simulation ended.
  public var turnsWaitingEnd = 0.0
  /// Conversations that were closed because their customer did not write again.
  public var closedBySilence = 0.0

  // Customers who help each other, pictures that are lost.
  /// Of the contained, posts that other customers answered.
  public var peerAnswered = 0.0
  /// Services by video that went on as voice.
  public var fellBack = 0.0

  // Journeys.
  /// Entered after a blocked or abandoned attempt.
  public var redials = 0.0
  /// Entered because an earlier contact had not resolved the issue.
  public var repeats = 0.0
  /// Entered by accepting an offer made to another channel's contacts.
  public var steered = 0.0
  /// Of the entered, those that waited when the simulation began.
  public var backlogStart = 0.0
  /// Answered contacts that had to wait at all.
  public var delayed = 0.0

  // Times of contacts [s].
  /// Total wait of the answered: live, to the agent; deferred, to the answer. The wait of a callback
  /// ends with the offer, at the entry into the queue; the rest is `virtualWait`.
  public var waitAnswered = 0.0
  /// From the offer of a callback to its answer, over the answered callbacks.
  public var virtualWait = 0.0
  /// Total wait of the abandoned.
  public var waitAbandoned = 0.0
  /// Total wait for replies, from the customer's message to the agent.
  public var waitReplied = 0.0
  /// Talk without the repeated information; chat: the agent's share, not wall clock.
  public var talk = 0.0
  /// Telling the story again.
  public var repeatedInformation = 0.0
  /// Work after the talk.
  public var wrapUp = 0.0
  /// From the start of service to the end of talk on the wall clock.
  public var session = 0.0
  /// Talk as drawn for what reached agents, before anything is added.
  public var talkDrawn = 0.0
  /// The mean talk over all issues of the class, once for each contact in `talkDrawn`.
  public var talkExpected = 0.0

  // The queue over time.
  /// ∫ contacts waiting dt within the interval [s]; deferred contacts wait until work on them begins.
  public var queueArea = 0.0
  /// ∫ conversations open dt within the interval [s]: from a conversation's entry into the queue to its end.
  public var openArea = 0.0
  /// Contacts waiting at the end of the interval. Adds up over queues; over intervals the last
  /// one's is meant: `replaceSnapshots(by:)`.
  public var backlogEnd = 0.0
  /// Of the backlog, deferred contacts past their due time. Adds up as the backlog does.
  public var overdueEnd = 0.0

  /// Money: the channel's cost of these contacts.
  public var cost = 0.0

  /// Nothing booked.
  public init() {}

  public static func += (left: inout QueueTally, right: QueueTally) {
    left.entered += right.entered
    left.transferredIn += right.transferredIn
    left.closed += right.closed
    left.blocked += right.blocked
    left.contained += right.contained
    left.inSelfServiceEnd += right.inSelfServiceEnd
    left.offered += right.offered
    left.answered += right.answered
    left.abandoned += right.abandoned
    left.waitingEnd += right.waitingEnd
    left.answeredWithin += right.answeredWithin
    left.abandonedWithin += right.abandonedWithin
    left.abandonedShort += right.abandonedShort
    left.balked += right.balked
    left.silentAbandoned += right.silentAbandoned
    left.due += right.due
    left.onTime += right.onTime
    left.firstAttempts += right.firstAttempts
    left.firstAttemptsWithin += right.firstAttemptsWithin
    left.callbacksOffered += right.callbacksOffered
    left.callbacksAccepted += right.callbacksAccepted
    left.callbacksReached += right.callbacksReached
    left.turns += right.turns
    left.replies += right.replies
    left.repliesWithin += right.repliesWithin
    left.turnsWaitingEnd += right.turnsWaitingEnd
    left.closedBySilence += right.closedBySilence
    left.peerAnswered += right.peerAnswered
    left.fellBack += right.fellBack
    left.redials += right.redials
    left.repeats += right.repeats
    left.steered += right.steered
    left.backlogStart += right.backlogStart
    left.delayed += right.delayed
    left.waitAnswered += right.waitAnswered
    left.virtualWait += right.virtualWait
    left.waitAbandoned += right.waitAbandoned
    left.waitReplied += right.waitReplied
    left.talk += right.talk
    left.repeatedInformation += right.repeatedInformation
    left.wrapUp += right.wrapUp
    left.session += right.session
    left.talkDrawn += right.talkDrawn
    left.talkExpected += right.talkExpected
    left.queueArea += right.queueArea
    left.openArea += right.openArea
    left.backlogEnd += right.backlogEnd
    left.overdueEnd += right.overdueEnd
    left.cost += right.cost
  }

  /// Takes over what a later tally shows of an instant, its end, in place of a sum.
  public mutating func replaceSnapshots(by later: QueueTally) {
    backlogEnd = later.backlogEnd
    overdueEnd = later.overdueEnd
  }

  /// Total wait of the answered, that of callbacks to the answer included [s].
  public var wholeWaitAnswered: Double { waitAnswered + virtualWait }

  /// Whether both equations of the books hold, exactly.
  public var booksBalance: Bool {
    entered + transferredIn == closed + blocked + contained + inSelfServiceEnd + offered
      && offered == answered + abandoned + waitingEnd
  }
}
