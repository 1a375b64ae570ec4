import Center
public import OutputAnalysis

/// What a replayed day shows: planned, actual and simulated values, and what each cause did to the
/// service level.
public struct DayReplayResult: Sendable {
  /// The replay.
  public let replay: DayReplay
  /// Contacts that came in intervals in which the plan expects none: they are not simulated.
  public let unplanned: Double

  let plan: [DaySample]
  let combinations: [[DaySample]]

  init(
    replay: DayReplay, plan: [DaySample], combinations: [[DaySample]], unplanned: Double
  ) {
    self.replay = replay
    self.plan = plan
    self.combinations = combinations
    self.unplanned = unplanned
  }

  /// The factors that were measured, in their order.
  public var factors: [ActualDay.Factor] { replay.day.factors }

  /// The parts that have results: those that were counted, and all of them together if there are
  /// several.
  public var rows: [Row] {
    let rows = replay.day.parts.map(\.row)
    return rows.count > 1 ? rows + [Row(level: .all)] : rows
  }

  /// Something that is compared.
  public enum Measure: String, Sendable, CaseIterable {
    /// Contacts offered.
    case offered
    /// The share of offered contacts that is answered in time.
    case serviceLevel = "service_level"
    /// The share of offered contacts that hangs up.
    case abandonmentRate = "abandonment_rate"
    /// Mean handle time [s].
    case handleTime = "handle_time_s"
    /// Agents present, of the teams that serve the part first.
    case agents = "agents_present"
  }

  /// A measure in the plan, on the real day, and with everything as it really was.
  public struct Comparison: Sendable, Equatable {
    /// The mean of the plan.
    public let planned: Double?
    /// What 5 % and 95 % of days as planned do not exceed.
    public let plannedDays: Interval?
    /// What was counted.
    public let actual: Double?
    /// The mean with everything as it really was.
    public let simulated: Estimate?
  }

  /// Compares a measure.
  ///
  /// - Parameters:
  ///   - measure: The measure.
  ///   - row: A position in ``rows``.
  ///   - interval: The interval of the day; `nil` for the whole day.
  public func comparison(
    _ measure: Measure, row: Int, interval: Int?
  ) -> Comparison {
    let part = part(row)
    let intervals = interval.map { $0..<$0 + 1 } ?? 0..<intervalCount
    let planned = estimate(measure, part, intervals, plan)
    return Comparison(
      planned: planned?.value, plannedDays: days(measure, part, intervals),
      actual: actual(measure, row: row, intervals),
      simulated: estimate(measure, part, intervals, combinations[combinations.count - 1]))
  }

  /// How many intervals the day has.
  public var intervalCount: Int { replay.center.calendar.intervalsPerDay }
}
