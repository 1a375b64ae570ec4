/// What a team's head counts, shifts and breaks ask for, instant by instant.
///
/// A team with head counts alone has a step for each interval. Shifts and breaks add a step
/// wherever the number on duty changes.
public struct TeamSchedule: Sendable {
  /// From one instant to the next step.
  public struct Step: Sendable, Hashable {
    /// From when on [s from the first simulated midnight].
    public let start: Int
    /// Scheduled agents on duty, before shrinkage and absence.
    public let heads: Double
    /// Of these, those beside the roster.
    public let others: Double
    /// The share of the rostered at work that exceptions leave there.
    public let keptShare: Double
    /// Paid agents.
    public let paid: Double
    /// Of the paid, those on a break, in a meeting or in training.
    public let pausing: Double
    /// The changes of who is on duty at `start`, as positions in `changes`.
    public let changes: Range<Int>
  }

  /// Rostered agents come on duty, or go off duty.
  public struct Change: Sendable, Hashable {
    /// Who.
    public let agents: Range<Int>
    /// The day that their shift belongs to.
    public let day: Int
    /// Whether they come.
    public let isComing: Bool
  }

  /// The steps, in order; one starts at each interval of the calendar.
  public let steps: [Step]
  /// Who comes and goes, in the order of the steps.
  public let changes: [Change]

  /// The schedule of a team on a calendar.
  ///
  /// - Complexity: O(intervals + duties × log duties).
  public init(_ team: Team, calendar: PlanningCalendar) {
    struct Event {
      let time: Int
      var heads = 0
      var paid = 0
      var pausing = 0
      /// At work or on a break.
      var rostered = 0
      var change: Change?
    }
    let exceptions = RosterChange.all(team, calendar: calendar)
    let horizon = calendar.simulatedDays * PlanningCalendar.dayLength
    var events: [Event] = []
    for duty in team.roster where duty.start < horizon {
      for (time, sign) in [(duty.start, 1), (min(duty.end, horizon), -1)] where time < horizon {
        var event = Event(time: time)
        let count = sign * duty.agents.count
        event.rostered = duty.activity == .absent ? 0 : count
        switch duty.activity {
        case .working:
          event.heads = count
          event.paid = count
          event.change = Change(agents: duty.agents, day: duty.day, isComing: sign > 0)
        case .paid: (event.paid, event.pausing) = (count, count)
        case .absent: event.paid = count
        case .unpaid: if exceptions.isEmpty { continue }
        }
        events.append(event)
      }
    }
    // A stable order: the instant, then the order in which the duties are written.
    let order = events.indices.sorted { (events[$0].time, $0) < (events[$1].time, $1) }
    let paidShare = team.agentsAre == .paid ? 1 : 1 - team.shrinkage
    let boundaries = calendar.simulatedIntervals
    var steps: [Step] = []
    var changes: [Change] = []
    var (next, heads, paid, pausing, rostered) = (0, 0, 0, 0, 0)
    steps.reserveCapacity(boundaries)
    for interval in 0..<boundaries {
      let written =
        team.agents[interval / calendar.intervalsPerDay][interval % calendar.intervalsPerDay]
      var start = interval * calendar.intervalLength
      let end = start + calendar.intervalLength
      while start < end {
        let first = changes.count
        while next < order.count, events[order[next]].time == start {
          let event = events[order[next]]
          heads += event.heads
          paid += event.paid
          pausing += event.pausing
          rostered += event.rostered
          if let change = event.change { changes.append(change) }
          next += 1
        }
        var (others, fewer, fewerPausing) = (written, 0.0, 0.0)
        if !exceptions.isEmpty {
          let change = exceptions[interval]
          others += change.added + (rostered > 0 ? change.addedToRoster : 0)
          fewer = min(change.taken, Double(heads))
          fewerPausing = min(change.taken - fewer, Double(pausing))
        }
        steps.append(
          Step(
            start: start, heads: others + (Double(heads) - fewer), others: others,
            keptShare: heads > 0 ? 1 - fewer / Double(heads) : 1,
            paid: (others + (Double(paid) - fewer - fewerPausing)) / paidShare,
            pausing: Double(pausing) - fewerPausing, changes: first..<changes.count))
        start = next < order.count ? min(end, events[order[next]].time) : end
      }
    }
    self.steps = steps
    self.changes = changes
  }
}

extension TeamSchedule {
  /// Scheduled paid time by simulated interval [agent-seconds].
  public func paidTime(in calendar: PlanningCalendar) -> [Double] {
    var time = [Double](repeating: 0, count: calendar.simulatedIntervals)
    for (index, step) in steps.enumerated() {
      let interval = step.start / calendar.intervalLength
      let next = index + 1 < steps.count ? steps[index + 1].start : Int(calendar.horizon)
      time[interval] += step.paid * Double(next - step.start)
    }
    return time
  }
}

extension Team {
  /// The share of those on duty who are present.
  public var presentShare: Double { agentsAre == .paid ? 1 - shrinkage : 1 }

  /// Whether its head counts change with the intervals alone, alike in every replication.
  public var followsIntervals: Bool { roster.isEmpty && absence == 0 }

  /// The most agents that can be present at once.
  ///
  /// - Complexity: O(intervals + duties × log duties).
  public func mostPresent(in calendar: PlanningCalendar) -> Int {
    if followsIntervals { return presentAgents.joined().max() ?? 0 }
    return TeamSchedule(self, calendar: calendar).steps.reduce(0) {
      max($0, Int(($1.heads * presentShare - 1e-9).rounded(.up)))
    }
  }
}

/// Turns scheduled heads into whole agents, step by step: fractions are carried within the day, so
/// that its agent-hours are exact to the last agent and step.
public struct CarriedHeads: Sendable, BitwiseCopyable {
  /// Agent-time that is owed [agent-seconds].
  private var owed = 0.0

  /// Nothing owed.
  public init() {}

  /// The agents present in a step.
  ///
  /// - Parameters:
  ///   - wanted: Heads after shrinkage; not always whole, `≥ 0`.
  ///   - length: How long the step lasts [s]; `> 0`.
  /// - Returns: A number within 1 of `wanted`; 0 where nobody is wanted.
  public mutating func present(wanted: Double, length: Double) -> Int {
    guard wanted > 0 else { return 0 }
    // A product such as 20 × (1 − 0.3) lands a last bit below 14; it means 14.
    let most = (wanted - 1e-9).rounded(.up)
    let whole = min(most, (wanted + owed / length + 1e-9).rounded(.down))
    owed += (wanted - whole) * length
    return Int(whole)
  }
}
