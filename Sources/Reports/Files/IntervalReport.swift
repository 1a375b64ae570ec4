import Center
public import Experiments
import OutputAnalysis

extension Report {
  /// `intervals.csv`: contacts by interval, for everything, each channel and each queue; dials by
  /// interval, for each campaign.
  public static func intervals(_ results: [DesignResult]) -> Report {
    byInterval(
      results, name: "intervals", title: "Contacts by interval", scope: [.queue, .campaign],
      levels: [.all, .channel, .queue, .campaign],
      keys: [
        KeyColumns.scenario, KeyColumns.intervalStart, KeyColumns.intervalEnd,
        KeyColumns.channelOrOutbound, KeyColumns.classOrCampaign,
      ]
    ) { scenario, start, end, row in
      let (channel, demandClass) =
        row.level == .campaign ? (Campaign.channelName, row.name) : (row.name, row.demandClass)
      return [
        .text(scenario), .text(start), .text(end), .text(channel), .text(demandClass),
      ]
    }
  }

  /// `agents.csv`: agents' time by interval, for all teams together and for each.
  public static func agents(_ results: [DesignResult]) -> Report {
    byInterval(
      results, name: "agents", title: "Agents by interval", scope: .team, levels: [.all, .team],
      keys: [
        KeyColumns.scenario, KeyColumns.team, KeyColumns.intervalStart, KeyColumns.intervalEnd,
      ]
    ) { scenario, start, end, row in
      [.text(scenario), .text(row.name), .text(start), .text(end)]
    }
  }

  private static func byInterval(
    _ results: [DesignResult], name: String, title: String, scope: RowScopes, levels: [Row.Level],
    keys: [Column],
    keyCells:
      @escaping @Sendable (_ scenario: String, _ start: String, _ end: String, _ row: Row)
      -> [Cell]
  ) -> Report {
    let positions = Measure.catalogue.indices.filter {
      let measure = Measure.catalogue[$0]
      return measure.byInterval != .none && !measure.scopes.isDisjoint(with: scope)
    }
    let isEstimate = positions.map { Measure.catalogue[$0].byInterval == .estimate }
    var columns = keys
    for (index, position) in positions.enumerated() {
      let measure = Measure.catalogue[position]
      columns += isEstimate[index] ? Column.estimate(measure) : [Column(measure)]
    }
    return Report(name: name, title: title, columns: columns) { emit in
      for result in results {
        let calendar = result.center.calendar
        for interval in 0..<result.intervalCount {
          let start = calendar.instant(ofCountedInterval: interval)
          let end = calendar.instant(ofCountedInterval: interval + 1)
          for (index, position) in result.intervalRows.enumerated() {
            let row = result.rows[position]
            guard levels.contains(row.level) else { continue }
            var cells = keyCells(result.center.name, start, end, row)
            for (column, measure) in positions.enumerated() {
              let estimate = result.estimate(
                of: measure, inIntervalRow: index, interval: interval)
              if isEstimate[column] {
                cells += Cell.estimate(estimate)
              } else {
                cells.append(.optional(estimate?.value))
              }
            }
            guard emit(cells) else { return }
          }
        }
      }
    }
  }
}
