import Center
import EventKernel

extension Engine {
  /// The agent that the contact of `line` gets now: of the first rank that has one, among those
  /// with the fewest chats, who has been waiting longest; `nil` when none may start.
  @inline(__always)
  mutating func agent(forLine line: Int, of slot: Int32) -> Int32? {
    if uses(.agentOrders) { return agentByOrder(forLine: line, of: slot) }
    var best: Int32 = -1
    for index in plan.lines[line].firstPlace..<plan.lines[line].endOfPlaces {
      let place = plan.agentPlaces[index]
      if teamStates[place.team].idle.level >= place.idleNeeded,
        !uses(.conditions) || isOpen(place: index, to: slot)
      {
        let first = agentLists[place.list].first
        if first >= 0, best < 0 || isBefore(first, best) { best = first }
      }
      if place.endsStep, best >= 0 { return best }
    }
    return nil
  }

  @inline(__always)
  func isBefore(_ left: Int32, _ right: Int32) -> Bool {
    (agents[left].listedSince, left) < (agents[right].listedSince, right)
  }

  /// The contact that an agent of `team` takes now: of the highest priority and first rank that
  /// has one, who has waited longest or comes first by another order; -1 when none may start.
  ///
  /// - Parameters:
  ///   - held: What the agent holds already; then only more chats of that channel, or what
  ///     interrupts it.
  ///   - channel: The channel of what it holds.
  ///   - isLeaving: Its time is over: it helps only to empty the queues of closed channels.
  @inline(__always)
  mutating func contact(
    forTeam team: Int32, held: Int32, channel: Int32, isLeaving: Bool
  ) -> Int32 {
    for index in plan.teams[team].lines.indices
    where lineEnds[plan.teams[team].lines[index].line].first >= 0 {
      return contact(
        forTeam: team, from: index, held: held, channel: channel, isLeaving: isLeaving)
    }
    return -1
  }

  /// The same among the lines that the team serves, from the one at `start` of its list: nobody waits
  /// in those before it.
  @inline(never)
  private mutating func contact(
    forTeam team: Int32, from start: Int, held: Int32, channel: Int32, isLeaving: Bool
  ) -> Int32 {
    var best: Int32 = -1
    var step: Int32 = 0
    for index in start..<plan.teams[team].lines.count {
      let served = plan.teams[team].lines[index]
      if best >= 0, served.step != step { break }
      let first = lineEnds[served.line].first
      guard first >= 0 else { continue }
      let line = Int(served.line)
      if held > 0 {
        guard fits(line: line, beside: channel, held: held) else { continue }
      }
      // An agent that holds nothing stands among the idle while it looks.
      let idleAfter = teamStates[team].idle.level - (held == 0 ? 1 : 0)
      // Nobody is kept idle for calls that cannot come any more.
      guard isLeaving ? mustBeEmptied(line) : idleAfter >= served.keepIdle else { continue }
      if uses(.conditions), !meets(first, served.condition) { continue }
      step = served.step
      if best < 0 || goesFirst(first, before: best) { best = first }
    }
    return best
  }

  /// Whether those due to leave take contacts of a line: colleagues stay with customers in it, or
  /// its channel has closed and promised to serve those who wait.
  private func mustBeEmptied(_ line: Int) -> Bool {
    uses(.transfers) && escortedInLine[line] > 0 || isEmptiedAtClose(line)
  }

  /// Whether a live line's channel has closed and promised to serve those who wait.
  func isEmptiedAtClose(_ line: Int) -> Bool {
    let channel = Int(plan.lines[line].channel)
    return !plan.lines[line].isDeferred && !plan.channels[channel].dropsAtClose
      && !plan.channels[channel].hours.isOpen(inInterval: interval)
  }

  /// An agent with capacity takes what it may, and otherwise stands in its list.
  ///
  /// The agent stands in no list and holds less than it could.
  mutating func lookForWork(_ agent: Int32) {
    if uses(.interruptions), desks[agent].isUsed, agents[agent].held == 0 {
      return serveOrResume(agent)
    }
    let team = agents[agent].team
    let isLeaving = isLeaving(agent)
    if !isLeaving || agents[agent].held == 0 { enlist(agent) }
    let slot = contact(
      forTeam: team, held: agents[agent].held, channel: agents[agent].channel,
      isLeaving: isLeaving)
    if slot >= 0 {
      takeFirst(slot, with: agent)
      if uses(.interruptions) { lookForInterruption(of: agent) }
    } else if isLeaving {
      if agents[agent].held > 0 || mustStay(team: team) { return }
      leave(agent)
      teamStates[team].changeLeaving(by: -1, at: now - intervalStart)
    } else if agents[agent].held == 0, plan.teams[team].keepsIdleForBusy {
      offerToBusy(ofTeam: team)
    }
  }

  /// An agent takes a contact that waits.
  @inline(__always)
  mutating func takeFromLine(_ slot: Int32, with agent: Int32) {
    cancelPatience(of: slot)
    leaveLine(slot)
    start(slot, with: agent)
  }

  /// An agent takes a contact that waits, and what may be held beside it.
  @inline(__always)
  mutating func takeFirst(_ slot: Int32, with agent: Int32) {
    takeFromLine(slot, with: agent)
    if uses(.sideBySide), canHoldMore(agent) {
      delist(agent)
      lookForWork(agent)
    }
  }

  /// Whether an agent goes when it has nothing in hand: whoever finishes first, and where agents
  /// work side by side, those who were told so.
  @inline(__always)
  func isLeaving(_ agent: Int32) -> Bool {
    let team = agents[agent].team
    if teamStates[team].leaving == 0 { return false }
    return plan.teams[team].slotsEach > 1 ? agents[agent].isLeaving : true
  }

  /// One more agent is idle: colleagues who hold something may now be allowed another.
  private mutating func offerToBusy(ofTeam team: Int32) {
    for index in plan.teams[team].lines.indices {
      let line = Int(plan.teams[team].lines[index].line)
      if plan.lines[line].joinsOrInterrupts { offer(line: line) }
    }
  }

  /// Contacts of a line start, the first of them first, as long as there are agents for them.
  mutating func offer(line: Int) {
    while lineEnds[line].first >= 0, let agent = agent(forLine: line, of: lineEnds[line].first) {
      takeFromLine(lineEnds[line].first, with: agent)
    }
  }

  @inline(__always)
  func canHoldMore(_ agent: Int32) -> Bool {
    let channel = agents[agent].channel
    return channel >= 0 && Int(agents[agent].held) < plan.channels[channel].limit
  }
}
