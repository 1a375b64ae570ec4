import Center

/// A team that serves a line.
private struct LineServer: Hashable {
  let team: Int32
  let rank: Int
  let keepIdle: Int32
  let condition: SkillCondition
}

/// What tells lines of one channel apart.
private struct LineSignature: Hashable {
  let channel: Int
  let servers: [LineServer]
  let priority: Int
  let order: Order
  /// The class, where the length of its queue alone opens a team to it.
  let ownClass: Int?

  /// What the order of contacts compares beside the wait.
  enum Order: Hashable {
    case wait
    case due(within: Double, clock: Target.Clock)
    case weighted(Double)
    case length(ofClass: Int)

    init(_ center: Center, _ queue: Queue) {
      switch center.routing.contact {
      case .longestWait: self = .wait
      case .earliestDue:
        let target = center.target(of: queue)
        self = .due(within: target?.within ?? .infinity, clock: target?.clock ?? .wall)
      case .weightedWait: self = .weighted(center.waitWeight(of: queue))
      case .longestQueue: self = .length(ofClass: queue.demandClass)
      }
    }
  }
}

/// The tables by which contacts find agents and agents find contacts: the same in both directions.
struct RoutingPlan {
  let lines: [LinePlan]
  let agentPlaces: [AgentPlace]
  /// For each of the places, when it is open to a contact.
  let placeConditions: [SkillCondition]
  let overflowTimes: [Double]
  let lineOfQueue: [Int32]
  /// For each team its lines, by priority and rank, then by the order of the file.
  let linesOfTeam: [[TeamLine]]
  /// Where each team's lists of agents begin, and how many lists there are.
  let firstListOfTeam: [Int32]
  /// For each channel, where its lists begin among those of a team.
  let chatListOffsets: [Int32]
  let listCount: Int
  /// `interruptions[held * channels + coming]`: whether work of one channel is laid aside for a
  /// contact of another.
  let interruptions: [Bool]

  /// How contacts are passed on, and by queue the position of its rule, -1 for none.
  let transfers: [TransferPlan]
  let transferOfQueue: [Int32]

