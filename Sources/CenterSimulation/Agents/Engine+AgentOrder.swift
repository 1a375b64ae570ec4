import Center
import EventKernel
import Stochastics

/// What an agent has done since midnight; kept where the least busy is wanted.
struct Workday: BitwiseCopyable {
  private var day: Int32 = -1
  /// Before the present stretch of each [s].
  private var busy = 0.0
  private var presence = 0.0
  private var presentSince = 0.0
  private var busySince = 0.0

  /// It is `day`, which began at `midnight` [s].
  private mutating func turn(to day: Int32, midnight: Double) {
    guard self.day != day else { return }
    self.day = day
    (busy, presence) = (0, 0)
    presentSince = max(presentSince, midnight)
    busySince = max(busySince, midnight)
  }

  enum Change { case comes, begins, ends, leaves }

  mutating func note(_ change: Change, at now: Double, day: Int32, midnight: Double) {
    turn(to: day, midnight: midnight)
    switch change {
    case .comes: presentSince = now
    case .begins: busySince = now
    case .ends: busy += now - busySince
    case .leaves: presence += now - presentSince
    }
  }

  /// The share of the present time since midnight in which the agent, idle now, was busy.
  mutating func occupancy(at now: Double, day: Int32, midnight: Double) -> Double {
    turn(to: day, midnight: midnight)
    let present = presence + (now - presentSince)
    return present > 0 ? busy / present : 0
  }
}

extension Engine {
  /// Keeps the agent's day, where the least busy is wanted.
  @inline(__always)
  mutating func note(_ change: Workday.Change, _ agent: Int32) {
    if uses(.agentOrders), plan.agentOrder == .leastBusy {
      let day = interval / plan.calendar.intervalsPerDay
      workdays[agent].note(
        change, at: now, day: Int32(day), midnight: Double(day * PlanningCalendar.dayLength))
    }
  }

  /// As `agent(forLine:of:)`, where the order of agents is another than the longest idle.
  mutating func agentByOrder(forLine line: Int, of slot: Int32) -> Int32? {
    var firstOfStep = plan.lines[line].firstPlace
    for index in plan.lines[line].firstPlace..<plan.lines[line].endOfPlaces
    where plan.agentPlaces[index].endsStep {
      let places = firstOfStep..<(index + 1)
      let chosen =
        switch plan.agentOrder {
        case .longestIdle, .leastBusy: leastBusy(in: places, for: slot)
        case .mostIdleTeam: fromMostIdleTeam(in: places, for: slot)
        case .random: any(in: places, for: slot)
        }
      if chosen >= 0 { return chosen }
      firstOfStep = index + 1
    }
    return nil
  }

  @inline(__always)
  private func mayStart(_ slot: Int32, inPlace index: Int) -> Bool {
    let place = plan.agentPlaces[index]
    return teamStates[place.team].idle.level >= place.idleNeeded
      && (!uses(.conditions) || isOpen(place: index, to: slot))
  }

  private mutating func leastBusy(in places: Range<Int>, for slot: Int32) -> Int32 {
    let day = interval / plan.calendar.intervalsPerDay
    let midnight = Double(day * PlanningCalendar.dayLength)
    var best: Int32 = -1
    var least = Double.infinity
    for index in places where mayStart(slot, inPlace: index) {
      var agent = agentLists[plan.agentPlaces[index].list].first
      while agent >= 0 {
        let occupancy = workdays[agent].occupancy(at: now, day: Int32(day), midnight: midnight)
        if occupancy < least || occupancy == least && isBefore(agent, best) {
          (best, least) = (agent, occupancy)
        }
        agent = agents[agent].next
      }
    }
    return best
  }

  private mutating func fromMostIdleTeam(in places: Range<Int>, for slot: Int32) -> Int32 {
    var best: Int32 = -1
    var most: Int32 = -1
    for index in places where mayStart(slot, inPlace: index) {
      let place = plan.agentPlaces[index]
      let first = agentLists[place.list].first
      if first >= 0, teamStates[place.team].idle.level > most {
        (best, most) = (first, teamStates[place.team].idle.level)
      }
    }
    return best
  }

  private mutating func any(in places: Range<Int>, for slot: Int32) -> Int32 {
    var count = 0
    for index in places where mayStart(slot, inPlace: index) {
      count += agentCount(ofList: plan.agentPlaces[index].list)
    }
    guard count > 0 else { return -1 }
    // The draw belongs to the service that begins, so that no other draw moves.
    let draw = random.lane(
      stream: plan.classes[issues[slot].demandClass].stream, day: issues[slot].day,
      issue: Int(issues[slot].number), kind: .routing, occurrence: Int(issues[slot].services))
    var left = min(count - 1, Int(draw.u0 * Double(count)))
    for index in places where mayStart(slot, inPlace: index) {
      var agent = agentLists[plan.agentPlaces[index].list].first
      while agent >= 0 {
        if left == 0 { return agent }
        left -= 1
        agent = agents[agent].next
      }
    }
    return -1
  }

  private mutating func agentCount(ofList list: Int32) -> Int {
    var count = 0
    var agent = agentLists[list].first
    while agent >= 0 {
      count += 1
      agent = agents[agent].next
    }
    return count
  }
}
