public import CenterSimulation
import OutputAnalysis

/// How work is spread over the agents of a team, in one replication.
///
/// The load of an agent is the share of its presence that it is busy.
public struct LoadTally: Sendable, Hashable {
  /// 1 where any agent was present: the denominator of the quantiles.
  public var teams = 0.0
  /// The load that 10 % of the agents do not exceed.
  public var low = 0.0
  /// The load that 90 % of the agents do not exceed.
  public var high = 0.0
  /// 1 where any agent was busy: the denominator of the coefficient.
  public var busyTeams = 0.0
  /// The Gini coefficient of the loads.
  public var gini = 0.0

  /// No agents.
  public init() {}

  /// The spread over agents, those who were never present left out.
  ///
  /// The q-quantile is the smallest load that a share of at least q of the agents does not exceed.
  /// The Gini coefficient is the mean difference between two agents over twice the mean: 0 where
  /// all have the same load, 1 − 1/n where one of n has all (Gini 1912).
  /// - Complexity: O(n log n) for n agents.
  public init(_ agents: [AgentLoad]) {
    let loads = agents.filter { $0.present > 0 }.map { $0.busy / $0.present }.sorted()
    guard !loads.isEmpty else { return }
    func quantile(_ share: Double) -> Double {
      loads[max(0, Int((share * Double(loads.count) - 1e-9).rounded(.up)) - 1)]
    }
    teams = 1
    low = quantile(0.1)
    high = quantile(0.9)
    let count = Double(loads.count)
    var sum = 0.0
    var weighted = 0.0
    for (index, load) in loads.enumerated() {
      sum += load
      weighted += (2 * Double(index + 1) - count - 1) * load
    }
    guard sum > 0 else { return }
    busyTeams = 1
    gini = max(0, weighted / (count * sum))
  }
}
