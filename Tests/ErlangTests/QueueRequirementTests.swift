import Erlang
import Testing

@Suite("Requirements with abandonment")
struct QueueRequirementTests {
  static let targets: [QueueTarget] = [
    .serviceLevel(0.8, within: 20), .serviceLevel(0.95, within: 0),
    .serviceLevel(0.999_999, within: 60), .serviceLevel(0, within: 5),
    .serviceLevel(0.8, within: 20, counting: .ofAnswered),
    .serviceLevel(0.8, within: 20, counting: .excludingAbandonsInTime),
    .serviceLevel(0.8, within: 20, counting: .abandonsInTimeAsMet),
    .serviceLevel(0.8, within: 20, counting: .excludingAbandons(within: 5)),
    .serviceLevel(0.8, within: 20, counting: .excludingAbandons(within: 50)),
    .averageSpeedOfAnswer(20), .averageSpeedOfAnswer(0.01), .waitProbability(0.2),
    .waitProbability(1), .abandonmentProbability(0.03), .abandonmentProbability(1e-6),
    .abandonmentProbability(0.5), .occupancy(max: 0.85), .occupancy(max: 0.1),
  ]

  @Test(arguments: targets)
  func erlangANeedsTheSmallestNumberThatReachesTheTarget(target: QueueTarget) throws {
    for load in spread(12, over: 0.01...60) + [1, 2, 17] {
      let required = try ErlangA.requiredAgents(
        offeredLoad: load, handleTime: 180, patience: 100, target: target)
      var agents = 1
      while try !ErlangA(offeredLoad: load, handleTime: 180, patience: 100, agents: agents)
        .meets(target)
      { agents += 1 }
      #expect(required == agents, "\(load) \(target)")
    }
  }

  @Test func largeGroupsTakeOnePass() throws {
    let agents = try ErlangA.requiredAgents(
      offeredLoad: 100_000, handleTime: 180, patience: 100, target: .serviceLevel(0.8, within: 20))
    let at = { count throws(ErlangError) in
      try ErlangA(offeredLoad: 100_000, handleTime: 180, patience: 100, agents: count)
    }
    #expect(try at(agents).serviceLevel(within: 20) >= 0.8)
    #expect(try at(agents - 1).serviceLevel(within: 20) < 0.8)
  }

  @Test func noLoadTakesNobodyAndAbsurdTargetsAreRefused() throws {
    #expect(
      try ErlangA.requiredAgents(
        offeredLoad: 0, handleTime: 180, patience: 60, target: .abandonmentProbability(0.1)) == 0)
    for (target, error) in [
      (QueueTarget.serviceLevel(1, within: 20), ErlangError.invalidServiceLevel(1)),
      (.serviceLevel(0.5, within: -2), .invalidThreshold(-2)),
      (
        .serviceLevel(0.5, within: 2, counting: .excludingAbandons(within: -1)),
        .invalidThreshold(-1)
      ),
      (.abandonmentProbability(0), .invalidAbandonmentProbability(0)),
      (.waitProbability(2), .invalidWaitProbability(2)),
      (.averageSpeedOfAnswer(0), .invalidAverageSpeedOfAnswer(0)),
      (.occupancy(max: 0), .invalidOccupancy(0)),
    ] {
      #expect(throws: error) {
        try ErlangA.requiredAgents(
          offeredLoad: 0, handleTime: 180, patience: 60, target: target)
      }
    }
    #expect(throws: ErlangError.limitExceeded(offeredLoad: 5, limit: ErlangA.largestAgents)) {
      try ErlangA.requiredAgents(
        offeredLoad: 5, handleTime: 1, patience: 60, target: .occupancy(max: 1e-300))
    }
  }
}
