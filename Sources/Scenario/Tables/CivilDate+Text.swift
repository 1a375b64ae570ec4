public import Center

extension CivilDate {
  /// A date as tables write it: `2026-11-23`, `23.11.2026`, `2026/11/23`; `nil` for a text that is
  /// none or can be read in two ways.
  public init?(written text: some StringProtocol) {
    guard let date = TimeText.date(text),
      let known = CivilDate(year: date.year, month: date.month, day: date.day)
    else { return nil }
    self = known
  }
}
