import Center
import EventKernel
import OutputAnalysis
import SpecialFunctions

extension Engine {
  /// An interval ends and the next begins: areas are closed, queues dropped, schedules followed.
  mutating func crossBoundary() {
    if interval >= 0 { closeInterval() }
    interval += 1
    intervalStart = now
    guard interval < plan.calendar.simulatedIntervals else { return }
    openInterval()
    schedule(Kind.boundary, 0, at: Double((interval + 1) * plan.calendar.intervalLength))
  }

  private mutating func openInterval() {
    let counted = plan.calendar.countedIntervals
    let queues = plan.queues.count
    let first =
      counted.contains(interval) ? (interval - counted.lowerBound) * queues : spareCells
    cells = first..<(first + queues)
    if isCounting {
      for queue in 0..<queues {
        queueStates[queue].longest = max(
          queueStates[queue].longest, queueStates[queue].waiting.level)
      }
    }
    if !plan.intraday.isEmpty { watchInterval() }
    for channel in plan.channels.indices where mustBeDropped(fromChannel: channel) {
      dropQueue(ofChannel: channel)
    }
    for team in plan.teams.indices { beginInterval(ofTeam: team) }
    if uses(.datedSkills) { beginSkills() }
  }

  /// Books the interval in hand for queues and teams.
  private mutating func closeInterval() {
    let length = Double(plan.calendar.intervalLength)
    for queue in plan.queues.indices {
      let cell = cells.lowerBound + queue
      let area = queueStates[queue].waiting.close(after: length)
      queueTallies[cell].queueArea += area
      queueTallies[cell].backlogEnd = Double(queueStates[queue].waiting.level)
    }
    if uses(.conversations) { closeOpenThreads(after: length) }
    if isCounting { inspectBacklog() }
    if plan.intraday.isEmpty {
      for team in plan.teams.indices { _ = close(team: team, after: length) }
    } else {
      let tallies = plan.teams.indices.map { close(team: $0, after: length) }
      applyRules(
        occupancies: tallies.map { $0.present > 0 ? $0.busy / $0.present : nil })
    }
  }

  private mutating func close(team: Int, after length: Double) -> TeamTally {
    var tally = TeamTally()
    tally.added = closeIntraday(ofTeam: team, after: length)
    let scheduled = plan.teams[team].paid[interval] + tally.added
    tally.overtime = teamStates[team].overtime.close(after: length)
    tally.present = teamStates[team].present.close(after: length)
    tally.busy = teamStates[team].busy.close(after: length)
    tally.idle = teamStates[team].idle.close(after: length)
    if uses(.outbound) { tally.outbound = outboundAgents[team].close(after: length) }
    tally.chats = teamStates[team].chats.close(after: length)
    tally.chatting = teamStates[team].chatting.close(after: length)
    let slots = plan.teams[team].slotsEach
    tally.slots = slots > 1 ? tally.present * Double(slots) : 0
    tally.handled = teamStates[team].handled
    let overtime = tally.overtime * plan.teams[team].overtimeRate
    tally.cost =
      plan.teams[team].wage * (scheduled + overtime)
      + plan.teams[team].costPerContact * tally.handled
      + plan.teams[team].costOfWork * tally.busy
    tally.overtimeCost = plan.teams[team].wage * overtime
    teamStates[team].handled = 0
    tally.paid = scheduled
    if let reviews = plan.teams[team].factors.reviews {
      tally.reviews = teamStates[team].reviews
      tally.reviewTime = reviews.time * tally.reviews
      tally.paid += tally.reviewTime
      tally.cost += reviews.wage * tally.reviewTime
      teamStates[team].reviews = 0
    }
    guard isCounting else { return tally }
    let row = interval - plan.calendar.countedIntervals.lowerBound
    teamTallies[row * plan.teams.count + team] = tally
    return tally
  }

  /// Puts a wait into the histogram, if it counts.
  mutating func book(wait: Double, of queue: Int32, cell: Int, _ outcome: Observation.Outcome) {
    guard cell < spareCells else { return }
    let shown = Self.shown(wait: wait)
    count(wait: shown, of: queue, outcome)
    if shown > longestWait[queue] { longestWait[queue] = shown }
  }

  @inline(__always)
  mutating func count(wait shown: Double, of queue: Int32, _ outcome: Observation.Outcome) {
    let histogram = Int(queue) * Observation.Outcome.allCases.count + outcome.rawValue
    waits[histogram * plan.bins.count + plan.bins.index(of: shown)] += 1
  }

  /// To the microsecond: a wait is a difference of instants, and its last bits are rounding.
  @inline(__always)
  static func shown(wait: Double) -> Double { (wait * 1e6).rounded() / 1e6 }

  /// At the end of a counted interval: how many are overdue, and after the last, how old the
  /// backlog is.
  ///
  /// - Complexity: O(deferred contacts waiting); after the last interval, O(contacts waiting).
  private mutating func inspectBacklog() {
    let isLast = interval == plan.calendar.countedIntervals.upperBound - 1
    for line in plan.lines.indices where isLast || plan.lines[line].isDeferred {
      var slot = lineEnds[line].first
      while slot >= 0 {
        let queue = issues[slot].queue
        if plan.lines[line].isDeferred, issues[slot].dueAt < now {
          queueTallies[cells.lowerBound + Int(queue)].overdueEnd += 1
        }
        if isLast, issues[slot].stage != .silent {
          let age = Self.shown(wait: now - issues[slot].enteredQueueAt)
          count(wait: age, of: queue, .waiting)
        }
        slot = issues[slot].next
      }
    }
    if isLast, uses(.callbacks) { inspectCallbacksOutOfLine() }
  }

  /// Adds the part of a wait that lies in counted time, whoever waited.
  mutating func bookWaitInsideCountedTime(_ slot: Int32, times sign: Double = 1) {
    let start = max(issues[slot].enteredQueueAt, plan.countedStart)
    let end = min(now, plan.countedEnd)
    if end > start { waitsInsideCountedTime.add(sign * (end - start)) }
  }
}
