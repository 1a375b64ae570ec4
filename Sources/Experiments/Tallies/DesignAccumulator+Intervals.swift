import CenterSimulation
import OutputAnalysis

extension DesignAccumulator {
  /// Books the intervals and days of a replication, and returns its totals by row.
  ///
  /// Days are summed by queue and team first, so that aggregated rows cost one sum a day.
  mutating func addIntervals(
    _ observation: Observation, layout: DesignLayout
  ) -> [RowTally] {
    let rows = layout.rows
    let booked = rows.rows.indices.filter { rows.members[$0].isBookedByInterval }
    var totals = rows.rows.indices.map { rows.emptyTally(ofRow: $0, time: 0) }
    var day = DayTallies(rows)
    for interval in 0..<rows.intervalCount {
      add(observation, interval: interval, to: &day, rows: rows)
      for (index, row) in rows.intervalRows.enumerated() where day.isFilled(rows.members[row]) {
        var tally = rows.emptyTally(ofRow: row, time: rows.intervalLength)
        tally.add(
          queues: observation.queues, from: interval * rows.queueCount,
          teams: observation.teams, from: interval * rows.teamCount,
          campaigns: observation.campaigns, from: interval * rows.campaignCount,
          members: rows.members[row])
        fillCells(interval, index, tally, layout: layout)
        if rows.members[row].promisingRows.isEmpty {
          totals[row].countPromise(of: tally, by: rows.members[row].promise)
        }
      }
      guard (interval + 1) % rows.intervalsPerDay == 0 else { continue }
      let time = rows.intervalLength * Double(rows.intervalsPerDay)
      for row in booked {
        var tally = rows.emptyTally(ofRow: row, time: time)
        tally.add(
          queues: day.queues, from: 0, teams: day.teams, from: 0,
          campaigns: day.campaigns, from: 0, members: rows.members[row])
        totals[row].countDayPromise(of: tally, by: rows.members[row].promise)
        addDay(tally, row: row, layout: layout)
        totals[row].append(tally)
      }
      day = DayTallies(rows)
    }
    let time = Double(rows.intervalCount) * rows.intervalLength
    for row in rows.rows.indices {
      totals[row].time = time
      totals[row].countHorizonPromise(by: rows.members[row].promise)
    }
    return totals
  }

  /// Adds one interval to the sums by queue and team: of the day, and over replications.
  private mutating func add(
    _ observation: Observation, interval: Int, to day: inout DayTallies, rows: RowLayout
  ) {
    for queue in 0..<rows.queueCount {
      let cell = interval * rows.queueCount + queue
      day.queueIsFilled[queue] = !observation.queues[cell].isEmpty
      day.queues[queue] += observation.queues[cell]
      day.queues[queue].replaceSnapshots(by: observation.queues[cell])
      guard day.queueIsFilled[queue] else { continue }
      queueSums[cell] += observation.queues[cell]
    }
    for team in 0..<rows.teamCount {
      let cell = interval * rows.teamCount + team
      day.teamIsFilled[team] = !observation.teams[cell].isEmpty
      guard day.teamIsFilled[team] else { continue }
      day.teams[team] += observation.teams[cell]
      teamSums[cell] += observation.teams[cell]
    }
    for campaign in 0..<rows.campaignCount {
      let cell = interval * rows.campaignCount + campaign
      day.campaignIsFilled[campaign] = observation.campaigns[cell].dials > 0
      guard day.campaignIsFilled[campaign] else { continue }
      day.campaigns[campaign] += observation.campaigns[cell]
      campaignSums[cell] += observation.campaigns[cell]
    }
  }

  private mutating func addDay(_ day: RowTally, row: Int, layout: DesignLayout) {
    let functions = Measure.functions
    for (index, position) in layout.daily.measures[row].enumerated() {
      let below = functions[position].denominator(day)
      if below == 0 { continue }
      days[layout.daily.offsets[row] + index].add(functions[position].numerator(day) / below)
    }
  }

  private mutating func fillCells(
    _ interval: Int, _ index: Int, _ tally: RowTally, layout: DesignLayout
  ) {
    let functions = Measure.functions
    cellsFilled[interval * layout.rows.intervalRows.count + index] += 1
    let first = interval * layout.cells.count + layout.cells.offsets[index]
    for (offset, position) in layout.cells.measures[index].enumerated() {
      cellEstimates[first + offset].add(
        x: functions[position].numerator(tally), y: functions[position].denominator(tally))
    }
  }

  /// Adds to each interval the replications in which nothing happened in it, at the end of a
  /// block.
  ///
  /// - Complexity: O(intervals × rows × measures).
  mutating func padCells(_ layout: DesignLayout) {
    let functions = Measure.functions
    for (index, row) in layout.rows.intervalRows.enumerated() {
      let empty = layout.rows.emptyTally(ofRow: row, time: layout.rows.intervalLength)
      let denominators = layout.cells.measures[index].map { functions[$0].denominator(empty) }
      for interval in 0..<layout.rows.intervalCount {
        let cell = interval * layout.rows.intervalRows.count + index
        let missing = replications - cellsFilled[cell]
        let first = interval * layout.cells.count + layout.cells.offsets[index]
        for (offset, denominator) in denominators.enumerated() {
          cellEstimates[first + offset].add(x: 0, y: denominator, repeats: missing)
        }
      }
    }
  }
}

/// What a day has booked so far, by queue, team and campaign, and where the interval in hand booked anything.
private struct DayTallies {
  var queues: [QueueTally]
  var teams: [TeamTally]
  var campaigns: [CampaignTally]
  var queueIsFilled: [Bool]
  var teamIsFilled: [Bool]
  var campaignIsFilled: [Bool]

  init(_ rows: RowLayout) {
    queues = Array(repeating: QueueTally(), count: rows.queueCount)
    teams = Array(repeating: TeamTally(), count: rows.teamCount)
    campaigns = Array(repeating: CampaignTally(), count: rows.campaignCount)
    queueIsFilled = Array(repeating: false, count: rows.queueCount)
    teamIsFilled = Array(repeating: false, count: rows.teamCount)
    campaignIsFilled = Array(repeating: false, count: rows.campaignCount)
  }

  /// Whether the interval in hand booked anything in a row.
  func isFilled(_ members: RowLayout.Members) -> Bool {
    members.liveQueues.contains { queueIsFilled[$0] }
      || members.deferredQueues.contains { queueIsFilled[$0] }
      || members.teams.contains { teamIsFilled[$0] }
      || members.campaigns.contains { campaignIsFilled[$0] }
  }
}
