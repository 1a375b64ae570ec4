import Center
import CenterSimulation

/// A source of chance in a replication.
public enum VarianceSource: String, Sendable, Hashable, CaseIterable {
  /// How far the forecast of all days is off: `forecastError` of demand classes.
  case forecast = "forecast error"
  /// How busy days differ: `dayVariation` of demand classes.
  case days = "day variation"
  /// Everything else: when customers come, what they do, how long it takes, who is absent.
  case sampling
}

extension VarianceSource {
  /// Whether a center has it.
  func isPresent(in center: Center) -> Bool {
    switch self {
    case .forecast: center.demand.contains { ($0.forecastError?.cv ?? 0) > 0 }
    case .days: center.demand.contains { ($0.dayVariation?.cv ?? 0) > 0 }
    case .sampling: true
    }
  }
}

extension ReplicationStreams {
  /// The replication that a source takes its numbers from.
  subscript(source: VarianceSource) -> UInt64 {
    get {
      switch source {
      case .forecast: forecast
      case .days: days
      case .sampling: sampling
      }
    }
    set {
      switch source {
      case .forecast: forecast = newValue
      case .days: days = newValue
      case .sampling: sampling = newValue
      }
    }
  }
}
