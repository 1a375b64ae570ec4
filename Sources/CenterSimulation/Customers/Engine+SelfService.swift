import EventKernel
import Stochastics

extension Engine {
  /// Help before contact: the issues that adopt it try its tools in turn.
  /// One uniform of the issue decides on adoption, the same for every tool.
  ///
  /// - Parameter draw: The lane of the issue's birth.
  mutating func startHelp(_ slot: Int32, _ draw: Lane) {
    for tool in plan.toolsBeforeContact where draw.u3 < plan.tools[tool].adoption {
      if mayUse(tool, slot) { return startSession(slot, tool: tool) }
    }
    makeFirstContact(slot, channel: draw.u1)
  }

  /// The draws of an issue's birth: gap, channel, difficulty, adoption.
  @inline(__always)
  func issueLane(of slot: Int32) -> Lane {
    random.lane(
      stream: plan.classes[issues[slot].demandClass].stream, day: issues[slot].day,
      issue: Int(issues[slot].number), kind: .issue)
  }

  /// The tools of the contact's channel, from the one at `position`; then the queue.
  mutating func meetTools(_ slot: Int32, startingAt position: Int) {
    let channel = issues[slot].channel
    var position = position
    while position < plan.channels[channel].tools.count {
      let tool = plan.channels[channel].tools[position]
      if mayUse(tool, slot) {
        if portsFree[tool] == 0 {
          if isCounting { toolTallies[tallyPlace(tool, slot)].blocked += 1 }
          return block(slot)
        }
        if portsFree[tool] > 0 { portsFree[tool] -= 1 }
        return startSession(slot, tool: tool)
      }
      position += 1
    }
    enqueue(slot)
  }

  /// Takes off the talk that tools have saved.
  mutating func ease(_ service: inout Service, of slot: Int32) {
    toolEffects[slot].talkDrawn = service.talk
    service.talk *= toolEffects[slot].talk
  }

  /// Whether a tool works today, and has not failed the issue before.
  @inline(__always)
  private func mayUse(_ tool: Int32, _ slot: Int32) -> Bool {
    issues[slot].failedTools & bit(tool) == 0 && plan.tools[tool].worksFrom <= now
  }

  private func bit(_ tool: Int32) -> UInt64 { 1 << UInt64(tool) }

  @inline(__always)
  private func tallyPlace(_ tool: Int32, _ slot: Int32) -> Int {
    Int(tool) * plan.classes.count + Int(issues[slot].demandClass)
  }

  /// A session begins. Its lane holds: bias, fair draw, true resolution, time.
  private mutating func startSession(_ slot: Int32, tool: Int32) {
    let index = Int(tool)
    let demandClass = issues[slot].demandClass
    let draw = random.lane(
      stream: plan.classes[demandClass].stream, day: issues[slot].day,
      issue: Int(issues[slot].number),
      kind: .tool, tool: plan.tools[index].stream)
    let containment = plan.tools[index].containment[demandClass]
    let isEasy = draw.u0 < plan.tools[index].easyContactBias
    issues[slot].willBeContained = (isEasy ? issues[slot].difficulty : draw.u1) < containment
    issues[slot].willBeResolved = draw.u2 < plan.tools[index].trueResolution
    issues[slot].tool = tool
    issues[slot].stage = .inTool
    issues[slot].usedSelfService = true
    traceSession(slot, tool: tool)
    if !plan.tools[index].isBeforeContact { sessions[issues[slot].channel] += 1 }
    let time = plan.tools[index].time.quantile(draw.u3, in: plan.sampling)
    if time > 0 {
      schedule(Kind.selfServiceEnd, slot, at: now + time)
    } else {
      endSession(of: slot)
    }
  }

  /// A session ends: contained, truly or falsely, or on to the next step.
  mutating func endSession(of slot: Int32) {
    let tool = issues[slot].tool
    if uses(.peerAnswers), tool < 0 { return endWaitForPeers(slot) }
    let index = Int(tool)
    let isContained = issues[slot].willBeContained
    let isResolved = isContained && issues[slot].willBeResolved
    issues[slot].tool = -1
    if portsFree[tool] >= 0 { portsFree[tool] += 1 }
    if isCounting {
      let place = tallyPlace(tool, slot)
      toolTallies[place].sessions += 1
      toolTallies[place].cost += plan.tools[index].costPerSession
      if isContained { toolTallies[place].contained += 1 }
      if isResolved { toolTallies[place].trulyResolved += 1 }
    }
    if !isResolved {
      issues[slot].failedTools |= bit(tool)
      issues[slot].hasToldStory = true
    }
    if uses(.toolEffects), !isContained { toolEffects[slot] *= plan.tools[index].effect }

    if isContained || plan.tools[index].isBeforeContact {
      trace(
        slot, isResolved ? .contained : isContained ? .containedFalsely : .notContained)
    }
    if plan.tools[index].isBeforeContact {
      if isResolved { return finish(slot, .resolved) }
      if isContained { return comeBackWithoutContact(slot) }
      return startHelp(slot, issueLane(of: slot))
    }
    let channel = issues[slot].channel
    sessions[channel] -= 1
    defer { if sessions[channel] == 0 { dismissIdle(afterClosing: channel) } }
    guard isContained else {
      let tools = plan.channels[issues[slot].channel].tools
      let position = tools.firstIndex(of: tool) ?? tools.count
      return meetTools(slot, startingAt: position + 1)
    }
    let cell = currentCell(of: slot)
    bookEntry(slot, cell: cell)
    bookCost(slot, cell: cell)
    queueTallies[cell].contained += 1
    releaseTrunk(of: slot)
    if isResolved { finish(slot, .resolved) } else { comeBackUnresolved(slot) }
  }

  /// The last customer has left the self-service of a channel: if it has closed, those who stayed
  /// for them may go.
  private mutating func dismissIdle(afterClosing channel: Int32) {
    guard !plan.channels[channel].hours.isOpen(inInterval: interval) else { return }
    for team in plan.teams.indices where teamStates[team].leaving > 0 {
      dismissIdle(ofTeam: Int32(team))
    }
  }
}
