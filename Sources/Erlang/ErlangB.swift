/// The Erlang B model: calls that find all servers busy are lost.
///
/// Poisson arrivals, any distribution of holding times, no waiting places (M/G/n/n). It answers
/// how many lines or ports a group needs.
///
///     let trunks = try ErlangB(offeredLoad: 20, servers: 30)
///     trunks.blockingProbability  // 0.0085
///
/// Source: Erlang (1917), "Solution of some problems in the theory of probabilities of
/// significance in automatic telephone exchanges".
public struct ErlangB: Equatable, Sendable {
  /// The largest number of servers that the model takes.
  public static var largestServers: Int { BlockingRecursion.largestCount }

  /// The offered load [Erlang]: arrivals in a mean holding time.
  public let offeredLoad: Double

  /// The number of servers.
  public let servers: Int

  /// The fraction of calls that are lost.
  ///
  /// In `0...1`, within `1e-12` relative up to 100,000 servers where it is above 1e-300
  /// (`ErlangBTests`); below about 1e-308 it is `0`. Without servers it is `1`, whatever the
  /// load; without load and with servers it is `0`.
  public let blockingProbability: Double

  /// The mean number of busy servers [Erlang]: the load that is not lost.
  ///
  /// Within `1e-12` relative, also where nearly everything is lost.
  public let carriedLoad: Double

  /// Evaluates the model.
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrivals in a mean holding time [Erlang]; finite and `≥ 0`.
  ///   - servers: The number of servers; in `0...largestServers`.
  /// - Throws: `ErlangError` with the value that is outside its domain.
  /// - Complexity: O(`servers`) time, O(1) space.
  public init(offeredLoad: Double, servers: Int) throws(ErlangError) {
    try validate(offeredLoad: offeredLoad)
    guard (0...Self.largestServers).contains(servers) else { throw .invalidServers(servers) }
    self.offeredLoad = offeredLoad
    self.servers = servers
    guard offeredLoad > 0 else {
      blockingProbability = servers == 0 ? 1 : 0
      carriedLoad = 0
      return
    }
    let recursion = BlockingRecursion(offeredLoad: offeredLoad, servers: servers)
    blockingProbability = recursion.blocking
    carriedLoad = offeredLoad * recursion.admission
  }

  /// The mean load that is lost [Erlang].
  public var lostLoad: Double { offeredLoad * blockingProbability }

  /// The fraction of its time that a server is busy, in `0...1`; `0` without servers.
  public var utilization: Double { servers == 0 ? 0 : carriedLoad / Double(servers) }
}

extension ErlangB {
  /// The smallest number of servers that loses at most a fraction `target`.
  ///
  /// Without load that is `0`: nothing is lost where nobody calls.
  ///
  /// - Parameters:
  ///   - offeredLoad: Arrivals in a mean holding time [Erlang]; finite and `≥ 0`.
  ///   - target: The largest acceptable fraction; above `0`, at most `1`.
  /// - Throws: `ErlangError` with the value that is outside its domain;
  ///   `.limitExceeded` where more than `largestServers` would be needed.
  /// - Complexity: O(result): one pass of the recursion.
  public static func requiredServers(
    offeredLoad: Double, blockingProbability target: Double
  ) throws(ErlangError) -> Int {
    try validate(offeredLoad: offeredLoad)
    guard target > 0, target <= 1 else { throw .invalidBlockingProbability(target) }
    if offeredLoad == 0 { return 0 }
    // At least the rest of the load must be carried, and a server carries less than 1 Erlang.
    guard offeredLoad * (1 - target) < Double(largestServers) else {
      throw .limitExceeded(offeredLoad: offeredLoad, limit: largestServers)
    }
    var recursion = BlockingRecursion(offeredLoad: offeredLoad)
    while recursion.blocking > target {
      guard recursion.servers < largestServers else {
        throw .limitExceeded(offeredLoad: offeredLoad, limit: largestServers)
      }
      recursion.addServer()
    }
    return recursion.servers
  }
}
