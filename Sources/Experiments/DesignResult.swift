public import Center
public import CenterSimulation
public import OutputAnalysis

/// What an experiment found out about one design.
public struct DesignResult: Sendable, Equatable {
  /// The design.
  public let center: Center
  /// Its queues, in the order of the file.
  public let queues: [Queue]
  /// The seed of the experiment.
  public let seed: UInt64
  /// The bins of the waits.
  public var waitBins: WaitBins { layout.bins }

  let layout: DesignLayout
  let accumulator: DesignAccumulator
  private let correction: SkewnessCorrection?

  init(
    center: Center, queues: [Queue], seed: UInt64, layout: DesignLayout,
    accumulator: DesignAccumulator
  ) {
    self.center = center
    self.queues = queues
    self.seed = seed
    self.layout = layout
    self.accumulator = accumulator
    correction = SkewnessCorrection(count: accumulator.replications)
  }

  public static func == (left: DesignResult, right: DesignResult) -> Bool {
    left.center == right.center && left.queues == right.queues && left.seed == right.seed
      && left.waitBins == right.waitBins && left.accumulator == right.accumulator
  }

  /// The number of replications.
  public var replications: Int { accumulator.replications }
  /// Contacts simulated, warm-up and follow-up included.
  public var contacts: Int { accumulator.contacts }
  /// Events simulated, warm-up and follow-up included.
  public var events: Int { accumulator.events }

  // MARK: The summary

  /// The rows of the summary: everything, each class, channels, queues, teams, tools,
  /// campaigns.
  public var rows: [Row] { layout.rows.rows }

  /// A measure in a row, with its interval; `nil` where it has no meaning, or no value (0/0).
  ///
  /// - Parameters:
  ///   - measure: Its position in `Measure.catalogue`.
  ///   - row: A position in `rows`.
  public func estimate(of measure: Int, inRow row: Int) -> Estimate? {
    estimate(of: measure, inRow: row, correction: correction)
  }

  /// The same at another confidence.
  func estimate(
    of measure: Int, inRow row: Int, correction: SkewnessCorrection?
  ) -> Estimate? {
    layout.summary.slot(row: row, measure: measure).flatMap {
      accumulator.moments[$0].estimate(
        within: Measure.catalogue[measure].range, correction: correction)
    }
  }

  /// The values that 5 % and 95 % of the days do not exceed; `nil` for measures that have no
  /// value for a single day.
  public func days(of measure: Int, inRow row: Int) -> Interval? {
    guard let slot = layout.daily.slot(row: row, measure: measure),
      let low = accumulator.days[slot].quantile(0.05),
      let high = accumulator.days[slot].quantile(0.95)
    else { return nil }
    return Interval(lower: low, upper: high)
  }

  /// The quantiles of the wait of the answered at `Measure.waitProbabilities` [s], pooled over
  /// replications; `nil` in rows without contacts.
  public func waitQuantiles(inRow row: Int) -> [Estimate]? {
    accumulator.waitQuantiles[row].quantiles(
      Measure.waitProbabilities, in: layout.bins, correction: correction)
  }

  /// The age that 90 % of those who wait when counted time ends do not exceed [s], pooled over
  /// replications; `nil` where nobody waits.
  public func backlogAge(inRow row: Int) -> Estimate? {
    accumulator.backlogAges[row].quantiles([0.9], in: layout.bins, correction: correction)?[0]
  }

  /// The longest wait in any replication [s]; `nil` in rows without queues.
  public func longestWait(inRow row: Int) -> Double? {
    layout.promptQueues(ofRow: row).map { accumulator.longestWait[$0] }.max()
  }

  /// The most contacts waiting at any instant of any replication; `nil` in rows that are not about
  /// a single queue.
  public func longestQueue(inRow row: Int) -> Int? {
    let queues = layout.rows.members[row].queues
    return queues.count == 1 ? accumulator.longestQueue[queues[0]] : nil
  }

