internal import Center

extension ScenarioDecoder {
  /// A team's agents after its exceptions.
  ///
  /// An exception changes the intervals that have agents; one that adds agents and says from when
  /// or until when also the others. Days that are not simulated are left alone, so that one list
  /// serves every calendar.
  func withExceptions(
    _ agents: [[Double]], _ section: Section, calendar: PlanningCalendar
  ) throws(Diagnostic) -> [[Double]] {
    guard let (list, path) = section.child("exceptions"), checker.isSound(path) else {
      return agents
    }
    var result = agents
    for (index, node) in (list.array ?? []).enumerated() {
      guard
        let exception = Section(
          node, path: path.appending(String(index)), kind: .object(.exception), log: log)
      else { continue }
      try apply(exception, at: node.origin, to: &result, calendar: calendar)
    }
    return result
  }

  private func apply(
    _ exception: Section, at origin: Origin, to agents: inout [[Double]],
    calendar: PlanningCalendar
  ) throws(Diagnostic) {
    guard let (node, path) = exception.child("date"), let from = exception.clock("from"),
      let to = exception.clock("to"), let change = exception.number("agents")
    else { return }
    _ = exception.text("reason")
    let date = try ScalarReading.date(node, path)
    guard from < to else {
      throw Diagnostic(
        .contradiction, at: origin, path: exception.path, "it ends before it begins",
        hint: "write two exceptions for a time over midnight")
    }
    let length = calendar.intervalLength
    guard from % length == 0, to % length == 0 else {
      throw Diagnostic(
        .offInterval, at: origin, path: exception.path,
        "it does not begin and end on the calendar's intervals of "
          + DurationText.text(seconds: Double(length)))
    }
    let day = date.daysSinceEpoch - calendar.date(ofSimulatedDay: 0).daysSinceEpoch
    guard agents.indices.contains(day) else { return }
    let hasTimes =
      exception.object.place(of: "from") != nil || exception.object.place(of: "to") != nil
    for interval in from / length..<to / length {
      let usual = agents[day][interval]
      guard usual > 0 || change > 0 && hasTimes else { continue }
      let heads = usual + change
      guard heads >= 0, heads <= ObjectDeclaration.mostAgents else {
        let time = TimeText.clock(minute: interval * length / 60)
        throw Diagnostic(
          heads < 0 ? .contradiction : .limitExceeded, at: origin, path: exception.path,
          heads < 0
            ? "\(DurationText.plain(-change)) fewer are more than the "
              + "\(DurationText.plain(usual)) agents of \(date) \(time)"
            : "that makes \(DurationText.plain(heads)) agents; the limit for a team is 1,000,000")
      }
      agents[day][interval] = heads
    }
  }
}
