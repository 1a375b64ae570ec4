import EventKernel
import Stochastics

/// Contacts that an agent passes on: each is another queue entry and another service of the same
/// contact.
extension Engine {
  /// A new contact has not been passed on.
  @inline(__always)
  mutating func forgetTransfers(of slot: Int32) {
    guard uses(.transfers) else { return }
    while handOns.count < issues.count { handOns.append(HandOn()) }
    handOns[slot] = HandOn()
  }

  /// The line in which a contact waits.
  @inline(__always)
  func line(of slot: Int32) -> Int32 {
    if uses(.transfers), handOns[slot].line >= 0 { return handOns[slot].line }
    return plan.queues[issues[slot].queue].line
  }

  /// Whether this is the first queue entry of the issue's first contact.
  @inline(__always)
  func isFirstAttempt(_ slot: Int32) -> Bool {
    issues[slot].contacts == 1 && !(uses(.transfers) && handOns[slot].isPassedOn)
  }

  /// The position of the rule by which a served contact is passed on now; -1 for none. The team
  /// that alone takes what is passed on within a queue keeps it.
  func transferRule(for slot: Int32) -> Int {
    let rule = Int(plan.queues[issues[slot].queue].transfer)
    guard rule >= 0 else { return -1 }
    if plan.transfers[rule].queue == issues[slot].queue, handOns[slot].line >= 0 { return -1 }
    let draw = random.lane(
      stream: plan.classes[issues[slot].demandClass].stream, day: issues[slot].day,
      issue: Int(issues[slot].number), kind: .service, occurrence: Int(issues[slot].services) - 1)
    let share =
      plan.transfers[rule].shareOfEasy
      + plan.transfers[rule].shareSlope * issues[slot].difficulty
    return draw.u3 < share ? rule : -1
  }

  /// Passes a contact on whose agent has done with it; returns whether it did. A live one that
  /// nobody could take is not settled: its customer is asked to come again.
  mutating func passesOn(_ slot: Int32) -> Bool {
    let rule = transferRule(for: slot)
    guard rule >= 0 else { return false }
    guard isTaken(by: rule) else {
      issues[slot].service.outcome = .infinity
      return false
    }
    passOn(slot, by: rule)
    return true
  }

  /// Whether somebody is there to take what a rule passes on. Deferred contacts wait for those who
  /// come; a live one is not left alone with an empty room, nor with those who are about to leave
  /// it, unless they stay to empty the queue.
  private func isTaken(by rule: Int) -> Bool {
    if plan.queues[plan.transfers[rule].queue].isDeferred { return true }
    let line = Int(line(ofRule: rule))
    let isEmptied = isEmptiedAtClose(line)
    for team in plan.teamsOfLine[line] where !uses(.datedSkills) || serves(team, line: line) {
      let gone = isEmptied ? 0 : teamStates[team].leaving
      if teamStates[team].present.level > gone { return true }
    }
    return false
  }

  /// The line that a rule's contacts wait in.
  private func line(ofRule rule: Int) -> Int32 {
    let own = plan.transfers[rule].line
    return own >= 0 ? own : plan.queues[plan.transfers[rule].queue].line
  }

  /// The contact joins the queue that the rule names.
  private mutating func passOn(_ slot: Int32, by rule: Int) {
    trace(slot, .transferred)
    let queue = plan.transfers[rule].queue
    let channel = plan.queues[queue].channel
    if channel != issues[slot].channel {
      // The customer hangs up, and gets the answer later.
      bookCost(slot, cell: Int(issues[slot].cell))
      releaseTrunk(of: slot)
      handOns[slot].home = issues[slot].channel
      issues[slot].channel = channel
      issues[slot].enteredChannelAt = now
    }
    issues[slot].queue = queue
    issues[slot].attempts = 1
    handOns[slot].isPassedOn = true
    handOns[slot].line = plan.transfers[rule].line
    let cell = currentCell(of: slot)
    queueTallies[cell].transferredIn += 1
    joinQueue(slot, cell: cell)
  }

  /// An agent's talk ends, and it stays with the customer until another agent takes over; returns
  /// whether it does.
  mutating func handsOverWarmly(_ slot: Int32, agent: Int32) -> Bool {
    let rule = Int(plan.queues[issues[slot].queue].transfer)
    // Where the customer has left without a trace, nobody is handed over.
    guard rule >= 0, plan.transfers[rule].isWarm, issues[slot].stage == .served,
      transferRule(for: slot) >= 0, isTaken(by: rule)
    else { return false }
    queueTallies[Int(issues[slot].cell)].session += now - issues[slot].servedSince
    agents[agent].issue = -1
    handOns[slot].escort = agent
    handOns[slot].escortWrapUp = issues[slot].service.wrapUp
    handOns[slot].escortCell = issues[slot].cell
    handOns[slot].handOver = plan.transfers[rule].handOver
    escortedInLine[line(ofRule: rule)] += 1
    passOn(slot, by: rule)
    return true
  }

  /// Another agent takes over: both are with the customer for a while, which lengthens what either
  /// does. To the second it is information repeated.
  mutating func takeOver(_ slot: Int32, _ service: inout Service) {
    let time = handOns[slot].handOver
    service.repeated += time
    queueTallies[Int(handOns[slot].escortCell)].repeatedInformation += time
    releaseEscort(of: slot, after: time)
  }

  /// The agent who stayed with the customer goes on to its wrap-up, at once or after a time [s].
  mutating func releaseEscort(of slot: Int32, after time: Double) {
    let agent = handOns[slot].escort
    guard agent >= 0 else { return }
    handOns[slot].escort = -1
    escortedInLine[line(of: slot)] -= 1
    schedule(Kind.serviceEnd, agent, at: now + time + handOns[slot].escortWrapUp)
  }

  /// An issue that comes back does so by the channel that its customer used.
  mutating func goHome(_ slot: Int32) {
    if handOns[slot].home >= 0 { issues[slot].channel = handOns[slot].home }
  }
}
