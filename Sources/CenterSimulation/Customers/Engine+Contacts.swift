import Center
import EventKernel

extension Engine {
  /// An attempt through `chosen`, or the channel it is steered to: hours, trunk, self-service,
  /// queue, in this order.
  mutating func enter(_ chosen: Int32, _ slot: Int32) {
    let channel = uses(.steering) ? steered(slot, from: chosen) : chosen
    let queue = plan.queueAt[Int(channel) * plan.classes.count + Int(issues[slot].demandClass)]
    precondition(queue >= 0, "every channel a customer can enter has a queue for the class")
    issues[slot].queue = queue
    if uses(.transfers) { forgetTransfers(of: slot) }
    let isLive = !plan.channels[channel].isDeferred
    if isLive, !plan.channels[channel].hours.isOpen(inInterval: interval) {
      return meetClosedDoor(slot, channel: channel)
    }
    handledContacts += 1
    beginContact(slot, channel: channel)
    if isLive {
      issues[slot].attempts += 1
      if trunksFree[channel] == 0 { return block(slot) }
      if trunksFree[channel] > 0 {
        trunksFree[channel] -= 1
        issues[slot].holdsTrunk = true
      }
    } else if uses(.peerAnswers), asksPeers(slot) {
      return
    }
    // Most contacts meet no tool, and are spared the way through them.
    if plan.channels[channel].tools.isEmpty { return enqueue(slot) }
    meetTools(slot, startingAt: 0)
  }

  @inline(__always)
  private mutating func beginContact(_ slot: Int32, channel: Int32) {
    let demandClass = issues[slot].demandClass
    if issues[slot].isCounted {
      issueTallies[demandClass].contacts += 1
      if issues[slot].contacts == 0 {
        issueTallies[demandClass].contacting += 1
      } else if issues[slot].channel != channel {
        issueTallies[demandClass].channelSwitches += 1
      }
    }
    issues[slot].enter(channel, at: now)
  }

  /// A live channel out of hours: the fallback takes the customer if it is open, else the issue
  /// is lost. The books have the closed door; to the customer it was no contact.
  private mutating func meetClosedDoor(_ slot: Int32, channel: Int32) {
    let cell = currentCell(of: slot)
    bookEntry(slot, cell: cell)
    queueTallies[cell].closed += 1
    trace(slot, .closed)
    let fallback = plan.fallbackChannel
    guard fallback >= 0, fallback != channel,
      plan.channels[fallback].hours.isOpen(inInterval: interval)
    else { return finish(slot, .lost) }
    enter(fallback, slot)
  }

  /// No trunk or no port is free.
  mutating func block(_ slot: Int32) {
    let cell = currentCell(of: slot)
    issues[slot].entries += 1
    bookEntry(slot, cell: cell)
    queueTallies[cell].blocked += 1
    if issues[slot].contacts == 1 { queueTallies[cell].firstAttempts += 1 }
    trace(slot, .blocked)
    releaseTrunk(of: slot)
    tryAgainOrGiveUp(slot)
  }

  /// The cell in which a contact that never enters a queue is booked: that of now.
  func currentCell(of slot: Int32) -> Int {
    cells.lowerBound + Int(issues[slot].queue)
  }

  /// What every contact is counted under, once, wherever it is booked.
  @inline(__always)
  mutating func bookEntry(_ slot: Int32, cell: Int) {
    queueTallies[cell].bookEntry(
      isRedial: issues[slot].isRedial, isRepeat: issues[slot].isRepeat)
    if issues[slot].isSteered { queueTallies[cell].steered += 1 }
  }

  /// The channel's money for a contact whose connection ends now.
  @inline(__always)
  mutating func bookCost(_ slot: Int32, cell: Int) {
    let channel = issues[slot].channel
    let cost = plan.channels[channel].cost
    let connected =
      plan.channels[channel].isDeferred ? 0 : now - issues[slot].enteredChannelAt
    queueTallies[cell].cost += cost.perContact + cost.perMinute * connected / 60
  }

  @inline(__always)
  mutating func releaseTrunk(of slot: Int32) {
    if issues[slot].holdsTrunk {
      issues[slot].holdsTrunk = false
      trunksFree[issues[slot].channel] += 1
    }
  }
}
