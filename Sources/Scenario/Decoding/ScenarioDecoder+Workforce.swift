internal import Center

extension ScenarioDecoder {
  /// The people of a team over the year, if the scenario says anything of them.
  mutating func workforce(_ team: Section) -> Workforce? {
    guard let section = team.section("workforce"), let headcount = section.integer("headcount")
    else { return nil }
    var workforce = Workforce(headcount: headcount)
    workforce.attrition =
      section.rate("attrition").map { $0 > 0 ? [AttritionStep(rate: $0)] : [] }
      ?? steps(of: section, "attrition").map { step in
        AttritionStep(months: step.number("months") ?? 0, rate: step.rate("rate") ?? 0)
      }
    workforce.hoursAWeek = section.duration("hoursAWeek")
    workforce.trainingWeeks = wholeWeeks("training", of: section)
    workforce.passRate = section.rate("passRate") ?? 1
    workforce.proficiency = section.numbers("proficiency") ?? []
    workforce.overtime = section.duration("overtime") ?? 0
    if let cost = section.section("cost") {
      workforce.cost = WorkforceCost(
        perHire: cost.number("perHire") ?? 0, perTrainee: cost.number("perTrainee") ?? 0,
        perVendorHour: cost.node("perVendorHour") == nil ? nil : cost.number("perVendorHour"))
    }
    workforce.hiring = section.section("hiring").map { hiring($0) }
    return workforce
  }

  private mutating func hiring(_ section: Section) -> Hiring {
    Hiring(
      leadWeeks: wholeWeeks("lead", of: section),
      classes: steps(of: section, "classes").compactMap { item in
        guard let start = date("start", of: item), let agents = item.integer("agents") else {
          return nil
        }
        return HiringClass(start: start, agents: agents)
      },
      isToRequirement: section.boolean("toRequirement") ?? false,
      smallestClass: section.integer("smallestClass") ?? 1,
      largestClass: section.integer("largestClass") ?? 1,
      weeksBetween: wholeWeeks("every", of: section))
  }

  /// A time that the year's plan, which moves by weeks, can keep.
  private mutating func wholeWeeks(_ key: String, of section: Section) -> Int {
    guard let (node, path) = section.child(key), let seconds = section.duration(key) else {
      return 0
    }
    let weeks = (seconds / Workforce.weekLength).rounded(.down)
    if weeks * Workforce.weekLength != seconds {
      let (less, more) = (DurationText.plain(weeks), DurationText.plain(weeks + 1))
      diagnostics.add(
        Diagnostic(
          .outOfRange, at: node.origin, path: path,
          "\(DurationText.text(seconds: seconds)) are not whole weeks, by which the year moves",
          hint: "write \"\(less)w\" or \"\(more)w\""))
    }
    return Int(weeks)
  }
}
