import Center
import EventKernel
import Stochastics

extension Engine {
  /// An issue is born, and its customer tries to get it done.
  @inline(__always)
  mutating func bear(
    demandClass: Int32, day: Int32, number: Int32, draws: BirthDraws, isCounted: Bool
  ) {
    if isCounted { issueTallies[demandClass].born += 1 }
    let slot = addIssue(
      of: demandClass, day: day, number: number, isCounted: isCounted, draws: draws)
    if !plan.toolsBeforeContact.isEmpty {
      startHelp(slot, draws.lane)
    } else {
      makeFirstContact(slot, channel: draws.lane.u1)
    }
  }

  /// A new issue, in the slot that is returned.
  @inline(__always)
  mutating func addIssue(
    of demandClass: Int32, day: Int32, number: Int32, isCounted: Bool, draws: BirthDraws
  ) -> Int32 {
    let slot = takeIssueSlot()
    issues[slot] = IssueRecord(
      demandClass: demandClass, day: day, number: number, isCounted: isCounted, bornAt: now,
      difficulty: draws.lane.u2, firstService: draws.service)
    traceBirth(slot)
    return slot
  }

  /// A slot for an issue; its record is anybody's who had it before.
  @inline(__always)
  mutating func takeIssueSlot() -> Int32 {
    let slot = issueSlots.take()
    if Int(slot) == issues.count { addIssueSlot() }
    if uses(.toolEffects) { toolEffects[slot] = .none }
    return slot
  }

  private mutating func addIssueSlot() {
    issues.append(.vacant)
    if uses(.toolEffects) { toolEffects.append(.none) }
    if uses(.channelChanges) { nextChannels.append(-1) }
    if uses(.callbacks) { callbackTries.append(0) }
  }

  /// The issue turns to the channel that its class's shares and the uniform `channel` say.
  @inline(__always)
  mutating func makeFirstContact(_ slot: Int32, channel uniform: Double) {
    let chosen = chosenChannel(of: slot, uniform: uniform)
    if chosen < 0 { return finish(slot, .lost) }
    enter(chosen, slot)
  }

  /// Inverts the cumulative shares at the issue's difficulty.
  @inline(__always)
  func chosenChannel(of slot: Int32, uniform: Double) -> Int32 {
    let demandClass = issues[slot].demandClass
    let count = plan.classes[demandClass].shares.count
    var sum = 0.0
    for entry in 0..<(count - 1) {
      sum += plan.classes[demandClass].shares[entry].at(issues[slot].difficulty)
      if uniform < sum { return plan.classes[demandClass].destinations[entry] }
    }
    return plan.classes[demandClass].destinations[count - 1]
  }
}
