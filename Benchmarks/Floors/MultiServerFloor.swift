import Center
import EventKernel
import Stochastics

/// The floor of W1 and W3: one line, equal agents, nobody leaves.
struct MultiServerFloor: Floor {
  private let calendar: FloorCalendar
  private let perDay: Int
  private let talk: Exponential
  private let agents: Int

  init(_ queue: MultiServerQueue, calendar: PlanningCalendar) throws {
    self.calendar = FloorCalendar(calendar)
    perDay = queue.perHour * 24
    talk = try Exponential(mean: Double(queue.talk))
    agents = queue.agents
  }

  func run(seed: UInt64, replication: UInt64) -> WaitTotals {
    let random = RandomSource(seed: seed, replication: replication)
    var births = ConstantBirths(
      MultiServerQueue.demandClass, perDay: perDay, in: calendar, random)
    var state = State(agents: agents, countedFrom: calendar.countedFrom)
    while true {
      let time = births.next()
      if time == .infinity { break }
      state.arrive(
        Caller(
          arrivedAt: time,
          talk: talk.quantile(births.talk(day: births.day, number: births.number))))
    }
    state.endServices(before: calendar.horizon)
    return state.totals
  }

  /// A caller who has not begun to talk.
  private struct Caller: BitwiseCopyable {
    var arrivedAt = 0.0
    var talk = 0.0
  }

  private struct State: ~Copyable {
    private var ends: EventQueue
    private var idle: Int
    private var line = Lines(count: 1, vacant: Caller())
    private let countedFrom: Double
    private(set) var totals = WaitTotals()

    init(agents: Int, countedFrom: Double) {
      ends = EventQueue(minimumCapacity: agents)
      idle = agents
      self.countedFrom = countedFrom
    }

    @inline(__always)
    mutating func arrive(_ caller: Caller) {
      endServices(before: caller.arrivedAt)
      if idle > 0 {
        idle -= 1
        ends.insert(kind: 0, entity: 0, at: caller.arrivedAt + caller.talk)
        if caller.arrivedAt >= countedFrom { totals.answered += 1 }
      } else {
        line.append(caller, to: 0)
      }
    }

    /// A freed agent's next end of service replaces the one that happens.
    @inline(__always)
    mutating func endServices(before time: Double) {
      while ends.minimumTime < time {
        if line.isEmpty(0) {
          _ = ends.removeMinimum()
          idle += 1
        } else {
          let now = ends.minimumTime
          let caller = line.first(0)
          line.removeFirst(0)
          ends.replaceMinimum(kind: 0, entity: 0, at: now + caller.talk)
          totals.bookAnswer(arrivedAt: caller.arrivedAt, at: now, countedFrom: countedFrom)
        }
      }
    }
  }
}

extension WaitTotals {
  /// A caller who has waited is answered.
  @inline(__always)
  mutating func bookAnswer(arrivedAt: Double, at now: Double, countedFrom: Double) {
    if arrivedAt < countedFrom { return }
    answered += 1
    delayed += 1
    waits += now - arrivedAt
  }

  /// A caller who has waited gives up.
  @inline(__always)
  mutating func bookLoss(arrivedAt: Double, at end: Double, countedFrom: Double) {
    if arrivedAt < countedFrom { return }
    abandoned += 1
    lostWaits += end - arrivedAt
  }
}
