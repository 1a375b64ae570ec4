/// The Erlang B formula, one server after the other.
///
/// What it carries is 1/B − 1, where B is the blocking probability:
/// 1/B(n) − 1 = (n/a)·(1 + (1/B(n − 1) − 1)), from 1/B(0) − 1 = 0. Only products, quotients and
/// sums of positive numbers: nothing cancels, and neither B near 1 nor 1 − B near 0 is lost.
///
/// Below the load each step shrinks what was wrong before it by j/a, so that the recursion need
/// not start at 0: k steps below m ≤ a leave at most ∏ j/a ≤ e^(−k(k − 1)/2a) of the error, and
/// 9.2·√a of them less than 10⁻¹⁸.
///
/// Source: the recursion of Jagerman (1974), "Some properties of the Erlang loss function", Bell
/// System Technical Journal 53(3), on the inverse.
struct BlockingRecursion {
  /// The largest number of servers that a formula goes through.
  static let largestCount = 10_000_000

  /// The offered load [Erlang]; positive and finite.
  let offeredLoad: Double

  private(set) var servers = 0

  /// 1/B − 1; `.infinity` once the blocking probability is below the smallest normal numbers.
  private(set) var inverseLessOne = 0.0

  init(offeredLoad: Double) {
    self.offeredLoad = offeredLoad
  }

  /// The recursion at a number of servers: the same however it is come by.
  ///
  /// - Complexity: O(√`offeredLoad` + what `servers` is above it) at most, and O(`servers`).
  init(offeredLoad: Double, servers: Int) {
    self.offeredLoad = offeredLoad
    let load = min(offeredLoad, Double(servers)).rounded(.down)
    // Far below the load a step leaves less than half of the error.
    let steps = load < 0.5 * offeredLoad ? 64 : 9.2 * offeredLoad.squareRoot() + 3
    self.servers = Int(max(0, load - steps))
    addServers(until: servers)
  }

  mutating func addServer() {
    servers += 1
    // The quotient does not wait for the step before.
    inverseLessOne = (1 + inverseLessOne) * (Double(servers) / offeredLoad)
  }

  /// Adds servers until there are `count`.
  mutating func addServers(until count: Int) {
    while servers < count {
      // From here on nothing changes any more.
      if inverseLessOne == .infinity {
        servers = count
        return
      }
      addServer()
    }
  }

  /// The blocking probability B.
  var blocking: Double { 1 / (1 + inverseLessOne) }

  /// 1 − B, as accurate as B however small it is.
  var admission: Double {
    inverseLessOne == .infinity ? 1 : inverseLessOne / (1 + inverseLessOne)
  }
}

/// Throws unless the load [Erlang] is finite and not negative.
func validate(offeredLoad: Double) throws(ErlangError) {
  guard offeredLoad >= 0, offeredLoad < .infinity else { throw .invalidOfferedLoad(offeredLoad) }
}
