import Center
import EventKernel
import OutputAnalysis
import SpecialFunctions

extension Engine {
  /// The simulation is over: what is still in the center is booked as such.
  mutating func closeBooks() {
    if uses(.outbound) { closeOutbound() }
    closeAgentLoads()
    for slot in 0..<Int32(issues.count) {
      switch issues[slot].stage {
      case .absent: continue
      case .away: break
      case .inTool:
        trace(slot, .inSelfService)
        if issues[slot].contacts > 0 {
          let cell = cellOfChannelEntry(slot)
          bookEntry(slot, cell: cell)
          queueTallies[cell].inSelfServiceEnd += 1
        }
      case .waiting where uses(.conversations) && isUnderWay(slot):
        trace(slot, .inService)
        queueTallies[Int(issues[slot].cell)].turnsWaitingEnd += 1
        bookWaitInsideCountedTime(slot)
      case .corresponding: trace(slot, .inService)
      case .waiting, .virtual, .dialed, .unreached:
        trace(slot, .waiting)
        queueTallies[Int(issues[slot].cell)].waitingEnd += 1
        bookWaitInsideCountedTime(slot)
      case .served:
        trace(slot, .inService)
        // A live contact in talk is answered; a deferred one is not, until its service ends.
        if plan.queues[issues[slot].queue].isDeferred {
          queueTallies[Int(issues[slot].cell)].waitingEnd += 1
        }
      case .silent, .detected:
        bookCost(slot, cell: Int(issues[slot].cell))
        continue
      }
      if issues[slot].isCounted { bookFate(slot, .open) }
    }
    if uses(.conversations) { closeTurns() }
  }

  /// A contact still in self-service has no later instant than its entry.
  func cellOfChannelEntry(_ slot: Int32) -> Int {
    let counted = plan.calendar.countedIntervals
    let entered = Int(issues[slot].enteredChannelAt) / plan.calendar.intervalLength
    let first =
      counted.contains(entered)
      ? (entered - counted.lowerBound) * plan.queues.count : spareCells
    return first + Int(issues[slot].queue)
  }

  /// The first promise that this replication broke; `nil` when all hold.
  ///
  /// Checked in every build, at the end of every replication.
  func breach() -> String? {
    let queues = plan.queues.count
    for cell in 0..<spareCells where !queueTallies[cell].booksBalance {
      return "the books of queue \(cell % queues) do not balance in counted interval "
        + "\(cell / queues): \(queueTallies[cell])"
    }
    if uses(.conversations),
      let cell = (0..<spareCells).first(where: { !areTurnsBalanced(in: $0) })
    {
      return "the turns of queue \(cell % queues) do not balance in counted interval "
        + "\(cell / queues): \(queueTallies[cell])"
    }
    for demandClass in plan.classes.indices where !issueTallies[demandClass].booksBalance {
      return "issues of class \(demandClass) are unaccounted for: \(issueTallies[demandClass])"
    }
    var area = CompensatedSum()
    for cell in 0..<spareCells { area.add(queueTallies[cell].queueArea) }
    if !agree(area.value, waitsInsideCountedTime.value) {
      return "the area under the queues is \(area.value) s, the waits inside counted time add up "
        + "to \(waitsInsideCountedTime.value) s"
    }
    for cell in 0..<teamTallies.count {
      let tally = teamTallies[cell]
      if !agree(tally.present, tally.busy + tally.idle) {
        return "agent time does not add up in counted interval \(cell / plan.teams.count) for team "
          + "\(cell % plan.teams.count): \(tally)"
      }
    }
    return breachOfAgentLoads() ?? (uses(.outbound) ? breachOfOutbound() : nil)
  }

  func agree(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-9 * max(abs(left), abs(right)) + 1e-6
  }

  /// What the replication showed.
  func observation() -> Observation {
    Observation(
      queues: queueTallies.toArray(first: spareCells), teams: teamTallies.toArray(),
      tools: toolTallies.toArray(), issues: issueTallies.toArray(), waits: waits.toArray(),
      agents: loadsByTeam(),
      campaigns: campaignTallies.toArray(
        first: plan.calendar.countedIntervals.count * plan.campaigns.count),
      longestWait: longestWait.toArray(),
      longestQueue: plan.queues.indices.map { Int(queueStates[$0].longest) },
      contacts: handledContacts, events: handledEvents)
  }
}
