import EventKernel

/// What is going to happen.
///
/// The event in hand stays on top of the queue while it happens, and the first that it schedules
/// there takes its place, which spares an insertion. Only one that schedules nothing there is
/// removed. Of those to come from elsewhere, a birth makes room for the next of its class, and any
/// other is removed before it happens. The order of events is total, so that nothing else depends
/// on this.
extension Engine {
  /// Lets the earliest event happen.
  @inline(__always)
  mutating func handleNextEvent() {
    if comings.precedes(events) { return handleNextComing() }
    let event = events.minimum
    now = event.time
    isEventOnTop = true
    handle(event)
    if uses(.outbound) { considerDialing() }
    if isEventOnTop { _ = events.removeMinimum() }
  }

  /// Lets a class give birth or an issue go on, whichever is the earliest.
  @inline(__always)
  private mutating func handleNextComing() {
    let coming = comings.minimum
    now = coming.time
    isEventOnTop = false
    let slot = coming.entity - Int32(plan.classes.count)
    // A birth frees nobody for a campaign.
    if slot < 0 { return giveBirth(to: coming.entity) }
    _ = comings.removeMinimum()
    comeBack(slot)
    if uses(.outbound) { considerDialing() }
  }

  /// Schedules when an issue goes on after a pause. Its slot follows the classes.
  mutating func scheduleReturn(of slot: Int32, at time: Double) {
    comings.insert(
      kind: Kind.arrival, entity: Int32(plan.classes.count) + slot, at: time)
  }

  /// Schedules an event that nothing will cancel.
  mutating func schedule(_ kind: UInt32, _ entity: Int32, at time: Double) {
    if isEventOnTop {
      isEventOnTop = false
      events.replaceMinimum(kind: kind, entity: entity, at: time)
    } else {
      events.insert(kind: kind, entity: entity, at: time)
    }
  }

  /// Schedules an event that may be cancelled or moved.
  mutating func scheduleCancellable(
    _ kind: UInt32, _ entity: Int32, at time: Double
  ) -> EventHandle {
    if isEventOnTop {
      isEventOnTop = false
      return events.replaceMinimumCancellable(kind: kind, entity: entity, at: time)
    }
    return events.insertCancellable(kind: kind, entity: entity, at: time)
  }

  /// Moves an event to another time.
  mutating func reschedule(_ event: EventHandle, at time: Double) {
    // It may come to stand before the event in hand, which would no longer be on top.
    if isEventOnTop {
      isEventOnTop = false
      _ = events.removeMinimum()
    }
    events.reschedule(event, at: time)
  }

  @inline(__always)
  private mutating func handle(_ event: Event) {
    switch event.kind {
    case Kind.serviceEnd: endService(ofAgent: event.entity)
    case Kind.patienceEnd: endPatience(of: event.entity)
    case Kind.selfServiceEnd: endSession(of: event.entity)
    case Kind.overflow: overflow(event.entity)
    case Kind.agentsLeave: agentsLeave(team: event.entity)
    case Kind.agentsCome: agentsCome(team: event.entity)
    case Kind.outbound: continueCall(event.entity)
    case Kind.dialing: dial()
    default: event.entity == 0 ? crossBoundary() : takeStep(Int(event.entity) - 1)
    }
  }
}
