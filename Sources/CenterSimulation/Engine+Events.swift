import EventKernel

/// What is going to happen.
///
/// The event in hand stays on top of the queue while it happens, and the first event that it
/// schedules takes its place, at half the cost of removing the one and inserting the other. Only an
/// event that schedules nothing is removed. The order of events is total, so that nothing else
/// depends on this.
extension Engine {
  /// Lets the earliest event happen.
  @inline(__always)
  mutating func handleNextEvent() {
    if arrivals.precedes(events) { return handleNextArrival() }
    let event = events.minimum
    now = event.time
    isEventOnTop = true
    handle(event)
    if uses(.outbound) { considerDialing() }
    if isEventOnTop { _ = events.removeMinimum() }
  }

  /// Lets the earliest arrival happen: a birth of a class, or an issue comes back.
  @inline(__always)
  private mutating func handleNextArrival() {
    let arrival = arrivals.minimum
    now = arrival.time
    isEventOnTop = false
    let slot = arrival.entity - Int32(plan.classes.count)
    if slot < 0 { return giveBirth(to: arrival.entity) }
    _ = arrivals.removeMinimum()
    comeBack(slot)
    if uses(.outbound) { considerDialing() }
  }

  /// Schedules the next attempt of an issue, or what else its customer does next.
  mutating func scheduleReturn(of slot: Int32, at time: Double) {
    arrivals.insert(
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
