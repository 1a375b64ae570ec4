import Center
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
    add(agents: observation.agents)
    var totals = addIntervals(observation, layout: layout)
    let rows = layout.rows
    for row in rows.rows.indices {
      let members = rows.members[row]
      // A spread over the agents of several teams would say nothing of either.
      if rows.rows[row].level == .team {
        for team in members.teams { totals[row].load = LoadTally(observation.agents[team]) }
      }
      for tool in members.tools { totals[row].tool += observation.tools[tool] }
      for demandClass in members.classes {
        totals[row].issue += observation.issues[demandClass]
        let value = rows.issueValues[demandClass]
        totals[row].money.resolved += observation.issues[demandClass].resolved * value.resolved
        totals[row].money.lost += observation.issues[demandClass].lost * value.lost
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

  /// Adds the loads of agents, by team.
  mutating func add(agents loads: [[AgentLoad]]) {
    if agents.isEmpty {
      agents = loads
      return
    }
    for team in loads.indices {
      for agent in loads[team].indices { agents[team][agent] += loads[team][agent] }
    }
  }

  private mutating func addWaits(_ observation: Observation, layout: DesignLayout) {
    for bin in waits.indices { waits[bin] += Int(observation.waits[bin]) }
    for queue in longestWait.indices {
      longestWait[queue] = max(longestWait[queue], observation.longestWait[queue])
      longestQueue[queue] = max(longestQueue[queue], observation.longestQueue[queue])
    }
    var pooled = [UInt32](repeating: 0, count: layout.bins.count)
    for row in layout.rows.rows.indices {
      waitQuantiles[row].add(
        .answered, of: layout.promptQueues(ofRow: row), in: observation, pooled: &pooled)
      backlogAges[row].add(
        .waiting, of: layout.rows.members[row].queues, in: observation, pooled: &pooled)
    }
  }
}

extension QuantileAccumulator {
  /// Adds the waits of several queues together.
  ///
  /// - Parameter pooled: Working space, a number for each bin.
  fileprivate mutating func add(
    _ outcome: Observation.Outcome, of queues: [Int], in observation: Observation,
    pooled: inout [UInt32]
  ) {
    let bins = pooled.count
    func waits(_ queue: Int) -> ArraySlice<UInt32> {
      let first = (queue * Observation.Outcome.allCases.count + outcome.rawValue) * bins
      return observation.waits[first..<(first + bins)]
    }
    if queues.isEmpty { return }
    if queues.count == 1 { return add(waits(queues[0])) }
    for bin in pooled.indices { pooled[bin] = 0 }
    for queue in queues {
      for (bin, number) in waits(queue).enumerated() { pooled[bin] += number }
    }
    add(pooled)
  }
}
