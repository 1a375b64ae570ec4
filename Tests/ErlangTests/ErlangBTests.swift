import Erlang
import Testing

@Suite("Erlang B")
struct ErlangBTests {
  @Test func agreesWithHighPrecisionUpTo100000Servers() throws {
    #expect(ErlangReferences.lost.rows.count > 150)
    for row in ErlangReferences.lost.rows {
      let model = try ErlangB(offeredLoad: row[0], servers: Int(row[1]))
      #expect(relativeError(model.blockingProbability, row[2]) <= 1e-12, "\(row)")
      #expect(relativeError(model.carriedLoad, row[3]) <= 1e-12, "\(row)")
    }
  }

  /// Loads at which the given servers lose 1 % of the calls, as traffic tables print them (15
  /// servers: Westbay Engineers, Erlang calculator manual).
  @Test(arguments: [
    (servers: 1, load: 0.0101), (servers: 2, load: 0.153), (servers: 5, load: 1.361),
    (servers: 10, load: 4.461), (servers: 15, load: 8.108), (servers: 20, load: 12.031),
    (servers: 50, load: 37.901),
    (servers: 100, load: 84.064),
  ])
  func agreesWithPublishedTables(servers: Int, load: Double) throws {
    let half = 0.0005
    #expect(try ErlangB(offeredLoad: load - half, servers: servers).blockingProbability < 0.01)
    #expect(try ErlangB(offeredLoad: load + half, servers: servers).blockingProbability > 0.01)
  }

  @Test func smallCasesFollowFromTheFormula() throws {
    for load in [0.01, 0.5, 1, 3, 200] {
      let one = try ErlangB(offeredLoad: load, servers: 1)
      #expect(relativeError(one.blockingProbability, load / (1 + load)) < 1e-15)
      let two = try ErlangB(offeredLoad: load, servers: 2)
      let square = load * load / 2
      #expect(relativeError(two.blockingProbability, square / (1 + load + square)) < 1e-15)
    }
  }

  @Test func noServersLoseEverythingAndNoLoadLosesNothing() throws {
    let none = try ErlangB(offeredLoad: 5, servers: 0)
    #expect(none.blockingProbability == 1)
    #expect(none.carriedLoad == 0)
    #expect(none.lostLoad == 5)
    #expect(none.utilization == 0)
    let idle = try ErlangB(offeredLoad: 0, servers: 3)
    #expect(idle.blockingProbability == 0)
    #expect(idle.utilization == 0)
    #expect(try ErlangB(offeredLoad: 0, servers: 0).blockingProbability == 1)
  }

  @Test func whatIsNotLostIsCarried() throws {
    for load in spread(50, over: 0.01...400) {
      let model = try ErlangB(offeredLoad: load, servers: Int(load) + 3)
      #expect(relativeError(model.carriedLoad + model.lostLoad, load) < 1e-14)
      #expect(relativeError(model.utilization * Double(model.servers), model.carriedLoad) < 1e-15)
    }
  }

  @Test func blockingFallsWithServersAndRisesWithLoad() throws {
    for load in spread(40, over: 0.01...60) {
      for servers in 1...80 {
        let here = try ErlangB(offeredLoad: load, servers: servers).blockingProbability
        #expect(try ErlangB(offeredLoad: load, servers: servers - 1).blockingProbability > here)
        #expect(try ErlangB(offeredLoad: load + 0.01, servers: servers).blockingProbability > here)
      }
    }
  }

  @Test func extremeLoadsNeitherOverflowNorStall() throws {
    #expect(try ErlangB(offeredLoad: 1e300, servers: 1000).blockingProbability == 1)
    #expect(
      try ErlangB(offeredLoad: .leastNonzeroMagnitude, servers: 1000).blockingProbability == 0)
    #expect(try ErlangB(offeredLoad: 1, servers: ErlangB.largestServers).blockingProbability == 0)
    let carried = try ErlangB(offeredLoad: 1e300, servers: 1000).carriedLoad
    #expect(relativeError(carried, 1000) < 1e-12)
  }

  @Test func valuesOutsideTheDomainAreRefused() {
    #expect(throws: ErlangError.invalidOfferedLoad(-1)) { try ErlangB(offeredLoad: -1, servers: 1) }
    #expect(throws: ErlangError.invalidOfferedLoad(.infinity)) {
      try ErlangB(offeredLoad: .infinity, servers: 1)
    }
    #expect(throws: ErlangError.self) { try ErlangB(offeredLoad: .nan, servers: 1) }
    #expect(throws: ErlangError.invalidServers(-1)) { try ErlangB(offeredLoad: 1, servers: -1) }
    #expect(throws: ErlangError.invalidServers(.max)) { try ErlangB(offeredLoad: 1, servers: .max) }
  }
}
