import Center
import Stochastics

/// How the issues of a class fall within what is expected of them.
struct ArrivalPlan: Sendable {
  /// The expected numbers are placed without chance.
  let isExact: Bool
  let isMeasured: Bool
  /// Measured instants one day after another [s], and where each day begins among them.
  private let instants: [Double]
  private let firstOfDay: [Int]

  init(_ arrivals: Arrivals) {
    isExact = arrivals == .exact
    var instants: [Double] = []
    var firstOfDay = [0]
    if case .measured(let days) = arrivals {
      isMeasured = true
      for day in days {
        instants += day
        firstOfDay.append(instants.count)
      }
    } else {
      isMeasured = false
    }
    self.instants = instants
    self.firstOfDay = firstOfDay
  }

  /// The expected issues between one of a day and that before it: the given draw from the unit
  /// exponential distribution, or without chance 1, and ½ before the first.
  @inline(__always)
  func gap(before number: Int32, drawn gap: Double) -> Double {
    if isExact { return number == 1 ? 0.5 : 1 }
    return gap
  }

  /// The measured instant of an issue of a day, numbered from 1 [s]; infinity after the last.
  func instant(ofIssue number: Int32, onDay day: Int) -> Double {
    let index = firstOfDay[day] + Int(number) - 1
    return index < firstOfDay[day + 1] ? instants[index] : .infinity
  }
}
