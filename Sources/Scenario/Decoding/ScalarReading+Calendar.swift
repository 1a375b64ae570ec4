internal import Center

extension ScalarReading {
  /// A date that exists.
  static func date(_ node: SyntaxNode, _ path: SyntaxPath) throws(Diagnostic) -> CivilDate {
    guard let text = node.string else { throw wrongKind(node, path, expected: .date) }
    if let date = CivilDate(text) { return date }
    let other = CivilDate(written: text)
    throw Diagnostic(
      .malformedDate, at: node.origin, path: path,
      "\(DisplayText.quoted(text)) is not a date of the calendar",
      hint: other.map { "did you mean \"\($0)\"?" } ?? "write it as \"2026-11-23\"")
  }

  /// The open ranges of a day [s]; a range over midnight runs past 86,400.
  static func openingHours(
    _ node: SyntaxNode, _ path: SyntaxPath
  ) throws(Diagnostic) -> Range<Int>? {
    guard let text = node.string else { throw wrongKind(node, path, expected: .openingHours) }
    if text == "closed" { return nil }
    if text == "always" { return 0..<86_400 }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
      .map { TimeText.minute(TimeText.trimmed($0)) }
    guard ends.count == 2, let from = ends[0], let to = ends[1], from < 1_440, from != to else {
      throw Diagnostic(
        .malformedHours, at: node.origin, path: path,
        "\(DisplayText.quoted(text)) are not opening hours",
        hint: "write them as \"07:00-21:00\", \"always\" or \"closed\"")
    }
    return from * 60..<(to > from ? to : to + 1_440) * 60
  }

  /// A time of day [s after midnight].
  static func clock(_ node: SyntaxNode, _ path: SyntaxPath) throws(Diagnostic) -> Int {
    guard let text = node.string else { throw wrongKind(node, path, expected: .clock) }
    guard (4...5).contains(text.utf8.count), let minute = TimeText.minute(text) else {
      throw Diagnostic(
        .malformedHours, at: node.origin, path: path,
        "\(DisplayText.quoted(text)) is not a time of day", hint: "write it as \"08:30\"")
    }
    return minute * 60
  }

  /// Opening hours of a week.
  static func hours(_ node: SyntaxNode, _ path: SyntaxPath) throws(Diagnostic) -> WeeklyHours {
    var ranges = [[Range<Int>]](repeating: [], count: 7)
    func add(_ range: Range<Int>?, on days: [Int]) {
      guard let range else { return }
      for day in days {
        ranges[day].append(range.lowerBound..<min(range.upperBound, 86_400))
        if range.upperBound > 86_400 { ranges[(day + 1) % 7].append(0..<range.upperBound - 86_400) }
      }
    }
    if node.string != nil {
      add(try openingHours(node, path), on: Array(0..<7))
    } else if let object = node.object {
      var written: Set<Int> = []
      for member in object.members {
        let path = path.appending(member.key)
        let days = try weekdays(of: member, path)
        guard written.isDisjoint(with: days) else {
          throw Diagnostic(
            .contradiction, at: member.keyOrigin, path: path, "a weekday is written twice")
        }
        written.formUnion(days)
        for part in member.value.array ?? [member.value] {
          add(try openingHours(part, path), on: days)
        }
      }
    } else {
      throw wrongKind(node, path, expected: .hours)
    }
    for day in 0..<7 {
      ranges[day].sort { $0.lowerBound < $1.lowerBound }
      for (left, right) in zip(ranges[day], ranges[day].dropFirst())
      where left.upperBound > right.lowerBound {
        throw Diagnostic(.malformedHours, at: node.origin, path: path, "opening hours overlap")
      }
    }
    return WeeklyHours(ranges: ranges)
  }

  /// The weekdays that a key names; Monday is 0.
  static func weekdays(
    of member: SyntaxMember, _ path: SyntaxPath
  ) throws(Diagnostic) -> [Int] {
    guard let days = TimeText.weekdaySet(member.key) else {
      throw Diagnostic(
        .malformedHours, at: member.keyOrigin, path: path,
        "\(DisplayText.quoted(member.key)) names no weekdays",
        hint: "write \"Mon\", \"Mon-Fri\", \"Sat,Sun\" or \"daily\"")
    }
    return days
  }
}
