extension QueueTally {
  /// An agent has answered a contact: its wait, and what the agent does.
  @inline(__always)
  mutating func bookAnswer(
    _ service: Service, drawn: Double, talkMean: Double, wait: Double, inTime: Bool,
    isFirstAttempt: Bool, isCallback: Bool
  ) {
    answered += 1
    if isCallback {
      callbacksReached += 1
      virtualWait += wait
    } else {
      waitAnswered += wait
    }
    if wait > 0 { delayed += 1 }
    if inTime {
      answeredWithin += 1
      if isFirstAttempt { firstAttemptsWithin += 1 }
    }
    talk += service.talk
    talkDrawn += drawn
    talkExpected += talkMean
    repeatedInformation += service.repeated
    wrapUp += service.wrapUp
  }

  /// An agent begins to reply to a customer's message.
  mutating func bookReply(wait: Double, inTime: Bool) {
    replies += 1
    waitReplied += wait
    if inTime { repliesWithin += 1 }
  }

  /// A contact enters its queue.
  @inline(__always)
  mutating func bookOffer(isFirstAttempt: Bool) {
    offered += 1
    if isFirstAttempt { firstAttempts += 1 }
  }

  /// A contact came into the channel, wherever it goes from there.
  @inline(__always)
  mutating func bookEntry(isRedial: Bool, isRepeat: Bool) {
    entered += 1
    if isRedial { redials += 1 }
    if isRepeat { repeats += 1 }
  }
}
