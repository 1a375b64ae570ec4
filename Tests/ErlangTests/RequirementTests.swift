import Erlang
import Testing

@Suite("Requirements")
struct RequirementTests {
  private static let targets: [ErlangC.Target] = [
    .serviceLevel(0.8, within: 20), .serviceLevel(0.95, within: 0), .serviceLevel(0, within: 5),
    .serviceLevel(0.999_999, within: 60), .averageSpeedOfAnswer(20), .averageSpeedOfAnswer(0.01),
    .waitProbability(0.2), .waitProbability(1), .occupancy(max: 0.85), .occupancy(max: 1),
    .occupancy(max: 0.1),
  ]

  @Test(arguments: targets)
  func agentsAreTheSmallestNumberThatReachesTheTarget(target: ErlangC.Target) throws {
    for load in spread(60, over: 0.01...150) + [1, 2, 17, 100] {
      let required = try ErlangC.requiredAgents(offeredLoad: load, handleTime: 180, target: target)
      var agents = Int(load) + 1
      while try !ErlangC(offeredLoad: load, handleTime: 180, agents: agents).meets(target) {
        agents += 1
      }
      #expect(required == agents, "\(load) \(target)")
    }
  }

  @Test(arguments: [1, 0.5, 0.1, 0.01, 1e-6, 1e-200])
  func serversAreTheSmallestNumberThatReachesTheTarget(target: Double) throws {
    for load in spread(60, over: 0.01...150) {
      let required = try ErlangB.requiredServers(offeredLoad: load, blockingProbability: target)
      var servers = 0
      while try ErlangB(offeredLoad: load, servers: servers).blockingProbability > target {
        servers += 1
      }
      #expect(required == servers, "\(load)")
    }
  }

  @Test func twentyErlangsTakeTwentyFourAgentsForEightyTwenty() throws {
    let agents = try ErlangC.requiredAgents(
      offeredLoad: 20, handleTime: 180, target: .serviceLevel(0.8, within: 20))
    #expect(agents == 24)
  }

  @Test func largeGroupsTakeOnePass() throws {
    let agents = try ErlangC.requiredAgents(
      offeredLoad: 100_000, handleTime: 180, target: .serviceLevel(0.8, within: 20))
    let reached = try ErlangC(offeredLoad: 100_000, handleTime: 180, agents: agents)
    #expect(reached.serviceLevel(within: 20) >= 0.8)
    let fewer = try ErlangC(offeredLoad: 100_000, handleTime: 180, agents: agents - 1)
    #expect(fewer.serviceLevel(within: 20) < 0.8)
  }

  @Test func noLoadTakesNobody() throws {
    for target in Self.targets {
      #expect(try ErlangC.requiredAgents(offeredLoad: 0, handleTime: 180, target: target) == 0)
    }
    #expect(try ErlangB.requiredServers(offeredLoad: 0, blockingProbability: 0.01) == 0)
  }

  @Test(arguments: [
    (ErlangC.Target.serviceLevel(1, within: 20), ErlangError.invalidServiceLevel(1)),
    (.serviceLevel(-0.1, within: 20), .invalidServiceLevel(-0.1)),
    (.serviceLevel(.infinity, within: 20), .invalidServiceLevel(.infinity)),
    (.serviceLevel(0.8, within: -1), .invalidThreshold(-1)),
    (.averageSpeedOfAnswer(0), .invalidAverageSpeedOfAnswer(0)),
    (.averageSpeedOfAnswer(.infinity), .invalidAverageSpeedOfAnswer(.infinity)),
    (.waitProbability(0), .invalidWaitProbability(0)),
    (.waitProbability(1.5), .invalidWaitProbability(1.5)),
    (.occupancy(max: 0), .invalidOccupancy(0)),
    (.occupancy(max: 1.01), .invalidOccupancy(1.01)),
  ])
  func targetsOutsideTheirDomainAreRefused(target: ErlangC.Target, error: ErlangError) {
    for load in [0.0, 20] {
      #expect(throws: error) {
        try ErlangC.requiredAgents(offeredLoad: load, handleTime: 180, target: target)
      }
    }
  }

  @Test(arguments: [
    ErlangC.Target.serviceLevel(.nan, within: 20), .serviceLevel(0.8, within: .nan),
    .averageSpeedOfAnswer(.nan), .waitProbability(.nan), .occupancy(max: .nan),
  ])
  func targetsThatAreNotNumbersAreRefused(target: ErlangC.Target) {
    #expect(throws: ErlangError.self) {
      try ErlangC.requiredAgents(offeredLoad: 20, handleTime: 180, target: target)
    }
  }

  @Test func loadsAndTimesOutsideTheirDomainAreRefused() {
    let target = ErlangC.Target.occupancy(max: 0.9)
    #expect(throws: ErlangError.invalidOfferedLoad(-1)) {
      try ErlangC.requiredAgents(offeredLoad: -1, handleTime: 180, target: target)
    }
    #expect(throws: ErlangError.invalidOfferedLoad(.infinity)) {
      try ErlangC.requiredAgents(offeredLoad: .infinity, handleTime: 180, target: target)
    }
    #expect(throws: ErlangError.invalidHandleTime(-180)) {
      try ErlangC.requiredAgents(offeredLoad: 1, handleTime: -180, target: target)
    }
    #expect(throws: ErlangError.invalidOfferedLoad(-1)) {
      try ErlangB.requiredServers(offeredLoad: -1, blockingProbability: 0.1)
    }
    for probability in [0, -0.1, 1.1] {
      #expect(throws: ErlangError.invalidBlockingProbability(probability)) {
        try ErlangB.requiredServers(offeredLoad: 1, blockingProbability: probability)
      }
    }
  }

  @Test func whatTakesMoreThanTheLimitIsRefusedAtOnce() {
    let limit = ErlangC.largestAgents
    #expect(throws: ErlangError.limitExceeded(offeredLoad: 1e7, limit: limit)) {
      try ErlangC.requiredAgents(
        offeredLoad: 1e7, handleTime: 180, target: .averageSpeedOfAnswer(60))
    }
    #expect(throws: ErlangError.limitExceeded(offeredLoad: 1e300, limit: limit)) {
      try ErlangC.requiredAgents(offeredLoad: 1e300, handleTime: 1, target: .waitProbability(1))
    }
    #expect(throws: ErlangError.limitExceeded(offeredLoad: 5, limit: limit)) {
      try ErlangC.requiredAgents(offeredLoad: 5, handleTime: 1, target: .occupancy(max: 1e-300))
    }
    #expect(throws: ErlangError.limitExceeded(offeredLoad: 2e7, limit: ErlangB.largestServers)) {
      try ErlangB.requiredServers(offeredLoad: 2e7, blockingProbability: 0.1)
    }
  }
}
