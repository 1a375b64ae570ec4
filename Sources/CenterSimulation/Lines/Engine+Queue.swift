import Center
import EventKernel
import Stochastics

extension Engine {
  /// The contact enters its queue: an agent takes it at once, or it waits.
  @inline(__always)
  mutating func enqueue(_ slot: Int32) {
    let cell = currentCell(of: slot)
    bookEntry(slot, cell: cell)
    joinQueue(slot, cell: cell)
  }

  /// The contact enters its queue, from outside or passed on.
  @inline(__always)
  mutating func joinQueue(_ slot: Int32, cell: Int) {
    let queue = issues[slot].queue
    queueTallies[cell].bookOffer(isFirstAttempt: isFirstAttempt(slot))
    issues[slot].enterQueue(bookedIn: cell, at: now)
    if plan.queues[queue].isDeferred { setDueTime(slot, queue: queue, cell: cell) }

    let line = line(of: slot)
    // Those who wait already go first, unless none of them may start where this one may.
    if let agent = agent(forLine: Int(line), of: slot) { return start(slot, with: agent) }
    if plan.queues[queue].balks > 0, mayBalk(slot) { return balk(slot) }
    if uses(.callbacks), acceptsCallback(slot) {
      waitVirtually(slot)
    } else {
      wait(slot, queue: queue, line: line)
    }
    if uses(.conditions) { expectOverflow(of: slot, line: Int(line)) }
    // Self-service may end after the channel has closed.
    if isInLine(slot), mustBeDropped(fromChannel: Int(issues[slot].channel)) { drop(slot) }
  }

  private mutating func wait(_ slot: Int32, queue: Int32, line: Int32) {
    issues[slot].stage = .waiting
    standInLine(slot, queue: queue, line: line)
    if let patience = plan.queues[queue].patience {
      var time = patience.quantile(queueLane(of: slot).u0, in: plan.sampling)
      if uses(.toolEffects) { time *= toolEffects[slot].patience }
      issues[slot].patienceEnd = scheduleCancellable(Kind.patienceEnd, slot, at: now + time)
    }
  }

  /// The contact stands last in its line, and its wait begins.
  @inline(__always)
  mutating func standInLine(_ slot: Int32, queue: Int32, line: Int32) {
    if uses(.callbacks) { lineLengths[line] += 1 }
    issues[slot].previous = lineEnds[line].last
    issues[slot].next = -1
    if lineEnds[line].last >= 0 {
      issues[lineEnds[line].last].next = slot
    } else {
      lineEnds[line].first = slot
    }
    lineEnds[line].last = slot

    queueStates[queue].waiting.change(by: 1, at: now - intervalStart)
    if isCounting {
      queueStates[queue].longest = max(
        queueStates[queue].longest, queueStates[queue].waiting.level)
    }
  }

  /// The draws of the contact's present queue entry: patience, balk, redial, delay.
  @inline(__always)
  func queueLane(of slot: Int32) -> Lane {
    random.lane(
      stream: plan.classes[issues[slot].demandClass].stream, day: issues[slot].day,
      issue: Int(issues[slot].number), kind: .queue, occurrence: Int(issues[slot].entries))
  }

  /// Takes a waiting contact out of its line, wherever it stands.
  mutating func leaveLine(_ slot: Int32) {
    let line = line(of: slot)
    let previous = issues[slot].previous
    let next = issues[slot].next
    if previous >= 0 { issues[previous].next = next } else { lineEnds[line].first = next }
    if next >= 0 { issues[next].previous = previous } else { lineEnds[line].last = previous }
    if uses(.callbacks) { lineLengths[line] -= 1 }
    if uses(.conditions) { cancelOverflow(of: slot) }
    // Whoever has left without a trace waits no more, and whoever is to be called back still does.
    if uses(.unusualWaits), issues[slot].stage != .waiting { return }
    endWait(slot)
  }

  /// The customer waits no longer: answered, or gone.
  @inline(__always)
  mutating func endWait(_ slot: Int32) {
    queueStates[issues[slot].queue].waiting.change(by: -1, at: now - intervalStart)
    bookWaitInsideCountedTime(slot)
  }

