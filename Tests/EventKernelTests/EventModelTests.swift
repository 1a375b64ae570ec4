import Testing

@testable import EventKernel

/// A clock that ticks every ten seconds and writes down when.
struct Ticker: EventModel {
  var ticks: [Double] = []

  mutating func handle(_ event: Event, events: inout EventQueue) {
    ticks.append(event.time)
    events.insert(kind: event.kind, entity: event.entity, at: event.time + 10)
  }
}

@Suite struct EventModelTests {
  @Test func adjoiningRunsHandleEveryEventOnce() {
    var events = EventQueue()
    var ticker = Ticker()
    events.insert(kind: 0, entity: 0, at: 0)
    events.run(&ticker, until: 20)
    #expect(ticker.ticks == [0, 10])
    #expect(events.minimumTime == 20)
    events.run(&ticker, until: 41)
    #expect(ticker.ticks == [0, 10, 20, 30, 40])
  }

  @Test func whatNeverHappensIsNotHandled() {
    var events = EventQueue()
    var ticker = Ticker()
    events.insert(kind: 0, entity: 0, at: .infinity)
    events.run(&ticker, until: .infinity)
    #expect(ticker.ticks.isEmpty)
    #expect(events.count == 1)
  }
}
