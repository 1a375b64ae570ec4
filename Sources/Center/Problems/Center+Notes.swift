extension Center {
  /// What a planner may not have meant, though it can be simulated: nothing here is an error.
  ///
  /// - Complexity: O(classes × intervals × channels).
  public func notes() -> [Problem] {
    demand.indices.compactMap { index in
      let share = shareOutsideHours(of: index)
      // A call after hours now and then is what every center has.
      guard share >= 0.01 else { return nil }
      let percent = Int((share * 100).rounded())
      return Problem(
        path: ["demand", demand[index].name, "volume"], kind: .outsideHours,
        message: "\(percent) % of the expected issues turn first to a live channel that is closed "
          + "at the time; "
          + (fallbackChannel.map { "they go to '\($0)' if that is open, else they are lost" }
            ?? "without a fallbackChannel they are lost"))
    }
  }

  /// The share of a class's expected issues of the counted days that turn first to a live channel
  /// outside its hours.
  private func shareOutsideHours(of index: Int) -> Double {
    let open = channels.map { $0.hours.openIntervals(in: calendar) }
    var outside = 0.0
    var all = 0.0
    for interval in calendar.countedIntervals {
      let expected = demand[index].expectedIssues[interval / calendar.intervalsPerDay][
        interval % calendar.intervalsPerDay]
      all += expected
      for entry in demand[index].channels {
        guard let channel = offeredChannel(named: entry.channel),
          !channels[channel].medium.isDeferred, !open[channel][interval]
        else { continue }
        outside += expected * (entry.share.easy + entry.share.hard) / 2
      }
    }
    return all > 0 ? outside / all : 0
  }
}
