import EventKernel
import Stochastics

/// Where a class stands in the sequence of its births.
struct BirthCursor: BitwiseCopyable {
  var simulatedDay = -1
  /// The same day as random numbers address it, and whether it counts.
  var day: Int32 = 0
  var isCounted = false
  /// The number of the last issue drawn within the day; the first is 1.
  var number: Int32 = 0
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
    // The next birth first, so that early on the processor knows whether it comes next. The first of
    // a later day are drawn where the draws of this one may be.
    let draws = birthDraws[place(ofDraws: birth.number, demandClass)]
    let time = nextBirthOfDay(of: demandClass)
    if time < .infinity {
      comings.replaceMinimum(kind: Kind.arrival, entity: demandClass, at: time)
    } else {
      skipToLaterDay(demandClass)
    }
    if uses(.messages), isPreventedByMessage(birth, of: demandClass) { return }
    bear(
      demandClass: demandClass, day: birth.day, number: birth.number, draws: draws,
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
        ofIssue: number, onDay: births[demandClass].simulatedDay)
    }
    let gap = plan.classes[demandClass].arrivals.gap(
      before: number, drawn: birthDraws[place(ofDraws: number, demandClass)].gap)
    return births[demandClass].move(by: gap, in: plan.sampling)
  }

  /// Moves on to the first issue on a later day; `nil` if there is none.
  @inline(never)
  private mutating func birthOnLaterDay(of demandClass: Int32) -> Double? {
    while births[demandClass].simulatedDay + 1 < plan.simulatedDays {
      beginDay(of: demandClass)
      let time = nextBirthOfDay(of: demandClass)
      if time < .infinity { return time }
    }
    return nil
  }

  private mutating func beginDay(of demandClass: Int32) {
    let day = births[demandClass].simulatedDay + 1
    births[demandClass].simulatedDay = day
    births[demandClass].number = 0
    births[demandClass].day = plan.firstDay + Int32(day)
    births[demandClass].isCounted = plan.countedDays.contains(day)
    births[demandClass].curve = plan.classes[demandClass].rates[day]
    let draw = dayRandom.lane(
      stream: plan.classes[demandClass].dayStream, day: births[demandClass].day, issue: 0,
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
