/// More or fewer agents than the roster of a team has, for a time.
///
/// Fewer are taken of those at work first, then of those on paid breaks; more are there beside them.
public struct RosterException: Sendable, Hashable {
  /// The simulated intervals in which it holds.
  public var intervals: Range<Int>
  /// How many more; negative: how many fewer. Paid or present heads, as the team's others.
  public var agents: Double
  /// Whether more agents come only while some of the roster are at work or on a break.
  public var goesWithRoster: Bool

  /// A change for some intervals.
  public init(intervals: Range<Int>, agents: Double, goesWithRoster: Bool = false) {
    self.intervals = intervals
    self.agents = agents
    self.goesWithRoster = goesWithRoster
  }
}

/// What the exceptions of a roster add up to in one interval.
struct RosterChange {
  /// More agents, whoever else is there.
  var added = 0.0
  /// More agents while some of the roster are at work or on a break.
  var addedToRoster = 0.0
  /// Fewer agents.
  var taken = 0.0

  /// The sums by simulated interval; none where there are no exceptions.
  static func all(_ team: Team, calendar: PlanningCalendar) -> [RosterChange] {
    if team.rosterExceptions.isEmpty { return [] }
    var changes = Array(repeating: RosterChange(), count: calendar.simulatedIntervals)
    for exception in team.rosterExceptions {
      for interval in exception.intervals.clamped(to: changes.indices) {
        if exception.agents < 0 {
          changes[interval].taken -= exception.agents
        } else if exception.goesWithRoster {
          changes[interval].addedToRoster += exception.agents
        } else {
          changes[interval].added += exception.agents
        }
      }
    }
    return changes
  }
}

extension Team {
  /// The most of its roster who are at work or on a break at one instant of some intervals.
  ///
  /// - Complexity: O(duties × log duties).
  public func mostRostered(in intervals: Range<Int>, of calendar: PlanningCalendar) -> Int {
    let start = intervals.lowerBound * calendar.intervalLength
    let end = intervals.upperBound * calendar.intervalLength
    let steps = roster.filter { $0.activity != .absent && $0.start < end && $0.end > start }
      .flatMap { [(max(start, $0.start), $0.agents.count), ($0.end, -$0.agents.count)] }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    var (most, level) = (0, 0)
    for (_, change) in steps {
      level += change
      most = max(most, level)
    }
    return most
  }
}
