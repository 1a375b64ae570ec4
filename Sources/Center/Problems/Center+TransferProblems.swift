extension Center {
  func transferProblems() -> [Problem] {
    var known: Set<Problem> = []
    var problems = queues.flatMap(transferProblems(of:)).filter { known.insert($0).inserted }
    for demandClass in demand {
      guard let transfer = demandClass.transfer, transfer.channel == nil,
        transfer.demandClass == nil, transfer.team == nil
      else { continue }
      var list = ProblemList(prefix: ["demand", demandClass.name, "transfer"])
      list.add(nil, .badValue, "leads nowhere; write \"to\" or \"team\"")
      problems += list.problems
    }
    guard problems.isEmpty else { return problems }
    problems = circleProblems()
    return problems.isEmpty ? waitingForEachOtherProblems() : problems
  }

  private func path(ofTransfersFrom queue: Queue) -> [String] {
    let demandClass = demand[queue.demandClass]
    let start = ["demand", demandClass.name]
    guard let entry = work(of: queue.demandClass, on: queue.channel), entry.transfer != nil
    else { return start + ["transfer"] }
    return start + ["channels", entry.channel, "transfer"]
  }

  private func transferProblems(of queue: Queue) -> [Problem] {
    guard let transfer = transfer(of: queue) else { return [] }
    var list = ProblemList(prefix: path(ofTransfersFrom: queue))
    list.requireShare(transfer.share, at: "share")
    if !(transfer.handOver >= 0 && transfer.handOver <= 86_400) {
      list.add("handOver", .badValue, "expected 0s…24h")
    }
    if transfer.handOver > 0, !transfer.isWarm {
      list.add("handOver", .badValue, "only a warm transfer has both agents with the customer")
    }
    if let name = transfer.channel, !channels.contains(where: { $0.name == name }) {
      list.add(
        "to", .unknownName, "'\(name)' is not a channel of this design", misspelt: name,
        among: channels.map(\.name))
    }
    if let name = transfer.demandClass, !demand.contains(where: { $0.name == name }) {
      list.add(
        "to", .unknownName, "'\(name)' is not a class of the demand", misspelt: name,
        among: demand.map(\.name))
    }
    if let name = transfer.team, !teams.contains(where: { $0.name == name }) {
      list.add(
        "team", .unknownName, "'\(name)' is not a team of this design", misspelt: name,
        among: teams.map(\.name))
    }
    guard list.problems.isEmpty, let target = destination(ofTransfersFrom: queue) else {
      return list.problems
    }
    if target == queue, transfer.team == nil {
      list.add(nil, .badValue, "leads to where it starts; write another queue in \"to\", or a team")
    }
    if target.channel != queue.channel, !channels[target.channel].medium.isDeferred {
      list.add(
        "to", .badValue,
        "contacts of '\(channels[queue.channel].name)' stay on their channel or go on to a "
          + "deferred one; '\(channels[target.channel].name)' is live")
    }
    let isOneAtATime =
      channels[queue.channel].concurrency.limit == 1 && !channels[queue.channel].medium.isInTurns
    if transfer.isWarm,
      target.channel != queue.channel || channels[queue.channel].medium.isDeferred || !isOneAtATime
    {
      list.add(
        "kind", .badValue,
        "only a live contact that is an agent's only one, and stays on its channel, is handed "
          + "over warm")
    }
    if teams(takingTransfersFrom: queue).isEmpty {
      list.add(
        transfer.team == nil ? "to" : "team", .unserved,
        "nobody there has a skill for '\(channels[target.channel].name)/"
          + "\(demand[target.demandClass].name)'")
    } else if !isTakenFromTheBeginning(queue) {
      list.add(
        transfer.team == nil ? "to" : "team", .unserved,
        "nobody there has a skill for '\(channels[target.channel].name)/"
          + "\(demand[target.demandClass].name)' on the first simulated day")
    }
    return list.problems
  }

  /// A contact that is passed on never comes back to a queue where it was.
  private func circleProblems() -> [Problem] {
    for queue in queues {
      var place = queue
      for _ in queues {
        guard let next = destination(ofTransfersFrom: place), next != place else { break }
        place = next
        if place == queue {
          var list = ProblemList(prefix: path(ofTransfersFrom: queue))
          list.add(nil, .badValue, "transfers lead around in a circle")
          return list.problems
        }
      }
    }
    return []
  }

  /// Agents who hold a customer for one another might do so for ever.
  private func waitingForEachOtherProblems() -> [Problem] {
    let warm = queues.filter { transfer(of: $0)?.isWarm == true }
    var next: [Set<Int>] = Array(repeating: [], count: teams.count)
    for queue in warm {
      guard let target = destination(ofTransfersFrom: queue), patience(of: target) == nil
      else { continue }
      for team in teams(serving: queue) {
        next[team].formUnion(teams(takingTransfersFrom: queue))
      }
    }
    for queue in warm {
      for team in teams(serving: queue) {
        var seen: Set<Int> = []
        var open = next[team]
        while let step = open.popFirst() {
          if seen.insert(step).inserted { open.formUnion(next[step]) }
        }
        guard seen.contains(team) else { continue }
        var list = ProblemList(prefix: path(ofTransfersFrom: queue))
        list.add(
          "kind", .badValue,
          "agents of '\(teams[team].name)' may hold customers for each other for ever; write a "
            + "patience, another team, or \"cold\"")
        return list.problems
      }
    }
    return []
  }
}
