import Center
public import OutputAnalysis

/// What a replayed day shows: planned, actual and simulated values, and what each cause did to the
/// service level.
public struct DayReplayResult: Sendable {
  /// The replay.
  public let replay: DayReplay
  /// Contacts that came in intervals in which the plan expects none: they are not simulated.
  public let unplanned: Double

  private let plan: [DaySample]
  private let combinations: [[DaySample]]

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

  // MARK: Causes

  /// What happened to the service level of a part.
  public struct Attribution: Sendable, Equatable {
    /// The service level as forecast, without a factor for the whole day.
    public let forecast: Double
    /// What each factor added to it, in the order of ``DayReplayResult/factors``; they sum to
    /// `simulated − forecast`.
    public let shares: [Estimate]
    /// The service level with everything as it really was.
    public let simulated: Estimate
    /// What was counted; `nil` where the export does not say.
    public let actual: Double?
  }

  /// Shares the change of a part's service level between the factors.
  ///
  /// - Parameter row: A position in ``rows``.
  /// - Returns: `nil` for a part without live queues, or to which nobody comes.
  public func attribution(row: Int) -> Attribution? {
    let queues = part(row).live
    guard !queues.isEmpty else { return nil }
    let day = 0..<intervalCount
    let pairs = combinations.map { samples in
      samples.map {
        ($0.sum(.answeredWithin, queues: queues, day), $0.sum(.offered, queues: queues, day))
      }
    }
    let levels = pairs.map { pairs -> Double? in
      let offered = pairs.reduce(0) { $0 + $1.1 }
      return offered > 0 ? pairs.reduce(0) { $0 + $1.0 } / offered : nil
    }
    let values = levels.compactMap(\.self)
    guard values.count == levels.count else { return nil }
    // Each replication's part in the error of a level, linearised: shares are sums of levels.
    let count = Double(replay.replications)
    let errors = zip(pairs, values).map { pairs, value in
      let mean = pairs.reduce(0) { $0 + $1.1 } / count
      return pairs.map { ($0.0 - value * $0.1) / mean }
    }
    let shares = ShapleyShares(values: values).shares
    var moments = [Moments](repeating: Moments(), count: shares.count)
    for replication in 0..<replay.replications {
      let parts = ShapleyShares(values: errors.map { $0[replication] }).shares
      for (factor, part) in parts.enumerated() { moments[factor].add(shares[factor] + part) }
    }
    let correction = SkewnessCorrection(count: replay.replications)
    let estimates = zip(shares, moments).map { share, moments in
      let estimate = moments.estimate(
        within: PossibleRange.share.differences, correction: correction)
      return Estimate(
        value: share, interval: estimate?.interval, count: replay.replications,
        isSkewed: estimate?.isSkewed ?? false)
    }
    guard
      let simulated = estimate(
        .serviceLevel, part(row), day, combinations[combinations.count - 1])
    else { return nil }
    return Attribution(
      forecast: values[0], shares: estimates, simulated: simulated,
      actual: actual(.serviceLevel, row: row, day))
  }
}

// MARK: - Values

extension DayReplayResult {
  /// The queues of a row, and the teams that serve it first.
  private struct Members {
    let queues: [Int]
    /// The queues that have a service level.
    let live: [Int]
    let teams: [Int]
  }

  private func part(_ row: Int) -> Members {
    let parts = replay.day.parts
    let chosen = row < parts.count ? [parts[row]] : parts
    let queues = chosen.flatMap(\.queues)
    let center = replay.center
    var teams: Set<Int> = []
    for part in chosen {
      teams.formUnion(ActualFactors.teams(of: part, center, queues: center.queues))
    }
    return Members(
      queues: queues,
      live: queues.filter { !center.channels[center.queues[$0].channel].medium.isDeferred },
      teams: teams.sorted())
  }

