import CenterSimulation
import OutputAnalysis

extension DesignAccumulator {
  /// Adds one replication. After the last of a block `padCells` completes the intervals in which
  /// nothing happened in some replications.
  ///
  /// - Complexity: O(intervals × rows × measures), less where nothing happens.
  mutating func add(_ observation: Observation, layout: DesignLayout) {
    replications += 1
    contacts += observation.contacts
    events += observation.events
    addWaits(observation, layout: layout)
    var totals = addIntervals(observation, layout: layout)
    let rows = layout.rows
    for row in rows.rows.indices {
      let members = rows.members[row]
      for tool in members.tools { totals[row].tool += observation.tools[tool] }
      for demandClass in members.classes {
        totals[row].issue += observation.issues[demandClass]
      }
      for promising in members.promisingRows {
        totals[row].promise += totals[promising].promise
      }
    }
    let catalogue = Measure.catalogue
    for row in rows.rows.indices {
      for (index, position) in layout.summary.measures[row].enumerated() {
        moments[layout.summary.offsets[row] + index].add(
          x: catalogue[position].numerator(totals[row]),
          y: catalogue[position].denominator(totals[row]))
      }
    }
    for (index, row) in rows.headlineRows.enumerated() {
      for position in layout.headline.measures[index] {
        headline.append(catalogue[position].numerator(totals[row]))
        headline.append(catalogue[position].denominator(totals[row]))
      }
    }
  }

  private mutating func addWaits(_ observation: Observation, layout: DesignLayout) {
    for bin in waits.indices { waits[bin] += Int(observation.waits[bin]) }
    for queue in longestWait.indices {
      longestWait[queue] = max(longestWait[queue], observation.longestWait[queue])
      longestQueue[queue] = max(longestQueue[queue], observation.longestQueue[queue])
    }
    let bins = layout.bins.count
    let outcomes = Observation.Outcome.allCases.count
    func answered(_ queue: Int) -> ArraySlice<UInt32> {
      let first = (queue * outcomes + Observation.Outcome.answered.rawValue) * bins
      return observation.waits[first..<(first + bins)]
    }
    var pooled = [UInt32](repeating: 0, count: bins)
    for row in layout.rows.rows.indices {
      let queues = layout.promptQueues(ofRow: row)
      if queues.isEmpty { continue }
      if queues.count == 1 {
        waitQuantiles[row].add(answered(queues[0]))
        continue
      }
      for bin in pooled.indices { pooled[bin] = 0 }
      for queue in queues {
        for (bin, number) in answered(queue).enumerated() { pooled[bin] += number }
      }
      waitQuantiles[row].add(pooled)
    }
  }

  /// Books the intervals and days, and returns the totals by row.
  private mutating func addIntervals(
    _ observation: Observation, layout: DesignLayout
  ) -> [RowTally] {
    let rows = layout.rows
    let empty = rows.rows.indices.map { rows.emptyTally(ofRow: $0, time: 0) }
    let booked = rows.rows.indices.filter { rows.members[$0].isBookedByInterval }
    var cellOfRow = [Int](repeating: -1, count: rows.rows.count)
    for (index, row) in rows.intervalRows.enumerated() { cellOfRow[row] = index }
    var totals = empty
    var day = empty
    for interval in 0..<rows.intervalCount {
      for row in booked {
        var tally = empty[row]
        tally.time = rows.intervalLength
        if tally.add(observation, interval: interval, members: rows.members[row], rows: rows) {
          if cellOfRow[row] >= 0 {
            fillCell(interval, cellOfRow[row], tally, layout: layout)
          }
          tally.countPromise(target: rows.members[row].target)
        }
        day[row].append(tally)
      }
      if (interval + 1) % rows.intervalsPerDay == 0 {
        for row in booked {
          day[row].countDayPromise(target: rows.members[row].target)
          addDay(day[row], row: row, layout: layout)
          totals[row].append(day[row])
          day[row] = empty[row]
        }
      }
    }
    let time = Double(rows.intervalCount) * rows.intervalLength
    for row in rows.rows.indices { totals[row].time = time }
    return totals
  }