  init(_ center: Center, queues: [Queue]) {
    // The lists of a team: those who hold nothing, then for each channel where agents work side
    // by side those who hold 1, 2, … below its limit, and for each whose work is laid aside for
    // others those who do it.
    let media = center.channels.map(\.medium)
    let interruptions = media.map { held in media.map { center.routing.interrupts(held, for: $0) } }
    self.interruptions = interruptions.flatMap(\.self)
    let chatLists = center.channels.indices.map {
      interruptions[$0].contains(true) ? 1 : max(0, center.channels[$0].concurrency.limit - 1)
    }
    let listsPerTeam = 1 + chatLists.reduce(0, +)
    let offsets = chatLists.indices.map { Int32(1 + chatLists[..<$0].reduce(0, +)) }
    chatListOffsets = offsets
    firstListOfTeam = center.teams.indices.map { Int32($0 * listsPerTeam) }
    listCount = listsPerTeam * center.teams.count

    var known: [LineSignature: Int32] = [:]
    var priorities: [Int] = []
    var lines: [LinePlan] = []
    var agentPlaces: [AgentPlace] = []
    var placeConditions: [SkillCondition] = []
    var overflowTimes: [Double] = []
    var serversOfLine: [[LineServer]] = []
    var lineOfQueue: [Int32] = []
    // What is passed on joins a queue's line, or one that a team alone serves.
    let passedOn = queues.indices.compactMap { index in
      center.destination(ofTransfersFrom: queues[index]).flatMap { target in
        center.transfer(of: queues[index]).map { (from: index, to: target, rule: $0) }
      }
    }
    let entries =
      queues.map { (queue: $0, team: String?.none) }
      + passedOn.map { (queue: $0.to, team: $0.rule.team) }
    for (queue, onlyTeam) in entries {
      let channel = center.channels[queue.channel]
      let demandClass = center.demand[queue.demandClass].name
      var servers: [LineServer] = []
      for (index, team) in center.teams.enumerated()
      where onlyTeam == nil || onlyTeam == team.name {
        guard let skill = team.skill(channel: channel.name, demandClass: demandClass)
        else { continue }
        servers.append(
          LineServer(
            team: Int32(index), rank: skill.rank, keepIdle: Int32(skill.keepIdle),
            condition: SkillCondition(
              after: skill.after, queueAbove: Int32(skill.queueAbove),
              worksFrom: skill.worksFrom.map { max(0, center.calendar.midnight(of: $0)) } ?? 0)))
      }
      servers.sort { ($0.rank, $0.team) < ($1.rank, $1.team) }
      let signature = LineSignature(
        channel: queue.channel, servers: servers, priority: center.priority(of: queue),
        order: LineSignature.Order(center, queue),
        ownClass: servers.contains { $0.condition.queueAbove > 0 } ? queue.demandClass : nil)
      if let line = known[signature] {
        lineOfQueue.append(line)
        continue
      }
      let limit = channel.concurrency.limit
      let firstPlace = agentPlaces.count
      let firstOverflow = overflowTimes.count
      overflowTimes += Set(servers.map(\.condition.after)).filter { $0 > 0 }.sorted()
      for rank in Set(servers.map(\.rank)).sorted() {
        let equals = servers.filter { $0.rank == rank }
        for held in 0..<limit {
          for server in equals {
            let idleList = firstListOfTeam[Int(server.team)]
            // Starting with a chat in hand leaves everybody idle who is.
            agentPlaces.append(
              AgentPlace(
                team: server.team,
                list: held == 0 ? idleList : idleList + offsets[queue.channel] + Int32(held - 1),
                idleNeeded: server.keepIdle + (held == 0 ? 1 : 0),
                endsStep: server == equals.last))
            placeConditions.append(server.condition)
          }
        }
        // Nobody's work is interrupted while a colleague of the same rank is free.
        let interrupted = media.indices.filter { interruptions[$0][queue.channel] }
        for server in equals {
          for held in interrupted {
            agentPlaces.append(
              AgentPlace(
                team: server.team, list: firstListOfTeam[Int(server.team)] + offsets[held],
                idleNeeded: server.keepIdle,
                endsStep: server == equals.last && held == interrupted.last))
            placeConditions.append(server.condition)
          }
        }
      }
      serversOfLine.append(servers)
      priorities.append(signature.priority)
      known[signature] = Int32(lines.count)
      lineOfQueue.append(Int32(lines.count))
      lines.append(
        LinePlan(
          channel: Int32(queue.channel), isDeferred: channel.medium.isDeferred,
          limit: limit,
          joinsOrInterrupts: limit > 1 || interruptions.contains { $0[queue.channel] },
          within: center.target(of: queue)?.within ?? .infinity,
          waitWeight: center.waitWeight(of: queue), firstOverflow: firstOverflow,
          endOfOverflows: overflowTimes.count,
          isConditional: !servers.allSatisfy(\.condition.isAlwaysMet), firstPlace: firstPlace,
          endOfPlaces: agentPlaces.count))
    }
    transfers = passedOn.enumerated().map { place, transfer in
      TransferPlan(
        transfer.rule, queue: Int32(queues.firstIndex(of: transfer.to) ?? -1),
        line: transfer.rule.team == nil ? -1 : lineOfQueue[queues.count + place])
    }
    var rules = Array(repeating: Int32(-1), count: queues.count)
    for (place, transfer) in passedOn.enumerated() { rules[transfer.from] = Int32(place) }
    transferOfQueue = rules
    self.lines = lines
    self.agentPlaces = agentPlaces
    self.placeConditions = placeConditions
    self.overflowTimes = overflowTimes
    self.lineOfQueue = lineOfQueue
    linesOfTeam = center.teams.indices.map { team in
      let served = serversOfLine.enumerated().flatMap { index, servers in
        servers.filter { $0.team == Int32(team) }.map {
          (
            line: index, step: (-priorities[index], $0.rank), keepIdle: $0.keepIdle,
            condition: $0.condition
          )
        }
      }.sorted { ($0.step.0, $0.step.1, $0.line) < ($1.step.0, $1.step.1, $1.line) }
      var step: Int32 = 0
      return served.indices.map { place in
        if place > 0, served[place - 1].step != served[place].step { step += 1 }
        return TeamLine(
          line: Int32(served[place].line), step: step, keepIdle: served[place].keepIdle,
          condition: served[place].condition)
      }
    }
  }
}
