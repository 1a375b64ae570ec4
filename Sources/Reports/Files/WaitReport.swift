import Center
import CenterSimulation
public import Experiments
import OutputAnalysis

extension Report {
  /// `waits.csv`: how many contacts waited how long, by queue and outcome, over all replications:
  /// any service level can be computed again from it.
  ///
  /// Bins that hold nothing have no row. A bin includes its upper edge; the first holds those who
  /// did not wait at all, from 0 to 0; the last is open and has no upper edge.
  public static func waits(_ results: [DesignResult]) -> Report {
    let columns = [
      KeyColumns.scenario, KeyColumns.channel, KeyColumns.demandClass,
      Column(
        "outcome", "Outcome", .text, isKey: true,
        meaning:
          "How the wait ended: answered, abandoned; or waiting, with its age when counted time ended."
      ),
      Column(
        "wait_from_s", "From", .number(decimals: 0), unit: "s", isKey: true,
        meaning: "The wait is longer than this; or 0, as is the upper edge."),
      Column(
        "wait_to_s", "To", .number(decimals: 0), unit: "s", isKey: true,
        meaning: "The wait is no longer than this."),
      Column(
        "count", "Contacts", .integer, meaning: "Contacts of all replications together."),
    ]
    return Report(name: "waits", title: "Waits by queue and outcome", columns: columns) { emit in
      for result in results {
        let edges = result.waitBins.edges
        for (queue, place) in result.queues.enumerated() {
          let channel = result.center.channels[place.channel].name
          let demandClass = result.center.demand[place.demandClass].name
          for outcome in Observation.Outcome.allCases {
            let counts = result.waits(ofQueue: queue, outcome)
            for (bin, count) in counts.enumerated() where count > 0 {
              let isAlive = emit([
                .text(result.center.name), .text(channel), .text(demandClass),
                .text(outcome.word), .number(bin == 0 ? 0 : edges[bin - 1]),
                bin < edges.count ? .number(edges[bin]) : .empty, .integer(count),
              ])
              guard isAlive else { return }
            }
          }
        }
      }
    }
  }
}

extension Observation.Outcome {
  fileprivate var word: String {
    switch self {
    case .answered: "answered"
    case .abandoned: "abandoned"
    case .waiting: "waiting"
    }
  }
}
