internal import Center

extension ScenarioDecoder {
  /// An entry of a team's exceptions on a simulated day.
  private struct Exception {
    let day: Int
    let intervals: Range<Int>
    let change: Double
    /// Whether it says from when or until when.
    let hasTimes: Bool
    let date: CivilDate
    let origin: Origin
    let path: SyntaxPath
  }

  /// A team's agents after its exceptions.
  ///
  /// An exception changes the intervals that have agents; one that adds agents and says from when
  /// or until when also the others.
  mutating func withExceptions(
    _ agents: [[Double]], _ section: Section, calendar: PlanningCalendar
  ) throws(Diagnostic) -> [[Double]] {
    var result = agents
    for exception in try exceptions(section, calendar) {
      try apply(exception, to: &result[exception.day], calendar: calendar)
    }
    return result
  }

  /// The exceptions of a team that works by shifts or by a schedule.
  mutating func rosterExceptions(
    _ team: Team, _ section: Section, calendar: PlanningCalendar
  ) throws(Diagnostic) -> [RosterException] {
    var result: [RosterException] = []
    for exception in try exceptions(section, calendar) {
      let first = exception.day * calendar.intervalsPerDay
      let intervals =
        exception.intervals.lowerBound + first..<exception.intervals.upperBound + first
      let most = team.mostRostered(in: intervals, of: calendar)
      guard -exception.change <= Double(most) else {
        throw Diagnostic(
          .contradiction, at: exception.origin, path: exception.path,
          "\(DurationText.plain(-exception.change)) fewer are more than the \(most) agents who are "
            + "on duty on \(exception.date) then")
      }
      result.append(
        RosterException(
          intervals: intervals, agents: exception.change, goesWithRoster: !exception.hasTimes))
    }
    return result
  }

  /// The exceptions on simulated days, in the order of the file.
  private mutating func exceptions(
    _ section: Section, _ calendar: PlanningCalendar
  ) throws(Diagnostic) -> [Exception] {
    guard let (list, path) = section.child("exceptions"), checker.isSound(path) else { return [] }
    var exceptions: [Exception] = []
    for (index, node) in (list.array ?? []).enumerated() {
      let entry = Section(
        node, path: path.appending(String(index)), kind: .object(.exception), log: log)
      if let entry, let exception = try exception(entry, at: node.origin, calendar) {
        exceptions.append(exception)
      }
    }
    return exceptions
  }

  private mutating func exception(
    _ section: Section, at origin: Origin, _ calendar: PlanningCalendar
  ) throws(Diagnostic) -> Exception? {
    guard let (node, path) = section.child("date"), let from = section.clock("from"),
      let to = section.clock("to"), let change = section.number("agents")
    else { return nil }
    _ = section.text("reason")
    let date = try ScalarReading.date(node, path)
    guard from < to else {
      throw Diagnostic(
        .contradiction, at: origin, path: section.path, "it ends before it begins",
        hint: "write two exceptions for a time over midnight")
    }
    let length = calendar.intervalLength
    guard from % length == 0, to % length == 0 else {
      throw Diagnostic(
        .offInterval, at: origin, path: section.path,
        "it does not begin and end on the calendar's intervals of "
          + DurationText.text(seconds: Double(length)))
    }
    let day = date.daysSinceEpoch - calendar.date(ofSimulatedDay: 0).daysSinceEpoch
    guard (0..<calendar.simulatedDays).contains(day) else {
      diagnostics.add(outsideCalendar("\(date) is", at: node.origin, path, calendar))
      return nil
    }
    return Exception(
      day: day, intervals: from / length..<to / length, change: change,
      hasTimes: section.object.place(of: "from") != nil || section.object.place(of: "to") != nil,
      date: date, origin: origin, path: section.path)
  }

  /// What is written for days that are not simulated changes nothing; a file may serve several
  /// calendars, so that this is only worth knowing.
  func outsideCalendar(
    _ what: String, at origin: Origin, _ path: SyntaxPath, _ calendar: PlanningCalendar
  ) -> Diagnostic {
    let last = calendar.date(ofSimulatedDay: calendar.simulatedDays - 1)
    return Diagnostic(
      .outsideCalendar, at: origin, path: path,
      "\(what) outside the simulated days, \(calendar.date(ofSimulatedDay: 0)) to \(last), and "
        + "changes nothing")
  }

  private func apply(
    _ exception: Exception, to agents: inout [Double], calendar: PlanningCalendar
  ) throws(Diagnostic) {
    for interval in exception.intervals {
      let usual = agents[interval]
      guard usual > 0 || exception.change > 0 && exception.hasTimes else { continue }
      let heads = usual + exception.change
      guard heads >= 0, heads <= ObjectDeclaration.mostAgents else {
        let time = TimeText.clock(minute: interval * calendar.intervalLength / 60)
        throw Diagnostic(
          heads < 0 ? .contradiction : .limitExceeded, at: exception.origin, path: exception.path,
          heads < 0
            ? "\(DurationText.plain(-exception.change)) fewer are more than the "
              + "\(DurationText.plain(usual)) agents of \(exception.date) \(time)"
            : "that makes \(DurationText.plain(heads)) agents; the limit for a team is 1,000,000")
      }
      agents[interval] = heads
    }
  }
}
