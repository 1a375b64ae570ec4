import Center

/// Spreads work that is answered later evenly over the hours of a team until it is due.
///
/// Where the team does not work before that, the work is done when it next does. Work without a
/// target is taken to be due after a day.
struct DeferredWork {
  private let intervalLength: Double
  /// By simulated interval, whether the team works.
  private let working: [Bool]
  /// How long from the start of an interval until what comes then is due, in intervals of the clock.
  private let allowance: Int
  /// The intervals in which the clock runs, before each interval.
  private let clockBefore: [Int]

  init(_ center: Center, queue: Queue, working: [Bool]) {
    self.working = working
    intervalLength = Double(center.calendar.intervalLength)
    let target = center.target(of: queue)
    let within = target?.within ?? Double(PlanningCalendar.dayLength)
    allowance = max(1, Int((within / intervalLength).rounded(.up)))
    let hours = center.channels[queue.channel].hours
    let runs =
      target?.clock == .opening
      ? hours.openIntervals(in: center.calendar)
      : Array(repeating: true, count: working.count)
    var clockBefore = [0]
    for isRunning in runs {
      clockBefore.append(clockBefore[clockBefore.count - 1] + (isRunning ? 1 : 0))
    }
    self.clockBefore = clockBefore
  }

  /// Spreads loads that come by simulated interval [Erlang].
  ///
  /// - Complexity: O(intervals).
  func spread(_ coming: [Double]) -> [Double] {
    let count = working.count
    var workingBefore = [0]
    for works in working {
      workingBefore.append(workingBefore[workingBefore.count - 1] + (works ? 1 : 0))
    }
    // Steps of the load of working intervals.
    var steps = Array(repeating: 0.0, count: count + 1)
    var due = 0
    var next = 0
    for interval in 0..<count {
      due = max(due, interval + 1)
      while due < count, clockBefore[due] - clockBefore[interval] < allowance { due += 1 }
      guard coming[interval] > 0 else { continue }
      var share = workingBefore[due] - workingBefore[interval]
      var (from, to) = (interval, due)
      if share == 0 {
        next = max(next, due)
        while next < count, !working[next] { next += 1 }
        guard next < count else { continue }
        (from, to, share) = (next, next + 1, 1)
      }
      steps[from] += coming[interval] / Double(share)
      steps[to] -= coming[interval] / Double(share)
    }
    var load = 0.0
    return (0..<count).map { interval in
      load += steps[interval]
      return working[interval] ? max(0, load) : 0
    }
  }
}
