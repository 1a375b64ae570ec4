/// Opening hours that repeat every week.
public struct WeeklyHours: Sendable, Hashable {
  /// For each weekday from Monday the open ranges within the day [s], ascending and disjoint.
  public var ranges: [[Range<Int>]]

  /// - Parameter ranges: Seven lists of ranges within `0..<86_400`.
  /// - Precondition: `ranges` has seven elements.
  public init(ranges: [[Range<Int>]]) {
    precondition(ranges.count == 7, "opening hours need a list for each weekday")
    self.ranges = ranges
  }

  /// Open around the clock, every day.
  public static let always = WeeklyHours(
    ranges: Array(repeating: [0..<PlanningCalendar.dayLength], count: 7))

  /// Whether the hours are open at `second` of `weekday`.
  public func isOpen(on weekday: Weekday, at second: Int) -> Bool {
    ranges[weekday.rawValue].contains { $0.contains(second) }
  }

  /// For each simulated interval of `calendar`, whether the hours are open.
  ///
  /// - Precondition: Every opening and closing falls on an interval boundary
  ///   (`Center.problems()` reports where not).
  public func openIntervals(in calendar: PlanningCalendar) -> [Bool] {
    (0..<calendar.simulatedIntervals).map { interval in
      let weekday = calendar.date(ofSimulatedDay: interval / calendar.intervalsPerDay).weekday
      let second = interval % calendar.intervalsPerDay * calendar.intervalLength
      return isOpen(on: weekday, at: second)
    }
  }
}
