import Stochastics

extension Center {
  /// All relations that do not hold, with the keys that lead to them; empty for a sound center.
  ///
  /// A center without problems can be simulated: no name leads nowhere, every queue is served, no
  /// loop takes zero time, every number is inside its domain.
  ///
  /// - Complexity: O(classes × channels × teams + simulated intervals).
  public func problems() -> [Problem] {
    var problems = calendarProblems()
    guard problems.isEmpty else { return problems }
    problems += nameProblems() + channelProblems() + demandProblems() + selfServiceProblems()
    problems += steeringProblems() + backlogProblems() + moneyProblems()
    problems += teamProblems() + routingProblems() + messageProblems()
    problems += campaignProblems()
    if problems.isEmpty { problems += transferProblems() }
    guard problems.isEmpty else { return problems }
    return sizeProblems()
  }

  /// The most self-service tools of a center.
  public static let mostTools = 64

  /// The names of all media of the field; demand may be written for one that a design lacks.
  public static let namesOfMedia = [
    "voice", "video", "chat", "sms", "messaging", "email", "social", "forum",
  ]
}

extension Center {
  private func calendarProblems() -> [Problem] {
    var list = ProblemList(prefix: ["calendar"])
    list.require(calendar.days, in: 1...3660, at: "days", "counted days")
    list.require(calendar.warmUpDays, in: 0...3660, at: "warmUpDays", "days")
    list.require(calendar.followUpDays, in: 0...3660, at: "followUpDays", "days")
    if !(1900...9000).contains(calendar.start.components.year) {
      list.add("start", .badValue, "\(calendar.start); expected a day of the years 1900…9000")
    }
    let length = calendar.intervalLength
    if length < 60 || PlanningCalendar.dayLength % length != 0 {
      list.add(
        "interval", .badValue,
        "an interval must divide the day and last at least 1 minute; "
          + "usual are 15m, 30m and 1h")
    }
    if !(calendar.fullTimeWeek > 0 && calendar.fullTimeWeek <= 168 * 3600) {
      list.add("fullTimeWeek", .badValue, "a working week is longer than 0 and at most 168h")
    }
    return list.problems
  }

  private func nameProblems() -> [Problem] {
    var list = ProblemList(prefix: [])
    list.requireNames(demand.map(\.name), of: "demand")
    list.requireNames(channels.map(\.name), of: "channels")
    list.requireNames(selfService.map(\.name), of: "selfService")
    list.requireNames(teams.map(\.name), of: "teams")
    if name.unicodeScalars.contains(where: { $0.isControl }) {
      list.add("name", .badName, "the name holds a control character")
    }
    if demand.isEmpty { list.add("demand", .badValue, "needs at least one class") }
    if channels.isEmpty { list.add("channels", .badValue, "needs at least one channel") }
    if demand.count * channels.count > 10_000 {
      list.add(
        "channels", .tooLarge,
        "\(channels.count) channels × \(demand.count) classes are more than 10000 queues")
    }
    if let fallback = fallbackChannel {
      if let index = fallbackChannelIndex {
        if channels[index].medium.isDeferred {
          list.add("fallbackChannel", .badValue, "must be a live channel, not a deferred one")
        }
      } else {
        list.add(
          "fallbackChannel", .unknownName, "'\(fallback)' is not a channel of this design",
          misspelt: fallback, among: channels.map(\.name))
      }
    }
    if !(repeatInformationTime >= 0 && repeatInformationTime <= 86_400) {
      list.add("repeatInformationTime", .badValue, "must be 0s…24h")
    }
    return list.problems
  }

