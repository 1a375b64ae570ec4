import Stochastics

extension Center {
  func demandProblems() -> [Problem] {
    var channelsReached: [[Int]] = Array(repeating: [], count: demand.count)
    for queue in queues { channelsReached[queue.demandClass].append(queue.channel) }
    return demand.indices.flatMap { index -> [Problem] in
      let demandClass = demand[index]
      var list = ProblemList(prefix: ["demand", demandClass.name])
      if demandClass.expectedIssues.count != calendar.simulatedDays
        || demandClass.expectedIssues.contains(where: { $0.count != calendar.intervalsPerDay })
      {
        list.add("volume", .badValue, "needs a number for every interval of every simulated day")
      }
      for day in demandClass.expectedIssues {
        for value in day where !(value >= 0 && value <= 1e9) {
          list.add("volume", .badValue, "\(value) issues in an interval; expected 0…10^9")
          return list.problems
        }
        let total = day.reduce(0, +)
        if !(total <= 1e9) {
          list.add("volume", .tooLarge, "\(total) issues in a day are more than 10^9")
          return list.problems
        }
      }
      list.problems += arrivalProblems(of: index)
      if let variation = demandClass.dayVariation, !(variation.cv >= 0 && variation.cv <= 10) {
        list.add("volume.dayVariation.cv", .badValue, "must be 0…10")
      }
      if let error = demandClass.forecastError, !(error.cv >= 0 && error.cv <= 10) {
        list.add("volume.forecastError.cv", .badValue, "must be 0…10")
      }
      if !(abs(demandClass.difficultyCorrelation) <= 1) {
        list.add("difficultyCorrelation", .badValue, "a correlation is -1…1")
      }
      list.requireShare(demandClass.resolutionRate, at: "resolutionRate")
      if let delay = demandClass.repeatContactAfter, delay.quantile(0.5) < 1 {
        list.add(
          "repeatContactAfter", .zeroTimeLoop,
          "half of the repeats come within a second, in a loop that hardly moves the clock")
      }
      requireChanges(demandClass.repeatChannels, at: ["repeatChannels"], &list)
      list.problems +=
        shareProblems(of: index) + talkTimeProblems(of: index, reaching: channelsReached[index])
      return list.problems
    }
  }

  private func shareProblems(of index: Int) -> [Problem] {
    var list = ProblemList(prefix: ["demand", demand[index].name, "channels"])
    let entries = demand[index].channels
    list.requireDistinct(entries.map(\.channel))
    for entry in entries {
      list.requireShare(entry.share, at: entry.channel, "share")
      if let rate = entry.resolutionRate {
        list.requireShare(rate, at: entry.channel, "resolutionRate")
      }
      let channel = offeredChannel(named: entry.channel)
      if channel == nil, !Self.namesOfMedia.contains(entry.channel) {
        list.add(
          entry.channel, .unknownName,
          "'\(entry.channel)' is neither a channel of this design nor a medium",
          misspelt: entry.channel, among: channels.map(\.name) + Self.namesOfMedia)
      }
      if let medium = channel.map({ channels[$0].medium }) ?? Medium(rawValue: entry.channel) {
        list.requireTarget(entry.target, medium: medium, at: entry.channel + ".target")
        if medium.isDeferred, entry.patience != nil {
          list.add(
            "\(entry.channel).patience", .badValue, "customers do not wait online in \(medium)")
        }
      }
    }
    for (end, sum) in [
      ("easy", entries.reduce(0) { $0 + $1.share.easy }),
      ("hard", entries.reduce(0) { $0 + $1.share.hard }),
    ] where !(abs(sum - 1) <= 1e-9) {
      let shown = (sum * 1e6).rounded() / 1e6
      list.add(nil, .badShares, "shares sum to \(shown) for \(end) issues; expected 1")
      break
    }
    return list.problems
  }

  private func talkTimeProblems(of index: Int, reaching reached: [Int]) -> [Problem] {
    var list = ProblemList(prefix: ["demand", demand[index].name, "channels"])
    for entry in demand[index].channels
    where channelReached(byTrying: entry.channel) == nil && entry.share.mean > 0 {
      list.add(
        entry.channel, .unknownName,
        "this design offers no '\(entry.channel)' and has no fallbackChannel")
    }
    for position in reached {
      let channel = channels[position]
      guard let work = work(of: index, on: position) else {
        list.add(
          nil, .missingTalkTime,
          "customers can reach '\(channel.name)', so the class needs an entry with a talkTime there"
        )
        continue
      }
      if work.talkTime == nil {
        list.add(work.channel, .missingTalkTime, "needs a talkTime: customers reach this channel")
      }
    }
    return list.problems
  }
}
