import Center
import CenterSimulation
public import Experiments

extension Answer {
  /// What `plan` answers: what each design saves against the first, when to hire, and the months.
  ///
  /// - Parameters:
  ///   - results: The designs' years, over the same weeks.
  ///   - requirement: How the requirement was found.
  public static func year(_ results: [YearResult], requirement: YearRequirement) -> Answer {
    var answer = Answer(reports: [.year(results), .hiring(results)])
    guard let first = results.first else { return answer }
    answer.sentences =
      results.dropFirst().map { YearSentence.difference($0, from: first) }
      + results.map { YearSentence.hiring($0) }
    for (index, result) in results.enumerated() {
      answer.tables.append(months(result, name: "months_\(index + 1)"))
    }
    let hiring = Report.hiring(results).table()
    if hiring.rowCount > 0 { answer.tables.append(hiring) }
    answer.notes = [
      "Required: \(requirement.words). Effective: trained agents by what they do since their training. "
        + "Both are paid full-time equivalents, shrinkage included."
    ]
    if first.replications > 0 {
      answer.notes.append(
        "Expected values. Short years: in how many of \(first.replications) random years, in which "
          + "agents pass and leave by chance, the worst week of the month has a gap; seed "
          + "\(first.seed).")
    }
    answer.notes.append(
      "Costs are those of people: wages, hiring, training, overtime and vendors. What channels and "
        + "self-service cost, compare tells.")
    return answer
  }

  /// A row for every team and month; a week belongs to the month of its Thursday.
  private static func months(_ result: YearResult, name: String) -> Table {
    var table = Table(
      name: name, title: "\(result.center.name) by month",
      columns: [
        Column("month", "Month", .text, isKey: true, meaning: "The month."),
        KeyColumns.team,
        Column("volume", "Issues", .number(decimals: 0), meaning: "Expected issues."),
        Column("required", "Required", .number(decimals: 1), meaning: "Mean required FTE."),
        Column("effective", "Effective", .number(decimals: 1), meaning: "Mean effective FTE."),
        Column("gap", "Largest gap", .number(decimals: 1), meaning: "The largest weekly gap."),
        Column("short", "Short years", .share(decimals: 0), meaning: "In the worst week."),
        Column("headcount", "Headcount", .number(decimals: 1), meaning: "In the last week."),
        Column("leavers", "Leavers", .number(decimals: 1), meaning: "Who leaves."),
        Column("hires", "Hires", .number(decimals: 0), meaning: "Who begins training."),
        Column("cost", "Cost", .figure, meaning: "Money."),
      ])
    let months = result.whole.indices.map { week -> String in
      String("\(result.monday(of: week).advanced(by: 3))".dropLast(3))
    }
    var start = 0
    while start < months.count {
      var end = start
      while end < months.count, months[end] == months[start] { end += 1 }
      for (team, weeks) in zip(result.center.teams, result.teams) {
        table.append(row(months[start], team.name, weeks[start..<end]))
      }
      start = end
    }
    return table
  }

  private static func row(_ month: String, _ team: String, _ weeks: ArraySlice<YearWeek>) -> [Cell]
  {
    func sum(_ value: (YearWeek) -> Double) -> Double { weeks.reduce(0) { $0 + value($1) } }
    let count = Double(weeks.count)
    let shares = weeks.compactMap { $0.band?.shortShare }
    return [
      .text(month), .text(team), .number(sum(\.volume)), .number(sum(\.requiredFTE) / count),
      .number(sum(\.people.effectiveFTE) / count),
      .optional(weeks.map(\.gapFTE).max()), .optional(shares.max()),
      .optional(weeks.last?.people.headcount), .number(sum(\.people.leavers)),
      .number(sum(\.people.hires)), .text(YearSentence.money(sum(\.cost.total))),
    ]
  }
}

extension YearRequirement {
  /// To end a sentence with.
  var words: String {
    switch self {
    case .schedule: "what the scenario schedules in each week"
    case .formula(let method): "by formula (\(method.title)), interval by interval"
    case .simulation(let replications):
      "the smallest staffing found that keeps the targets in simulation, \(replications) "
        + "replications of each week"
    }
  }
}

extension Answer {
  /// Why a formula has no answer, to end a sentence with.
  public static func reason(_ gap: RequirementGap) -> String { gap.words }

  /// Why no staffing can be found, to begin a sentence with.
  public static func reason(_ error: StaffingError) -> String {
    switch error {
    case .replications(let count): "ask for 8 to 10000000 replications, not \(count)"
    case .noTarget: "write a target in a channel: nothing is promised, and nobody is needed"
    case .nobody: "write agents: the plan to start from has nobody"
    case .blocks(let count):
      "lengthen calendar.interval: \(count) blocks are more than \(StaffingSearch.mostBlocks)"
    case .unreachable(let promise):
      "look at the target of \(promise.row.label): eight times the agents do not keep it"
    case .foreignJournal: "remove the journal: it is of another search"
    }
  }
}
