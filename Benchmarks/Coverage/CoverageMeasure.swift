import Erlang
import OutputAnalysis

/// A measure whose intervals are tried.
enum CoverageMeasure: String, CaseIterable {
  case serviceLevel = "service level"
  case speedOfAnswer = "speed of answer"
  case abandonment
  case occupancy

  /// What the measure can be.
  var range: PossibleRange { self == .speedOfAnswer ? .nonnegative : .share }

  /// The measures of a queue.
  static func all(of queue: StationaryQueue) -> [CoverageMeasure] {
    allCases.filter { $0 != .abandonment || queue.patience != nil }
  }

  /// Numerator and denominator in one replication.
  func ratio(_ sums: StationaryQueue.Sums, of queue: StationaryQueue) -> (x: Double, y: Double) {
    switch self {
    case .serviceLevel: (sums.within, sums.offered)
    case .speedOfAnswer: (sums.waited, sums.answered)
    case .abandonment: (sums.abandoned, sums.offered)
    case .occupancy: (sums.busy, Double(queue.agents) * queue.duration)
    }
  }

  /// What theory says.
  func exact(in queue: StationaryQueue) throws -> Double {
    let load = queue.load * Double(queue.agents)
    guard let patience = queue.patience else {
      let exact = try ErlangC(
        offeredLoad: load, handleTime: StationaryQueue.handleTime, agents: queue.agents)
      switch self {
      case .serviceLevel: return exact.serviceLevel(within: StationaryQueue.threshold)
      case .speedOfAnswer: return exact.averageSpeedOfAnswer
      case .abandonment: return 0
      case .occupancy: return exact.occupancy
      }
    }
    let exact = try ErlangA(
      offeredLoad: load, handleTime: StationaryQueue.handleTime, patience: patience,
      agents: queue.agents)
    switch self {
    case .serviceLevel: return exact.serviceLevel(within: StationaryQueue.threshold)
    case .speedOfAnswer: return exact.averageSpeedOfAnswer
    case .abandonment: return exact.abandonmentProbability
    case .occupancy: return exact.occupancy
    }
  }
}