  /// Numerator and denominator of a measure in a sample.
  private func pair(
    _ measure: Measure, _ part: Members, _ intervals: Range<Int>, _ sample: DaySample
  ) -> (Double, Double) {
    switch measure {
    case .offered: (sample.sum(.offered, queues: part.queues, intervals), 1)
    case .serviceLevel:
      (
        sample.sum(.answeredWithin, queues: part.live, intervals),
        sample.sum(.offered, queues: part.live, intervals)
      )
    case .abandonmentRate:
      (
        sample.sum(.abandoned, queues: part.queues, intervals),
        sample.sum(.offered, queues: part.queues, intervals)
      )
    case .handleTime:
      (
        sample.sum(.work, queues: part.queues, intervals),
        sample.sum(.answered, queues: part.queues, intervals)
      )
    case .agents:
      (
        sample.present(teams: part.teams, intervals),
        Double(intervals.count * replay.center.calendar.intervalLength)
      )
    }
  }

  private func estimate(
    _ measure: Measure, _ part: Members, _ intervals: Range<Int>, _ samples: [DaySample]
  ) -> Estimate? {
    var moments = BivariateMoments()
    for sample in samples {
      let (x, y) = pair(measure, part, intervals, sample)
      moments.add(x: x, y: y)
    }
    let isShare = measure == .serviceLevel || measure == .abandonmentRate
    return moments.estimate(within: isShare ? .share : .nonnegative)
  }

  /// What 5 % and 95 % of days do not exceed, of the days that have a value.
  private func days(
    _ measure: Measure, _ part: Members, _ intervals: Range<Int>
  ) -> Interval? {
    let values = plan.compactMap { sample -> Double? in
      let (x, y) = pair(measure, part, intervals, sample)
      return y > 0 ? x / y : nil
    }.sorted()
    guard !values.isEmpty else { return nil }
    func quantile(_ share: Double) -> Double {
      values[max(0, Int((share * Double(values.count) - 1e-9).rounded(.up)) - 1)]
    }
    return Interval(lower: quantile(0.05), upper: quantile(0.95))
  }

  /// What was counted of a measure; `nil` where any of it was not.
  private func actual(_ measure: Measure, row: Int, _ intervals: Range<Int>) -> Double? {
    let parts = replay.day.parts
    let chosen = row < parts.count ? [parts[row]] : parts
    let counts = intervals.flatMap { interval in chosen.compactMap { $0.intervals[interval] } }
    guard !counts.isEmpty else { return nil }
    let offered = counts.reduce(0) { $0 + $1.offered }
    func ratio(
      _ part: (ActualDay.Counts) -> Double?, over whole: (ActualDay.Counts) -> Double
    ) -> Double? {
      var (above, below) = (0.0, 0.0)
      for counts in counts {
        let weight = whole(counts)
        guard weight > 0 else { continue }
        guard let value = part(counts) else { return nil }
        above += value
        below += weight
      }
      return below > 0 ? above / below : nil
    }
    switch measure {
    case .offered: return offered
    case .serviceLevel: return ratio({ $0.answeredWithin }, over: { $0.offered })
    case .abandonmentRate:
      return ratio({ counts in counts.answered.map { counts.offered - $0 } }, over: { $0.offered })
    case .handleTime:
      return ratio(
        { counts in counts.handleTime.map { $0 * (counts.answered ?? counts.offered) } },
        over: { $0.answered ?? $0.offered })
    case .agents: return agents(chosen, intervals)
    }
  }

  /// The agents who were counted, those of a team that several parts name once.
  private func agents(_ parts: [ActualDay.Part], _ intervals: Range<Int>) -> Double? {
    let center = replay.center
    var known: Set<[Int]> = []
    var sum = 0.0
    var isCounted = false
    for part in parts {
      guard known.insert(ActualFactors.teams(of: part, center, queues: center.queues)).inserted
      else { continue }
      for interval in intervals {
        guard let agents = part.intervals[interval]?.agents else { continue }
        sum += agents
        isCounted = true
      }
    }
    return isCounted ? sum / Double(intervals.count) : nil
  }
}
