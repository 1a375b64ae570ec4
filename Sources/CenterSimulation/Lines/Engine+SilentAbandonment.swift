import Center
import EventKernel
import Stochastics

/// Customers who leave without a trace.
///
/// The customer's issue goes on as after any abandonment, while the contact stays in line. It gets
/// a record of its own, which takes the place in line and the trunk; nothing of it is counted any
/// more, since it was booked as abandoned when its customer left.
extension Engine {
  /// The further draws of the contact's present queue entry: silent or not, time until that is
  /// noticed, accepting a callback, the try that reaches.
  func waitLane(of slot: Int32) -> Lane {
    random.lane(
      stream: plan.classes[issues[slot].demandClass].stream, day: issues[slot].day,
      issue: Int(issues[slot].number), kind: .wait, occurrence: Int(issues[slot].entries))
  }

  /// Whether a customer out of patience leaves without a trace.
  func leavesSilently(_ slot: Int32) -> Bool {
    let share = plan.channels[issues[slot].channel].silentShare
    // An agent who stays with the customer would notice.
    if uses(.transfers), handOns[slot].escort >= 0 { return false }
    return share > 0 && waitLane(of: slot).u0 < share
  }

  /// The customer is gone and counts as abandoned; the contact stays where it is.
  mutating func leaveSilently(_ slot: Int32) {
    let shell = takeIssueSlot()
    issues[shell] = issues[slot]
    if uses(.transfers) {
      forgetTransfers(of: shell)
      handOns[shell].line = handOns[slot].line
    }
    issues[shell].stage = .silent
    issues[shell].isCounted = false
    let line = line(of: slot)
    let previous = issues[slot].previous
    let next = issues[slot].next
    if previous >= 0 { issues[previous].next = shell } else { lineEnds[line].first = shell }
    if next >= 0 { issues[next].previous = shell } else { lineEnds[line].last = shell }
    issues[slot].holdsTrunk = false
    if uses(.conditions) { moveOverflow(from: slot, to: shell) }

    endWait(slot)
    queueTallies[Int(issues[slot].cell)].silentAbandoned += 1
    bookAbandonment(slot)
    tryAgainOrGiveUp(slot)
  }

  /// An agent takes a contact whose customer has gone, and loses the time until it notices.
  mutating func detectSilence(_ slot: Int32, with agent: Int32) {
    take(slot, with: agent, counts: false)
    let channel = issues[slot].channel
    let time =
      plan.channels[channel].silenceDetectedAfter?
      .quantile(waitLane(of: slot).u1, in: plan.sampling) ?? 0
    issues[slot].begin(Service(talk: time), at: now)
    issues[slot].stage = .detected
    serve(slot, with: agent)
  }

  /// The contact without a customer is gone for good; its money was spent on the line.
  mutating func forget(_ slot: Int32) {
    if issues[slot].stage == .silent { leaveLine(slot) }
    bookCost(slot, cell: Int(issues[slot].cell))
    releaseTrunk(of: slot)
    issues[slot].stage = .absent
    issueSlots.give(back: slot)
  }
}
