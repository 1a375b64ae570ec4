import Center
public import Experiments

extension Answer {
  /// What `staff` answers: the agents that every team needs, what each formula asks for, and the
  /// busiest day interval by interval.
  public static func staffing(_ proposal: StaffingProposal) -> Answer {
    let center = proposal.center
    var tables = [teams(proposal), targets(proposal), methods(proposal), removals(proposal)]
    for team in center.teams.indices { tables.append(day(proposal, team: team)) }
    tables.removeAll { $0.rowCount == 0 }
    var notes = [
      "FTE are paid: present agents / (1 − shrinkage), in weeks of "
        + "\(Figure.rounded(center.calendar.fullTimeWeek / 3600, 1)) h. Formulas count repeats and "
        + "transfers, and no redials."
    ]
    for (team, requirement) in zip(center.teams, proposal.requirement.teams) {
      for text in StaffingNote.gaps(requirement) + requirement.remarks.map(\.words) {
        notes.append("\(team.name): \(text).")
      }
    }
    return Answer(
      sentences: [sentence(proposal)] + (proof(proposal).map { [$0] } ?? []), tables: tables,
      reports: [.staffing([proposal])],
      notes: notes)
  }

  private static func sentence(_ proposal: StaffingProposal) -> String {
    let center = proposal.center
    let method = proposal.method.map { "by \($0.title)" } ?? "in simulation"
    let scheduled = center.teams.indices.reduce(0) { $0 + proposal.scheduledHours(ofTeam: $1) }
    let hours = center.teams.indices.compactMap { proposal.paidHours(ofTeam: $0) }
    let has = "scheduled are \(fte(proposal, scheduled))"
    guard hours.count == center.teams.count else {
      return "\(center.name): \(method) there is no answer for every team; \(has) FTE."
    }
    return "\(center.name) needs \(fte(proposal, hours.reduce(0, +))) FTE \(method); \(has)."
  }

  /// How far it is shown that nobody can go.
  static func proof(_ proposal: StaffingProposal) -> String? {
    guard let removals = proposal.search?.removals else { return nil }
    let undecided = removals.count { $0.verdict == .undecided }
    let text =
      "Of \(removals.count) blocks of a team and some hours, "
      + "\(removals.count - undecided) cannot lose an agent without missing a target"
    return undecided == 0
      ? text + "."
      : text + "; \(undecided) \(undecided == 1 ? "is" : "are") undecided, "
        + "\(fte(proposal, proposal.undecidedHours)) FTE together."
  }

  /// What a search keeps.
  private static func targets(_ proposal: StaffingProposal) -> Table {
    var table = Table(
      name: "targets", title: "Targets in simulation",
      columns: [
        Column("part", "Part", .text, isKey: true, meaning: "Whom the target is about."),
        Column("measure", "Measure", .text, isKey: true, meaning: "The measure."),
        Column("target", "Target", .figure, meaning: "What is promised."),
        Column("value", "Simulated", .figure, meaning: "The average over replications."),
        Column("bound", "Sure to 95 %", .figure, meaning: "The one-sided bound of the average."),
      ])
    guard let search = proposal.search else { return table }
    for (promise, outcome) in zip(search.promises, search.outcomes) where promise.interval == nil {
      let measure = Measure.catalogue[promise.measure]
      table.append([
        .text(promise.row.label), .text(Column.title(of: measure.column)),
        .text((promise.isCeiling ? "≤ " : "≥ ") + Figure.value(promise.bound, of: measure)),
        outcome.value.map { .text(Figure.value($0, of: measure)) } ?? .empty,
        outcome.value == nil
          ? .empty
          : .text(Figure.value(promise.isCeiling ? outcome.upper : outcome.lower, of: measure)),
      ])
    }
    return table
  }

  /// What one agent less would do, block by block, where that is undecided.
  private static func removals(_ proposal: StaffingProposal) -> Table {
    let calendar = proposal.center.calendar
    var table = Table(
      name: "undecided", title: "Agents who could perhaps go",
      columns: [
        team,
        Column("from", "From", .text, isKey: true, meaning: "From when on."),
        Column("to", "To", .text, isKey: true, meaning: "Until when."),
        Column("days", "Days", .text, isKey: true, meaning: "The first day, and how many follow."),
        Column("promise", "Target at stake", .text, meaning: "The target that suffers most."),
      ])
    for removal in proposal.search?.removals ?? [] where removal.verdict == .undecided {
      let intervals = removal.block.intervals
      guard let first = intervals.first, let last = intervals.last else { continue }
      let days = Set(intervals.map { $0 / calendar.intervalsPerDay }).count
      let date = calendar.date(ofSimulatedDay: first / calendar.intervalsPerDay)
      table.append([
        .text(proposal.center.teams[removal.block.team].name), .text(clock(first, calendar)),
        .text(clock(last + 1, calendar)),
        .text(days == 1 ? "\(date)" : "\(date) and \(days - 1) more"),
        .text(
          "\(removal.promise.row.label): "
            + Measure.catalogue[removal.promise.measure].column),
      ])
    }
    return table
  }

