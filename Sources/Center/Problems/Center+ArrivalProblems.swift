extension Center {
  /// What is wrong with measured instants: they lie on their days, in order, and nothing moves them.
  func arrivalProblems(of index: Int) -> [Problem] {
    var list = ProblemList(prefix: ["demand", demand[index].name])
    guard case .measured(let days) = demand[index].arrivals else { return [] }
    if let variation = demand[index].dayVariation, variation.cv > 0 {
      list.add(
        "volume.dayVariation", .badValue, "measured instants are the same in every replication")
    }
    if let error = demand[index].forecastError, error.cv > 0 {
      list.add(
        "volume.forecastError", .badValue, "measured instants are the same in every replication")
    }
    guard days.count == calendar.simulatedDays else {
      list.add("volume.trace", .badValue, "needs the instants of every simulated day")
      return list.problems
    }
    for (day, instants) in days.enumerated() {
      let start = Double(day * PlanningCalendar.dayLength)
      let isInOrder = zip(instants, instants.dropFirst()).allSatisfy { $0 <= $1 }
      let first = instants.first ?? start
      let last = instants.last ?? start
      if !isInOrder || !(first >= start && last < start + Double(PlanningCalendar.dayLength)) {
        list.add("volume.trace", .badValue, "instants must lie on their day, in order")
        return list.problems
      }
    }
    return list.problems
  }
}
