internal import Center

extension ScenarioDecoder {
  /// The agents of a team by shifts or from a schedule; none where it has neither.
  mutating func roster(
    _ team: Section, _ node: SyntaxNode, _ path: SyntaxPath, hours: WeekMask?, team name: String,
    _ center: Center
  ) throws(Diagnostic) -> [RosteredDuty] {
    guard let object = node.object else { return [] }
    let keys = ["shifts", "schedule"].filter { object.place(of: $0) != nil }
    guard let key = keys.first, let section = team.section("agents") else { return [] }
    if let other = object.members.first(where: { $0.key != key }) {
      throw Diagnostic(
        .notOneAlternative, at: other.keyOrigin, path: path.appending(other.key),
        "beside \"\(key)\", which says all")
    }
    if let edit = node.adjustments.first {
      throw Diagnostic(
        .editDoesNotApply, at: edit.origin, path: path,
        "\"\(key)\" cannot be changed as a whole", hint: "change the agents of a shift, or the file"
      )
    }
    let written = self.hours(of: team).map { WeekMask($0, calendar: center.calendar) }
    if key == "schedule" {
      let duties = try schedule(section, hours: hours, team: name, center)
      try require(duties, inside: written, at: team, path, center.calendar)
      return duties
    }
    var duties: [RosteredDuty] = []
    var firstAgent = 0
    for (index, node) in (section.node("shifts")?.array ?? []).enumerated() {
      let path = path.appending("shifts").appending(String(index))
      guard let shift = Section(node, path: path, kind: .object(.shift), log: log) else { continue }
      let agents = shift.integer("agents") ?? 0
      let own = try self.duties(
        of: shift, agents: firstAgent..<(firstAgent + agents), hours: hours, center.calendar)
      try require(own, inside: written, at: team, path, center.calendar)
      duties += own
      firstAgent += agents
      guard firstAgent <= Int(ObjectDeclaration.mostAgents), duties.count <= Center.mostDuties
      else {
        throw Diagnostic(
          .limitExceeded, at: node.origin, path: path,
          "the shifts have more than 1,000,000 agents or \(Center.mostDuties) pieces, the limits")
      }
    }
    return duties
  }

  /// Hours written for a team hold all that its agents do: times that they would cut off were lost
  /// without a word.
  private func require(
    _ duties: [RosteredDuty], inside written: WeekMask?, at team: Section, _ path: SyntaxPath,
    _ calendar: PlanningCalendar
  ) throws(Diagnostic) {
    guard let written, let hours = team.child("hours") else { return }
    let length = calendar.intervalLength
    for duty in duties where duty.activity != .absent {
      for interval in duty.start / length..<(duty.end + length - 1) / length {
        let (day, place) = interval.quotientAndRemainder(dividingBy: calendar.intervalsPerDay)
        let date = calendar.date(ofSimulatedDay: day)
        guard !written.days[date.weekday.rawValue][place] else { continue }
        throw Diagnostic(
          .contradiction, at: hours.node.origin, path: hours.path,
          "somebody is on duty on \(date) at \(TimeText.clock(minute: place * length / 60)), outside "
            + "these hours (\(path))",
          hint: "write wider hours, or none: shifts and schedules say when the team works")
      }
    }
  }

