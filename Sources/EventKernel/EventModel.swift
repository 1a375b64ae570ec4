/// What happens in a simulation, event by event.
///
/// A model holds the state; the queue holds the future; the clock is the time of the event in
/// hand. A model changes the state and schedules what follows:
///
///     struct Line: EventModel {
///       var waiting = 0
///       mutating func handle(_ event: Event, events: inout EventQueue) {
///         waiting += 1
///         events.insert(kind: event.kind, entity: event.entity, at: event.time + 60)
///       }
///     }
public protocol EventModel: ~Copyable {
  /// Lets `event` happen. It is no longer in the queue.
  ///
  /// - Parameters:
  ///   - event: What happens; its time is the time now [s].
  ///   - events: The pending events, to which the model adds.
  mutating func handle(_ event: Event, events: inout EventQueue)
}

extension EventQueue {
  /// Lets the events before `end` happen in `model`, one after another.
  ///
  /// - Parameters:
  ///   - model: The state that the events change.
  ///   - end: Where to stop [s]. Events at `end` itself stay pending, so that adjoining runs
  ///     handle every event exactly once; `.infinity` runs until nothing is going to happen.
  @inlinable
  public mutating func run<Model: EventModel & ~Copyable>(_ model: inout Model, until end: Double) {
    while minimumTime < end {
      model.handle(removeMinimum(), events: &self)
    }
  }
}
