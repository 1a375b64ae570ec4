import Center
import Stochastics
import TestCenters

/// One queue that is stationary for as long as it is counted.
///
/// Contacts begin to come to the empty center 20 relaxation times before counting does, and no more
/// come when counting ends; in the day that follows whoever still waits is answered. What comes
/// after a contact changes nothing for it, so that all counted contacts are those of a stationary
/// queue, and none is left out because its wait is long.
struct SteadyQueue {
  let center: Center
  /// The counted intervals in which contacts come; the rest of their day is empty.
  let intervals: Int

  /// The length of an interval [s]; an hour where calls are few.
  let interval: Double

  /// - Parameters:
  ///   - relaxation: How fast the queue forgets how it began [s], or a bound of it.
  ///   - calls: Contacts expected in a replication, at least.
  ///   - goesOn: Whether contacts go on to come in the day that follows, as models need in which
  ///     they come back and meet those who came later; counted are whole days then.
  init(
    medium: Medium = .voice, load: Double, talk: Distribution, agents: Int, relaxation: Double,
    calls: Double = 4000, within: Double = 20, patience: Distribution? = nil,
    trunks: Int? = nil, concurrency: Concurrency = .single, goesOn: Bool = false
  ) {
    let rate = load / talk.mean
    let day = Double(PlanningCalendar.dayLength)
    let interval = rate < 0.1 ? 3600.0 : 600
    func whole(_ time: Double) -> Double { (time / interval).rounded(.up) * interval }
    let warmUp = whole(20 * relaxation)
    let length = whole(max(calls / rate, 20 * relaxation))
    let days = (length / day).rounded(.up)
    let counted = goesOn ? days * day : length
    let last = goesOn ? counted + day : counted
    let warmUpDays = (warmUp / day).rounded(.up)
    var center = oneQueue(
      medium: medium, perHour: 0, talk: talk, agents: 0, within: within, patience: patience,
      trunks: trunks, concurrency: concurrency, days: Int(days), warmUpDays: Int(warmUpDays),
      interval: Int(interval))
    center.calendar.followUpDays = 1
    let start = warmUpDays * day
    center.demand[0].expectedIssues = (0..<center.calendar.simulatedDays).map { number in
      (0..<center.calendar.intervalsPerDay).map { place in
        let time = Double(number) * day + Double(place) * interval
        return time >= start - warmUp && time < start + last ? rate * interval : 0
      }
    }
    center.teams[0].agents = everyInterval(Double(agents), of: center.calendar)
    self.center = center
    self.interval = interval
    intervals = Int(counted / interval)
  }
}

extension SteadyQueue {
  /// The relaxation time of M/M/n is below talk ÷ (√n − √a)² [s].
  static func relaxation(ofLoad load: Double, agents: Int, talk: Double) -> Double {
    let gap = Double(agents).squareRoot() - load.squareRoot()
    return talk / (gap * gap)
  }
}
