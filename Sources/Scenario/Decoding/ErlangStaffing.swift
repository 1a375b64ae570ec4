internal import Center
internal import Erlang
internal import Stochastics

/// Staffs a team by Erlang C or Erlang A: for every interval the smallest number of present agents that meets
/// the target, for the expected first contacts of the queues that the team alone serves at rank 1.
///
/// First contacts are the issues by share, after fallback and after the mean containment of
/// self-service; redials and repeats are left out. Erlang A lets customers abandon, which takes an
/// exponential patience that all queues share. What the formula is not made for is refused.
struct ErlangStaffing {
  private let center: Center
  private let teams: [Team]
  private let team: Int
  private let formula: Formula
  private let origin: Origin
  private let path: SyntaxPath

  /// The formulas, by the words of the format.
  enum Formula: String {
    case erlangC = "erlang-c"
    case erlangA = "erlang-a"
  }

  /// What one queue brings: contacts by simulated interval, and the agent's time for each [s].
  private struct Work {
    let contacts: [Double]
    let handleTime: Double
  }

  /// A team of a center whose demand is complete.
  init(
    center: Center, teams: [Team], team: Int, formula: Formula, origin: Origin, path: SyntaxPath
  ) {
    self.center = center
    self.formula = formula
    self.teams = teams
    self.team = team
    self.origin = origin
    self.path = path
  }

  private func refused(_ reason: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(
      .formulaDoesNotApply, at: origin, path: path, "\(formula.rawValue) does not apply: \(reason)",
      hint: hint)
  }

  private func rank(of queue: Queue, in team: Team) -> Int? {
    team.skill(
      channel: center.channels[queue.channel].name,
      demandClass: center.demand[queue.demandClass].name)?.rank
  }

  private func name(of queue: Queue) -> String {
    "'\(center.channels[queue.channel].name)/\(center.demand[queue.demandClass].name)'"
  }

  /// The agents of every interval of every simulated day; paid heads, or present ones, as the
  /// team counts.
  ///
  /// - Parameter staffedLoad: What has been staffed already; more afterwards [Erlang].
  func agents(
    staffedLoad: inout Double, limits: ReaderLimits = .standard
  ) throws(Diagnostic) -> [[Double]] {
    let queues = center.queues.filter { rank(of: $0, in: teams[team]) == 1 }
    guard !queues.isEmpty else { throw refused("the team serves no queue at rank 1") }
    for queue in queues { try requireSuitable(queue) }
    let target = try commonTarget(of: queues)
    let patience = formula == .erlangA ? try commonPatience(of: queues) : .infinity
    let expected = ExpectedContacts(center, .first)
    let works = try queues.map { queue throws(Diagnostic) in try work(in: queue, of: expected) }
    let member = teams[team]
    let factor = member.agentsAre == .paid ? 1 - member.shrinkage : 1
    guard factor > 0 else { throw refused("shrinkage leaves nobody present") }
    var known: [[UInt64]: Double] = [:]
    let intervals = center.calendar.intervalsPerDay
    var rows: [[Double]] = []
    for day in 0..<center.calendar.simulatedDays {
      var row: [Double] = []
      for interval in 0..<intervals {
        let (contacts, time) = load(works, in: day * intervals + interval)
        let key = [contacts.bitPattern, time.bitPattern]
        if let heads = known[key] {
          row.append(heads)
          continue
        }
        staffedLoad += contacts * time / Double(center.calendar.intervalLength)
        guard staffedLoad <= Double(limits[.staffedLoad]) else {
          throw Diagnostic(
            .limitExceeded, at: origin, path: path,
            "the different loads of all intervals sum to more than "
              + "\(limits.inWords(.staffedLoad)) Erlang, the limit")
        }
        let present = contacts > 0 ? try required(contacts, time, target, patience) : 0
        // 14 ÷ (1 − 0.3) lands a last bit above 20; it means 20.
        let heads = (Double(present) / factor - 1e-9).rounded(.up)
        known[key] = heads
        row.append(heads)
      }
      rows.append(row)
    }
    return rows
  }

