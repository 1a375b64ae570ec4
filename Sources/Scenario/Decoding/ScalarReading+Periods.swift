internal import Center

extension ScalarReading {
  /// A day, and the second of it; nil where only the day is written.
  struct Instant {
    let date: CivilDate
    let second: Int?
  }

  /// A date, or a date and a time of day.
  static func instant(_ node: SyntaxNode, _ path: SyntaxPath) throws(Diagnostic) -> Instant {
    guard let text = node.string else { throw wrongKind(node, path, expected: .instant) }
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    let minute = parts.count == 2 && parts[1].utf8.count == 5 ? TimeText.minute(parts[1]) : nil
    guard let date = parts.first.flatMap({ CivilDate($0) }), parts.count == 1 || minute != nil
    else {
      throw Diagnostic(
        .malformedDate, at: node.origin, path: path,
        "\(DisplayText.quoted(text)) is neither a date nor a date and time",
        hint: "write it as \"2026-11-23\" or \"2026-11-23 14:00\"")
    }
    return Instant(date: date, second: minute.map { $0 * 60 })
  }

  /// The weeks that a key names, `7` or `48-52`; a range may run over the end of the year.
  static func weeks(of member: SyntaxMember, _ path: SyntaxPath) throws(Diagnostic) -> [Int] {
    let ends = member.key.split(separator: "-", omittingEmptySubsequences: false).map(week)
    if ends.count == 1, let only = ends[0] { return [only] }
    if ends.count == 2, let first = ends[0], let last = ends[1] {
      return (0...((last - first + 53) % 53)).map { (first - 1 + $0) % 53 + 1 }
    }
    throw Diagnostic(
      .malformedDate, at: member.keyOrigin, path: path,
      "\(DisplayText.quoted(member.key)) names no weeks of the year",
      hint: "write \"7\" or \"48-52\"; weeks are counted by ISO 8601, 1 to 53")
  }

  private static func week(_ text: Substring) -> Int? {
    guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }),
      text.utf8.first != 48, let week = Int(text), week <= 53
    else { return nil }
    return week
  }
}
