import Center
import EventKernel
import Stochastics

/// The floor of W2: one line, equal agents, callers who give up.
struct ImpatientFloor: Floor {
  private let calendar: FloorCalendar
  private let perDay: Int
  private let talk: Exponential
  private let patience: Exponential
  private let agents: Int

  init(_ queue: ImpatientQueue, calendar: PlanningCalendar) throws {
    self.calendar = FloorCalendar(calendar)
    perDay = queue.perHour * 24
    talk = try Exponential(mean: Double(queue.talk))
    patience = try Exponential(mean: Double(queue.patience))
    agents = queue.agents
  }

  func run(seed: UInt64, replication: UInt64) -> WaitTotals {
    let random = RandomSource(seed: seed, replication: replication)
    var state = State(
      floor: self,
      births: ConstantBirths(ImpatientQueue.demandClass, perDay: perDay, in: calendar, random))
    while state.arriveNext() {}
    state.endServices(before: calendar.horizon)
    state.losePatience(before: calendar.horizon)
    return state.totals
  }

  private struct State: ~Copyable {
    private let floor: ImpatientFloor
    private var births: ConstantBirths
    private var ends: EventQueue
    private var idle: Int
    private var line = Lines(count: 1, vacant: WaitingCaller())
    private(set) var totals = WaitTotals()

    init(floor: ImpatientFloor, births: ConstantBirths) {
      self.floor = floor
      self.births = births
      ends = EventQueue(minimumCapacity: floor.agents)
      idle = floor.agents
    }

    /// The next caller comes; `false` after the last.
    @inline(__always)
    mutating func arriveNext() -> Bool {
      let now = births.next()
      if now == .infinity { return false }
      endServices(before: now)
      if idle > 0 {
        idle -= 1
        ends.insert(
          kind: 0, entity: 0,
          at: now + floor.talk.quantile(births.talk(day: births.day, number: births.number)))
        if now >= floor.calendar.countedFrom { totals.answered += 1 }
      } else {
        let patience = births.patience(day: births.day, number: births.number)
        line.append(
          WaitingCaller(
            arrivedAt: now, leavesAt: now + floor.patience.quantile(patience), day: births.day,
            number: births.number), to: 0)
      }
      return true
    }

    @inline(__always)
    mutating func endServices(before time: Double) {
      while ends.minimumTime < time {
        let now = ends.minimumTime
        losePatience(before: now)
        if line.isEmpty(0) {
          _ = ends.removeMinimum()
          idle += 1
        } else {
          let caller = line.first(0)
          line.removeFirst(0)
          let talk = floor.talk.quantile(births.talk(day: caller.day, number: caller.number))
          ends.replaceMinimum(kind: 0, entity: 0, at: now + talk)
          totals.bookAnswer(
            arrivedAt: caller.arrivedAt, at: now, countedFrom: floor.calendar.countedFrom)
        }
      }
    }

    /// Those at the head of the line who have left by now are taken out of it. At the end that is
    /// the whole line, where whoever still waits is nobody's loss.
    @inline(__always)
    mutating func losePatience(before now: Double) {
      let isEnd = now == floor.calendar.horizon
      while !line.isEmpty(0) {
        let caller = line.first(0)
        if caller.leavesAt >= now, !isEnd { return }
        line.removeFirst(0)
        if caller.leavesAt >= now { continue }
        totals.bookLoss(
          arrivedAt: caller.arrivedAt, at: caller.leavesAt,
          countedFrom: floor.calendar.countedFrom)
      }
    }
  }
}
