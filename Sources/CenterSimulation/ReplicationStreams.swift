/// The replications that the sources of chance take their random numbers from.
///
/// As a rule all are the same. Where it is to be known how much of what differs between replications
/// comes from which source, one is held while the others change.
public struct ReplicationStreams: Sendable, Hashable {
  /// For the factor by which the forecast of all days is off.
  public var forecast: UInt64
  /// For the factors by which days differ.
  public var days: UInt64
  /// For everything else: when customers come, what they do, how long it takes, who is absent.
  public var sampling: UInt64

  /// All sources of one replication.
  public init(_ replication: UInt64) {
    (forecast, days, sampling) = (replication, replication, replication)
  }
}