  private static func fte(_ proposal: StaffingProposal, _ hours: Double) -> String {
    Figure.rounded(proposal.fullTimeEquivalents(paidHours: hours), 1)
  }

  private static let team = Column("team", "Team", .text, isKey: true, meaning: "The team.")

  private static func teams(_ proposal: StaffingProposal) -> Table {
    let center = proposal.center
    var table = Table(
      name: "teams", title: "Teams",
      columns: [
        team,
        Column(
          "scheduled_fte", "Scheduled FTE", .number(decimals: 1), meaning: "As the scenario has it."
        ),
        Column("fte", "Needed FTE", .number(decimals: 1), meaning: "By the method chosen."),
        Column("peak", "Most present", .integer, meaning: "The most agents of an interval."),
        Column("paid_h", "Paid", .number(decimals: 1), unit: "h", meaning: "Paid hours needed."),
        Column(
          "cost", "Wages", .number(decimals: 0), unit: center.currency, meaning: "Their wages."),
      ])
    for (index, place) in center.teams.enumerated() {
      let hours = proposal.paidHours(ofTeam: index)
      table.append([
        .text(place.name),
        .number(
          proposal.fullTimeEquivalents(paidHours: proposal.scheduledHours(ofTeam: index))),
        .optional(hours.map { proposal.fullTimeEquivalents(paidHours: $0) }),
        .optional(proposal.peak(ofTeam: index)), .optional(hours),
        place.wage > 0 ? .optional(hours.map { $0 * place.wage }) : .empty,
      ])
    }
    return table
  }

  private static func methods(_ proposal: StaffingProposal) -> Table {
    let center = proposal.center
    var table = Table(
      name: "methods", title: "FTE by method",
      columns: [Column("method", "Method", .text, isKey: true, meaning: "The method.")]
        + center.teams.indices.map {
          Column(
            "team_\($0)", center.teams[$0].name, .number(decimals: 1),
            meaning: "The FTE that the team needs.")
        })
    for method in RequirementMethod.allCases {
      table.append(
        [.text("\(method.title) (\(method.rawValue))")]
          + center.teams.indices.map { team in
            .optional(
              proposal.requirement.teams[team].agents(method).map {
                proposal.fullTimeEquivalents(
                  paidHours: proposal.paidHours($0.map(Double.init), ofTeam: team))
              })
          })
    }
    return table
  }

  /// The busiest day of a team, in the intervals in which it has work or agents; those that are
  /// alike together.
  private static func day(_ proposal: StaffingProposal, team: Int) -> Table {
    let calendar = proposal.center.calendar
    let requirement = proposal.requirement.teams[team]
    let shown: [RequirementMethod] = [
      .erlangC, .erlangA, .squareRoot, .sippMax, .sippLag, .offeredLoad,
    ].filter { requirement.agents($0) != nil }
    let day = proposal.busiestDay
    var table = Table(
      name: "day_\(team)",
      title: "\(proposal.center.teams[team].name) on \(calendar.date(ofSimulatedDay: day))",
      columns: [
        Column("from", "From", .text, isKey: true, meaning: "From when on."),
        Column("to", "To", .text, isKey: true, meaning: "Until when."),
        Column("scheduled", "Scheduled", .number(decimals: 1), meaning: "As the scenario has it."),
        Column("load", "Load", .number(decimals: 2), unit: "Erlang", meaning: "The work."),
      ]
        + shown.map { Column($0.rawValue, $0.title, .integer, meaning: "By the formula.") } + [
          Column("needed", "Needed", .integer, meaning: "By the method chosen.")
        ])
    let first = day * calendar.intervalsPerDay
    var last: (from: String, to: String, cells: [Cell])?
    func close() {
      if let last { table.append([.text(last.from), .text(last.to)] + last.cells) }
    }
    for interval in first..<first + calendar.intervalsPerDay {
      let needed = proposal.present[team]?[interval]
      guard
        requirement.scheduled[interval] > 0 || requirement.offeredLoad[interval] > 0
          || needed ?? 0 > 0
      else { continue }
      let (from, to) = (clock(interval, calendar), clock(interval + 1, calendar))
      let cells: [Cell] =
        [.number(requirement.scheduled[interval]), .number(requirement.offeredLoad[interval])]
        + shown.map { .optional(requirement.agents($0)?[interval]) } + [.optional(needed)]
      if let same = last, same.to == from, same.cells == cells {
        last = (same.from, to, cells)
      } else {
        close()
        last = (from, to, cells)
      }
    }
    close()
    return table
  }

  private static func clock(_ interval: Int, _ calendar: PlanningCalendar) -> String {
    String(calendar.instant(ofSimulatedInterval: interval).dropFirst(11).prefix(5))
  }
}
