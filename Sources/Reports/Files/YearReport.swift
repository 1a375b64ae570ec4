import Center
import CenterSimulation
public import Experiments

extension Report {
  /// `year.csv`: volume, people, requirement and cost by week and team.
  public static func year(_ results: [YearResult]) -> Report {
    Report(name: "year", title: "The year by week and team", columns: yearColumns) { emit in
      for result in results {
        let teams = zip(result.center.teams.map(\.name), result.teams).map { ($0, $1) }
        let series = teams + (teams.count == 1 ? [] : [(Row.everything, result.whole)])
        for week in result.whole.indices {
          for (name, weeks) in series {
            guard emit(row(result, week: week, team: name, weeks[week])) else { return }
          }
        }
      }
    }
  }

  private static func row(
    _ result: YearResult, week: Int, team: String, _ line: YearWeek
  ) -> [Cell] {
    let monday = result.monday(of: week)
    let band = line.band
    func points(_ points: YearBand.Points?) -> [Cell] {
      [.optional(points?.low), .optional(points?.high)]
    }
    let people = line.people
    let cost = line.cost
    return [
      .text(result.center.name), .text(monday.isoWeek), .text(team), .text("\(monday)"),
      .number(line.volume), .number(people.headcount),
    ] + points(band?.headcount) + [.number(people.leavers)] + points(band?.leavers) + [
      .number(people.hires), .number(people.inTraining), .number(people.graduates),
      .number(people.failures), .number(line.requiredFTE), .number(people.effectiveFTE),
    ] + points(band?.effectiveFTE) + [.number(line.gapFTE)] + points(band?.gapFTE) + [
      .number(line.shortfallFTE), .optional(band?.shortShare), .number(cost.overtimeHours),
      .number(cost.vendorHours), .number(cost.total),
    ] + points(band?.cost) + [
      .number(cost.wages), .number(cost.hiring), .number(cost.training), .number(cost.overtime),
      .number(cost.vendor), .text(result.center.currency),
    ]
  }

  private static let yearColumns: [Column] =
    [
      KeyColumns.scenario,
      Column(
        "week", "Week", .text, isKey: true,
        meaning: "The week by ISO 8601, as 2026-W48; from Monday on."),
      KeyColumns.team,
      Column("week_start", "From", .text, meaning: "The Monday of the week."),
      Column(
        "volume", "Issues", .number(decimals: 0),
        meaning: "Expected issues, of the classes that the team can serve."),
    ]
    + withPoints(
      Column(
        "headcount", "Headcount", .number(decimals: 1),
        meaning: "Trained agents at the beginning of the week, its graduates included."))
    + withPoints(
      Column(
        "leavers", "Leavers", .number(decimals: 1),
        meaning: "Trained agents who leave at the end of the week."))
    + [
      Column(
        "hires", "Hires", .number(decimals: 0), meaning: "Agents whose training begins."),
      Column(
        "in_training", "In training", .number(decimals: 0),
        meaning: "Agents in training during the week; paid."),
      Column(
        "graduates", "Graduates", .number(decimals: 1),
        meaning: "Agents who passed and begin to work."),
      Column(
        "not_passed", "Not passed", .number(decimals: 1),
        meaning: "Agents who leave because they did not pass."),
      Column(
        "required_fte", "Required FTE", .number(decimals: 1), unit: "FTE",
        meaning: "Full-time equivalents to be paid so that the requirement is met, shrinkage "
          + "included."),
    ]
    + withPoints(
      Column(
        "effective_fte", "Effective FTE", .number(decimals: 1), unit: "FTE",
        meaning: "Paid full-time equivalents of trained agents, each by what proficiency or tenure "
          + "says of the months since training."))
    + withPoints(
      Column(
        "gap_fte", "Gap", .number(decimals: 1), unit: "FTE",
        meaning: "Required − effective; negative where more is there than required."))
    + [
      Column(
        "shortfall_fte", "Shortfall", .number(decimals: 1), unit: "FTE",
        meaning: "The gap where it is positive, else 0; of all, the sum over the teams."),
      Column(
        "short_share", "Short years", .share(decimals: 0),
        meaning: "The share of random years in which a team has a gap in the week."),
      Column(
        "overtime_h", "Overtime", .number(decimals: 0), unit: "h",
        meaning: "Overtime that closes the gap, as far as workforce.overtime goes."),
      Column(
        "vendor_h", "Vendor", .number(decimals: 0), unit: "h",
        meaning: "Hours of a vendor that close the rest, where cost.perVendorHour is given."),
    ]
    + withPoints(
      Column(
        "cost", "Cost", .number(decimals: 0),
        meaning: "All of the costs that follow, in the currency of the design."))
    + [
      Column(
        "cost_wages", "Wages", .number(decimals: 0),
        meaning: "Wages of trained agents and of those in training."),
      Column(
        "cost_hiring", "Hiring", .number(decimals: 0), meaning: "Recruiting of the hires."),
      Column(
        "cost_training", "Training", .number(decimals: 0),
        meaning: "Trainers and rooms for the hires."),
      Column(
        "cost_overtime", "Overtime cost", .number(decimals: 0),
        meaning: "Overtime, by wage and "
          + "overtimeRate."),
      Column("cost_vendor", "Vendor cost", .number(decimals: 0), meaning: "The vendor's hours."),
      Column("currency", "Currency", .text, meaning: "The currency of all amounts."),
    ]

  private static func withPoints(_ column: Column) -> [Column] {
    [column]
      + [("p05", 5), ("p95", 95)].map { name, percent in
        Column(
          "\(column.name)_\(name)", "\(column.title) \(name)", .number(decimals: 1),
          unit: column.unit,
          meaning: "The least value that \(percent) % of random years do not exceed.")
      }
  }

  /// `hiring.csv`: the classes of a year's plan.
  public static func hiring(_ results: [YearResult]) -> Report {
    let columns = [
      KeyColumns.scenario, KeyColumns.team,
      Column(
        "class", "Class", .integer, isKey: true,
        meaning: "The number of the class in its team, by its first day."),
      Column("agents", "Agents", .integer, meaning: "How many begin."),
      Column(
        "decide_by", "Decide by", .text, meaning: "The last day to decide on it: a lead before."),
      Column("start", "Training from", .text, meaning: "The first day of training."),
      Column("works_from", "Works from", .text, meaning: "The first day of work."),
      Column(
        "origin", "Origin", .text,
        meaning: "decided: written in the scenario; suggested: found by the rule."),
      Column(
        "started", "Started", .text, meaning: "Whether year.csv counts on it: yes or empty."),
    ]
    return Report(name: "hiring", title: "Classes", columns: columns) { emit in
      for result in results {
        for (team, classes) in zip(result.center.teams, result.classes) {
          for (index, item) in classes.enumerated() {
            let isAlive = emit([
              .text(result.center.name), .text(team.name), .integer(index + 1),
              .integer(item.agents), .text("\(item.decideBy)"), .text("\(item.start)"),
              .text("\(item.worksFrom)"), .text(item.isSuggested ? "suggested" : "decided"),
              item.isStarted ? .text("yes") : .empty,
            ])
            guard isAlive else { return }
          }
        }
      }
    }
  }
}
