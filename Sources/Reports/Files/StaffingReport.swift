import Center
public import Experiments

extension Report {
  /// `staffing.csv`: the agents that each team needs in each interval, proposed and by formula.
  ///
  /// - Parameter proposals: The agents proposed for each design; empty for the columns alone.
  public static func staffing(_ proposals: [StaffingProposal]) -> Report {
    Report(name: "staffing", title: "Agents needed by interval", columns: staffingColumns) { emit in
      for proposal in proposals {
        guard emitStaffing(proposal, emit) else { return }
      }
    }
  }

  private static func emitStaffing(
    _ proposal: StaffingProposal, _ emit: (borrowing [Cell]) -> Bool
  ) -> Bool {
    let center = proposal.center
    for (team, place) in center.teams.enumerated() {
      let removals = proposal.removals(ofTeam: team)
      let requirement = proposal.requirement.teams[team]
      let note = StaffingNote.text(requirement)
      let present = proposal.present[team]
      for interval in center.calendar.countedIntervals {
        let counted = interval - center.calendar.countedIntervals.lowerBound
        let required = present?[interval]
        var cells: [Cell] = [
          .text(center.name), .text(place.name),
          .text(center.calendar.instant(ofCountedInterval: counted)),
          .text(center.calendar.instant(ofCountedInterval: counted + 1)),
          .number(requirement.scheduled[interval]),
          .number(requirement.offeredLoad[interval]), .optional(required),
          .optional(required.map { Double($0) / (1 - place.shrinkage) }),
          .optional(required.map { requirement.scheduled[interval] - Double($0) }),
          .text(proposal.method?.rawValue ?? "simulation"),
        ]
        for method in RequirementMethod.allCases {
          cells.append(.optional(requirement.agents(method)?[interval]))
        }
        cells.append(removals[interval].map { .text($0.removalWord) } ?? .empty)
        cells.append(note.isEmpty ? .empty : .text(note))
        guard emit(cells) else { return false }
      }
    }
    return true
  }

  private static let staffingColumns =
    [
      KeyColumns.scenario,
      Column("team", "Team", .text, isKey: true, meaning: "The name of the team."),
      KeyColumns.intervalStart, KeyColumns.intervalEnd,
      Column(
        "agents_scheduled", "Scheduled", .number(decimals: 1),
        meaning: "Agents whom the scenario schedules to be present, on average over the interval."),
      Column(
        "offered_load", "Load", .number(decimals: 2), unit: "Erlang",
        meaning: "Work that comes to the team first: contacts times handle time; work answered "
          + "later spread until it is due."),
      Column(
        "agents_required", "Needed", .integer,
        meaning: "Agents who need to be scheduled present, by the method chosen."),
      Column(
        "agents_required_paid", "Needed, paid", .number(decimals: 1),
        meaning: "Paid agents for these: present / (1 − shrinkage)."),
      Column(
        "over_under", "Over or under", .number(decimals: 1),
        meaning: "Scheduled minus needed: below 0 agents are missing."),
      Column("method", "Method", .text, meaning: "The method chosen."),
    ] + RequirementMethod.allCases.map(\.column) + [
      Column(
        "removal", "One agent less", .text,
        meaning:
          "Of an agent taken from the block of this interval, in simulation: needed, a target "
          + "is then missed for sure; undecided, it is not sure to be kept; else empty."),
      Column(
        "note", "Note", .text,
        meaning: "Which methods have no answer for the team, and what is approximate; else empty."),
    ]

  /// The agents proposed as a table that a scenario can use as it is: `"agents": { "file": …,
  /// "where": { "team": … } }`.
  ///
  /// - Parameters:
  ///   - proposal: Agents for every team.
  ///   - rowLength: How long rows are [s]; divides the interval of the calendar.
  public static func staffingPlan(_ proposal: StaffingProposal, rowLength: Int) -> Report {
    let columns = [
      Column("team", "Team", .text, isKey: true, meaning: "The name of the team."),
      Column("interval_start", "From", .instant, isKey: true, meaning: "The start of the row."),
      Column(
        "agents", "Agents", .number(decimals: 2),
        meaning: "Agents as the scenario counts the team's: paid or present heads."),
      Column("agents_present", "Present", .integer, meaning: "Agents present."),
    ]
    return Report(name: "agents", title: "Agents by interval", columns: columns) { emit in
      let calendar = proposal.center.calendar
      var rows = calendar
      rows.intervalLength = rowLength
      let rowsPerInterval = calendar.intervalLength / rowLength
      for (team, place) in proposal.center.teams.enumerated() {
        guard let present = proposal.present[team] else { continue }
        for row in 0..<rows.simulatedIntervals {
          let agents = present[row / rowsPerInterval]
          let isAlive = emit([
            .text(place.name), .text(rows.instant(ofSimulatedInterval: row)),
            .number(Double(agents) / place.presentShare), .integer(agents),
          ])
          guard isAlive else { return }
        }
      }
    }
  }
}

extension StaffingPromise.Verdict {
  /// What the verdict on a plan with an agent less says of the agent.
  var removalWord: String {
    switch self {
    case .kept: "spare"
    case .broken: "needed"
    case .undecided: "undecided"
    }
  }
}

/// What stands in the note of a team's rows.
enum StaffingNote {
  static func text(_ requirement: TeamRequirement) -> String {
    (gaps(requirement) + requirement.remarks.map(\.words)).joined(separator: "; ")
  }

  /// The methods without an answer, together where they have the same reason.
  static func gaps(_ requirement: TeamRequirement) -> [String] {
    var gaps: [(reason: RequirementGap, methods: [String])] = []
    for method in RequirementMethod.allCases {
      guard let reason = requirement.gap(method) else { continue }
      if let index = gaps.firstIndex(where: { $0.reason == reason }) {
        gaps[index].methods.append(method.rawValue)
      } else {
        gaps.append((reason, [method.rawValue]))
      }
    }
    return gaps.map { gap in
      let all = gap.methods.count == RequirementMethod.allCases.count
      return (all ? "no formula" : "no " + gap.methods.joined(separator: ", ")) + ": "
        + gap.reason.words
    }
  }
}
