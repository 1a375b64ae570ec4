import Center
import SpecialFunctions
import Stochastics

/// The mail of a week, counted: one deferred queue, one handle time, a mailbox that never empties.
///
/// As long as mail waits whenever agents work, each of them starts an email when the day begins and
/// every handle time after that, and how many have been started by an instant is no matter of
/// chance. Mail comes in a Poisson process. Hence the mean backlog is what came on average less
/// what was started, and an email is answered in time with the probability that no more came before
/// it than can be answered by then, which is a Poisson probability.
struct MailWeek {
  /// The instants at which agents start an email, all of them together [s].
  let starts: [Double]
  let agents: Double
  let handleTime: Double
  let within: Double
  /// Emails expected until each boundary of intervals, from the start.
  private let expected: [Double]
  private let length: Double

  /// The week of a center with one class, one deferred channel and one team.
  init(_ center: Center) {
    length = Double(center.calendar.intervalLength)
    handleTime = center.demand[0].channels[0].talkTime?.mean ?? .nan
    within = center.channels[0].target?.within ?? .nan
    expected = center.demand[0].expectedIssues.joined().reduce(into: [0]) { sums, number in
      sums.append((sums.last ?? 0) + number)
    }
    let heads = Array(center.teams[0].presentAgents.joined())
    agents = Double(heads.max() ?? 0)
    var starts: [Double] = []
    for (interval, number) in heads.enumerated() where number > 0 {
      let opens = Double(interval) * length
      if interval == 0 || heads[interval - 1] == 0 { starts.append(opens) }
      while let last = starts.last, last + handleTime < opens + length {
        starts.append(last + handleTime)
      }
    }
    self.starts = starts
  }

  /// Emails expected until `time` [s].
  func arrived(by time: Double) -> Double {
    let place = min(max(0, time / length), Double(expected.count - 1))
    let interval = min(Int(place), expected.count - 2)
    return expected[interval]
      + (expected[interval + 1] - expected[interval]) * (place - Double(interval))
  }

  /// Emails started until `time` [s], that instant excluded.
  func started(before time: Double) -> Double {
    agents * Double(starts.count { $0 < time })
  }

  /// The mean number of emails that nobody has begun at the end of a day, from 0.
  func backlog(atEndOfDay day: Int) -> Double {
    let midnight = Double((day + 1) * PlanningCalendar.dayLength)
    return arrived(by: midnight) - started(before: midnight)
  }

  /// The mean number waiting, averaged over the first `days`.
  func meanBacklog(days: Int) -> Double {
    let end = Double(days * PlanningCalendar.dayLength)
    let arrivals = (0..<Int(end / length)).reduce(0) {
      $0 + length * 0.5 * (expected[$1] + expected[$1 + 1])
    }
    return (arrivals - starts.reduce(0) { $0 + agents * max(0, end - $1) }) / end
  }

  /// The share of the mail of some days that is answered in time.
  func onTimeRate(days: Range<Int>) -> Double {
    let (from, to) = (midnight(days.lowerBound), midnight(days.upperBound))
    return (answeredInTime(before: to) - answeredInTime(before: from))
      / (arrived(by: to) - arrived(by: from))
  }

  private func midnight(_ day: Int) -> Double { Double(day * PlanningCalendar.dayLength) }

  /// Emails that come before an instant [s] and are answered in time, on average.
  ///
  /// Of an email that comes at x, N come before; it is answered by x + within if and only if
  /// N < n·k, where n agents have finished k emails each by then. N is Poisson with the mean m(x),
  /// so that Pr{N < a} is the regularised gamma function Q(a, m), and
  /// ∫ Q(a, m) dm = m·Q(a, m) − a·Q(a + 1, m).
  private func answeredInTime(before end: Double) -> Double {
    let steps = starts.map { $0 + handleTime - within }.filter { $0 > 0 && $0 < end }
    let edges = [0] + steps + [end]
    var inTime = 0.0
    for (place, (from, to)) in zip(edges, edges.dropFirst()).enumerated() {
      // Those that are finished within the time of any instant before the first step come first.
      let finished = Double(starts.count { $0 + handleTime - within <= 0 } + place)
      let reach = agents * finished
      guard reach > 0 else { continue }
      func integral(_ mean: Double) -> Double {
        guard mean > 0 else { return -reach }
        return mean * regularizedGammaUpper(shape: reach, at: mean)
          - reach * regularizedGammaUpper(shape: reach + 1, at: mean)
      }
      inTime += integral(arrived(by: to)) - integral(arrived(by: from))
    }
    return inTime
  }

  /// An upper bound of the probability that an agent finds the mailbox empty in the first `days`:
  /// that fewer have come than are to be started, summed over all starts.
  func probabilityOfIdling(days: Int) -> Double {
    let end = Double(days * PlanningCalendar.dayLength)
    return starts.enumerated().filter { $0.element < end }.reduce(0) { sum, start in
      sum
        + regularizedGammaUpper(
          shape: agents * Double(start.offset + 1), at: arrived(by: start.element))
    }
  }
}
