import Center
import EventKernel
import Stochastics

extension Engine {
  /// Blocked or out of patience: another attempt, or the issue is lost.
  mutating func tryAgainOrGiveUp(_ slot: Int32) {
    let channel = issues[slot].channel
    guard let after = plan.channels[channel].redialAfter,
      issues[slot].attempts < plan.channels[channel].mostAttempts
    else { return finish(slot, .lost) }
    let draw = queueLane(of: slot)
    let isFirst = issues[slot].attempts <= 1
    let share =
      isFirst ? plan.channels[channel].redialShare : plan.channels[channel].laterRedialShare
    guard draw.u2 < share else { return finish(slot, .lost) }
    issues[slot].isRedial = true
    issues[slot].isRepeat = false
    var next = Int32(channel)
    if uses(.channelChanges) {
      next = chosenChannel(of: slot, among: plan.channels[channel].redialChannels)
    }
    comeBack(slot, after: after.quantile(draw.u3, in: plan.sampling), through: next)
  }

  /// The channel of the next contact: one of `picks` by their shares, else the same again.
  private func chosenChannel(of slot: Int32, among picks: [ChannelPick]) -> Int32 {
    guard !picks.isEmpty else { return issues[slot].channel }
    let uniform = returnLane(of: slot).u2
    var sum = 0.0
    for pick in picks {
      sum += pick.share
      if uniform < sum { return pick.channel }
    }
    return issues[slot].channel
  }

  /// A contact that did not resolve the issue is over: the customer will make another.
  mutating func comeBackUnresolved(_ slot: Int32) {
    if uses(.transfers) { goHome(slot) }
    issues[slot].attempts = 0
    issues[slot].isRedial = false
    issues[slot].isRepeat = true
    let demandClass = issues[slot].demandClass
    var next = issues[slot].channel
    if uses(.channelChanges) {
      next = chosenChannel(of: slot, among: plan.classes[demandClass].repeatChannels)
    }
    comeBackAfterRepeatTime(slot, through: next)
  }

  /// Help pages only seemed to solve the issue: the customer will make a first contact.
  mutating func comeBackWithoutContact(_ slot: Int32) {
    let chosen = chosenChannel(of: slot, uniform: issueLane(of: slot).u1)
    if chosen < 0 { return finish(slot, .lost) }
    issues[slot].channel = chosen
    comeBackAfterRepeatTime(slot, through: chosen)
  }

  private mutating func comeBackAfterRepeatTime(_ slot: Int32, through channel: Int32) {
    guard let delay = plan.classes[issues[slot].demandClass].repeatAfter else {
      return finish(slot, .lost)
    }
    comeBack(
      slot, after: delay.quantile(returnLane(of: slot).u0, in: plan.sampling), through: channel)
  }

  /// The draws of the issue's next return: delay, instant within the first hour of opening.
  @inline(__always)
  private func returnLane(of slot: Int32) -> Lane {
    random.lane(
      stream: plan.classes[issues[slot].demandClass].stream, day: issues[slot].day,
      issue: Int(issues[slot].number), kind: .return, occurrence: Int(issues[slot].returns))
  }

  /// Schedules the next attempt through a channel; one that would find a live channel closed
  /// comes in the first hour of its next opening.
  private mutating func comeBack(
    _ slot: Int32, after delay: Double, through nextChannel: Int32
  ) {
    let channel = nextChannel
    var time = now + delay
    if !plan.channels[channel].isDeferred, !plan.channels[channel].hours.isOpen(at: time) {
      guard time < plan.calendar.horizon,
        let opening = plan.channels[channel].hours.nextOpening(after: time)
      else { return finish(slot, .open) }
      time = opening.start + opening.firstHour * returnLane(of: slot).u1
    }
    guard time < plan.calendar.horizon else { return finish(slot, .open) }
    issues[slot].returns += 1
    mostReturns = max(mostReturns, issues[slot].returns)
    issues[slot].stage = .away
    if uses(.channelChanges) { nextChannels[slot] = nextChannel }
    scheduleReturn(of: slot, at: time)
  }

  /// The next attempt.
  mutating func comeBack(_ slot: Int32) {
    if uses(.callbacks), issues[slot].stage == .unreached { return tryCallbackAgain(slot) }
    if uses(.conversations), issues[slot].stage == .corresponding {
      return hearFromCustomer(of: slot)
    }
    if uses(.toolEffects) { toolEffects[slot] = .none }
    enter(uses(.channelChanges) ? nextChannels[slot] : issues[slot].channel, slot)
  }

  enum Fate {
    case resolved, lost
    /// Not decided within the simulation.
    case open
  }

  /// The issue's story is over; its slot is free.
  mutating func finish(_ slot: Int32, _ fate: Fate) {
    if issues[slot].isCounted { bookFate(slot, fate) }
    issues[slot].stage = .absent
    issueSlots.give(back: slot)
  }

  @inline(__always)
  mutating func bookFate(_ slot: Int32, _ fate: Fate) {
    let demandClass = issues[slot].demandClass
    switch fate {
    case .resolved:
      issueTallies[demandClass].resolved += 1
      issueTallies[demandClass].timeToResolution += now - issues[slot].bornAt
      if issues[slot].contacts == 1 { issueTallies[demandClass].resolvedAtFirstContact += 1 }
    case .lost: issueTallies[demandClass].lost += 1
    case .open: issueTallies[demandClass].openEnd += 1
    }
    if issues[slot].reachedQueue {
      issueTallies[demandClass].reachedQueue += 1
    } else if issues[slot].usedSelfService {
      issueTallies[demandClass].deflected += 1
    }
  }
}
