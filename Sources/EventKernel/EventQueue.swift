/// The pending events of a simulation, earliest first.
///
/// Events come out in the total order (time, kind, entity); the order of insertion never matters.
/// The queue owns its storage and cannot be copied; after its capacity has been reached once,
/// no operation allocates.
///
///     var events = EventQueue(minimumCapacity: 1_000)
///     events.insert(kind: serviceEnd, entity: agent, at: now + talk)
///     let patience = events.insertCancellable(kind: patienceEnd, entity: slot, at: now + 120)
///     events.cancel(patience)
///     while !events.isEmpty {
///       let event = events.removeMinimum()
///     }
///
/// Times are `≥ 0` and may be `.infinity` (never). Every operation that takes a time checks this,
/// in release builds too: a NaN would break the order of every later event, silently.
///
/// Method: a 4-ary implicit heap of 16-byte entries (Johnson 1975), with a table that gives the
/// place of every event that can be cancelled.
@frozen
public struct EventQueue: ~Copyable {
  @usableFromInline var heap: EventHeap

  /// Makes an empty queue.
  ///
  /// - Parameter minimumCapacity: The number of pending events for which to allocate; `≥ 0`.
  public init(minimumCapacity: Int = 0) {
    precondition(minimumCapacity >= 0, "a capacity is not negative")
    heap = EventHeap(capacity: minimumCapacity)
  }

  /// The number of pending events.
  @inlinable
  public var count: Int { heap.count }

  /// Whether no event is pending.
  @inlinable
  public var isEmpty: Bool { heap.count == 0 }

  /// The number of pending events that fit without allocating.
  @inlinable
  public var capacity: Int { heap.capacity }

  /// When the earliest event happens [s]; `.infinity` if no event is pending.
  ///
  /// - Complexity: O(1).
  @inlinable
  public var minimumTime: Double { isEmpty ? .infinity : heap[0].time }

  /// The earliest event, which stays pending.
  ///
  /// - Precondition: The queue is not empty.
  /// - Complexity: O(1).
  @inlinable
  public var minimum: Event {
    precondition(!isEmpty, "an empty queue has no minimum")
    return heap[0].event
  }

  /// Whether the earliest event of this queue comes before that of another; never if this one is
  /// empty.
  ///
  /// - Complexity: O(1).
  @inlinable
  public func precedes(_ other: borrowing EventQueue) -> Bool {
    heap[0].key < other.heap[0].key
  }

  /// Inserts an event that will not be cancelled or moved.
  ///
  /// - Parameters:
  ///   - kind: What happens, in `0...15`.
  ///   - entity: Whom it happens to, in `0..<2²⁸`.
  ///   - time: When it happens [s]; `≥ 0`, not NaN.
  /// - Complexity: O(log `count`). Allocates only when the capacity doubles.
  @inlinable
  @inline(__always)
  public mutating func insert(kind: UInt32, entity: Int32, at time: Double) {
    insert(entry(kind: kind, entity: entity, at: time, handle: 0))
  }

  /// Takes the earliest event out of the queue.
  ///
  /// - Precondition: The queue is not empty.
  /// - Complexity: O(log `count`).
  @inlinable
  public mutating func removeMinimum() -> Event {
    precondition(!isEmpty, "an empty queue has no minimum")
    let first = heap[0]
    if first.handle != 0 { heap.giveBack(handle: first.handle) }
    let last = heap.takeLast()
    if !isEmpty { heap.places.siftDown(last, from: 0, of: heap.count) }
    return first.event
  }

  /// Puts a new event in the place of the earliest one: cheaper than removing the one and
  /// inserting the other.
  ///
  /// - Parameters: As for `insert(kind:entity:at:)`.
  /// - Precondition: The queue is not empty.
  /// - Complexity: O(log `count`).
  @inlinable
  @inline(__always)
  public mutating func replaceMinimum(kind: UInt32, entity: Int32, at time: Double) {
    precondition(!isEmpty, "an empty queue has no minimum")
    let handle = heap[0].handle
    if handle != 0 { heap.giveBack(handle: handle) }
    heap.places.siftDown(
      entry(kind: kind, entity: entity, at: time, handle: 0), from: 0, of: heap.count)
  }

  /// Forgets every event and invalidates every handle; keeps the storage.
  ///
  /// - Complexity: O(`capacity`).
  @inlinable
  public mutating func removeAll() {
    heap.removeAll()
  }

  /// The entry for an event that comes from outside.
  @inlinable
  @inline(__always)
  func entry(kind: UInt32, entity: Int32, at time: Double, handle: UInt32) -> EventEntry {
    precondition(time >= 0, "the time of an event is a number, not negative")
    return EventEntry(
      time: time, rank: Event.rank(kind: kind, entity: entity), handle: handle)
  }

  /// The caller has made room if it took a handle.
  @inlinable
  @inline(__always)
  mutating func insert(_ entry: EventEntry) {
    makeRoom()
    let hole = heap.count
    heap.count = hole &+ 1
    heap.places.siftUp(entry, from: hole)
  }

  @inlinable
  mutating func makeRoom() {
    if heap.count == heap.capacity { heap.grow() }
  }
}
