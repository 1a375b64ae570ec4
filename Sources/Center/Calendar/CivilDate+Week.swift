extension CivilDate {
  /// The week of the year by ISO 8601, `1...53`: weeks begin on Monday, and a week belongs to the
  /// year that has its Thursday.
  public var weekOfYear: Int {
    let thursday = advanced(by: 3 - weekday.rawValue)
    let year = thursday.components.year
    let newYear = CivilDate(year: year, month: 1, day: 1) ?? thursday
    return (thursday.daysSinceEpoch - newYear.daysSinceEpoch) / 7 + 1
  }

  /// The year and week by ISO 8601: `2026-W48`.
  public var isoWeek: String {
    let year = advanced(by: 3 - weekday.rawValue).components.year
    let digits = String(year)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return "\(padded)-W\(weekOfYear < 10 ? "0" : "")\(weekOfYear)"
  }
}