  /// A shift on each of its days, with the breaks cut out.
  private func duties(
    of shift: Section, agents: Range<Int>, hours: WeekMask?, _ calendar: PlanningCalendar
  ) throws(Diagnostic) -> [RosteredDuty] {
    let weekdays = try weekdays(of: shift, hours: hours)
    guard let start = shift.clock("start"), let written = shift.clock("end") else { return [] }
    guard start < PlanningCalendar.dayLength else {
      throw Diagnostic(
        .malformedHours, at: shift.node("start")?.origin, path: shift.path.appending("start"),
        "no shift starts at 24:00", hint: "write \"00:00\", on the next day")
    }
    let end = written > start ? written : written + PlanningCalendar.dayLength
    let pauses = try pauses(of: shift, start: start, end: end)
    guard !agents.isEmpty else { return [] }
    var duties: [RosteredDuty] = []
    for group in groups(of: agents, pauses: pauses) {
      var pieces: [(start: Int, end: Int, activity: RosteredDuty.Activity)] = []
      var time = start
      for (pause, slot) in zip(pauses, group.slots) {
        let begins = pause.from + slot * pause.length
        if time < begins { pieces.append((time, begins, .working)) }
        pieces.append((begins, begins + pause.length, pause.isPaid ? .paid : .unpaid))
        time = begins + pause.length
      }
      if time < end { pieces.append((time, end, .working)) }
      // A night shift of the evening before is there when the first day begins.
      for day in -1..<calendar.simulatedDays
      where weekdays.contains(calendar.date(ofSimulatedDay: day).weekday.rawValue) {
        duties += pieces.compactMap {
          RosteredDuty(
            agents: group.agents, day: day, from: $0.start, to: $0.end, activity: $0.activity)
        }
      }
    }
    return duties
  }

  private func weekdays(of shift: Section, hours: WeekMask?) throws(Diagnostic) -> [Int] {
    guard let (node, path) = shift.child("days") else {
      return (0..<7).filter { hours?.days[$0].contains(true) ?? true }
    }
    guard let days = TimeText.weekdaySet(node.string ?? "") else {
      throw Diagnostic(
        .malformedHours, at: node.origin, path: path,
        "\(DisplayText.quoted(node.string ?? "")) names no weekdays",
        hint: "write \"Mon\", \"Mon-Fri\", \"Sat,Sun\" or \"daily\"")
    }
    return days
  }

  /// A break: seconds from the midnight of the shift's day.
  private struct Pause {
    let from: Int
    let to: Int
    let length: Int
    let isPaid: Bool
    /// How many breaks fit into the window, one after the other.
    var slots: Int { (to - from) / length }
  }

  private func pauses(of shift: Section, start: Int, end: Int) throws(Diagnostic) -> [Pause] {
    var pauses: [Pause] = []
    for (index, node) in (shift.node("breaks")?.array ?? []).enumerated() {
      let path = shift.path.appending("breaks").appending(String(index))
      guard let section = Section(node, path: path, kind: .object(.pause), log: log),
        var from = section.clock("from"), var to = section.clock("to")
      else { continue }
      if from < start { from += PlanningCalendar.dayLength }
      if to <= from { to += PlanningCalendar.dayLength }
      func refused(_ reason: String) -> Diagnostic {
        Diagnostic(.contradiction, at: node.origin, path: path, reason)
      }
      guard to <= end else { throw refused("the break is not within the shift") }
      let length = section.duration("for") ?? Double(to - from)
      guard length == length.rounded(), Int(length) <= to - from else {
        throw refused("a break is whole seconds, and no longer than its window")
      }
      pauses.append(
        Pause(
          from: from, to: to, length: Int(length), isPaid: section.boolean("paid") ?? true))
    }
    pauses.sort { $0.from < $1.from }
    for (left, right) in zip(pauses, pauses.dropFirst()) where left.to > right.from {
      throw Diagnostic(
        .contradiction, at: shift.origin, path: shift.path.appending("breaks"),
        "the windows of two breaks overlap")
    }
    return pauses
  }

  /// The agents of a shift in groups that take all breaks together: each break's slots get as
  /// equal numbers of neighbours as can be.
  private func groups(
    of agents: Range<Int>, pauses: [Pause]
  ) -> [(agents: Range<Int>, slots: [Int])] {
    var groups: [(agents: Range<Int>, slots: [Int])] = []
    for agent in agents {
      let place = agent - agents.lowerBound
      let slots = pauses.map { place * $0.slots / agents.count }
      if let last = groups.last, last.slots == slots {
        groups[groups.count - 1].agents = last.agents.lowerBound..<(agent + 1)
      } else {
        groups.append((agent..<(agent + 1), slots))
      }
    }
    return groups
  }
}
