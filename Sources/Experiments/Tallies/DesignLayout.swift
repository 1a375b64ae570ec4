import Center
import CenterSimulation
import OutputAnalysis

/// What is kept of a design's replications, and where: decided once, before the first.
struct DesignLayout: Sendable {
  let rows: RowLayout
  let bins: WaitBins
  /// Measures of the summary, by row.
  let summary: MeasureTable
  /// Those with a value for each single day.
  let daily: MeasureTable
  /// Measures that designs are compared by, in the rows that they are compared in.
  let headline: MeasureTable
  /// Measures with an interval of their own in every interval, for `rows.intervalRows` in this order.
  let cells: MeasureTable

  /// - Parameter keepsReplications: Whether `headline` is kept; its table is empty otherwise.
  init(_ center: Center, queues: [Queue], bins: WaitBins, keepsReplications: Bool = true) {
    rows = RowLayout(center, queues: queues)
    self.bins = bins
    let all = rows.rows
    summary = MeasureTable(rows: all) { _ in true }
    daily = MeasureTable(rows: all) { $0.isDaily }
    headline = MeasureTable(rows: rows.headlineRows.map { all[$0] }) {
      keepsReplications && $0.isHeadline
    }
    let byInterval = rows.intervalRows.map { all[$0] }
    cells = MeasureTable(rows: byInterval) { $0.byInterval == .estimate }
  }

  /// The number of pairs of an interval and a row.
  var cellCount: Int { rows.intervalCount * rows.intervalRows.count }

  /// The queues whose waits a row shows: the live ones, else the deferred.
  func promptQueues(ofRow row: Int) -> [Int] {
    let members = rows.members[row]
    return members.liveQueues.isEmpty ? members.deferredQueues : members.liveQueues
  }
}
