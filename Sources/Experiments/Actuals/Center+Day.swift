import Center

extension Center {
  /// The center up to the end of one of its counted days, which alone is counted.
  ///
  /// The days before it warm the center up, as they stand in the plan; nothing of them is moved.
  ///
  /// - Throws: ``ActualDayError/outsideCalendar(_:first:last:)``.
  func counting(only date: CivilDate) throws(ActualDayError) -> Center {
    let last = calendar.start.advanced(by: calendar.days - 1)
    guard date >= calendar.start, date <= last else {
      throw .outsideCalendar(date, first: calendar.start, last: last)
    }
    let before = date.daysSinceEpoch - calendar.date(ofSimulatedDay: 0).daysSinceEpoch
    var center = self
    center.calendar.start = date
    center.calendar.days = 1
    center.calendar.warmUpDays = before
    center.calendar.followUpDays = 0
    let days = before + 1
    for index in center.demand.indices {
      center.demand[index].expectedIssues = Array(
        demand[index].expectedIssues.prefix(days))
      if case .measured(let instants) = demand[index].arrivals {
        center.demand[index].arrivals = .measured(Array(instants.prefix(days)))
      }
    }
    for index in center.teams.indices {
      center.teams[index].agents = Array(teams[index].agents.prefix(days))
    }
    return center
  }

  /// The center on days that come as forecast: without a factor for the whole day.
  var withoutDayVariation: Center {
    var center = self
    for index in center.demand.indices { center.demand[index].dayVariation = nil }
    return center
  }
}
