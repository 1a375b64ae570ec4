extension Center {
  /// What does not hold among the numbers of a team's workforce.
  func workforceProblems(of team: Team, _ list: inout ProblemList) {
    guard let workforce = team.workforce else { return }
    func add(_ key: String, _ message: String) {
      list.add(path: ["workforce"] + key.split(separator: ".").map(String.init), .badValue, message)
    }
    if !(0...Self.mostAgents).contains(workforce.headcount) {
      add("headcount", "\(workforce.headcount) agents; expected 0…\(Self.mostAgents)")
    }
    let months = workforce.attrition.map(\.months)
    if let first = months.first,
      first != 0 || !zip(months, months.dropFirst()).allSatisfy({ $0 < $1 })
    {
      add("attrition", "the steps begin at 0 months and go up")
    }
    if let rate = workforce.attrition.map(\.rate).first(where: { !($0 >= 0 && $0 < 1) }) {
      add("attrition", "\(rate) a year; expected 0 to below 1: a share of those there leaves")
    }
    if let hours = workforce.hoursAWeek, !(hours > 0 && hours <= Workforce.weekLength) {
      add("hoursAWeek", "an agent works longer than 0s a week and at most 168h")
    }
    if !(0...520).contains(workforce.trainingWeeks) { add("training", "expected 0…520 weeks") }
    if !(workforce.passRate >= 0 && workforce.passRate <= 1) {
      add("passRate", "\(workforce.passRate) is not a share; expected 0…1")
    }
    if let share = workforce.proficiency.first(where: { !($0 > 0 && $0 <= 10) }) {
      add("proficiency", "\(share); expected above 0: 0.7 does 70 % of what others do")
    }
    if !workforce.proficiency.isEmpty, !team.tenure.isEmpty {
      add("proficiency", "the team's tenure says already how new agents work; remove one of them")
    }
    if !(workforce.overtime >= 0 && workforce.overtime <= Workforce.weekLength) {
      add("overtime", "expected 0s…168h a week")
    }
    for (key, amount) in [
      ("perHire", workforce.cost.perHire), ("perTrainee", workforce.cost.perTrainee),
      ("perVendorHour", workforce.cost.perVendorHour ?? 0),
    ] where !(amount >= 0 && amount <= 1e9) {
      add("cost.\(key)", "\(amount) is not an amount; expected 0…10^9")
    }
    if let hiring = workforce.hiring { hiringProblems(hiring, workforce, add) }
  }

  private func hiringProblems(
    _ hiring: Hiring, _ workforce: Workforce, _ add: (String, String) -> Void
  ) {
    if !(0...520).contains(hiring.leadWeeks) { add("hiring.lead", "expected 0…520 weeks") }
    if !(1...520).contains(hiring.weeksBetween) { add("hiring.every", "expected 1…520 weeks") }
    if hiring.smallestClass < 1 || hiring.largestClass > Self.mostAgents
      || hiring.smallestClass > hiring.largestClass
    {
      add(
        "hiring.largestClass",
        "classes of \(hiring.smallestClass) to \(hiring.largestClass) agents; expected at least 1, "
          + "at most \(Self.mostAgents), and no fewer than smallestClass")
    }
    for (index, item) in hiring.classes.enumerated() {
      if !(1...Self.mostAgents).contains(item.agents) {
        add(
          "hiring.classes.\(index).agents", "\(item.agents) agents; expected 1…\(Self.mostAgents)")
      }
      if item.start.advanced(by: 7 * workforce.trainingWeeks) <= calendar.start,
        item.start < calendar.start
      {
        add(
          "hiring.classes.\(index).start",
          "the class has finished when the calendar begins on \(calendar.start); count its agents "
            + "in headcount")
      }
    }
  }
}
