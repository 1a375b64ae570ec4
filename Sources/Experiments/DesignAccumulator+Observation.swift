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
    let functions = Measure.functions
    for row in rows.rows.indices {
      for (index, position) in layout.summary.measures[row].enumerated() {
        moments[layout.summary.offsets[row] + index].add(
          x: functions[position].numerator(totals[row]),
          y: functions[position].denominator(totals[row]))
      }
    }
    for (index, row) in rows.headlineRows.enumerated() {
      for position in layout.headline.measures[index] {
        headline.append(functions[position].numerator(totals[row]))
        headline.append(functions[position].denominator(totals[row]))
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
}
