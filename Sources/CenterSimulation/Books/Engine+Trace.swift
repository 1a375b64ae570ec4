import EventKernel
import Stochastics

/// What a trace has to remember of the issue in a slot.
struct TraceNote: BitwiseCopyable {
  /// The attempt of the last row, and its number within it.
  var attempt: Int32 = -1
  var leg: Int32 = 0
  /// The agent who took it last.
  var agent: Int32 = -1
  /// The last tool, the attempt in which it was met, and since when.
  var tool: Int32 = -1
  var toolAttempt: Int32 = -1
  var sessionSince = 0.0
  /// The attempt that became a callback, and when it came: its connection begins when it is reached.
  var callbackAttempt: Int32 = -1
  var callbackEnteredAt = 0.0
}

/// Tracing only reads: what is simulated is the same with it and without.
extension Engine {
  /// A new issue has the slot.
  @inline(__always)
  mutating func traceBirth(_ slot: Int32) {
    if isTracing { beginNote(slot) }
  }

  /// An agent takes the contact.
  @inline(__always)
  mutating func traceStart(_ slot: Int32, agent: Int32) {
    if isTracing { traceNotes[slot].agent = agent }
  }

  /// A session of self-service begins.
  @inline(__always)
  mutating func traceSession(_ slot: Int32, tool: Int32) {
    if isTracing { noteSession(slot, tool: tool) }
  }

  /// The customer accepts a callback.
  mutating func traceAcceptance(_ slot: Int32) {
    guard isTracing else { return }
    traceNotes[slot].callbackAttempt = issues[slot].contacts
    traceNotes[slot].callbackEnteredAt = issues[slot].enteredChannelAt
  }

  /// A contact, or a session before contact, is over.
  @inline(__always)
  mutating func trace(_ slot: Int32, _ outcome: TracedContact.Outcome) {
    if isTracing { addTraced(slot, outcome) }
  }

  /// The rows so far, in the order in which stays ended.
  func tracedContacts() -> [TracedContact] { traced.toArray() }

  @inline(never)
  private mutating func beginNote(_ slot: Int32) {
    while traceNotes.count <= Int(slot) { traceNotes.append(TraceNote()) }
    traceNotes[slot] = TraceNote()
  }

  @inline(never)
  private mutating func noteSession(_ slot: Int32, tool: Int32) {
    traceNotes[slot].tool = tool
    traceNotes[slot].toolAttempt = issues[slot].contacts
    traceNotes[slot].sessionSince = now
  }

  @inline(never)
  private mutating func addTraced(_ slot: Int32, _ outcome: TracedContact.Outcome) {
    let issue = issues[slot]
    let isBeforeContact =
      outcome == .notContained || issue.contacts == 0 && outcome != .closed
    let attempt = issue.contacts + (outcome == .closed ? 1 : 0)
    if traceNotes[slot].attempt == attempt {
      traceNotes[slot].leg += 1
    } else {
      traceNotes[slot].attempt = attempt
      traceNotes[slot].leg = 1
    }
    let note = traceNotes[slot]
    var row = TracedContact(issue, attempt: attempt, leg: note.leg, outcome: outcome)
    if note.toolAttempt == attempt { row.tool = note.tool }
    row.isCounted = isCounting
    if isBeforeContact {
      row.enteredAt = note.sessionSince
    } else {
      row.channel = plan.queues[issue.queue].channel
      row.enteredAt =
        outcome == .closed
        ? now
        : note.callbackAttempt == attempt ? note.callbackEnteredAt : issue.enteredChannelAt
    }
    let isOver = outcome != .waiting && outcome != .inService && outcome != .inSelfService
    row.leftAt = isOver ? now : nil
    switch outcome {
    case .resolved, .unresolved, .transferred, .inService:
      addQueue(to: &row, slot)
      addService(to: &row, slot, agent: note.agent)
    case .abandoned, .waiting: addQueue(to: &row, slot)
    case .blocked: row.queueEntry = issue.entries
    case .inSelfService:
      if !isBeforeContact { row.isCounted = cellOfChannelEntry(slot) < spareCells }
    case .closed, .contained, .containedFalsely, .notContained: break
    }
    traced.append(row)
  }

  private func addQueue(to row: inout TracedContact, _ slot: Int32) {
    row.queuedAt = issues[slot].enteredQueueAt
    row.queueEntry = issues[slot].entries
    row.isCounted = Int(issues[slot].cell) < spareCells
    if plan.queues[issues[slot].queue].patience != nil {
      row.patienceQuantile = queueLane(of: slot).u0
    }
  }

  private func addService(to row: inout TracedContact, _ slot: Int32, agent: Int32) {
    let issue = issues[slot]
    let lane = random.lane(
      stream: plan.classes[issue.demandClass].stream, day: issue.day,
      issue: Int(issue.number), kind: .service, occurrence: Int(issue.services) - 1)
    row.answeredAt = issue.servedSince
    row.service = issue.services
    row.team = agents[agent].team
    row.agent = agent - Int32(plan.teams[row.team].firstAgent) + 1
    row.talkQuantile = lane.u0
    row.talk = issue.service.talk
    row.repeatedInformation = issue.service.repeated
    row.wrapUp = issue.service.wrapUp
    if plan.queues[issue.queue].isInTurns { addThread(to: &row, slot) }
  }
}

extension TracedContact {
  fileprivate init(_ issue: IssueRecord, attempt: Int32, leg: Int32, outcome: Outcome) {
    demandClass = issue.demandClass
    // Random numbers count days from 0001-01-01.
    day = issue.day - 719_162
    number = issue.number
    self.attempt = attempt
    self.leg = leg
    bornAt = issue.bornAt
    difficulty = issue.difficulty
    reason = issue.isRedial ? .redial : issue.isRepeat ? .repetition : .first
    channel = -1
    tool = -1
    enteredAt = 0
    queuedAt = nil
    queueEntry = 0
    patienceQuantile = nil
    answeredAt = nil
    service = 0
    team = -1
    agent = 0
    talkQuantile = nil
    talk = 0
    repeatedInformation = 0
    wrapUp = 0
    leftAt = nil
    self.outcome = outcome
    isCounted = false
  }
}
