import Center
import EventKernel
import Stochastics

/// Where a class stands in the sequence of its births.
struct BirthCursor: BitwiseCopyable {
  /// The simulated day.
  var day = -1
  /// The number of the last issue drawn within its day; the first is 1.
  var number: Int32 = 0
  /// Where the day's arrival process stands.
  var place = ArrivalCursor()
  /// The draws of that issue: gap, channel, difficulty, adoption.
  var lane = Lane(Philox4x64.Block(0, 0, 0, 0))
  /// Its gap, from a unit exponential distribution.
  var gap = 0.0
  /// The same of the issue after it.
  var nextLane = Lane(Philox4x64.Block(0, 0, 0, 0))
  var nextGap = 0.0

  /// The next issue becomes the present one.
  @inline(__always)
  mutating func advance() {
    number += 1
    lane = nextLane
    gap = nextGap
  }
}

extension Engine {
  /// Schedules the first birth of a class.
  mutating func startBirths(of demandClass: Int) {
    if let time = nextBirth(of: demandClass) {
      nextBirths.insert(kind: Kind.arrival, entity: Int32(demandClass), at: time)
    }
  }

  /// The birth of an issue of a class, the earliest of all classes.
  mutating func giveBirth(to demandClass: Int32) {
    let cursor = births[demandClass]
    if let time = nextBirth(of: Int(demandClass)) {
      nextBirths.replaceMinimum(kind: Kind.arrival, entity: demandClass, at: time)
    } else {
      _ = nextBirths.removeMinimum()
    }
    if uses(.messages), isPreventedByMessage(cursor, of: demandClass) { return }
    bear(
      demandClass: demandClass, day: cursor.day, number: cursor.number, lane: cursor.lane,
      isCounted: plan.countedDays.contains(cursor.day))
  }

  /// An issue is born, and its customer tries to get it done.
  @inline(__always)
  mutating func bear(
    demandClass: Int32, day: Int, number: Int32, lane: Lane, isCounted: Bool
  ) {
    if isCounted { issueTallies[demandClass].born += 1 }
    let slot = addIssue(
      of: demandClass, day: plan.firstDay + Int32(day), number: number, isCounted: isCounted,
      difficulty: lane.u2)
    if !plan.toolsBeforeContact.isEmpty {
      startHelp(slot, lane)
    } else {
      makeFirstContact(slot, channel: lane.u1)
    }
  }

  /// A new issue, in the slot that is returned.
  @inline(__always)
  mutating func addIssue(
    of demandClass: Int32, day: Int32, number: Int32, isCounted: Bool, difficulty: Double
  ) -> Int32 {
    let slot = takeIssueSlot()
    issues[slot] = IssueRecord(
      demandClass: demandClass, day: day, number: number, isCounted: isCounted, bornAt: now,
      difficulty: difficulty)
    // Long before an agent needs them: the processor goes on meanwhile.
    issues[slot].draws = random.lane(
      stream: plan.classes[Int(demandClass)].stream, day: day, issue: Int(number), kind: .service)
    traceBirth(slot)
    return slot
  }

  /// A slot for an issue; its record is anybody's who had it before.
  @inline(__always)
  mutating func takeIssueSlot() -> Int32 {
    let slot = issueSlots.take()
    if Int(slot) == issues.count { addIssueSlot() }
    if uses(.toolEffects) { toolEffects[slot] = .none }
    return slot
  }

  private mutating func addIssueSlot() {
    issues.append(.vacant)
    if uses(.toolEffects) { toolEffects.append(.none) }
    if uses(.channelChanges) { nextChannels.append(-1) }
    if uses(.callbacks) { callbackTries.append(0) }
  }

  /// The issue turns to the channel that its class's shares and the uniform `channel` say.
  @inline(__always)
  mutating func makeFirstContact(_ slot: Int32, channel uniform: Double) {
    let chosen = chosenChannel(of: slot, uniform: uniform)
    if chosen < 0 { return finish(slot, .lost) }
    enter(chosen, slot)
  }

  /// Inverts the cumulative shares at the issue's difficulty.
  @inline(__always)
  func chosenChannel(of slot: Int32, uniform: Double) -> Int32 {
    let demandClass = Int(issues[slot].demandClass)
    let count = plan.classes[demandClass].shares.count
    var sum = 0.0
    for entry in 0..<(count - 1) {
      sum += plan.classes[demandClass].shares[entry].at(issues[slot].difficulty)
      if uniform < sum { return plan.classes[demandClass].destinations[entry] }
    }
    return plan.classes[demandClass].destinations[count - 1]
  }

  /// Moves on to the next issue of a class and returns its instant; `nil` after the last.
  ///
  /// Births of a day are a Poisson process by inversion: unit exponentials are added up and sent
  /// through the inverse of the day's cumulative rate, which the day's factor scales.
  @inline(__always)
  private mutating func nextBirth(of demandClass: Int) -> Double? {
    while births[demandClass].day < plan.simulatedDays {
      if births[demandClass].day >= 0 {
        births[demandClass].advance()
        orderDraws(for: demandClass)
        let time =
          plan.classes[demandClass].arrivals.isMeasured
          ? plan.classes[demandClass].arrivals.instant(
            ofIssue: births[demandClass].number, onDay: births[demandClass].day)
          : plan.classes[demandClass].rates[births[demandClass].day].nextArrival(
            after: births[demandClass].gap, cursor: &births[demandClass].place, in: plan.sampling)
        if time < .infinity { return time }
      }
      beginDay(of: demandClass)
    }
    return nil
  }

  @inline(never)
  private mutating func beginDay(of demandClass: Int) {
    births[demandClass].day += 1
    births[demandClass].number = 0
    guard births[demandClass].day < plan.simulatedDays else { return }
    let draw = dayRandom.lane(
      stream: plan.classes[demandClass].dayStream,
      day: plan.firstDay + Int32(births[demandClass].day), issue: 0, kind: .day)
    var factor = plan.classes[demandClass].dayFactor.quantile(draw.u0)
    if let forecastFactor = plan.classes[demandClass].forecastFactor {
      // No day in the address: all days of the replication have the same.
      let draw = forecastRandom.lane(
        stream: plan.classes[demandClass].forecastStream, day: 0, issue: 0, kind: .forecast)
      factor *= forecastFactor.quantile(draw.u0)
    }
    births[demandClass].place = ArrivalCursor(dayFactor: factor)
    orderDraws(for: demandClass)
  }

  /// Draws for the issue after the present one, long before anything needs to know: the processor
  /// goes on meanwhile.
  @inline(__always)
  private mutating func orderDraws(for demandClass: Int) {
    let lane = random.lane(
      stream: plan.classes[demandClass].stream,
      day: plan.firstDay + Int32(births[demandClass].day),
      issue: Int(births[demandClass].number) + 1, kind: .issue)
    births[demandClass].nextLane = lane
    births[demandClass].nextGap = plan.classes[demandClass].arrivals.gap(
      before: births[demandClass].number + 1, u: lane.u0)
  }
}
