import Erlang
import Testing

@Suite("Large groups")
struct LargeGroupTests {
  @Test(arguments: [100.0, 10_000, 1_000_000])
  func errorsFallWithTheRootOfTheLoad(load: Double) throws {
    let root = load.squareRoot()
    for spare in [0.2, 0.8, 2] {
      let agents = Int(load + spare * root)
      let patient = try ErlangC(offeredLoad: load, handleTime: 180, agents: agents)
      let large = try LargeGroupApproximation(offeredLoad: load, handleTime: 180, agents: agents)
      // Waits that shrink with the root of the load, as the queue does.
      let time = 90 / root
      #expect((large.waitProbability - patient.waitProbability).magnitude < 0.5 / root)
      #expect(
        (large.serviceLevel(within: time) - patient.serviceLevel(within: time)).magnitude
          < 0.5 / root)
      #expect(
        relativeError(large.averageSpeedOfAnswer, patient.averageSpeedOfAnswer) < 4 / root)
    }
    for spare in [-1.5, -0.3, 0, 1.2] {
      for patience in [60.0, 400] {
        let agents = Int(load + spare * root)
        let exact = try ErlangA(
          offeredLoad: load, handleTime: 180, patience: patience, agents: agents)
        let large = try LargeGroupApproximation(
          offeredLoad: load, handleTime: 180, patience: patience, agents: agents)
        let time = 90 / root
        #expect((large.waitProbability - exact.waitProbability).magnitude < 2 / root)
        #expect(
          (large.serviceLevel(within: time) - exact.serviceLevel(within: time)).magnitude
            < 3 / root)
        #expect(
          root * (large.abandonmentProbability - exact.abandonmentProbability).magnitude < 2 / root)
        #expect((large.occupancy - exact.occupancy).magnitude < 2 / root)
      }
    }
  }

  @Test func whatIsLeftOfTheWaitIsOneAtOnceAndFallsToNothing() {
    for patience in [0.01, 0.5, 30] {
      for spare in [-30, -2, 0, 1.3, 4, 9, 30] {
        var before = 1.0
        for time in [0, 1e-9, 0.1, 1, 3, 10, 100.0] {
          let left = SquareRootStaffing.delayedFraction(
            spare: spare, patience: patience, exceeding: time)
          #expect(left >= 0 && left <= before, "\(patience) \(spare) \(time)")
          #expect(time > 1e-9 || 1 - left < 1e-7)
          before = left
        }
        #expect(
          SquareRootStaffing.delayedFraction(
            spare: spare, patience: patience, exceeding: .infinity) == 0)
      }
    }
    // Endless patience is Halfin and Whitt's exponential law.
    for spare in [0.3, 2] {
      let patient = SquareRootStaffing.delayedFraction(spare: spare, exceeding: 1.5)
      let nearly = SquareRootStaffing.delayedFraction(spare: spare, patience: 1e9, exceeding: 1.5)
      #expect(relativeError(nearly, patient) < 1e-6)
    }
  }

  @Test func requirementsAreTheSmallestThatReachTheLevel() throws {
    for load in spread(30, over: 0.5...900) {
      for patience in [100, Double.infinity] {
        let found = try LargeGroupApproximation.requiredAgents(
          offeredLoad: load, handleTime: 180, patience: patience, serviceLevel: 0.8, within: 20)
        let level = { (agents: Int) in
          try? LargeGroupApproximation(
            offeredLoad: load, handleTime: 180, patience: patience, agents: agents
          ).serviceLevel(within: 20)
        }
        #expect(try #require(level(found)) >= 0.8)
        #expect((level(found - 1) ?? 0) < 0.8)
      }
    }
  }

  @Test func valuesOutsideTheDomainAreRefused() {
    #expect(throws: ErlangError.unstable(offeredLoad: 5, agents: 5)) {
      try LargeGroupApproximation(offeredLoad: 5, handleTime: 180, agents: 5)
    }
    #expect(throws: ErlangError.invalidOfferedLoad(0)) {
      try LargeGroupApproximation(offeredLoad: 0, handleTime: 180, agents: 5)
    }
    #expect(throws: ErlangError.invalidOfferedLoad(0)) {
      try LargeGroupApproximation.requiredAgents(
        offeredLoad: 0, handleTime: 180, serviceLevel: 0.8, within: 20)
    }
    #expect(throws: ErlangError.invalidServiceLevel(1)) {
      try LargeGroupApproximation.requiredAgents(
        offeredLoad: 9, handleTime: 180, serviceLevel: 1, within: 20)
    }
    #expect(throws: ErlangError.invalidAgents(0)) {
      try LargeGroupApproximation(offeredLoad: 9, handleTime: 180, patience: 60, agents: 0)
    }
  }
}
