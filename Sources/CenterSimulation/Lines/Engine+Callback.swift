import Center
import EventKernel
import Stochastics

/// Callbacks: who accepts one waits without holding the line, in the place that it had.
///
/// A callback is one queue entry from the offer to the answer: it stays among those who wait while
/// an agent dials and until the next try.
extension Engine {
  /// Whether a contact that has to wait is offered a callback, and accepts it. What an agent passes
  /// on has entered before.
  mutating func acceptsCallback(_ slot: Int32) -> Bool {
    guard let callback = plan.channels[issues[slot].channel].callback,
      !uses(.transfers) || !handOns[slot].isPassedOn, predictedWait(of: slot) > callback.offerAbove
    else { return false }
    let cell = Int(issues[slot].cell)
    queueTallies[cell].callbacksOffered += 1
    guard waitLane(of: slot).u2 < callback.acceptance else { return false }
    queueTallies[cell].callbacksAccepted += 1
    return true
  }

  /// (Contacts ahead in line + 1) × mean configured handle time ÷ agents present who serve the
  /// line [s]; infinity where none is.
  private func predictedWait(of slot: Int32) -> Double {
    let queue = plan.queues[issues[slot].queue]
    let line = Int(line(of: slot))
    var present: Int32 = 0
    for team in plan.teamsOfLine[line] where !uses(.datedSkills) || serves(team, line: line) {
      present += teamStates[team].present.level
    }
    let ahead = lineLengths[line]
    return present == 0 ? .infinity : Double(ahead + 1) * queue.handleMean / Double(present)
  }

  /// The customer hangs up and keeps the place.
  mutating func waitVirtually(_ slot: Int32) {
    let queue = issues[slot].queue
    issues[slot].stage = .virtual
    traceAcceptance(slot)
    callbackTries[slot] = 0
    standInLine(slot, queue: queue, line: line(of: slot))
    releaseTrunk(of: slot)
    let perMinute = plan.channels[issues[slot].channel].cost.perMinute
    queueTallies[Int(issues[slot].cell)].cost +=
      perMinute * (now - issues[slot].enteredChannelAt) / 60
  }

  /// At its turn an agent dials.
  mutating func dial(_ slot: Int32, with agent: Int32) {
    take(slot, with: agent, counts: false)
    issues[slot].stage = .dialed
    callbackTries[slot] += 1
    agents[agent].hold(slot)
    let ring = plan.channels[issues[slot].channel].callback?.ring ?? 0
    schedule(Kind.serviceEnd, agent, at: now + ring)
  }

  /// Somebody answers, or nobody does: then it is tried again, or given up.
  mutating func endDial(_ slot: Int32, by agent: Int32) {
    guard let callback = plan.channels[issues[slot].channel].callback else { return }
    if isReached(slot, callback) {
      endWait(slot)
      issues[slot].enteredChannelAt = now
      if isCounting {
        teamStates[agents[agent].team].handled += 1
        agentLoads[agent].handled += 1
      }
      return beginService(of: slot, with: agent, isCallback: true)
    }
    agents[agent].issue = -1
    if callbackTries[slot] < Int32(callback.tries) {
      issues[slot].stage = .unreached
      scheduleReturn(of: slot, at: now + callback.retryAfter)
    } else {
      giveUpCallback(slot)
    }
    release(agent)
  }

  /// One uniform says which try is the first to reach the customer, by inversion of the geometric
  /// distribution: the first k with u < 1 − (1 − reach)^k.
  private func isReached(_ slot: Int32, _ callback: Callback) -> Bool {
    var missed = 1.0
    for _ in 0..<callbackTries[slot] { missed *= 1 - callback.reach }
    return waitLane(of: slot).u3 < 1 - missed
  }

  /// The next try is due: the contact takes the place in line that its entry gave it.
  mutating func tryCallbackAgain(_ slot: Int32) {
    issues[slot].stage = .virtual
    if mustBeDropped(fromChannel: Int(issues[slot].channel)) { return giveUpCallback(slot) }
    let line = line(of: slot)
    if let agent = agent(forLine: Int(line), of: slot) { return dial(slot, with: agent) }
    var next = lineEnds[line].first
    while next >= 0, issues[next].enteredQueueAt <= issues[slot].enteredQueueAt {
      next = issues[next].next
    }
    let previous = next >= 0 ? issues[next].previous : lineEnds[line].last
    issues[slot].previous = previous
    issues[slot].next = next
    if previous >= 0 { issues[previous].next = slot } else { lineEnds[line].first = slot }
    if next >= 0 { issues[next].previous = slot } else { lineEnds[line].last = slot }
    lineLengths[line] += 1
    if uses(.conditions) { expectOverflow(of: slot, line: Int(line)) }
  }

  /// A callback that never came: abandoned. The contact stands in no line.
  mutating func giveUpCallback(_ slot: Int32) {
    endWait(slot)
    bookAbandonment(slot)
    // The minutes of its connection were booked when it ended.
    issues[slot].enteredChannelAt = now
    bookCost(slot, cell: Int(issues[slot].cell))
    tryAgainOrGiveUp(slot)
  }

  /// Callbacks that stand in no line, being dialed or between two tries, wait all the same.
  mutating func inspectCallbacksOutOfLine() {
    for slot in 0..<Int32(issues.count)
    where issues[slot].stage == .dialed || issues[slot].stage == .unreached {
      let age = Self.shown(wait: now - issues[slot].enteredQueueAt)
      count(wait: age, of: issues[slot].queue, .waiting)
    }
  }
}
