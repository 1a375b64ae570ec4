import Center
import EventKernel
import SpecialFunctions
import Stochastics

/// Conversations in turns: the customer waits for each reply, and the agent is free between them.
///
/// A conversation is one contact and one queue entry, answered by its first reply. Its talk is drawn
/// once, like that of any service, and cut into replies. Each of the customer's messages stands in
/// line by its own time, like any other contact.
extension Engine {
  /// Whether the contact is a conversation that has had a reply.
  func isUnderWay(_ slot: Int32) -> Bool {
    Int(slot) < threads.count && threads[slot].isUnderWay
  }

  /// An agent replies to a customer's message: the first time this answers the contact.
  @inline(never)
  mutating func reply(to slot: Int32, with agent: Int32) {
    while threads.count < issues.count { threads.append(Thread()) }
    let queue = issues[slot].queue
    let isFirst = !threads[slot].isUnderWay
    take(slot, with: agent, counts: isFirst && isCounting)
    var service = Service()
    var drawn = 0.0
    if isFirst {
      service = drawnService(of: slot, queue: queue)
      drawn = service.talk
      if uses(.toolEffects) { ease(&service, of: slot) }
      beginThread(service, of: slot, queue: queue)
    }
    cutReply(&service, of: slot, queue: queue)
    if uses(.factors) { adapt(&service, of: slot, queue: queue, to: agent, isFirst: isFirst) }

    let cell = Int(issues[slot].cell)
    let wait = now - issues[slot].enteredQueueAt
    let isInTime = isInTime(slot, queue: queue)
    if isFirst {
      issues[slot].begin(service, at: now)
      issues[slot].hasToldStory = true
      queueTallies[cell].bookAnswer(
        service, drawn: drawn, talkMean: plan.queues[queue].talkMean, wait: wait,
        inTime: isInTime, isFirstAttempt: isFirstAttempt(slot), isCallback: false)
      book(wait: wait, of: queue, cell: cell, .answered)
    } else {
      issues[slot].service = service
      issues[slot].stage = .served
      queueTallies[cell].talk += service.talk
      queueTallies[cell].wrapUp += service.wrapUp
    }
    queueTallies[cell].bookReply(wait: wait, inTime: isInTime)
    openThreads[queue].change(by: 1, at: now - intervalStart)
    threads[slot].agent = agent
    threads[slot].talk += service.talk
    traceStart(slot, agent: agent)
    serve(slot, with: agent)
  }

  /// A conversation begins: all its replies together are one service.
  private mutating func beginThread(_ service: Service, of slot: Int32, queue: Int32) {
    let issue = issues[slot]
    if (threads[slot].demandClass, threads[slot].day, threads[slot].number)
      != (issue.demandClass, issue.day, issue.number)
    {
      threads[slot] = Thread()
      threads[slot].demandClass = issue.demandClass
      threads[slot].day = issue.day
      threads[slot].number = issue.number
    }
    threads[slot].isUnderWay = true
    threads[slot].repliesLeft = plan.conversations[issue.channel]?.turns ?? 0
    threads[slot].workLeft = service.talk
    threads[slot].wrapUp = service.wrapUp
    threads[slot].outcome = service.outcome
    threads[slot].enteredQueueAt = issue.enteredQueueAt
    threads[slot].talk = 0
    threads[slot].repeated = service.repeated
  }

  /// What the next reply takes of the talk, and what comes after it. The turn lane holds: the cut,
  /// the customer's time, silence.
  ///
  /// Where the number of replies is fixed the cuts are uniform on the talk; otherwise they are a
  /// Poisson process on it. Either way the next one is found from what is left.
  private mutating func cutReply(_ service: inout Service, of slot: Int32, queue: Int32) {
    guard let conversation = plan.conversations[issues[slot].channel] else { return }
    let draw = random.lane(
      stream: plan.classes[issues[slot].demandClass].stream, day: issues[slot].day,
      issue: Int(issues[slot].number), kind: .turn, occurrence: Int(threads[slot].turns))
    threads[slot].turns += 1
    let left = threads[slot].workLeft
    var cut = left
    if conversation.turns > 0 {
      threads[slot].repliesLeft -= 1
      let further = threads[slot].repliesLeft
      // The least of so many uniform cuts.
      if further > 0 { cut = left * -expm1(log(draw.u0) / Double(further)) }
      threads[slot].isLast = further == 0
    } else {
      let apart = plan.queues[queue].talkMean / conversation.furtherTurns
      cut = min(left, apart * Exponential.unitQuantile(draw.u0))
      threads[slot].isLast = cut == left
    }
    threads[slot].workLeft = left - cut
    let pause = conversation.customerReply.quantile(draw.u1, in: plan.sampling)
    threads[slot].closes = draw.u2 < conversation.silentShare || pause > conversation.closesAfter
    threads[slot].pause = threads[slot].closes ? conversation.closesAfter : pause
    service.talk = cut
    service.wrapUp = threads[slot].isLast ? threads[slot].wrapUp : 0
    service.outcome = threads[slot].outcome
  }

