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
    if proposal.search != nil {
      notes.append(
        "The range of FTE is what these replications leave open on the way that the search went: its "
          + "upper end keeps the targets, and with fewer agents than its lower end one is missed, by "
          + "bounds of 95 %. Wages are minimized, so that another mix of teams may take fewer FTE. "
          + "Fresh customers are as many that the search has not met.")
    }
    if let blocking = proposal.search?.blockingRate, blocking >= 0.005 {
      notes.append(
        "\(Figure.rounded(blocking * 100, 1)) % of contacts find no trunk or port free: they wait for "
          + "nobody, and what is promised to those who are let in does not count them.")
    }
    for (team, requirement) in zip(center.teams, proposal.requirement.teams) {
      for text in StaffingNote.gaps(requirement) + requirement.remarks.map(\.words) {
        notes.append("\(team.name): \(text).")
      }
    }
    return Answer(
      sentences: [sentence(proposal)] + (proof(proposal).map { [$0] } ?? [])
        + misses(proposal), tables: tables,
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
    let needed = fte(proposal, hours.reduce(0, +))
    let least = proposal.leastPaidHours.map { fte(proposal, $0) } ?? needed
    let range = proposal.search == nil ? "" : " (\(least) to \(needed))"
    return "\(center.name) needs \(needed) FTE \(method)\(range); \(has)."
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
      : text + "; \(undecided) \(undecided == 1 ? "is" : "are") undecided."
  }

  /// Targets that the plan misses with customers whom the search has not met.
  static func misses(_ proposal: StaffingProposal) -> [String] {
    guard let search = proposal.search else { return [] }
    return zip(search.promises, search.confirmation).compactMap { promise, outcome in
      guard promise.interval == nil, let value = outcome.value,
        promise.isCeiling ? value > promise.bound : value < promise.bound
      else { return nil }
      let measure = Measure.catalogue[promise.measure]
      return "With fresh customers \(promise.row.label) has \(Figure.value(value, of: measure)) "
        + "where \(Figure.value(promise.bound, of: measure)) is the target: raise --replications."
    }
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
        Column(
          "fresh", "Fresh customers", .figure,
          meaning: "The average over as many replications that the search has not met."),
      ])
    guard let search = proposal.search else { return table }
    for (index, promise) in search.promises.enumerated() where promise.interval == nil {
      let outcome = search.outcomes[index]
      let measure = Measure.catalogue[promise.measure]
      table.append([
        .text(promise.row.label), .text(Column.title(of: measure.column)),
        .text((promise.isCeiling ? "≤ " : "≥ ") + Figure.value(promise.bound, of: measure)),
        outcome.value.map { .text(Figure.value($0, of: measure)) } ?? .empty,
        outcome.value == nil
          ? .empty
          : .text(Figure.value(promise.isCeiling ? outcome.upper : outcome.lower, of: measure)),
        search.confirmation[index].value.map { .text(Figure.value($0, of: measure)) } ?? .empty,
      ])
    }
    return table
  }

  private static func fte(_ proposal: StaffingProposal, _ hours: Double) -> String {
    Figure.rounded(proposal.fullTimeEquivalents(paidHours: hours), 1)
  }

  static let teamOfStaffing = Column("team", "Team", .text, isKey: true, meaning: "The team.")

  private static func teams(_ proposal: StaffingProposal) -> Table {
    let center = proposal.center
    var table = Table(
      name: "teams", title: "Teams",
      columns: [
        teamOfStaffing,
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
}
