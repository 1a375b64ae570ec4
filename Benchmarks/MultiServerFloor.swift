import Center
import EventKernel
import Stochastics

/// The floor of W1: a loop that knows one model, with the random numbers that the engine would use.
///
/// Nothing is general here. The next arrival stays outside the heap, a freed agent's next end of
/// service replaces the one that happens, and the only statistic is the wait. What the engine costs
/// above this is the price of being a simulator of centers.
struct MultiServerFloor {
  private let stream: StreamIdentifier
  private let calendar: PlanningCalendar
  private let perDay: Double
  private let talk: Exponential
  private let agents: Int

  init(_ queue: MultiServerQueue, calendar: PlanningCalendar) throws {
    stream = StreamIdentifier(MultiServerQueue.demandClass)
    self.calendar = calendar
    perDay = Double(queue.perHour * 24)
    talk = try Exponential(mean: Double(queue.talk))
    agents = queue.agents
  }

  /// Simulates one replication.
  func run(seed: UInt64, replication: UInt64) -> WaitTotals {
    let random = RandomSource(seed: seed, replication: replication)
    let firstDay = Int32(calendar.date(ofSimulatedDay: 0).daysSinceEpoch + 719_162)
    let dayLength = Double(PlanningCalendar.dayLength)
    var floor = FloorState(
      agents: agents, countedFrom: Double(calendar.countedDays.lowerBound) * dayLength)
    for day in 0..<calendar.simulatedDays {
      let midnight = Double(day) * dayLength
      var expected = 0.0
      var number = 0
      while true {
        number += 1
        let born = random.lane(
          stream: stream, day: firstDay + Int32(day), issue: number, kind: .issue)
        expected += Exponential.unitQuantile(born.u0)
        if expected > perDay { break }
        let service = random.lane(
          stream: stream, day: firstDay + Int32(day), issue: number, kind: .service)
        floor.arrive(
          Waiting(
            arrivedAt: midnight + dayLength * (expected / perDay),
            talk: talk.quantile(service.u0)))
      }
    }
    floor.endServices(before: calendar.horizon)
    return floor.totals
  }
}

/// A contact that has not begun to talk.
private struct Waiting: BitwiseCopyable {
  var arrivedAt = 0.0
  var talk = 0.0
}

/// The queue and the agents of the floor.
private struct FloorState: ~Copyable {
  private var ends: EventQueue
  private var idle: Int
  /// A ring: those who wait, from `head` up to `tail`.
  private var line = Column(repeating: Waiting(), count: 1 << 14)
  private var head = 0
  private var tail = 0
  private let countedFrom: Double
  private(set) var totals = WaitTotals()

  init(agents: Int, countedFrom: Double) {
    ends = EventQueue(minimumCapacity: agents)
    idle = agents
    self.countedFrom = countedFrom
  }

  @inline(__always)
  mutating func arrive(_ contact: Waiting) {
    endServices(before: contact.arrivedAt)
    if idle > 0 {
      idle -= 1
      ends.insert(kind: 0, entity: 0, at: contact.arrivedAt + contact.talk)
      if contact.arrivedAt >= countedFrom { totals.answered += 1 }
    } else {
      precondition(tail - head < line.count, "more wait than a stable queue would ever see")
      line[tail & (line.count - 1)] = contact
      tail += 1
    }
  }

  @inline(__always)
  mutating func endServices(before time: Double) {
    while ends.minimumTime < time {
      if head == tail {
        _ = ends.removeMinimum()
        idle += 1
      } else {
        let now = ends.minimumTime
        let contact = line[head & (line.count - 1)]
        head += 1
        ends.replaceMinimum(kind: 0, entity: 0, at: now + contact.talk)
        if contact.arrivedAt >= countedFrom {
          totals.answered += 1
          totals.delayed += 1
          totals.waits += now - contact.arrivedAt
        }
      }
    }
  }
}
