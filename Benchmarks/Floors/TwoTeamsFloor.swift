import Center
import EventKernel
import Stochastics

/// The floor of W4: two lines, two teams, each of which takes its own line first.
///
/// After closing time agents of the engine go home when nobody waits; here they stay and have
/// nothing to do, which is the same to callers.
struct TwoTeamsFloor: Floor {
  private let calendar: FloorCalendar
  private let talk: [LogNormal]
  private let patience: [Exponential]
  /// By day, then type.
  private let curves: [PiecewiseConstantRate]

  init(calendar: PlanningCalendar) throws {
    self.calendar = FloorCalendar(calendar)
    talk = try TwoTeams.talk.map { try LogNormal(mean: $0, cv: 1) }
    patience = try TwoTeams.patience.map { try Exponential(mean: $0) }
    curves = try (0..<calendar.simulatedDays).flatMap { day in
      try (0..<2).map { type in
        try PiecewiseConstantRate(
          expectedCounts: TwoTeams.perHalfHour(ofType: type), intervalLength: 1800,
          start: Double(day * PlanningCalendar.dayLength))
      }
    }
  }

  func run(seed: UInt64, replication: UInt64) -> WaitTotals {
    var state = State(
      floor: self, random: RandomSource(seed: seed, replication: replication))
    for day in 0..<calendar.days { state.run(day: day) }
    state.endServices(before: calendar.horizon)
    return state.totals
  }

  private struct State: ~Copyable {
    private let floor: TwoTeamsFloor
    private let random: RandomSource
    private let streams = TwoTeams.classes.map { StreamIdentifier($0) }
    private var ends = EventQueue(minimumCapacity: 64)
    private var idle = Column(repeating: 0, count: 2)
    private var lines = Lines(count: 2, vacant: WaitingCaller())
    private var cursors = Column(repeating: ArrivalCursor(), count: 2)
    private var next = Column(repeating: WaitingCaller(), count: 2)
    private(set) var totals = WaitTotals()

    init(floor: TwoTeamsFloor, random: RandomSource) {
      self.floor = floor
      self.random = random
      for team in 0..<2 { idle[team] = TwoTeams.agents[team] }
    }

    mutating func run(day: Int) {
      for type in 0..<2 {
        cursors[type] = ArrivalCursor()
        next[type] = WaitingCaller(day: floor.calendar.firstDay + Int32(day))
        drawNext(day: day, type)
      }
      while true {
        let type = next[0].arrivedAt <= next[1].arrivedAt ? 0 : 1
        if next[type].arrivedAt == .infinity { return }
        arrive(next[type], type)
        drawNext(day: day, type)
      }
    }

    @inline(__always)
    private mutating func drawNext(day: Int, _ type: Int) {
      next[type].number += 1
      let lane = random.lane(
        stream: streams[type], day: next[type].day, issue: Int(next[type].number), kind: .issue)
      next[type].arrivedAt = floor.curves[2 * day + type].nextArrival(
        after: Exponential.unitQuantile(lane.u0), cursor: &cursors[type])
    }

    @inline(__always)
    private mutating func arrive(_ caller: WaitingCaller, _ type: Int) {
      let now = caller.arrivedAt
      endServices(before: now)
      let team = idle[type] > 0 ? type : 1 - type
      if idle[team] > 0 {
        idle[team] -= 1
        ends.insert(kind: 0, entity: Int32(team), at: now + talk(of: caller, type))
        totals.answered += 1
      } else {
        var waiting = caller
        let lane = random.lane(
          stream: streams[type], day: caller.day, issue: Int(caller.number), kind: .queue,
          occurrence: 1)
        waiting.leavesAt = now + floor.patience[type].quantile(lane.u0)
        lines.append(waiting, to: type)
      }
    }

    @inline(__always)
    private func talk(of caller: WaitingCaller, _ type: Int) -> Double {
      let lane = random.lane(
        stream: streams[type], day: caller.day, issue: Int(caller.number), kind: .service)
      return floor.talk[type].quantile(lane.u0)
    }

    @inline(__always)
    mutating func endServices(before time: Double) {
      while ends.minimumTime < time {
        let now = ends.minimumTime
        let team = Int(ends.minimum.entity)
        losePatience(in: team, before: now)
        let type = lines.isEmpty(team) ? 1 - team : team
        if type != team { losePatience(in: type, before: now) }
        if lines.isEmpty(type) {
          _ = ends.removeMinimum()
          idle[team] += 1
        } else {
          let caller = lines.first(type)
          lines.removeFirst(type)
          ends.replaceMinimum(kind: 0, entity: Int32(team), at: now + talk(of: caller, type))
          totals.bookAnswer(arrivedAt: caller.arrivedAt, at: now, countedFrom: 0)
        }
      }
    }

    /// Those at the head of a line who have left by now are taken out of it.
    @inline(__always)
    private mutating func losePatience(in line: Int, before now: Double) {
      while !lines.isEmpty(line) {
        let caller = lines.first(line)
        if caller.leavesAt >= now { return }
        lines.removeFirst(line)
        totals.bookLoss(arrivedAt: caller.arrivedAt, at: caller.leavesAt, countedFrom: 0)
      }
    }
  }
}
