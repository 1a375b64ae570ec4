import Center

extension Center {
  /// The center in one week of its calendar, counted from the first counted day on, with as many
  /// days before and after as the calendar has of them.
  ///
  /// Heads are those of the center by interval; a roster has to be turned into heads before.
  ///
  /// - Precondition: The calendar has the week.
  func week(_ week: Int, margin: Int) -> Center {
    var center = self
    let first = calendar.warmUpDays + 7 * week
    let before = min(margin, first)
    let after = min(margin, calendar.simulatedDays - first - 7)
    let days = (first - before)..<(first + 7 + after)
    center.calendar.start = calendar.date(ofSimulatedDay: first)
    center.calendar.days = 7
    center.calendar.warmUpDays = before
    center.calendar.followUpDays = after
    for index in center.demand.indices {
      center.demand[index].expectedIssues = Array(demand[index].expectedIssues[days])
      if case .measured(let instants) = demand[index].arrivals {
        let midnight = Double(days.lowerBound * PlanningCalendar.dayLength)
        center.demand[index].arrivals = .measured(instants[days].map { $0.map { $0 - midnight } })
      }
      // What waited when the center began waits no longer.
      guard days.lowerBound > 0 else { continue }
      for channel in center.demand[index].channels.indices {
        center.demand[index].channels[channel].startingBacklog = 0
      }
    }
    for index in center.teams.indices {
      center.teams[index].agents = Array(teams[index].agents[days])
    }
    return center
  }

  /// Days around a week in which work may come that is due in it: the longest promise of a deferred
  /// channel, and a weekend.
  var daysAroundWeek: Int {
    let longest =
      queues.filter { channels[$0.channel].medium.isDeferred }
      .map { target(of: $0)?.within ?? Double(PlanningCalendar.dayLength) }.max() ?? 0
    return min(28, Int((longest / Double(PlanningCalendar.dayLength)).rounded(.up)) + 3)
  }
}
