import Testing

@testable import EventKernel

@Suite struct EventQueueTests {
  @Test func anEntryTakesSixteenBytes() {
    #expect(MemoryLayout<EventEntry>.size == 16)
    #expect(MemoryLayout<EventEntry>.stride == 16)
  }

  @Test func anEmptyQueueHasNothingToCome() {
    let events = EventQueue()
    #expect(events.isEmpty == true)
    #expect(events.count == 0)
    #expect(events.minimumTime == .infinity)
  }

  @Test func eventsComeByTimeThenKindThenEntity() {
    let expected: [(Double, UInt32, Int32)] = [
      (0, 0, 0), (0, 0, 7), (0, 1, 3), (0, 15, 0), (1e-300, 0, 0), (1, 2, 268_435_455),
      (1, 3, 0), (86_400, 0, 0), (.infinity, 4, 1),
    ]
    for offset in expected.indices {
      var events = EventQueue()
      for index in expected.indices {
        let (time, kind, entity) = expected[(index * 4 + offset) % expected.count]
        events.insert(kind: kind, entity: entity, at: time)
      }
      for (time, kind, entity) in expected {
        #expect(events.minimumTime == time)
        let first = events.minimum
        let event = events.removeMinimum()
        #expect(event == first)
        #expect(event.time == time && event.kind == kind && event.entity == entity)
      }
      #expect(events.isEmpty == true)
    }
  }

  @Test func minusZeroIsZero() {
    var events = EventQueue()
    events.insert(kind: 1, entity: 0, at: 0)
    events.insert(kind: 2, entity: 0, at: -0.0)
    #expect(events.removeMinimum().kind == 1)
    #expect(events.removeMinimum().time.sign == .plus)
  }

  @Test func aHandleIsFreeAfterItsEvent() {
    var events = EventQueue()
    let first = events.insertCancellable(kind: 1, entity: 5, at: 10)
    #expect(events.isPending(first) == true)
    #expect(events.isPending(.none) == false)
    _ = events.removeMinimum()
    #expect(events.isPending(first) == false)
    let second = events.insertCancellable(kind: 1, entity: 6, at: 10)
    events.cancel(second)
    #expect(events.isPending(second) == false)
    #expect(events.isEmpty == true)
    let third = events.insertCancellable(kind: 1, entity: 6, at: 10)
    events.replaceMinimum(kind: 2, entity: 6, at: 11)
    #expect(events.isPending(third) == false)
    #expect(events.count == 1)
  }

  @Test func anEntityThatReplacesItselfKeepsItsHandle() {
    var events = EventQueue()
    let handle = events.insertCancellable(kind: 1, entity: 5, at: 10)
    events.insert(kind: 1, entity: 6, at: 15)
    let kept = events.replaceMinimumCancellable(kind: 1, entity: 5, at: 20)
    #expect(kept == handle)
    #expect(events.minimum.entity == 6)
    let fresh = events.replaceMinimumCancellable(kind: 1, entity: 7, at: 30)
    #expect(fresh != handle)
    events.cancel(handle)
    #expect(events.minimum.entity == 7)
  }

  @Test func removingAllInvalidatesEveryHandle() {
    var events = EventQueue(minimumCapacity: 100)
    let handle = events.insertCancellable(kind: 1, entity: 5, at: 10)
    events.insert(kind: 1, entity: 5, at: 11)
    events.removeAll()
    #expect(events.isEmpty == true)
    #expect(events.isPending(handle) == false)
    #expect(events.capacity >= 100)
    #expect(events.brokenInvariants() == [])
  }

  @Test func aWarmQueueKeepsItsCapacity() {
    var random = SplitMix(state: 5)
    var events = EventQueue(minimumCapacity: 64)
    #expect(events.capacity == 64)
    for entity in 0..<64 {
      events.insert(kind: 0, entity: Int32(entity), at: Double.random(in: 0..<1, using: &random))
    }
    for _ in 0..<10_000 {
      let event = events.removeMinimum()
      let time = event.time + Double.random(in: 0..<1, using: &random)
      if Bool.random(using: &random) {
        events.insert(kind: 0, entity: event.entity, at: time)
      } else {
        _ = events.insertCancellable(kind: 0, entity: event.entity, at: time)
      }
    }
    #expect(events.capacity == 64)
    #expect(events.count == 64)
  }

  @Test func aTimeThatIsNotANumberStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      var events = EventQueue()
      events.insert(kind: 0, entity: 0, at: .nan)
    }
  }

  @Test func aStaleHandleStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      var events = EventQueue()
      let handle = events.insertCancellable(kind: 0, entity: 0, at: 1)
      events.cancel(handle)
      events.cancel(handle)
    }
  }
}
