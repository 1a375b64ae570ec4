import EventKernel

/// Several contacts in one agent's hands.
///
/// With k contacts an agent works at the channel's total rate for k, each contact getting an equal
/// share. All contacts of an agent thus progress alike, and one number, the progress since the
/// first of them began, says when each phase ends: no remaining work is ever recomputed. The hands
/// of one agent are few, so the next end is found by looking at all of them.
extension Engine {
  @inline(__always)
  private func hands(of agent: Int32) -> Range<Int> {
    let first = Int(agent) * plan.mostHeld
    return first..<(first + plan.mostHeld)
  }

  /// Another contact joins those in hand; the others slow down from now on.
  mutating func startSideBySide(_ slot: Int32, with agent: Int32) {
    catchUp(agent)
    agents[agent].held += 1
    bookChat(of: agent, change: 1, isOnlyOne: agents[agent].held == 1)
    for hand in hands(of: agent) where hands[hand].endsAtProgress == .infinity {
      hands[hand] = Hand(
        issue: slot,
        endsAtProgress: agents[agent].progress + issues[slot].service.talk
          + issues[slot].service.repeated,
        wrapUp: issues[slot].service.wrapUp)
      break
    }
    // An agent below its limit stands in the list of those who hold as many.
    let limit = plan.channels[agents[agent].channel].limit
    if Int(agents[agent].held) < limit, !agents[agent].isLeaving { enlist(agent) }
    scheduleNextEnd(of: agent)
  }

  /// The earliest phase in an agent's hands ends: talk turns into wrap-up, or the hand is free.
  mutating func endPhaseSideBySide(of agent: Int32) {
    agents[agent].nextEnd = .none
    let hand = earliestHand(of: agent)
    // The event stands for this very end; computing the progress anew would miss it by a rounding.
    agents[agent].progress = hands[hand].endsAtProgress
    agents[agent].progressAt = now
    let slot = hands[hand].issue
    if slot >= 0, hands[hand].wrapUp > 0 {
      hands[hand].issue = -1
      hands[hand].endsAtProgress += hands[hand].wrapUp
      endTalk(slot)
      return scheduleNextEnd(of: agent)
    }
    hands[hand] = Hand()
    if slot >= 0 { endTalk(slot) }
    if agents[agent].held == 1 { agents[agent].progress = 0 }
    let heldBefore = agents[agent].held
    bookChat(of: agent, change: -1, isOnlyOne: heldBefore == 1)
    release(agent)
    // Looking for work may have scheduled the next end already.
    if agents[agent].held < heldBefore, agents[agent].held > 0 { scheduleNextEnd(of: agent) }
  }

  /// A chat comes into an agent's hands or leaves them; `isOnlyOne` if it holds no other.
  private mutating func bookChat(of agent: Int32, change: Int32, isOnlyOne: Bool) {
    let team = agents[agent].team
    teamStates[team].chats.change(by: change, at: now - intervalStart)
    if isOnlyOne { teamStates[team].chatting.change(by: change, at: now - intervalStart) }
  }

  /// Brings the progress up to now, at the rate of what was in hand.
  private mutating func catchUp(_ agent: Int32) {
    let held = Int(agents[agent].held)
    if held > 0 {
      let rate = plan.channels[agents[agent].channel].rateEach[held - 1]
      agents[agent].progress += (now - agents[agent].progressAt) * rate
    } else {
      agents[agent].progress = 0
    }
    agents[agent].progressAt = now
  }

  @inline(__always)
  private func earliestHand(of agent: Int32) -> Int {
    var earliest = hands(of: agent).lowerBound
    for hand in hands(of: agent) where hands[hand].endsAtProgress < hands[earliest].endsAtProgress {
      earliest = hand
    }
    return earliest
  }

  private mutating func scheduleNextEnd(of agent: Int32) {
    let rate = plan.channels[agents[agent].channel].rateEach[Int(agents[agent].held) - 1]
    let left = hands[earliestHand(of: agent)].endsAtProgress - agents[agent].progress
    let time = now + max(0, left) / rate
    if agents[agent].nextEnd == .none {
      agents[agent].nextEnd = scheduleCancellable(Kind.serviceEnd, agent, at: time)
    } else {
      reschedule(agents[agent].nextEnd, at: time)
    }
  }
}
