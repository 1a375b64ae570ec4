import EventKernel

/// What an agent has laid aside for a contact that interrupts it.
struct Desk: BitwiseCopyable {
  /// When the work in hand that may be interrupted ends [s].
  var endsAt = 0.0
  /// What is left of the work laid aside [s], its issue (-1 in wrap-up) and its channel.
  var left = 0.0
  var issue: Int32 = -1
  var channel: Int32 = -1

  var isUsed: Bool { channel >= 0 }

  mutating func clear() { (issue, channel) = (-1, -1) }
}

/// Deferred work that live contacts interrupt: preemptive resume. The agent stays busy and goes on
/// where it stopped, unless more contacts wait that would interrupt it again.
///
/// Such work stands in a list of its own, so that contacts look for it as for agents who are free.
extension Engine {
  /// Whether a contact of `line` may start beside what an agent holds, or instead of it.
  @inline(__always)
  func fits(line: Int, beside channel: Int32, held: Int32) -> Bool {
    let coming = plan.lines[line].channel
    if coming == channel { return Int(held) < plan.lines[line].limit }
    return uses(.interruptions)
      && plan.interruptions[Int(channel) * plan.channels.count + Int(coming)]
  }

  /// Whether the agent holds what may be laid aside.
  @inline(__always)
  private func isInterruptible(_ agent: Int32) -> Bool {
    let channel = Int(agents[agent].channel)
    guard channel >= 0, agents[agent].held > 0 else { return false }
    let count = plan.channels.count
    return plan.interruptions[(channel * count)..<((channel + 1) * count)].contains(true)
  }

  /// Schedules the end of talk or wrap-up of an agent with one contact at a time.
  @inline(__always)
  mutating func scheduleEnd(of agent: Int32, at time: Double) {
    if uses(.interruptions), isInterruptible(agent) {
      desks[agent].endsAt = time
      agents[agent].nextEnd = scheduleCancellable(Kind.serviceEnd, agent, at: time)
    } else {
      schedule(Kind.serviceEnd, agent, at: time)
    }
  }

  /// An agent has begun what may be interrupted, or goes on with it.
  mutating func allowInterruption(of agent: Int32) {
    if isInterruptible(agent), !agents[agent].isLeaving { enlist(agent) }
  }

  /// An agent who was to leave stays after all, and with it what may be interrupted.
  mutating func allowInterruptionAgain(of agent: Int32) {
    guard agents[agent].list < 0 else { return }
    allowInterruption(of: agent)
    lookForInterruption(of: agent)
  }

  /// An agent whose work may be interrupted takes a contact that waits and does so.
  mutating func lookForInterruption(of agent: Int32) {
    guard agents[agent].list >= 0, isInterruptible(agent) else { return }
    _ = takesInterruption(agent, channel: agents[agent].channel, isLeaving: false)
  }

  /// Starts a waiting contact that interrupts work of `channel`; returns whether there was one.
  private mutating func takesInterruption(
    _ agent: Int32, channel: Int32, isLeaving: Bool
  ) -> Bool {
    let slot = contact(
      forTeam: agents[agent].team, held: 1, channel: channel, isLeaving: isLeaving)
    guard slot >= 0 else { return false }
    takeFirst(slot, with: agent)
    return true
  }

  /// An agent takes another contact: what may be interrupted is laid aside.
  mutating func layAside(_ agent: Int32) {
    guard isInterruptible(agent) else { return }
    delist(agent)
    events.cancel(agents[agent].nextEnd)
    agents[agent].nextEnd = .none
    desks[agent].left = max(0, desks[agent].endsAt - now)
    desks[agent].issue = agents[agent].issue
    desks[agent].channel = agents[agent].channel
    agents[agent].issue = -1
    _ = agents[agent].letGo()
  }

  /// An agent has nothing in hand but what it laid aside: further contacts that interrupt that go
  /// first.
  mutating func serveOrResume(_ agent: Int32) {
    let desk = desks[agent]
    if takesInterruption(agent, channel: desk.channel, isLeaving: isLeaving(agent)) { return }
    desks[agent].clear()
    agents[agent].hold(desk.issue)
    agents[agent].channel = desk.channel
    scheduleEnd(of: agent, at: now + desk.left)
    allowInterruption(of: agent)
  }

  /// Whether an agent who holds nothing else goes on with what it laid aside. One whose time is
  /// over hands a contact back, and finishes a wrap-up.
  mutating func keepsDesk(_ agent: Int32) -> Bool {
    guard desks[agent].isUsed, agents[agent].held == 0 else { return false }
    let slot = desks[agent].issue
    guard slot >= 0, isLeaving(agent) else { return true }
    while leftovers.count < issues.count { leftovers.append(-1) }
    leftovers[slot] = desks[agent].left
    desks[agent].clear()
    handBack(slot)
    return false
  }

  /// A contact stands in line again: at its head, or behind others handed back that entered before
  /// it.
  private mutating func handBack(_ slot: Int32) {
    let queue = issues[slot].queue
    let line = line(of: slot)
    var next = lineEnds[line].first
    while next >= 0, issues[next].enteredQueueAt < issues[slot].enteredQueueAt {
      next = issues[next].next
    }
    let previous = next >= 0 ? issues[next].previous : lineEnds[line].last
    issues[slot].stage = .waiting
    if uses(.callbacks) { lineLengths[line] += 1 }
    (issues[slot].previous, issues[slot].next) = (previous, next)
    if previous >= 0 { issues[previous].next = slot } else { lineEnds[line].first = slot }
    if next >= 0 { issues[next].previous = slot } else { lineEnds[line].last = slot }

    queueStates[queue].waiting.change(by: 1, at: now - intervalStart)
    if isCounting {
      queueStates[queue].longest = max(
        queueStates[queue].longest, queueStates[queue].waiting.level)
    }
    // The end of this wait will be booked as if it had lasted since the entry.
    bookWaitInsideCountedTime(slot, times: -1)
    if uses(.conditions) { expectFurtherOverflow(of: slot, line: Int(line)) }
    offer(line: Int(line))
  }

  /// Nobody will do what is left of a contact.
  mutating func forgetLeftover(of slot: Int32) {
    if Int(slot) < leftovers.count { leftovers[slot] = -1 }
  }

  /// If the contact was handed back, the agent does what is left of it; returns whether it was.
  mutating func goesOn(_ slot: Int32, with agent: Int32) -> Bool {
    guard Int(slot) < leftovers.count, leftovers[slot] >= 0 else { return false }
    take(slot, with: agent, counts: isCounting)
    traceStart(slot, agent: agent)
    issues[slot].stage = .served
    agents[agent].hold(slot)
    scheduleEnd(of: agent, at: now + leftovers[slot])
    leftovers[slot] = -1
    allowInterruption(of: agent)
    return true
  }
}
