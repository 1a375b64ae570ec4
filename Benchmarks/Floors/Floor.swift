import Center
import Stochastics

/// A hand-written loop for one model, with the random numbers that the engine would use: what a
/// simulation of this model alone costs.
///
/// Nothing is general here. The next arrival stays outside the heap, patience is looked at only when
/// its holder comes to the head of the line, and the only statistics are the waits. What the engine
/// costs above this is the price of being a simulator of centers.
protocol Floor {
  /// Simulates one replication.
  func run(seed: UInt64, replication: UInt64) -> WaitTotals
}

/// What floors need to know of a calendar.
struct FloorCalendar {
  let days: Int
  /// The first simulated day as random numbers address it.
  let firstDay: Int32
  /// The first counted midnight, and the last [s].
  let countedFrom: Double
  let horizon: Double

  init(_ calendar: PlanningCalendar) {
    days = calendar.simulatedDays
    firstDay = Int32(calendar.date(ofSimulatedDay: 0).daysSinceEpoch + 719_162)
    countedFrom = Double(calendar.countedDays.lowerBound * PlanningCalendar.dayLength)
    horizon = calendar.horizon
  }
}

/// The births of a class at a constant rate, one after another.
struct ConstantBirths {
  private let random: RandomSource
  private let stream: StreamIdentifier
  private let calendar: FloorCalendar
  private let perDay: Double
  private var simulatedDay = 0
  private var expected = 0.0
  /// The number of the last birth within its day.
  private(set) var number: Int32 = 0

  init(_ demandClass: String, perDay: Int, in calendar: FloorCalendar, _ random: RandomSource) {
    self.random = random
    self.calendar = calendar
    self.perDay = Double(perDay)
    stream = StreamIdentifier(demandClass)
  }

  /// The day of the last birth, as random numbers address it.
  var day: Int32 { calendar.firstDay + Int32(simulatedDay) }

  /// When the next birth is [s]; `.infinity` after the last.
  @inline(__always)
  mutating func next() -> Double {
    while simulatedDay < calendar.days {
      number += 1
      let lane = random.lane(stream: stream, day: day, issue: Int(number), kind: .issue)
      expected += Exponential.unitQuantile(lane.u0)
      if expected <= perDay {
        let dayLength = Double(PlanningCalendar.dayLength)
        return Double(simulatedDay) * dayLength + dayLength * (expected / perDay)
      }
      simulatedDay += 1
      number = 0
      expected = 0
    }
    return .infinity
  }

  /// The uniform of the first service of an issue.
  @inline(__always)
  func talk(day: Int32, number: Int32) -> Double {
    random.lane(stream: stream, day: day, issue: Int(number), kind: .service).u0
  }

  /// The uniform of the first wait of an issue.
  @inline(__always)
  func patience(day: Int32, number: Int32) -> Double {
    random.lane(stream: stream, day: day, issue: Int(number), kind: .queue, occurrence: 1).u0
  }
}