  private func channelProblems() -> [Problem] {
    channels.flatMap { channel -> [Problem] in
      var list = ProblemList(prefix: ["channels", channel.name])
      requireHours(channel.hours, &list)
      if let trunks = channel.trunks {
        list.require(trunks, in: 1...1_000_000, at: "trunks", "lines")
        if !channel.medium.holdsTrunk {
          list.add("trunks", .badValue, "only voice and video hold trunks")
        }
      }
      if channel.medium.isDeferred, channel.patience != nil {
        list.add("patience", .badValue, "customers do not wait online in \(channel.medium)")
      }
      if let redial = channel.redial {
        list.requireShare(redial.share, at: "redial.share")
        list.require(redial.attempts, in: 1...100, at: "redial.attempts", "attempts")
        if redial.share > 0, redial.attempts > 1, redial.after.quantile(0.5) < 1 {
          list.add(
            "redial.after", .zeroTimeLoop,
            "half of the redials come within a second, in a loop that hardly moves the clock")
        }
      }
      let concurrency = channel.concurrency
      if !(1...64).contains(concurrency.limit) {
        list.add("concurrency.limit", .badValue, "an agent holds 1…64 contacts")
      } else if concurrency.throughput.count != concurrency.limit
        || concurrency.throughput.contains(where: { !($0 > 0 && $0 <= 1000) })
      {
        list.add(
          "concurrency.throughput", .badValue,
          "needs \(concurrency.limit) rates above 0: the agent's total rate with 1, 2, … contacts")
      } else if concurrency.limit > 1, !channel.medium.isConcurrent {
        list.add("concurrency", .badValue, "only chat runs side by side")
      }
      list.requireTarget(channel.target, medium: channel.medium, at: "target")
      list.requireMoney(channel.cost.perContact, at: "cost.perContact")
      list.requireMoney(channel.cost.perMinute, at: "cost.perMinute")
      if channel.medium.isDeferred, channel.cost.perMinute > 0 {
        list.add("cost.perMinute", .badValue, "a deferred contact holds no connection")
      }
      return list.problems + waitingProblems(of: channel) + conversationProblems(of: channel)
        + peerProblems(of: channel) + fallbackProblems(of: channel)
    }
  }

  /// Hours begin and end on the intervals of the calendar.
  func requireHours(_ hours: WeeklyHours, _ list: inout ProblemList) {
    for (weekday, ranges) in hours.ranges.enumerated() {
      for range in ranges
      where range.lowerBound % calendar.intervalLength != 0
        || range.upperBound % calendar.intervalLength != 0
      {
        list.add(
          "hours", .offInterval,
          "\(Weekday.allCases[weekday].abbreviation): hours must begin and end on the "
            + "calendar's intervals of \(calendar.intervalLength / 60) minutes; "
            + "write a shorter calendar.interval")
      }
    }
  }

  private func selfServiceProblems() -> [Problem] {
    selfService.flatMap { tool -> [Problem] in
      var list = ProblemList(prefix: ["selfService", tool.name])
      if selfService.count > Self.mostTools {
        list.add(nil, .tooLarge, "\(selfService.count) tools are more than \(Self.mostTools)")
      }
      switch tool.stage {
      case .beforeContact(let adoption):
        list.requireShare(adoption, at: "adoption")
        if tool.ports != nil {
          list.add("ports", .badValue, "only a tool on a channel has ports")
        }
      case .onChannels(let names):
        if names.isEmpty { list.add("on", .badValue, "needs at least one channel") }
        for name in names {
          if let channel = channels.first(where: { $0.name == name }) {
            if channel.medium.isDeferred {
              list.add("on", .badValue, "'\(name)' is deferred; a tool answers live channels")
            }
          } else {
            list.add(
              "on", .unknownName, "'\(name)' is not a channel of this design", misspelt: name,
              among: channels.map(\.name))
          }
        }
      }
      for (index, containment) in tool.containment.enumerated() where index < demand.count {
        list.requireShare(containment, at: "containment", demand[index].name)
      }
      if tool.containment.count != demand.count {
        list.add("containment", .badValue, "needs a share for each of \(demand.count) classes")
      }
      list.requireShare(tool.easyContactBias, at: "easyContactBias")
      list.requireShare(tool.trueResolution, at: "trueResolution")
      if let ports = tool.ports { list.require(ports, in: 1...1_000_000, at: "ports", "ports") }
      list.requireMoney(tool.costPerSession, at: "cost.perSession")
      return list.problems + assistanceProblems(of: tool)
    }
  }
}
