import CenterSimulation
import OutputAnalysis

/// What is kept of a number of replications of one design: a block's, or those of all blocks so
/// far. Its size does not depend on the number of replications, but for the headline vectors.
struct DesignAccumulator: Sendable, Equatable {
  var replications = 0
  /// Contacts and events simulated.
  var contacts = 0
  var events = 0
  /// By slot of `DesignLayout.summary`.
  var moments: [BivariateMoments]
  /// By slot of `DesignLayout.daily`.
  var days: [DayDistribution]
  /// By row; those that show no waits stay empty.
  var waitQuantiles: [QuantileAccumulator]
  /// By row: the ages of whoever waits when counted time ends.
  var backlogAges: [QuantileAccumulator]
  /// Contacts by queue, outcome and bin, over all replications.
  var waits: [Int]
  /// By queue.
  var longestWait: [Double]
  var longestQueue: [Int]
  /// By team, then agent: sums over replications; empty before the first.
  var agents: [[AgentLoad]] = []
  /// By interval and queue, team, and campaign: sums over replications, from which the means
  /// of an interval are read off.
  var queueSums: [QueueTally]
  var teamSums: [TeamTally]
  var campaignSums: [CampaignTally]
  /// By interval and slot of `DesignLayout.cells`.
  var cellEstimates: [BivariateMoments]
  /// By interval and row: the replications in which anything happened there.
  var cellsFilled: [Int]
  /// For each replication in turn numerator and denominator by slot of `DesignLayout.headline`.
  var headline: [Double] = []

  init(_ layout: DesignLayout) {
    let intervals = layout.rows.intervalCount
    moments = Array(repeating: BivariateMoments(), count: layout.summary.count)
    days = layout.daily.measures.flatMap { row in
      row.map { position in
        DayDistribution(scale: Measure.catalogue[position].unit == .share ? .share : .magnitude)
      }
    }
    waitQuantiles = Array(repeating: QuantileAccumulator(), count: layout.rows.rows.count)
    backlogAges = waitQuantiles
    let histograms = layout.rows.queueCount * Observation.Outcome.allCases.count
    waits = Array(repeating: 0, count: histograms * layout.bins.count)
    longestWait = Array(repeating: 0, count: layout.rows.queueCount)
    longestQueue = Array(repeating: 0, count: layout.rows.queueCount)
    queueSums = Array(repeating: QueueTally(), count: intervals * layout.rows.queueCount)
    teamSums = Array(repeating: TeamTally(), count: intervals * layout.rows.teamCount)
    campaignSums = Array(
      repeating: CampaignTally(), count: intervals * layout.rows.campaignCount)
    cellEstimates = Array(
      repeating: BivariateMoments(), count: intervals * layout.cells.count)
    cellsFilled = Array(repeating: 0, count: layout.cellCount)
  }

  /// Adds the replications of the block that follows.
  ///
  /// - Complexity: O(size); the headline vectors amortised.
  mutating func merge(_ later: DesignAccumulator) {
    replications += later.replications
    contacts += later.contacts
    events += later.events
    for slot in moments.indices { moments[slot].merge(later.moments[slot]) }
    for slot in days.indices { days[slot].merge(later.days[slot]) }
    for row in waitQuantiles.indices { waitQuantiles[row].merge(later.waitQuantiles[row]) }
    for row in backlogAges.indices { backlogAges[row].merge(later.backlogAges[row]) }
    for bin in waits.indices { waits[bin] += later.waits[bin] }
    for queue in longestWait.indices {
      longestWait[queue] = max(longestWait[queue], later.longestWait[queue])
      longestQueue[queue] = max(longestQueue[queue], later.longestQueue[queue])
    }
    for cell in queueSums.indices { queueSums[cell] += later.queueSums[cell] }
    for cell in teamSums.indices { teamSums[cell] += later.teamSums[cell] }
    for cell in campaignSums.indices { campaignSums[cell] += later.campaignSums[cell] }
    for slot in cellEstimates.indices { cellEstimates[slot].merge(later.cellEstimates[slot]) }
    for cell in cellsFilled.indices { cellsFilled[cell] += later.cellsFilled[cell] }
    add(agents: later.agents)
    headline += later.headline
  }
}