  // MARK: Agents

  /// What each agent of a team had to do, summed over replications.
  public func agents(ofTeam team: Int) -> [AgentLoad] {
    accumulator.agents.isEmpty ? [] : accumulator.agents[team]
  }

  // MARK: Waits

  /// How many contacts of a queue waited how long, over all replications: one number for each of
  /// `waitBins`.
  public func waits(ofQueue queue: Int, _ outcome: Observation.Outcome) -> ArraySlice<Int> {
    let first =
      (queue * Observation.Outcome.allCases.count + outcome.rawValue) * waitBins.count
    return accumulator.waits[first..<(first + waitBins.count)]
  }

  // MARK: Intervals

  /// The rows that have values interval by interval, as positions in `rows`.
  public var intervalRows: [Int] { layout.rows.intervalRows }
  /// The number of counted intervals.
  public var intervalCount: Int { layout.rows.intervalCount }

  /// A measure in one interval; without bounds if only its mean is kept. `nil` where it has no
  /// meaning, is not kept, or has no value (0/0).
  ///
  /// - Parameters:
  ///   - measure: Its position in `Measure.catalogue`.
  ///   - intervalRow: A position in `intervalRows`.
  ///   - interval: A counted interval.
  public func estimate(of measure: Int, inIntervalRow intervalRow: Int, interval: Int) -> Estimate?
  {
    estimate(of: measure, inIntervalRow: intervalRow, interval: interval, correction: correction)
  }

  /// The same at another confidence.
  func estimate(
    of measure: Int, inIntervalRow intervalRow: Int, interval: Int,
    correction: SkewnessCorrection?
  ) -> Estimate? {
    if let slot = layout.cells.slot(row: intervalRow, measure: measure) {
      return accumulator.cellEstimates[interval * layout.cells.count + slot].estimate(
        within: Measure.catalogue[measure].range, correction: correction)
    }
    let declared = Measure.catalogue[measure]
    let row = layout.rows.intervalRows[intervalRow]
    guard declared.byInterval == .mean, declared.scopes.contains(rows[row].scope) else {
      return nil
    }
    var tally = layout.rows.emptyTally(
      ofRow: row, time: layout.rows.intervalLength * Double(replications))
    tally.add(
      queues: accumulator.queueSums, from: interval * layout.rows.queueCount,
      teams: accumulator.teamSums, from: interval * layout.rows.teamCount,
      campaigns: accumulator.campaignSums, from: interval * layout.rows.campaignCount,
      members: layout.rows.members[row])
    // The sum over replications of a denominator that is 1 in each.
    let below = declared.isSum ? Double(replications) : declared.denominator(tally)
    guard below != 0 else { return nil }
    return Estimate(
      value: declared.numerator(tally) / below, interval: nil, count: replications,
      isSkewed: false)
  }

  // MARK: Replications

  /// The rows that designs are compared in, as positions in `rows`.
  public var headlineRows: [Int] { layout.rows.headlineRows }

  /// Numerators and denominators of a headline measure by replication; `nil` for another measure,
  /// for a row in which it has no meaning, and where replications were not kept.
  ///
  /// - Parameters:
  ///   - measure: Its position in `Measure.catalogue`.
  ///   - headlineRow: A position in `headlineRows`.
  public func replications(of measure: Int, inHeadlineRow headlineRow: Int) -> RatioSeries? {
    guard let slot = layout.headline.slot(row: headlineRow, measure: measure) else { return nil }
    var series = RatioSeries()
    let width = 2 * layout.headline.count
    for block in stride(from: 0, to: replications, by: Experiment.blockLength) {
      var part = RatioSeries()
      for replication in block..<min(block + Experiment.blockLength, replications) {
        let first = replication * width + 2 * slot
        part.append(
          numerator: accumulator.headline[first], denominator: accumulator.headline[first + 1])
      }
      series.append(part)
    }
    return series
  }
}
