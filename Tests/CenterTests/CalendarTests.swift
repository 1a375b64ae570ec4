import Center
import Testing

@Suite("Dates and calendars")
struct CalendarTests {
  @Test("Days, months and leap years agree with the Gregorian calendar both ways")
  func roundTrip() throws {
    // 1970-01-01 a Thursday, 2000-02-29 a Tuesday, 2026-11-23 a Monday: any almanac.
    #expect(CivilDate(daysSinceEpoch: 0).description == "1970-01-01")
    #expect(CivilDate(daysSinceEpoch: 0).weekday == .thursday)
    #expect(try #require(CivilDate("2000-02-29")).weekday == .tuesday)
    #expect(try #require(CivilDate("2026-11-23")).weekday == .monday)
    for day in stride(from: -700_000, to: 2_900_000, by: 997) {
      let date = CivilDate(daysSinceEpoch: day)
      let (year, month, dayOfMonth) = date.components
      #expect(CivilDate(year: year, month: month, day: dayOfMonth) == date)
    }
  }

  @Test(
    "What is no date is none",
    arguments: [
      "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026/01/01", "",
      "2026-11-31",
      "2026-11-2x", "-026-11-23",
    ])
  func refused(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test(
    "A full-time equivalent works the weekdays of the calendar",
    arguments: [
      ("2026-11-23", 5, 1.0), ("2026-11-23", 7, 1.0), ("2026-11-23", 1, 0.2),
      ("2026-11-23", 14, 2.0),
      ("2026-11-28", 2, 2.0 / 7),
    ])
  func fullTime(start: String, days: Int, weeks: Double) throws {
    let calendar = PlanningCalendar(
      start: try #require(CivilDate(start)), days: days, warmUpDays: 3, fullTimeWeek: 38 * 3600)
    #expect(abs(calendar.fullTimeEquivalentTime - weeks * 38 * 3600) < 1e-6)
  }

  @Test("Counted intervals carry the instants of their days")
  func instants() throws {
    let calendar = PlanningCalendar(
      start: try #require(CivilDate("2026-12-31")), days: 2, warmUpDays: 4, intervalLength: 900)
    #expect(calendar.instant(ofCountedInterval: 34) == "2026-12-31 08:30:00")
    #expect(calendar.instant(ofCountedInterval: 192) == "2027-01-02 00:00:00")
  }
}
