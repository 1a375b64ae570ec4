import Center
import EventKernel
import Stochastics

/// Where a class stands in the sequence of its births.
struct BirthCursor: BitwiseCopyable {
  /// The simulated day.
  var day = -1
  /// The number of the last issue drawn within its day; the first is 1.
  var number: Int32 = 0
  /// The day as random numbers address it, and whether it counts.
  var date: Int32 = 0
  var isCounted = false
  /// The day's arrival process, and where it stands.
  var curve: ArrivalCurve
  var place = ArrivalCursor()

  init(curve: ArrivalCurve) { self.curve = curve }

  /// Moves on by a number of expected issues, and returns the instant.
  @inline(__always)
  mutating func move(by gap: Double, in sampling: borrowing SamplingTables) -> Double {
    curve.nextArrival(after: gap, cursor: &place, in: sampling)
  }
}

extension Engine {
  /// Schedules the first birth of a class.
  mutating func startBirths(of demandClass: Int32) {
    if let time = birthOnLaterDay(of: demandClass) {
      comings.insert(kind: Kind.arrival, entity: demandClass, at: time)
    }
  }

  /// The birth of an issue of a class, the earliest of all classes.
  mutating func giveBirth(to demandClass: Int32) {
    let birth = births[demandClass]
    // The next birth first, so that early on the processor knows whether it comes next; its batch
    // may be drawn where these draws are.
    let draws = birthDraws[place(ofDraws: birth.number, demandClass)]
    let time = nextBirthOfDay(of: demandClass)
    if time < .infinity {
      comings.replaceMinimum(kind: Kind.arrival, entity: demandClass, at: time)
    } else {
      skipToLaterDay(demandClass)
    }
    if uses(.messages), isPreventedByMessage(birth.number, day: birth.day, of: demandClass) {
      return
    }
    bear(
      demandClass: demandClass, day: birth.date, number: birth.number, draws: draws,
      isCounted: birth.isCounted)
  }

  /// The day of a class has no more births.
  @inline(never)
  private mutating func skipToLaterDay(_ demandClass: Int32) {
    if let time = birthOnLaterDay(of: demandClass) {
      comings.replaceMinimum(kind: Kind.arrival, entity: demandClass, at: time)
    } else {
      _ = comings.removeMinimum()
    }
  }

  /// An issue is born, and its customer tries to get it done.
  @inline(__always)
  mutating func bear(
    demandClass: Int32, day: Int32, number: Int32, draws: BirthDraws, isCounted: Bool
  ) {
    if isCounted { issueTallies[demandClass].born += 1 }
    let slot = addIssue(
      of: demandClass, day: day, number: number, isCounted: isCounted, draws: draws)
    if !plan.toolsBeforeContact.isEmpty {
      startHelp(slot, draws.lane)
    } else {
      makeFirstContact(slot, channel: draws.lane.u1)
    }
  }

  /// A new issue, in the slot that is returned.
  @inline(__always)
  mutating func addIssue(
    of demandClass: Int32, day: Int32, number: Int32, isCounted: Bool, draws: BirthDraws
  ) -> Int32 {
    let slot = takeIssueSlot()
    issues[slot] = IssueRecord(
      demandClass: demandClass, day: day, number: number, isCounted: isCounted, bornAt: now,
      difficulty: draws.lane.u2, firstService: draws.service)
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
    let demandClass = issues[slot].demandClass
    let count = plan.classes[demandClass].shares.count
    var sum = 0.0
    for entry in 0..<(count - 1) {
      sum += plan.classes[demandClass].shares[entry].at(issues[slot].difficulty)
      if uniform < sum { return plan.classes[demandClass].destinations[entry] }
    }
    return plan.classes[demandClass].destinations[count - 1]
  }

  /// Moves on to the next issue of a class's day, and returns its instant; infinity after the last.
  ///
  /// Births of a day are a Poisson process by inversion: unit exponentials are added up and sent
  /// through the inverse of the day's cumulative rate, which the day's factor scales.
  @inline(__always)
  private mutating func nextBirthOfDay(of demandClass: Int32) -> Double {
    births[demandClass].number += 1
    let number = births[demandClass].number
    if number % BirthDraws.batch == 0 { drawBatch(after: number, of: demandClass) }
    if plan.classes[demandClass].arrivals.isMeasured {
      return plan.classes[demandClass].arrivals.instant(
        ofIssue: number, onDay: births[demandClass].day)
    }
    let gap = plan.classes[demandClass].arrivals.gap(
      before: number, drawn: birthDraws[place(ofDraws: number, demandClass)].gap)
    return births[demandClass].move(by: gap, in: plan.sampling)
  }

  /// Moves on to the first issue on a later day; `nil` if there is none.
  @inline(never)
  private mutating func birthOnLaterDay(of demandClass: Int32) -> Double? {
    while births[demandClass].day + 1 < plan.simulatedDays {
      beginDay(of: demandClass)
      let time = nextBirthOfDay(of: demandClass)
      if time < .infinity { return time }
    }
    return nil
  }

  private mutating func beginDay(of demandClass: Int32) {
    let day = births[demandClass].day + 1
    births[demandClass].day = day
    births[demandClass].number = 0
    births[demandClass].date = plan.firstDay + Int32(day)
    births[demandClass].isCounted = plan.countedDays.contains(day)
    births[demandClass].curve = plan.classes[demandClass].rates[day]
    let draw = dayRandom.lane(
      stream: plan.classes[demandClass].dayStream, day: births[demandClass].date, issue: 0,
      kind: .day)
    var factor = plan.classes[demandClass].dayFactor.quantile(draw.u0)
    if let forecastFactor = plan.classes[demandClass].forecastFactor {
      // No day in the address: all days of the replication have the same.
      let draw = forecastRandom.lane(
        stream: plan.classes[demandClass].forecastStream, day: 0, issue: 0, kind: .forecast)
      factor *= forecastFactor.quantile(draw.u0)
    }
    births[demandClass].place = ArrivalCursor(dayFactor: factor)
    drawBatch(after: 0, of: demandClass)
  }
}
