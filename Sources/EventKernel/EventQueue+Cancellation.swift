extension EventQueue {
  /// Inserts an event that may be cancelled or moved before it happens.
  ///
  /// - Parameters: As for `insert(kind:entity:at:)`.
  /// - Returns: The event's name, valid until the event happens, is cancelled or is removed.
  /// - Complexity: O(log `count`). Allocates only when the capacity doubles.
  @inlinable
  public mutating func insertCancellable(
    kind: UInt32, entity: Int32, at time: Double
  ) -> EventHandle {
    makeRoom()
    let handle = heap.takeHandle()
    insert(entry(kind: kind, entity: entity, at: time, handle: handle))
    return EventHandle(index: handle)
  }

  /// Takes a pending event out of the queue, without searching for it.
  ///
  /// - Precondition: `handle` is valid. A handle that is free is caught; one that already names
  ///   another event is not.
  /// - Complexity: O(log `count`).
  @inlinable
  public mutating func cancel(_ handle: EventHandle) {
    let place = validPlace(of: handle)
    heap.giveBack(handle: handle.index)
    heap.close(place)
  }

  /// Moves a pending event to another time; its kind, entity and handle stay.
  ///
  /// - Parameters:
  ///   - handle: The event.
  ///   - time: When it happens now [s]; `≥ 0`, not NaN; earlier or later than before.
  /// - Precondition: `handle` is valid, as for `cancel(_:)`.
  /// - Complexity: O(log `count`).
  @inlinable
  public mutating func reschedule(_ handle: EventHandle, at time: Double) {
    precondition(time >= 0, "the time of an event is a number, not negative")
    let place = validPlace(of: handle)
    let rank = heap[place].rank
    heap.places.move(
      EventEntry(time: time, rank: rank, handle: handle.index), from: place, of: heap.count)
  }

  /// Puts a new event that may be cancelled in the place of the earliest one.
  ///
  /// If the earliest event had a handle, the new event has the same: an entity that reschedules
  /// itself keeps its handle.
  ///
  /// - Parameters: As for `insert(kind:entity:at:)`.
  /// - Precondition: The queue is not empty.
  /// - Complexity: O(log `count`).
  @inlinable
  public mutating func replaceMinimumCancellable(
    kind: UInt32, entity: Int32, at time: Double
  ) -> EventHandle {
    precondition(!isEmpty, "an empty queue has no minimum")
    var handle = heap[0].handle
    if handle == 0 { handle = heap.takeHandle() }
    heap.places.siftDown(
      entry(kind: kind, entity: entity, at: time, handle: handle), from: 0, of: heap.count)
    return EventHandle(index: handle)
  }

  /// Whether `handle` names a pending event.
  ///
  /// - Complexity: O(1).
  @inlinable
  public func isPending(_ handle: EventHandle) -> Bool {
    handle.index != 0 && handle.index <= heap.capacity
      && heap.position(of: handle.index) & EventHeap.freeMark == 0
  }

  @inlinable
  func validPlace(of handle: EventHandle) -> Int {
    precondition(isPending(handle), "the handle names no pending event")
    return Int(heap.position(of: handle.index))
  }
}
