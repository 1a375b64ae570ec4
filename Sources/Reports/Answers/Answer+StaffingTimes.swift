import Center
import Experiments

/// The tables of a staffing by time of day.
extension Answer {
  /// What one agent less would do, block by block, where that is undecided.
  static func removals(_ proposal: StaffingProposal) -> Table {
    let calendar = proposal.center.calendar
    var table = Table(
      name: "undecided", title: "Agents who could perhaps go",
      columns: [
        teamOfStaffing,
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

  /// The busiest day of a team, in the intervals in which it has work or agents; those that are
  /// alike together.
  static func day(_ proposal: StaffingProposal, team: Int) -> Table {
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
