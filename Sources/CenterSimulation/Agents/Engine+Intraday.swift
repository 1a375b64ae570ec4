import Center
import EventKernel

/// A rule of dynamic staffing: names have become positions.
struct IntradayPlan: Sendable {
  let team: Int
  let measure: IntradayRule.Measure
  let queues: [Int]
  let threshold: Double
  let isAbove: Bool
  let intervals: Int
  let agents: Int32
  let leadTime: Double
  let duration: Double

  init(_ center: Center, _ rule: IntradayRule, queues: [Queue]) {
    // A sound center has the team (`Center.problems()`).
    team = center.teams.firstIndex { $0.name == rule.team } ?? 0
    measure = rule.measure
    self.queues = queues.indices.filter { center.channels[queues[$0].channel].name == rule.channel }
    threshold = rule.threshold
    isAbove = rule.isAbove
    intervals = rule.intervals
    agents = Int32(rule.agents)
    leadTime = rule.leadTime
    duration = rule.duration
  }
}

/// Where a rule is.
struct IntradayState: BitwiseCopyable {
  var stage = Stage.watching
  /// Intervals in a row that were beyond the threshold.
  var beyond = 0
  /// The sums of its queues when the interval in hand began.
  var sums = (above: 0.0, below: 0.0)

  enum Stage: UInt8, BitwiseCopyable {
    case watching
    /// Decided; the lead time passes.
    case decided
    case inForce
  }
}

/// What rules have changed of a team.
struct IntradayChange: BitwiseCopyable {
  /// What the schedule asks for.
  var scheduled: Int32 = 0
  /// What the rules in force add together.
  var wanted: Int32 = 0
  /// What of it can be: nobody is released who is not there.
  var inForce = LevelOverTime()
}

extension Engine {
  /// The schedule asks a team for so many; the rules in force add theirs.
  mutating func ask(_ scheduled: Int32, ofTeam team: Int) {
    teamStates[team].scheduled = scheduled
    if plan.intraday.isEmpty { return }
    intradayChanges[team].scheduled = scheduled
    followRules(ofTeam: team)
  }

  private mutating func followRules(ofTeam team: Int) {
    let scheduled = intradayChanges[team].scheduled
    let change = max(-scheduled, intradayChanges[team].wanted)
    let before = intradayChanges[team].inForce.level
    intradayChanges[team].inForce.change(by: change - before, at: now - intervalStart)
    teamStates[team].scheduled = scheduled + change
  }

  /// A new interval begins: rules look at what happens from here on.
  mutating func watchInterval() {
    for rule in plan.intraday.indices { intradayStates[rule].sums = sums(ofRule: rule) }
  }

  /// Numerator and denominator of what a rule looks at, summed so far in its queues' cells.
  private func sums(ofRule rule: Int) -> (above: Double, below: Double) {
    var (above, below) = (0.0, 0.0)
    for queue in plan.intraday[rule].queues {
      let cell = cells.lowerBound + queue
      switch plan.intraday[rule].measure {
      case .queueMean: above += queueTallies[cell].queueArea
      case .serviceLevel:
        above += queueTallies[cell].answeredWithin
        below += queueTallies[cell].offered
      case .occupancy: break
      }
    }
    return (above, below)
  }

  /// An interval is over and booked: rules that have seen enough decide.
  mutating func applyRules(occupancies: [Double?]) {
    for rule in plan.intraday.indices where intradayStates[rule].stage == .watching {
      let value = value(ofRule: rule, occupancies: occupancies)
      let threshold = plan.intraday[rule].threshold
      let isBeyond = value.map { plan.intraday[rule].isAbove ? $0 > threshold : $0 < threshold }
      intradayStates[rule].beyond = isBeyond == true ? intradayStates[rule].beyond + 1 : 0
      guard intradayStates[rule].beyond >= plan.intraday[rule].intervals else { continue }
      intradayStates[rule].stage = .decided
      intradayStates[rule].beyond = 0
      schedule(
        Kind.boundary, Int32(1 + plan.teams.count + rule), at: now + plan.intraday[rule].leadTime)
    }
  }

  private func value(ofRule rule: Int, occupancies: [Double?]) -> Double? {
    let now = sums(ofRule: rule)
    let before = intradayStates[rule].sums
    switch plan.intraday[rule].measure {
    case .occupancy: return occupancies[plan.intraday[rule].team]
    case .queueMean: return (now.above - before.above) / Double(plan.calendar.intervalLength)
    case .serviceLevel:
      let below = now.below - before.below
      return below > 0 ? (now.above - before.above) / below : nil
    }
  }

  /// A rule's lead time is over, or the time for which it is in force.
  mutating func turn(rule: Int) {
    let team = plan.intraday[rule].team
    if intradayStates[rule].stage == .decided {
      intradayStates[rule].stage = .inForce
      intradayChanges[team].wanted += plan.intraday[rule].agents
      let entity = Int32(1 + plan.teams.count + rule)
      schedule(Kind.boundary, entity, at: now + plan.intraday[rule].duration)
    } else {
      intradayStates[rule].stage = .watching
      intradayChanges[team].wanted -= plan.intraday[rule].agents
    }
    followRules(ofTeam: team)
    followSchedule(ofTeam: team)
  }

  /// What rules added to a team's paid time in the interval that ends [agent-seconds].
  mutating func closeIntraday(ofTeam team: Int, after length: Double) -> Double {
    plan.intraday.isEmpty ? 0 : intradayChanges[team].inForce.close(after: length)
  }
}