  private mutating func addDay(_ day: RowTally, row: Int, layout: DesignLayout) {
    let catalogue = Measure.catalogue
    for (index, position) in layout.daily.measures[row].enumerated() {
      if let value = catalogue[position].value(of: day) {
        days[layout.daily.offsets[row] + index].add(value)
      }
    }
  }

  private mutating func fillCell(
    _ interval: Int, _ index: Int, _ tally: RowTally, layout: DesignLayout
  ) {
    let catalogue = Measure.catalogue
    cellsFilled[interval * layout.rows.intervalRows.count + index] += 1
    let firstMean = interval * layout.cellMeans.count + layout.cellMeans.offsets[index]
    for (offset, position) in layout.cellMeans.measures[index].enumerated() {
      cellMeans[firstMean + offset].numerator += catalogue[position].numerator(tally)
      cellMeans[firstMean + offset].denominator += catalogue[position].denominator(tally)
    }
    let first = interval * layout.cellEstimates.count + layout.cellEstimates.offsets[index]
    for (offset, position) in layout.cellEstimates.measures[index].enumerated() {
      cellEstimates[first + offset].add(
        x: catalogue[position].numerator(tally), y: catalogue[position].denominator(tally))
    }
  }

  /// Adds to each interval the replications in which nothing happened in it, at the end of a
  /// block.
  ///
  /// - Complexity: O(intervals × rows × measures).
  mutating func padCells(_ layout: DesignLayout) {
    let catalogue = Measure.catalogue
    for (index, row) in layout.rows.intervalRows.enumerated() {
      let empty = layout.rows.emptyTally(ofRow: row, time: layout.rows.intervalLength)
      for interval in 0..<layout.rows.intervalCount {
        let cell = interval * layout.rows.intervalRows.count + index
        let missing = replications - cellsFilled[cell]
        if missing == 0 { continue }
        let firstMean = interval * layout.cellMeans.count + layout.cellMeans.offsets[index]
        for (offset, position) in layout.cellMeans.measures[index].enumerated() {
          cellMeans[firstMean + offset].denominator +=
            Double(missing) * catalogue[position].denominator(empty)
        }
        let first = interval * layout.cellEstimates.count + layout.cellEstimates.offsets[index]
        for (offset, position) in layout.cellEstimates.measures[index].enumerated() {
          cellEstimates[first + offset].add(
            x: 0, y: catalogue[position].denominator(empty), repeats: missing)
        }
      }
    }
  }
}

extension RowTally {
  /// Adds what an interval booked in the row's queues and teams; `false` if that is nothing at all.
  fileprivate mutating func add(
    _ observation: Observation, interval: Int, members: RowLayout.Members, rows: RowLayout
  ) -> Bool {
    var isFilled = false
    for queue in members.liveQueues {
      let index = interval * rows.queueCount + queue
      if observation.queues[index].isEmpty { continue }
      live += observation.queues[index]
      isFilled = true
    }
    for queue in members.deferredQueues {
      let index = interval * rows.queueCount + queue
      if observation.queues[index].isEmpty { continue }
      deferred += observation.queues[index]
      isFilled = true
    }
    for team in members.teams {
      let index = interval * rows.teamCount + team
      if observation.teams[index].isEmpty { continue }
      self.team += observation.teams[index]
      isFilled = true
    }
    return isFilled
  }

  /// The share to be held against the target: of a live row the service level, of a deferred one
  /// what was answered by its due time.
  private var promisedLevel: Double? {
    let (part, whole) =
      hasLiveQueues ? (live.answeredWithin, live.offered) : (deferred.onTime, deferred.due)
    return whole == 0 ? nil : part / whole
  }

  fileprivate mutating func countPromise(target: Double?) {
    guard let level = promisedLevel else { return }
    promise.intervals += 1
    promise.intervalLevels += level
    guard let target else { return }
    promise.intervalsPromised += 1
    if level >= target { promise.intervalsMet += 1 }
  }

  fileprivate mutating func countDayPromise(target: Double?) {
    guard let level = promisedLevel, let target else { return }
    promise.daysPromised += 1
    if level >= target { promise.daysMet += 1 }
  }
}
