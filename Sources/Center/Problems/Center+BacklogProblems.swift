extension Center {
  /// The most contacts of a starting backlog of one class on one channel.
  public static let mostBacklog = 1_000_000

  func backlogProblems() -> [Problem] {
    demand.flatMap { demandClass -> [Problem] in
      var list = ProblemList(prefix: ["demand", demandClass.name, "channels"])
      for entry in demandClass.channels where entry.startingBacklog != 0 {
        let path = [entry.channel, "startingBacklog"]
        if !(0...Self.mostBacklog).contains(entry.startingBacklog) {
          list.add(path: path, .badValue, "a backlog is 0…\(Self.mostBacklog)")
        }
        let medium =
          offeredChannel(named: entry.channel).map { channels[$0].medium }
          ?? Medium(rawValue: entry.channel)
        if let medium, !medium.isDeferred {
          list.add(path: path, .badValue, "nobody waits in \(medium) before it opens")
        }
        if calendar.warmUpDays > 0 {
          list.add(
            path: path, .badValue,
            "warmUpDays bring a backlog of their own; write one of the two")
        }
        if entry.share.easy == 0, entry.share.hard == 0 {
          list.add(path: path, .badValue, "the class has no share of this channel")
        }
      }
      return list.problems
    }
  }
}
