import Testing

@testable import Erlang

@Suite("The recursion")
struct BlockingRecursionTests {
  /// Starting below the load, not at 0, leaves nothing that can be seen.
  @Test func aLaterStartChangesNothing() {
    for load in [1e-300, 1e-3, 0.5, 7.25, 99.5, 1000, 12_345.6, 90_000, 1e9, 1e300] {
      var fromZero = BlockingRecursion(offeredLoad: load)
      for servers in [0, 1, 2, 5, 40, 77, 100, 500, 990, 1100, 12_000, 13_000] {
        fromZero.addServers(until: servers)
        let later = BlockingRecursion(offeredLoad: load, servers: servers)
        #expect(later.servers == servers)
        #expect(
          relativeError(later.inverseLessOne, fromZero.inverseLessOne) < 2e-15,
          "\(load) \(servers)")
      }
    }
  }

  /// What decides a requirement early is far nearer to the truth than the distance at which it may.
  @Test func draftsAreAccurateWhereTheyDecide() throws {
    for draw in SearchTests.draws {
      for factor in [0.0, 0.3, 0.8, 1, 1.1, 1.5, 3] {
        let recursion = BlockingRecursion(
          offeredLoad: draw.load, servers: max(1, Int(draw.load * factor)))
        for patience in [draw.patience, 1e-3 * draw.patience, 1e6 * draw.patience] {
          let exact = ErlangA(recursion, handleTime: 180, patience: patience)
            .comparison(draw.target)
          let draft = ErlangA(recursion, handleTime: 180, patience: patience, effort: .draft)
            .comparison(draw.target)
          // What a draft leaves out, it leaves to the full evaluation.
          if draft.value.isNaN {
            #expect(draft.isClose)
          } else {
            #expect(
              (draft.value - exact.value).magnitude <= 1e-8 * exact.value, "\(draw) \(patience)")
          }
        }
      }
    }
  }
}
