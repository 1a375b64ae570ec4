import EventKernel

/// The next wait after which further teams take a contact.
struct Overflow: BitwiseCopyable {
  var event = EventHandle.none
  /// Its position in `Plan.overflowTimes`.
  var place = 0
}

/// Teams that take a contact only after it has waited, or while many wait. Both become so at an
/// instant: an event, or the arrival that makes the queue too long.
extension Engine {
  /// The contact has begun to wait: its arrival may open teams to the first of its line, and it
  /// will itself be open to more of them later.
  mutating func expectOverflow(of slot: Int32, line: Int) {
    guard plan.lines[line].isConditional else { return }
    while overflows.count < issues.count { overflows.append(Overflow()) }
    scheduleOverflow(of: slot, line: line, place: plan.lines[line].firstOverflow)
    offer(line: line)
  }

  /// A contact stands in line again that entered its queue long ago.
  mutating func expectFurtherOverflow(of slot: Int32, line: Int) {
    while overflows.count < issues.count { overflows.append(Overflow()) }
    let entered = issues[slot].enteredQueueAt
    var place = plan.lines[line].firstOverflow
    while place < plan.lines[line].endOfOverflows, entered + plan.overflowTimes[place] <= now {
      place += 1
    }
    scheduleOverflow(of: slot, line: line, place: place)
  }

  private mutating func scheduleOverflow(of slot: Int32, line: Int, place: Int) {
    var place = place
    // A callback that returns to its line has waited longer than some of them ask for.
    while place < plan.lines[line].endOfOverflows,
      issues[slot].enteredQueueAt + plan.overflowTimes[place] <= now
    { place += 1 }
    guard place < plan.lines[line].endOfOverflows else { return }
    let time = issues[slot].enteredQueueAt + plan.overflowTimes[place]
    overflows[slot] = Overflow(
      event: scheduleCancellable(Kind.overflow, slot, at: time), place: place)
  }

  /// A contact has waited long enough for further teams.
  mutating func overflow(_ slot: Int32) {
    let line = Int(line(of: slot))
    overflows[slot].event = .none
    scheduleOverflow(of: slot, line: line, place: overflows[slot].place + 1)
    offer(line: line)
  }

  mutating func cancelOverflow(of slot: Int32) {
    guard Int(slot) < overflows.count, overflows[slot].event != .none else { return }
    events.cancel(overflows[slot].event)
    overflows[slot].event = .none
  }

  /// The contact has got another record.
  mutating func moveOverflow(from slot: Int32, to shell: Int32) {
    guard Int(slot) < overflows.count, overflows[slot].event != .none else { return }
    let place = overflows[slot].place
    cancelOverflow(of: slot)
    while overflows.count < issues.count { overflows.append(Overflow()) }
    scheduleOverflow(
      of: shell, line: Int(line(of: shell)), place: place)
  }

  /// Whether a place among the agents is open to a contact; to one that arrives, only without
  /// conditions: those who wait already go first.
  @inline(__always)
  func isOpen(place: Int, to slot: Int32) -> Bool {
    let condition = plan.placeConditions[place]
    return now >= condition.worksFrom
      && (condition.isAlwaysMet || isInLine(slot) && meets(slot, condition))
  }

  /// Whether the contact stands in its line already, even if the customer has left silently or
  /// waits for a callback.
  @inline(__always)
  func isInLine(_ slot: Int32) -> Bool {
    switch issues[slot].stage {
    case .waiting, .silent, .virtual: true
    default: false
    }
  }

  /// Whether a waiting contact has waited long enough in a queue that is long enough. Instants are
  /// compared as they were scheduled.
  @inline(__always)
  func meets(_ slot: Int32, _ condition: SkillCondition) -> Bool {
    now >= condition.worksFrom && now >= issues[slot].enteredQueueAt + condition.after
      && (condition.queueAbove == 0
        || queueStates[issues[slot].queue].waiting.level > condition.queueAbove)
  }
}
