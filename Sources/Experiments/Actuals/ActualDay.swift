public import Center

/// What really happened on a day: volume, handle time and staffing by interval, as a telephone
/// system counted them.
public struct ActualDay: Sendable, Equatable {
  /// A cause by which a real day differs from its plan.
  public enum Factor: String, Sendable, CaseIterable {
    /// How many contacts came, and when.
    case volume
    /// How long they took.
    case handleTime = "handle_time"
    /// How many agents were there.
    case staffing
  }

  /// What was counted in an interval.
  public struct Counts: Sendable, Equatable {
    /// Contacts that were offered to agents.
    public var offered: Double
    /// Contacts that were answered.
    public var answered: Double?
    /// Contacts that were answered in time.
    public var answeredWithin: Double?
    /// Mean handle time [s].
    public var handleTime: Double?
    /// Agents who were there, on average over the interval.
    public var agents: Double?

    /// Counts of an interval.
    public init(
      offered: Double, answered: Double? = nil, answeredWithin: Double? = nil,
      handleTime: Double? = nil, agents: Double? = nil
    ) {
      self.offered = offered
      self.answered = answered
      self.answeredWithin = answeredWithin
      self.handleTime = handleTime
      self.agents = agents
    }
  }

  /// A part of the center that was counted as one: a queue of the telephone system.
  public struct Part: Sendable, Equatable {
    /// The part, as reports name it: a channel, a queue, or all contacts of a class.
    public let row: Row
    /// Its queues, as positions in the center's queues.
    public let queues: [Int]
    /// What was counted in each interval of the day, from midnight; `nil` where the export has no
    /// row.
    public var intervals: [Counts?]

    /// A part.
    public init(row: Row, queues: [Int], intervals: [Counts?]) {
      self.row = row
      self.queues = queues
      self.intervals = intervals
    }
  }

  /// The date.
  public let date: CivilDate
  /// The parts, no queue in two of them.
  public let parts: [Part]

  /// A day.
  public init(date: CivilDate, parts: [Part]) {
    self.date = date
    self.parts = parts
  }

  /// The factors that were measured: volume, and of handle time and staffing what any interval has.
  public var factors: [Factor] {
    let counts = parts.flatMap { $0.intervals.compactMap(\.self) }
    var factors = [Factor.volume]
    if counts.contains(where: { ($0.handleTime ?? 0) > 0 }) { factors.append(.handleTime) }
    if counts.contains(where: { $0.agents != nil }) { factors.append(.staffing) }
    return factors
  }
}

/// Why a day cannot be replayed.
public enum ActualDayError: Error, Equatable, Sendable {
  /// The date is not among the counted days of the calendar.
  case outsideCalendar(CivilDate, first: CivilDate, last: CivilDate)
  /// A class's contacts are a list of instants, which cannot be scaled.
  case measuredArrivals(demandClass: String)
  /// Two parts say differently how many agents a team had.
  case agentsDisagree(team: String, first: Row, second: Row)
}
