import Testing

@testable import EventKernel

/// Random operations on the queue and on a sorted array, compared after each; times are drawn
/// from a few values, so that ties are frequent.
@Suite struct EventQueueRandomisedTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func theQueueIsASortedArray(seed: UInt64) {
    var random = SplitMix(state: seed)
    var events = EventQueue()
    var reference = ReferenceQueue()
    let mostPending = [3, 9, 17, 40, 100, 250][Int(seed) - 1]
    let instants = seed.isMultiple(of: 2) ? 8 : 1_000_000
    for step in 0..<3_000 {
      perform(&events, &reference, &random, mostPending: mostPending, instants: instants)
      let broken = events.brokenInvariants()
      #expect(broken == [], "step \(step)")
      #expect(events.count == reference.pending.count)
      if let first = reference.pending.first {
        #expect(first.isSeen(as: events.minimum), "step \(step)")
      }
      if !broken.isEmpty { return }
    }
    while !events.isEmpty {
      let expected = reference.removeMinimum()
      #expect(expected.isSeen(as: events.removeMinimum()))
    }
  }

  private func perform(
    _ events: inout EventQueue, _ reference: inout ReferenceQueue, _ random: inout SplitMix,
    mostPending: Int, instants: Int
  ) {
    let time = Double(Int.random(in: 0..<instants, using: &random))
    let kind = UInt32.random(in: 0..<16, using: &random)
    let entity = Int32.random(in: 0..<3, using: &random)
    var event = ReferenceQueue.Pending(time: time, kind: kind, entity: entity, handle: nil)
    let hasRoom = events.count < mostPending
    let handle = reference.handles.randomElement(using: &random)

    switch Int.random(in: 0..<1_000, using: &random) {
    case 0..<250 where hasRoom:
      events.insert(kind: kind, entity: entity, at: time)
      reference.insert(event)
    case 250..<500 where hasRoom:
      event.handle = events.insertCancellable(kind: kind, entity: entity, at: time)
      reference.insert(event)
    case 500..<600 where handle != nil:
      events.cancel(handle!)
      _ = reference.remove(handle!)
    case 600..<750 where handle != nil:
      events.reschedule(handle!, at: time)
      if var moved = reference.remove(handle!) {
        moved.time = time
        reference.insert(moved)
      }
    case 750..<800 where !events.isEmpty:
      forgetMinimum(events, &reference)
      events.replaceMinimum(kind: kind, entity: entity, at: time)
      reference.insert(event)
    case 800..<850 where !events.isEmpty:
      let former = forgetMinimum(events, &reference)
      event.handle = events.replaceMinimumCancellable(kind: kind, entity: entity, at: time)
      if let former { #expect(event.handle == former) }
      reference.insert(event)
    case 999:
      events.removeAll()
      reference.removeAll()
    default:
      if events.isEmpty { return }
      forgetMinimum(events, &reference)
      _ = events.removeMinimum()
    }
  }

  /// Removes from the reference the very event that the queue has first: among events alike in
  /// time, kind and entity that is a matter of handles only.
  @discardableResult
  private func forgetMinimum(
    _ events: borrowing EventQueue, _ reference: inout ReferenceQueue
  ) -> EventHandle? {
    let index = events.heap[0].handle
    if index != 0 {
      let removed = reference.remove(EventHandle(index: index))
      #expect(removed?.isSeen(as: events.minimum) == true)
      return removed?.handle
    }
    let first = reference.pending.first { $0.handle == nil && $0.isSeen(as: events.minimum) }
    #expect(first != nil)
    reference.removeAnonymous(alike: events.minimum)
    return nil
  }
}
