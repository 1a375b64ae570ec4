@testable import EventKernel

/// What the queue must be equal to: a sorted array.
struct ReferenceQueue {
  struct Pending: Equatable {
    var time: Double
    var kind: UInt32
    var entity: Int32
    var handle: EventHandle?

    func precedes(_ other: Pending) -> Bool {
      (time, kind, entity) < (other.time, other.kind, other.entity)
    }

    func isSeen(as event: Event) -> Bool {
      time == event.time && kind == event.kind && entity == event.entity
    }
  }

  var pending: [Pending] = []

  mutating func insert(_ event: Pending) {
    let place = pending.firstIndex { event.precedes($0) } ?? pending.endIndex
    pending.insert(event, at: place)
  }

  mutating func removeMinimum() -> Pending { pending.removeFirst() }

  mutating func remove(_ handle: EventHandle) -> Pending? {
    guard let place = pending.firstIndex(where: { $0.handle == handle }) else { return nil }
    return pending.remove(at: place)
  }

  mutating func removeAll() { pending.removeAll() }

  var handles: [EventHandle] { pending.compactMap(\.handle) }
}

extension ReferenceQueue {
  /// Removes one event without a handle that looks like `event`.
  mutating func removeAnonymous(alike event: Event) {
    if let place = pending.firstIndex(where: { $0.handle == nil && $0.isSeen(as: event) }) {
      pending.remove(at: place)
    }
  }
}
