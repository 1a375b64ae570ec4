internal import Center

extension ScenarioDecoder {
  /// The teams, in the order of the file.
  mutating func teams(_ section: Section, center: Center) -> [Team] {
    var teams: [Team] = []
    var formulas: [(index: Int, section: Section, node: SyntaxNode, path: SyntaxPath)] = []
    for (member, section) in section.namedSections {
      var team = Team(name: member.key, agents: [], skills: skills(section))
      team.agentsAre = section.text("agentsAre").flatMap(Team.AgentsAre.init) ?? .paid
      team.shrinkage = shrinkage(section)
      team.absence = section.rate("absence") ?? 0
      team.maxOccupancy = section.rate("maxOccupancy")
      team.tenure = tenure(section)
      team.handleTimeFactor = section.number("handleTimeFactor") ?? 1
      team.wage = section.number("wage") ?? 0
      if let cost = section.section("cost") {
        team.cost = TeamCost(
          perContact: cost.number("perContact") ?? 0, perMinute: cost.number("perMinute") ?? 0)
      }
      team.overtimeRate = section.number("overtimeRate") ?? 1
      team.workforce = workforce(section)
      let hours = WeekMask.working(
        written: self.hours(of: section), skills: team.skills, center: center)
      if let (node, path) = section.child("agents"), checker.isSound(path) {
        if node.string.flatMap(ErlangStaffing.Formula.init) != nil {
          formulas.append((teams.count, section, node, path))
        } else {
          do throws(Diagnostic) {
            team.roster = try roster(section, node, path, hours: hours, team: team.name, center)
            team.agents = try agents(section, node, path, hours: hours, center: center) ?? []
            team.agents = try adjusted(team.agents, node, path)
            if team.roster.isEmpty {
              team.agents = try withExceptions(team.agents, section, calendar: center.calendar)
            } else {
              team.rosterExceptions = try rosterExceptions(
                team, section, calendar: center.calendar)
            }
          } catch {
            diagnostics.add(error)
          }
        }
      }
      teams.append(team)
    }
    // A formula needs the other teams' skills, and a demand that was read whole.
    guard !diagnostics.hasErrors, !checker.diagnostics.hasErrors else { return teams }
    var staffedLoad = 0.0
    for formula in formulas {
      do {
        let staffing = ErlangStaffing(
          center: center, teams: teams, team: formula.index,
          formula: formula.node.string.flatMap(ErlangStaffing.Formula.init) ?? .erlangC,
          origin: formula.node.origin, path: formula.path)
        let agents = try staffing.agents(staffedLoad: &staffedLoad, limits: files.limits)
        teams[formula.index].agents = try withExceptions(
          try adjusted(agents, formula.node, formula.path), formula.section,
          calendar: center.calendar)
      } catch {
        diagnostics.add(error)
      }
    }
    return teams
  }

  private mutating func skills(_ section: Section) -> [Skill] {
    guard let skills = section.section("skills") else { return [] }
    for member in skills.object.members where member.key.hasSuffix("/*") {
      let short = String(member.key.dropLast(2))
      guard skills.object.place(of: short) != nil else { continue }
      diagnostics.add(
        Diagnostic(
          .contradiction, at: member.keyOrigin, path: skills.path.appending(member.key),
          "the same skill as \(DisplayText.quoted(short))", hint: "remove one of them"))
    }
    return skills.object.members.map { member in
      let parts = member.key.split(separator: "/", maxSplits: 1).map(String.init)
      var skill = Skill(channel: parts.first ?? "")
      if parts.count == 2, parts[1] != "*" { skill.demandClass = parts[1] }
      let path = skills.path.appending(member.key)
      if let details = Section(member.value, path: path, kind: .object(.skill), log: log) {
        skill.rank = details.integer("rank") ?? 1
        skill.keepIdle = details.integer("keepIdle") ?? 0
        skill.handleTimeFactor = details.number("handleTimeFactor") ?? 1
        skill.after = details.duration("after") ?? 0
        skill.queueAbove = details.integer("queueAbove") ?? 0
        skill.worksFrom = date("from", of: details)
      } else {
        skill.rank = member.value.number?.integer ?? 1
      }
      return skill
    }
  }

  /// One rate, or the sum of its parts.
  private func shrinkage(_ section: Section) -> Double {
    guard let parts = section.section("shrinkage") else { return section.rate("shrinkage") ?? 0 }
    return parts.object.members.reduce(0) { sum, member in
      sum + ((try? ScalarReading.rate(member.value, parts.path)) ?? 0)
    }
  }

  // MARK: Agents

