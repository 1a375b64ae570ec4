import Center
public import Experiments

extension Answer {
  /// Makes of a comparison one of designs that were staffed to their targets: its sentences begin
  /// with what each design needs, and a table shows it.
  ///
  /// - Parameters:
  ///   - proposals: What each design needs, in the order of the comparison.
  ///   - replications: How many decided about a plan.
  public mutating func staff(_ proposals: [StaffingProposal], replications: Int) {
    guard let first = proposals.first else { return }
    for (index, proposal) in proposals.dropFirst().enumerated() where index < sentences.count {
      let need = StaffingNeed(proposal, comparedWith: first).text
      // What each design uses is what it needs: the sentence says it once.
      let rest = sentences[index].split(separator: "; ").dropFirst().joined(separator: "; ")
      sentences[index] = need + (rest.isEmpty ? "." : "; \(rest)")
    }
    for proposal in proposals {
      guard let blocking = proposal.search?.blockingRate, blocking >= 0.005 else { continue }
      sentences.append(
        "\(proposal.center.name) turns \(Figure.rounded(blocking * 100, 1)) % of contacts away, for "
          + "whom no trunk or port is free and nobody is needed.")
    }
    for proposal in proposals {
      sentences += Answer.misses(proposal).map { "\(proposal.center.name): \($0)" }
    }
    tables.insert(StaffingNeed.table(proposals), at: 0)
    reports.append(.staffing(proposals))
    notes.append(
      "Each design has the smallest staffing found that keeps its own targets with 95 % confidence "
        + "over \(replications) replications. Least is what is left when the search goes on until one "
        + "of them is missed for sure; the range in brackets is from the most of one design and the "
        + "least of the other to the reverse. Both are about the way that the search went, which "
        + "minimizes wages.")
  }
}

/// How much less or more staff one design needs than another.
struct StaffingNeed {
  /// The designs' names.
  let names: (first: String, second: String)
  /// What the second needs beyond the first [FTE].
  let difference: Double
  /// What the replications leave open, in the first and in the second [FTE].
  let open: (first: Double, second: Double)

  init(_ second: StaffingProposal, comparedWith first: StaffingProposal) {
    names = (first.center.name, second.center.name)
    difference = Self.needed(second) - Self.needed(first)
    open = (Self.needed(first) - Self.least(first), Self.needed(second) - Self.least(second))
  }

  init(names: (String, String), difference: Double, open: (Double, Double)) {
    self.names = names
    self.difference = difference
    self.open = open
  }

  private static func needed(_ proposal: StaffingProposal) -> Double {
    proposal.fullTimeEquivalents(paidHours: proposal.paidHours ?? 0)
  }

  private static func least(_ proposal: StaffingProposal) -> Double {
    proposal.fullTimeEquivalents(paidHours: proposal.leastPaidHours ?? proposal.paidHours ?? 0)
  }

  /// `B needs 6.4 FTE fewer than A (4.9 to 7.8)`.
  var text: String {
    let amount = Figure.rounded(difference.magnitude, 1)
    let isFewer = difference < 0
    let start =
      amount == "0.0"
      ? "\(names.second) needs as many FTE as \(names.first)"
      : "\(names.second) needs \(amount) FTE \(isFewer ? "fewer" : "more") than \(names.first)"
    guard open.first > 0 || open.second > 0 else { return start }
    if amount == "0.0" {
      let bounds = [difference - open.second, difference + open.first].map(Self.words)
      return "\(start) (\(bounds[0]) to \(bounds[1]))"
    }
    let least = difference.magnitude - (isFewer ? open.first : open.second)
    let most = difference.magnitude + (isFewer ? open.second : open.first)
    return "\(start) (\(Self.words(least)) to \(Self.words(most)))"
  }

  private static func words(_ value: Double) -> String {
    let text = Figure.rounded(value, 1)
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  /// What each design needs.
  static func table(_ proposals: [StaffingProposal]) -> Table {
    let currency = proposals.first?.center.currency ?? ""
    var table = Table(
      name: "staffed", title: "Staffed to target",
      columns: [
        Column("design", "Design", .text, isKey: true, meaning: "The design."),
        Column("fte", "FTE", .number(decimals: 1), meaning: "What it needs, paid."),
        Column(
          "fte_least", "Least", .number(decimals: 1),
          meaning: "On the way of the search, with fewer a target is missed for sure."),
        Column(
          "scheduled", "Scheduled FTE", .number(decimals: 1), meaning: "As the scenario has it."),
        Column("wages", "Wages", .number(decimals: 0), unit: currency, meaning: "Their wages."),
        Column(
          "wages_least", "Least", .number(decimals: 0), unit: currency,
          meaning: "The wages of those."),
      ])
    for proposal in proposals {
      let teams = proposal.center.teams
      let scheduled = teams.indices.reduce(0) { $0 + proposal.scheduledHours(ofTeam: $1) }
      let wages = teams.indices.reduce(0) {
        $0 + (proposal.paidHours(ofTeam: $1) ?? 0) * teams[$1].wage
      }
      table.append([
        .text(proposal.center.name), .number(needed(proposal)),
        .number(least(proposal)),
        .number(proposal.fullTimeEquivalents(paidHours: scheduled)), .number(wages),
        .number(proposal.leastWages ?? wages),
      ])
    }
    return table
  }
}

extension Answer {
  /// A promise that no number of agents keeps, in words.
  public static func unreachable(_ promise: StaffingPromise) -> String {
    let measure = Measure.catalogue[promise.measure]
    return
      "\(promise.row.label): \(measure.column) of \(Figure.value(promise.bound, of: measure)) is "
      + "out of reach of eight times the agents."
  }
}