  /// Patience ends: the customer leaves, and with that the contact the queue, unless silently.
  mutating func endPatience(of slot: Int32) {
    issues[slot].patienceEnd = .none
    if uses(.silentAbandonment), leavesSilently(slot) { return leaveSilently(slot) }
    abandon(slot)
  }

  /// The contact leaves the queue unanswered.
  mutating func abandon(_ slot: Int32) {
    leaveLine(slot)
    bookAbandonment(slot)
    bookCost(slot, cell: Int(issues[slot].cell))
    releaseTrunk(of: slot)
    tryAgainOrGiveUp(slot)
  }

  /// Counts an abandonment, in the cell of the contact's entry.
  mutating func bookAbandonment(_ slot: Int32) {
    if uses(.transfers) { releaseEscort(of: slot, after: 0) }
    let queue = issues[slot].queue
    let cell = Int(issues[slot].cell)
    let wait = now - issues[slot].enteredQueueAt
    queueTallies[cell].abandoned += 1
    queueTallies[cell].waitAbandoned += wait
    if isInTime(slot, queue: queue) { queueTallies[cell].abandonedWithin += 1 }
    if isWithin(plan.queues[queue].shortAbandonment, slot) {
      queueTallies[cell].abandonedShort += 1
    }
    book(wait: wait, of: queue, cell: cell, .abandoned)
    trace(slot, .abandoned)
  }

  /// Whether a wait that ends now lasted at most `time` [s]. Instants are compared, not their
  /// difference, whose rounding would make exactly that long too long.
  @inline(__always)
  func isWithin(_ time: Double, _ slot: Int32) -> Bool {
    now <= issues[slot].enteredQueueAt + time
  }

  /// Whether a live contact whose wait ends now has waited no longer than the target's time.
  @inline(__always)
  func isInTime(_ slot: Int32, queue: Int32) -> Bool {
    uses(.conversations) && plan.queues[queue].usesOpeningClock
      ? isWithinOpeningTime(slot, queue: queue) : isWithin(plan.queues[queue].within, slot)
  }

  /// The same on the clock of opening hours.
  @inline(never)
  private func isWithinOpeningTime(_ slot: Int32, queue: Int32) -> Bool {
    let channel = plan.queues[queue].channel
    return now
      <= plan.channels[channel].hours.instant(
        afterOpenSeconds: plan.queues[queue].within, from: issues[slot].enteredQueueAt)
  }

  /// Whether a channel is closed and sends away whoever waits.
  @inline(__always)
  func mustBeDropped(fromChannel channel: Int) -> Bool {
    plan.channels[channel].dropsAtClose
      && !plan.channels[channel].hours.isOpen(inInterval: interval)
  }

  /// A live channel that drops its queue closes: everybody who waits is sent away.
  mutating func dropQueue(ofChannel channel: Int) {
    for line in plan.lines.indices where plan.lines[line].channel == Int32(channel) {
      while lineEnds[line].first >= 0 { drop(lineEnds[line].first) }
    }
  }

  /// Sends away a contact that waits.
  private mutating func drop(_ slot: Int32) {
    if issues[slot].stage == .silent { return forget(slot) }
    if uses(.interruptions) { forgetLeftover(of: slot) }
    if issues[slot].stage == .virtual {
      leaveLine(slot)
      return giveUpCallback(slot)
    }
    cancelPatience(of: slot)
    abandon(slot)
  }

  mutating func cancelPatience(of slot: Int32) {
    if issues[slot].patienceEnd != .none {
      events.cancel(issues[slot].patienceEnd)
      issues[slot].patienceEnd = .none
    }
  }

  /// When a deferred contact is due, and whether the simulation lasts as long.
  private mutating func setDueTime(_ slot: Int32, queue: Int32, cell: Int) {
    let within = plan.queues[queue].within
    let channel = plan.queues[queue].channel
    issues[slot].dueAt =
      plan.queues[queue].usesOpeningClock
      ? plan.channels[channel].hours.instant(afterOpenSeconds: within, from: now)
      : now + within
    if issues[slot].dueAt <= plan.calendar.horizon { queueTallies[cell].due += 1 }
  }
}