  private mutating func agents(
    _ section: Section, _ node: SyntaxNode, _ path: SyntaxPath, hours: WeekMask?, center: Center
  ) throws(Diagnostic) -> [[Double]]? {
    let calendar = center.calendar
    let all = WeekMask(.always, calendar: calendar)
    if node.object?.place(of: "file") != nil, let table = section.section("agents") {
      if let other = node.object?.members.first(where: { TimeText.weekdaySet($0.key) != nil }) {
        throw Diagnostic(
          .notOneAlternative, at: other.keyOrigin, path: path.appending(other.key),
          "weekdays beside a table")
      }
      guard
        let reading = try intervalTable(
          table, role: "agents", maximum: ObjectDeclaration.mostAgents, calendar)
      else { return nil }
      var series = IntervalSeries(reading, calendar: calendar, hours: hours, meaning: .level)
      let rows = try series.rows()
      try series.throwIfRowsAreMissing("the team's hours")
      return rows
    }
    var week = Array(repeating: Array(repeating: 0.0, count: calendar.intervalsPerDay), count: 7)
    if node.object?.place(of: "shifts") != nil || node.object?.place(of: "schedule") != nil {
      // All of its agents are in the roster.
    } else if let object = node.object {
      var written: Set<Int> = []
      for member in object.members {
        let path = path.appending(member.key)
        let days = try ScalarReading.weekdays(of: member, path)
        guard written.isDisjoint(with: days) else {
          throw Diagnostic(
            .contradiction, at: member.keyOrigin, path: path, "a weekday is written twice")
        }
        written.formUnion(days)
        for day in days {
          week[day] = try Self.day(member.value, path, hours: (hours ?? all).days[day])
        }
      }
    } else {
      for day in 0..<7 {
        let mask = (hours ?? all).days[day]
        // A list over the hours says nothing of a day without hours.
        if node.array != nil, !mask.contains(true) { continue }
        week[day] = try Self.day(node, path, hours: mask)
      }
    }
    return (0..<calendar.simulatedDays).map {
      week[calendar.date(ofSimulatedDay: $0).weekday.rawValue]
    }
  }

  /// The agents of a day: a number over the hours, or a list over the hours or over the day.
  private static func day(
    _ node: SyntaxNode, _ path: SyntaxPath, hours: [Bool]
  ) throws(Diagnostic) -> [Double] {
    if let number = node.number { return hours.map { $0 ? number.value : 0 } }
    let values = (node.array ?? []).compactMap { $0.number?.value }
    if values.count == hours.count { return values }
    let open = hours.count { $0 }
    guard values.count == open else {
      throw Diagnostic(
        .outOfRange, at: node.origin, path: path,
        "\(values.count) elements; expected \(open), one for each interval of the team's hours, "
          + "or \(hours.count), one for each interval of the day")
    }
    var rest = values[...]
    return hours.map { $0 ? rest.removeFirst() : 0 }
  }

  /// Agents after relative edits, which change the intervals with agents and never go below 0.
  private func adjusted(
    _ agents: [[Double]], _ node: SyntaxNode, _ path: SyntaxPath
  ) throws(Diagnostic) -> [[Double]] {
    guard !node.adjustments.isEmpty else { return agents }
    var result = agents
    for adjustment in node.adjustments {
      for day in result.indices {
        result[day] = result[day].map { $0 > 0 ? max(0, adjustment.applied(to: $0)) : 0 }
      }
      if let largest = result.joined().max(), !(largest <= ObjectDeclaration.mostAgents) {
        throw Diagnostic(
          .limitExceeded, at: adjustment.origin, path: path,
          "that makes more than 1,000,000 agents, the limit for a team")
      }
    }
    return result
  }
}

extension WeekMask {
  /// When a team works: the hours written, or those of the live channels it serves, or where it
  /// serves none those of the campaigns it dials for; nil without these, too.
  static func working(written: WeeklyHours?, skills: [Skill], center: Center) -> WeekMask? {
    if let written { return WeekMask(written, calendar: center.calendar) }
    let served = center.channels.filter { channel in
      !channel.medium.isDeferred
        && skills.contains { $0.channel == "*" || $0.channel == channel.name }
    }
    let dialed = center.outbound.filter { campaign in
      skills.contains {
        $0.channel == Campaign.channelName
          && ($0.demandClass == nil || $0.demandClass == campaign.name)
      }
    }
    let hours = served.isEmpty ? dialed.map(\.hours) : served.map(\.hours)
    guard !hours.isEmpty else { return nil }
    return hours.reduce(WeekMask(center.calendar)) {
      $0.union(WeekMask($1, calendar: center.calendar))
    }
  }
}
