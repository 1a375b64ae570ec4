import EventKernel
import SpecialFunctions
import Stochastics

/// Where a class stands in the sequence of its births.
struct BirthCursor: BitwiseCopyable {
  var day: Int32 = -1
  /// The number of the next issue within its day.
  var number: UInt32 = 0
  /// Σ of unit exponentials over the day so far, divided by the day's factor.
  var cumulative = 0.0
  var dayFactor = 1.0
  /// The interval in which the last issue was born: where the next inversion begins to look.
  var segment = 0
  /// The next issue's draws: gap, channel, difficulty, adoption.
  var lane = Lane()
}

extension Engine {
  /// Schedules the first birth of a class.
  mutating func startBirths(of demandClass: Int) {
    if let time = nextBirth(of: demandClass) {
      events.insert(kind: Kind.arrival, entity: Int32(demandClass), at: time)
    }
  }

  /// An arrival: the birth of an issue of a class, or the return of one, whose slots follow the
  /// classes.
  mutating func arrive(_ entity: Int32) {
    let classes = Int32(plan.classes.count)
    if entity < classes { giveBirth(to: entity) } else { comeBack(entity - classes) }
  }

  private mutating func giveBirth(to demandClass: Int32) {
    let cursor = births[demandClass]
    if let time = nextBirth(of: Int(demandClass)) {
      events.insert(kind: Kind.arrival, entity: demandClass, at: time)
    }
    var issue = IssueRecord(
      demandClass: demandClass, day: cursor.day, number: cursor.number, bornAt: now,
      difficulty: cursor.lane.u2)
    issue.isCounted = plan.calendar.countedDays.contains(Int(cursor.day))
    let slot = issueSlots.take()
    if Int(slot) == issues.count { issues.append(issue) } else { issues[slot] = issue }
    if issue.isCounted { issueTallies[demandClass].born += 1 }

    if !plan.toolsBeforeContact.isEmpty {
      startHelp(slot, adoption: cursor.lane.u3, channel: cursor.lane.u1)
    } else {
      makeFirstContact(slot, channel: cursor.lane.u1)
    }
  }

  /// The issue turns to the channel that its class's shares and the uniform `channel` say.
  mutating func makeFirstContact(_ slot: Int32, channel uniform: Double) {
    let chosen = chosenChannel(of: issues[slot], uniform: uniform)
    if chosen < 0 { return finish(slot, .lost) }
    enter(chosen, slot)
  }

  /// Inverts the cumulative shares at the issue's difficulty.
  private func chosenChannel(of issue: IssueRecord, uniform: Double) -> Int32 {
    let demandClass = Int(issue.demandClass)
    let count = plan.classes[demandClass].shares.count
    var sum = 0.0
    for entry in 0..<(count - 1) {
      sum += plan.classes[demandClass].shares[entry].at(issue.difficulty)
      if uniform < sum { return plan.classes[demandClass].destinations[entry] }
    }
    return plan.classes[demandClass].destinations[count - 1]
  }

  /// Draws the next issue of a class and returns its instant; `nil` after the last.
  ///
  /// Births of a day are a Poisson process by inversion: unit exponentials are added up and sent
  /// through the inverse of the day's cumulative rate, which the day's factor scales.
  private mutating func nextBirth(of demandClass: Int) -> Double? {
    var cursor = births[demandClass]
    defer { births[demandClass] = cursor }
    let stream = plan.classes[demandClass].stream
    while cursor.day < Int32(plan.calendar.simulatedDays) {
      if cursor.day >= 0 {
        cursor.number += 1
        cursor.lane = random.lane(
          stream: stream, day: cursor.day, issue: cursor.number, kind: .issue, occurrence: 0)
        cursor.cumulative -= log1p(-cursor.lane.u0) / cursor.dayFactor
        if let time = plan.classes[demandClass].rates[Int(cursor.day)].time(
          ofCumulative: cursor.cumulative, segment: &cursor.segment)
        {
          return time
        }
      }
      cursor.day += 1
      cursor.number = 0
      cursor.cumulative = 0
      cursor.segment = 0
      if cursor.day < Int32(plan.calendar.simulatedDays) {
        let draw = random.lane(
          stream: plan.classes[demandClass].dayStream, day: cursor.day, issue: 0, kind: .day,
          occurrence: 0)
        cursor.dayFactor = plan.classes[demandClass].dayFactor.value(at: draw.u0)
      }
    }
    return nil
  }
}
