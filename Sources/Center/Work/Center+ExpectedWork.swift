import Stochastics

extension Center {
  /// The mean time that a contact of a queue takes an agent of a team, talk and wrap-up [s]; `nil`
  /// where the class has no talk time on the channel.
  ///
  /// Over all issues of the class: that self-service contains the easier ones is not taken off, nor
  /// is a story told again.
  public func meanHandleTime(in queue: Queue, by team: Team) -> Double? {
    guard let talk = work(of: queue.demandClass, on: queue.channel)?.talkTime else { return nil }
    return talk.mean * meanHandleTimeFactor(of: team, in: queue) + (wrapUp(of: queue)?.mean ?? 0)
  }

  /// The mean patience in a queue [s]; `nil` where nobody ever gives up.
  public func meanPatience(in queue: Queue) -> Double? { patience(of: queue)?.mean }

  /// Whether patience in a queue is exponential: who has waited is as patient as who has not.
  public func hasExponentialPatience(in queue: Queue) -> Bool {
    if case .exponential(_)? = patience(of: queue) { true } else { false }
  }

  /// The teams to which the work of a queue belongs first: of those that serve it on a simulated day
  /// the ones with the lowest rank. Who comes in only after a while, or when many wait, is left out
  /// where somebody else is there from the start.
  public func firstTeams(for queue: Queue, onDay day: Int) -> [Int] {
    let date = calendar.date(ofSimulatedDay: day)
    let channel = channels[queue.channel].name
    let demandClass = demand[queue.demandClass].name
    var serving: [(team: Int, skill: Skill)] = []
    for (index, team) in teams.enumerated() {
      guard let skill = team.skill(channel: channel, demandClass: demandClass),
        skill.worksFrom.map({ $0 <= date }) ?? true
      else { continue }
      serving.append((index, skill))
    }
    let prompt = serving.filter { $0.skill.after == 0 && $0.skill.queueAbove == 0 }
    if !prompt.isEmpty { serving = prompt }
    let first = serving.map(\.skill.rank).min()
    return serving.filter { $0.skill.rank == first }.map(\.team)
  }

  /// The agents of a team who are scheduled to be present, on average over each simulated interval;
  /// before some are absent for the day.
  public func scheduledPresent(of team: Team) -> [Double] {
    if team.followsIntervals { return team.presentAgents.joined().map(Double.init) }
    let share = team.presentShare
    var present = Array(repeating: 0.0, count: calendar.simulatedIntervals)
    let steps = TeamSchedule(team, calendar: calendar).steps
    for (index, step) in steps.enumerated() {
      let end = index + 1 < steps.count ? Double(steps[index + 1].start) : calendar.horizon
      present[step.start / calendar.intervalLength] +=
        step.heads * share * (end - Double(step.start)) / Double(calendar.intervalLength)
    }
    return present
  }
}

extension Conversation {
  /// The mean number of replies, with customers who fall silent; taken as geometric where the mean
  /// number of turns is given.
  public var expectedReplies: Double {
    let goesOn =
      silence.map { (1 - $0.share) * customerReply.cumulative($0.closesAfter) } ?? 1
    switch turns {
    case .exactly(let count):
      var (replies, share) = (0.0, 1.0)
      for _ in 0..<count {
        replies += share
        share *= goesOn
      }
      return replies
    case .mean(let mean): return 1 / (1 - goesOn * (1 - 1 / mean))
    }
  }
}
