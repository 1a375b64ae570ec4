/// The days a scenario simulates, and which of them count.
///
/// `warmUpDays` precede the counted days, so that the first of them does not start with an empty
/// center; `followUpDays` follow, with demand going on, so that what began in the counted days
/// can end. Time 0 is the first midnight of the warm-up.
public struct PlanningCalendar: Sendable, Hashable {
  /// The first counted day.
  public var start: CivilDate
  /// Counted days; `1...3660`.
  public var days: Int
  /// Days simulated before `start`; `0...3660`.
  public var warmUpDays: Int
  /// Days simulated after the counted ones; `0...3660`.
  public var followUpDays: Int
  /// Length of a reporting and staffing interval [s]; divides a day.
  public var intervalLength: Int
  /// The weekly hours of one full-time equivalent [s].
  public var fullTimeWeek: Double

  /// Seconds in a day: no time zone, hence no exceptions.
  public static let dayLength = 86_400

  /// A calendar that counts `days` days from `start` on.
  public init(
    start: CivilDate, days: Int, warmUpDays: Int = 0, followUpDays: Int = 0,
    intervalLength: Int = 1800, fullTimeWeek: Double = 40 * 3600
  ) {
    self.start = start
    self.days = days
    self.warmUpDays = warmUpDays
    self.followUpDays = followUpDays
    self.intervalLength = intervalLength
    self.fullTimeWeek = fullTimeWeek
  }

  /// The number of intervals in a day.
  public var intervalsPerDay: Int { Self.dayLength / intervalLength }
  /// The number of days simulated: warm-up, counted, follow-up.
  public var simulatedDays: Int { warmUpDays + days + followUpDays }
  /// The number of intervals in all simulated days.
  public var simulatedIntervals: Int { simulatedDays * intervalsPerDay }
  /// The end of the last simulated day [s].
  public var horizon: Double { Double(simulatedDays * Self.dayLength) }
  /// The counted days among the simulated ones.
  public var countedDays: Range<Int> { warmUpDays..<(warmUpDays + days) }
  /// The counted intervals among the simulated ones.
  public var countedIntervals: Range<Int> {
    (warmUpDays * intervalsPerDay)..<((warmUpDays + days) * intervalsPerDay)
  }

  /// What one full-time equivalent works in the counted days [s].
  ///
  /// A full-time week is worked on weekdays, Monday to Friday: five of them are one week, with or
  /// without the weekend; a calendar of weekends alone counts sevenths of a week.
  public var fullTimeEquivalentTime: Double {
    let weekdays = countedDays.count { date(ofSimulatedDay: $0).weekday < .saturday }
    return fullTimeWeek * (weekdays > 0 ? Double(weekdays) / 5 : Double(days) / 7)
  }

  /// The date of a simulated day, `0` being the first day of the warm-up.
  public func date(ofSimulatedDay day: Int) -> CivilDate { start.advanced(by: day - warmUpDays) }

  /// The midnight with which a date begins [s from the first simulated one]; negative before it.
  public func midnight(of date: CivilDate) -> Double {
    Double((date.daysSinceEpoch - self.date(ofSimulatedDay: 0).daysSinceEpoch) * Self.dayLength)
  }

  /// The start of a counted interval, `2026-11-23 08:30:00`; `interval == days * intervalsPerDay`
  /// gives the end of the calendar.
  public func instant(ofCountedInterval interval: Int) -> String {
    instant(ofSimulatedInterval: interval + countedIntervals.lowerBound)
  }

  /// The start of a simulated interval, `2026-11-23 08:30:00`.
  public func instant(ofSimulatedInterval interval: Int) -> String {
    let second = interval % intervalsPerDay * intervalLength
    let date = date(ofSimulatedDay: interval / intervalsPerDay)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date) \(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
  }
}
