/// Times of day, weekdays and dates as text, in tables and in opening hours.
enum TimeText {
  /// The names of the weekdays; Monday is 0.
  static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// The minute of the day of `8:00`, `08:00`, `08:00:00` or `8:00 AM`; `24:00` is 1440.
  static func minute(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count <= 12 else { return nil }
    if let minute = plainMinute(text) { return minute }
    var clock = text.lowercased()
    var half: Int?
    for (suffix, hours) in [("am", 0), ("pm", 12)] where clock.hasSuffix(suffix) {
      half = hours
      clock = String(clock.dropLast(2))
      while clock.last == " " { clock.removeLast() }
    }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3 && parts[2] == "00" else { return nil }
    guard (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      var hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60
    else { return nil }
    if let half {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + half
    }
    let result = hour * 60 + minute
    return result <= 1_440 ? result : nil
  }

  /// The minute of `8:30` or `08:30`, as most tables write it: they may have a million.
  private static func plainMinute(_ text: some StringProtocol) -> Int? {
    guard (4...5).contains(text.utf8.count) else { return nil }
    var hour = 0
    var minute = 0
    for (place, byte) in text.utf8.enumerated() {
      let fromEnd = text.utf8.count - place
      let digit = Int(byte) - 48
      if fromEnd == 3, digit == 10 { continue }
      guard (0...9).contains(digit), fromEnd != 3 else { return nil }
      if fromEnd > 3 { hour = hour * 10 + digit } else { minute = minute * 10 + digit }
    }
    let result = hour * 60 + minute
    return minute < 60 && result <= 1_440 ? result : nil
  }

  /// The numbers of `2026-11-23`, whether or not there is such a day.
  private static func plainDate(
    _ text: some StringProtocol
  ) -> (year: Int, month: Int, day: Int)? {
    guard text.utf8.count == 10 else { return nil }
    var numbers = (0, 0, 0)
    for (place, byte) in text.utf8.enumerated() {
      let digit = Int(byte) - 48
      switch place {
      case 4, 7: if byte != UInt8(ascii: "-") { return nil }
      default: if !(0...9).contains(digit) { return nil }
      }
      switch place {
      case 0...3: numbers.0 = numbers.0 * 10 + digit
      case 5, 6: numbers.1 = numbers.1 * 10 + digit
      case 8, 9: numbers.2 = numbers.2 * 10 + digit
      default: break
      }
    }
    return (numbers.0, numbers.1, numbers.2)
  }

  /// A minute of the day as text: `08:30`.
  static func clock(minute: Int) -> String {
    let (hour, rest) = minute.quotientAndRemainder(dividingBy: 60)
    return (hour < 10 ? "0" : "") + "\(hour):" + (rest < 10 ? "0" : "") + "\(rest)"
  }

  /// The weekday of a name, whole or cut to three letters; Monday is 0.
  static func weekday(_ text: some StringProtocol) -> Int? {
    let text = text.lowercased()
    return weekdays.firstIndex { $0 == text || $0.prefix(3) == text }
  }

  /// The weekdays of `Mon`, `Mon-Fri`, `Sat,Sun` or `daily`, in order; Monday is 0.
  ///
  /// A range may run over the end of the week: `Fri-Mon`.
  static func weekdaySet(_ text: String) -> [Int]? {
    guard text.utf8.count <= 128 else { return nil }
    if ["daily", "mon-sun"].contains(text.lowercased()) { return Array(0..<7) }
    var days: Set<Int> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
        .map { weekday(trimmed($0)) }
      switch ends.count {
      case 1:
        guard let day = ends[0] else { return nil }
        days.insert(day)
      case 2:
        guard let first = ends[0], let last = ends[1] else { return nil }
        for step in 0...((last - first + 7) % 7) { days.insert((first + step) % 7) }
      default: return nil
      }
    }
    return days.sorted()
  }

  /// The date of `2026-11-23`, `2026/11/23` or `23.11.2026`, if it exists.
  static func date(_ text: some StringProtocol) -> (year: Int, month: Int, day: Int)? {
    guard text.utf8.count <= 10 else { return nil }
    if let (year, month, day) = plainDate(text) {
      guard (1...12).contains(month), (1...days(in: month, of: year)).contains(day) else {
        return nil
      }
      return (year, month, day)
    }
    let separator: Character = text.contains(".") ? "." : text.contains("/") ? "/" : "-"
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } })
    else { return nil }
    let ordered = separator == "." ? Array(parts.reversed()) : parts
    guard ordered[0].utf8.count == 4, (1...2).contains(ordered[1].utf8.count),
      (1...2).contains(ordered[2].utf8.count), let year = Int(ordered[0]),
      let month = Int(ordered[1]), let day = Int(ordered[2]), (1...12).contains(month),
      (1...days(in: month, of: year)).contains(day)
    else { return nil }
    return (year, month, day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    switch month {
    case 2: return isLeap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// The text without spaces around it.
  static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop { $0 == " " || $0 == "\u{A0}" }
    return String(start.reversed().drop { $0 == " " || $0 == "\u{A0}" }.reversed())
  }
}