  private func requireSuitable(_ queue: Queue) throws(Diagnostic) {
    let channel = center.channels[queue.channel]
    let skill = teams[team].skill(
      channel: channel.name, demandClass: center.demand[queue.demandClass].name)
    if skill?.worksFrom != nil {
      throw refused("\(name(of: queue)) is served only from a day on")
    }
    if let other = teams.indices.first(where: {
      $0 != team && rank(of: queue, in: teams[$0]) == 1
    }) {
      throw refused(
        "\(name(of: queue)) is served at rank 1 by '\(teams[other].name)' as well",
        hint: "give one of the teams a lower rank, or write its agents")
    }
    if channel.medium.isDeferred {
      throw refused("\(name(of: queue)) is deferred: nobody waits online")
    }
    if channel.medium.isInTurns {
      throw refused("\(name(of: queue)) is held in turns; the formula has one talk a contact")
    }
    if channel.concurrency.limit > 1 {
      throw refused("\(name(of: queue)) runs side by side; the formula has one contact an agent")
    }
  }

  private func commonTarget(of queues: [Queue]) throws(Diagnostic) -> Target {
    var common: Target?
    for queue in queues {
      guard let target = center.target(of: queue) else {
        throw refused("\(name(of: queue)) has no target")
      }
      if let common, common != target {
        throw refused("its queues have different targets, and are staffed together")
      }
      common = target
    }
    guard let common, common.serviceLevel < 1 else {
      throw refused(
        "no number of agents answers everybody in time", hint: "write a serviceLevel below 1")
    }
    return common
  }

  /// The mean patience of the queues, which has to be exponential and the same [s].
  private func commonPatience(of queues: [Queue]) throws(Diagnostic) -> Double {
    var common: Double?
    for queue in queues {
      guard case .exponential(let patience)? = center.patience(of: queue) else {
        throw refused(
          "the patience of \(name(of: queue)) is not exponential",
          hint: "write one with the same mean, or use erlang-c")
      }
      if let common, common != patience.mean {
        throw refused("its queues have different patience, and are staffed together")
      }
      common = patience.mean
    }
    return common ?? .infinity
  }

  private func work(in queue: Queue, of expected: ExpectedContacts) throws(Diagnostic) -> Work {
    guard let handleTime = center.meanHandleTime(in: queue, by: teams[team]) else {
      throw refused("\(name(of: queue)) has no talk time")
    }
    let stream = expected.streams.first { $0.queue == queue }
    return Work(contacts: stream?.contacts ?? [], handleTime: handleTime)
  }

  /// The contacts of a simulated interval, and their mean handle time [s].
  private func load(_ works: [Work], in interval: Int) -> (contacts: Double, handleTime: Double) {
    var contacts = 0.0
    var seconds = 0.0
    for work in works {
      contacts += work.contacts[interval]
      seconds += work.contacts[interval] * work.handleTime
    }
    return (contacts, contacts > 0 ? seconds / contacts : 0)
  }

  private func required(
    _ contacts: Double, _ handleTime: Double, _ target: Target, _ patience: Double
  ) throws(Diagnostic) -> Int {
    guard handleTime > 0 else { return 0 }
    let load = contacts * handleTime / Double(center.calendar.intervalLength)
    var targets = [QueueTarget.serviceLevel(target.serviceLevel, within: target.within)]
    if let most = teams[team].maxOccupancy { targets.append(.occupancy(max: most)) }
    do {
      return try QueueTarget.requiredAgents(
        for: targets, offeredLoad: load, handleTime: handleTime,
        patience: patience == .infinity ? nil : patience)
    } catch {
      throw refused("a load of \(DurationText.plain(load.rounded())) Erlang takes too many agents")
    }
  }
}