  /// An agent has replied: the agent is free, and the customer is to write again. Returns false
  /// after the last reply, which ends the conversation as talk ends any contact.
  @inline(never)
  mutating func awaitsCustomer(of slot: Int32, agent: Int32) -> Bool {
    guard issues[slot].stage == .served, isUnderWay(slot) else { return false }
    guard !threads[slot].isLast else {
      endThread(slot)
      return false
    }
    agents[agent].issue = -1
    issues[slot].stage = .corresponding
    scheduleReturn(of: slot, at: now + threads[slot].pause)
    release(agent)
    return true
  }

  /// The customer's next message joins its line, or none came in time. Of agents who are equal in
  /// everything but how long they have been free, it goes to the one who replied last; under
  /// another order of agents they are not equal.
  mutating func hearFromCustomer(of slot: Int32) {
    if threads[slot].closes { return closeThread(slot) }
    let queue = issues[slot].queue
    openThreads[queue].change(by: -1, at: now - intervalStart)
    queueTallies[Int(issues[slot].cell)].turns += 1
    issues[slot].enteredQueueAt = now
    let line = line(of: slot)
    if let first = agent(forLine: Int(line), of: slot) {
      let last = threads[slot].agent
      let isEqual = !uses(.agentOrders) && agents[last].list == agents[first].list
      return start(slot, with: isEqual ? last : first)
    }
    issues[slot].stage = .waiting
    standInLine(slot, queue: queue, line: line)
    if uses(.conditions) { expectOverflow(of: slot, line: Int(line)) }
  }

  /// The customer has been silent for too long: what was left is not done.
  private mutating func closeThread(_ slot: Int32) {
    let cell = Int(issues[slot].cell)
    endThread(slot)
    queueTallies[cell].closedBySilence += 1
    queueTallies[cell].session += now - issues[slot].servedSince
    bookCost(slot, cell: cell)
    trace(slot, .unresolved)
    comeBackUnresolved(slot)
  }

  private mutating func endThread(_ slot: Int32) {
    threads[slot].isUnderWay = false
    openThreads[issues[slot].queue].change(by: -1, at: now - intervalStart)
  }

  // MARK: Books

  /// Books the conversations open in the interval in hand: those that wait, and all others.
  mutating func closeOpenThreads(after length: Double) {
    for queue in plan.queues.indices where plan.queues[queue].isInTurns {
      let cell = cells.lowerBound + queue
      queueTallies[cell].openArea =
        queueTallies[cell].queueArea + openThreads[queue].close(after: length)
    }
  }

  /// Every contact that entered its queue asked for a reply.
  mutating func closeTurns() {
    for cell in 0..<spareCells where plan.queues[cell % plan.queues.count].isInTurns {
      queueTallies[cell].turns += queueTallies[cell].offered
      queueTallies[cell].turnsWaitingEnd += queueTallies[cell].waitingEnd
    }
  }

  /// Whether every customer's message had a reply, was given up or still waits.
  func areTurnsBalanced(in cell: Int) -> Bool {
    guard plan.queues[cell % plan.queues.count].isInTurns else { return true }
    let tally = queueTallies[cell]
    return tally.turns == tally.replies + tally.abandoned + tally.turnsWaitingEnd
  }

  // MARK: Trace

  /// A conversation's row shows its first wait and all its replies together.
  func addThread(to row: inout TracedContact, _ slot: Int32) {
    guard Int(slot) < threads.count else { return }
    row.queuedAt = threads[slot].enteredQueueAt
    row.talk = threads[slot].talk
    row.repeatedInformation = threads[slot].repeated
    row.wrapUp = threads[slot].isLast ? threads[slot].wrapUp : 0
  }
}
