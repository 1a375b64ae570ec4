import Erlang
import Testing

@Suite("Erlang C")
struct ErlangCTests {
  @Test func agreesWithHighPrecisionUpTo100000Agents() throws {
    #expect(ErlangReferences.waiting.rows.count > 100)
    for row in ErlangReferences.waiting.rows {
      let model = try ErlangC(offeredLoad: row[0], handleTime: row[1], agents: Int(row[2]))
      let errors = [
        relativeError(model.waitProbability, row[4]),
        relativeError(model.immediateAnswerProbability, row[5]),
        relativeError(model.serviceLevel(within: row[3]), row[6]),
        relativeError(model.waitProbability(exceeding: row[3]), row[7]),
        relativeError(model.averageSpeedOfAnswer, row[8]),
        relativeError(model.meanQueueLength, row[9]),
      ]
      for error in errors { #expect(error <= 1e-12, "\(row) \(errors)") }
    }
  }

  @Test func twentyErlangsAndTwentyFourAgentsAnswerFourOfFiveInTime() throws {
    let model = try ErlangC(offeredLoad: 20, handleTime: 180, agents: 24)
    #expect((model.serviceLevel(within: 20) - 0.8089).magnitude < 5e-5)
    #expect(model.occupancy == 20.0 / 24)
    #expect(model.meanWaitOfDelayed == 45)
  }

  @Test func oneAgentIsTheQueueMM1() throws {
    for load in spread(50, over: 0.001...0.999) {
      let model = try ErlangC(offeredLoad: load, handleTime: 60, agents: 1)
      #expect(relativeError(model.waitProbability, load) < 1e-14)
      #expect(relativeError(model.immediateAnswerProbability, 1 - load) < 1e-14)
      #expect(relativeError(model.averageSpeedOfAnswer, 60 * load / (1 - load)) < 1e-14)
      #expect(relativeError(model.meanQueueLength, load * load / (1 - load)) < 1e-14)
    }
  }

  @Test func waitingFollowsFromBlocking() throws {
    for load in spread(200, over: 0.05...300) {
      let agents = Int(load) + 1 + Int(load.squareRoot())
      let blocking = try ErlangB(offeredLoad: load, servers: agents).blockingProbability
      let model = try ErlangC(offeredLoad: load, handleTime: 100, agents: agents)
      let expected = blocking / (1 - load / Double(agents) * (1 - blocking))
      #expect(relativeError(model.waitProbability, expected) < 1e-12)
    }
  }

  @Test func littleHoldsForTheQueue() throws {
    for load in spread(100, over: 0.05...300) {
      let model = try ErlangC(offeredLoad: load, handleTime: 240, agents: Int(load) + 2)
      let arrivalRate = load / 240
      #expect(
        relativeError(model.meanQueueLength, arrivalRate * model.averageSpeedOfAnswer) < 1e-14)
    }
  }

  @Test func probabilitiesAddUp() throws {
    for load in spread(100, over: 0.05...300) {
      let model = try ErlangC(offeredLoad: load, handleTime: 240, agents: Int(load) + 2)
      #expect((model.waitProbability + model.immediateAnswerProbability - 1).magnitude < 1e-15)
      #expect(model.serviceLevel(within: 0) == model.immediateAnswerProbability)
      #expect(model.serviceLevel(within: .infinity) == 1)
      #expect(model.waitProbability(exceeding: 0) == model.waitProbability)
      #expect(model.waitProbability(exceeding: .infinity) == 0)
      let sum = model.serviceLevel(within: 15) + model.waitProbability(exceeding: 15)
      #expect((sum - 1).magnitude < 1e-15)
    }
  }

  @Test func quantilesInvertTheServiceLevel() throws {
    let model = try ErlangC(offeredLoad: 47.5, handleTime: 300, agents: 49)
    for probability in spread(200, over: 0...1) {
      let quantile = model.waitQuantile(probability)
      if probability <= model.immediateAnswerProbability {
        #expect(quantile == 0)
      } else {
        #expect((model.serviceLevel(within: quantile) - probability).magnitude < 1e-14)
      }
    }
    #expect(model.waitQuantile(1) == .infinity)
    #expect(model.waitQuantile(0) == 0)
  }

  @Test func moreAgentsNeverDoWorse() throws {
    for load in spread(30, over: 0.05...200) {
      var before = try ErlangC(offeredLoad: load, handleTime: 180, agents: Int(load) + 1)
      for more in 2...60 {
        let model = try ErlangC(offeredLoad: load, handleTime: 180, agents: Int(load) + more)
        #expect(model.waitProbability < before.waitProbability)
        #expect(model.averageSpeedOfAnswer < before.averageSpeedOfAnswer)
        #expect(model.occupancy < before.occupancy)
        #expect(model.serviceLevel(within: 20) >= before.serviceLevel(within: 20))
        before = model
      }
    }
  }

  @Test func nobodyWaitsWithoutLoad() throws {
    for agents in [0, 1, 50] {
      let model = try ErlangC(offeredLoad: 0, handleTime: 180, agents: agents)
      #expect(model.waitProbability == 0)
      #expect(model.averageSpeedOfAnswer == 0)
      #expect(model.meanQueueLength == 0)
      #expect(model.occupancy == 0)
      #expect(model.serviceLevel(within: 0) == 1)
      #expect(model.serviceLevel(within: .infinity) == 1)
      #expect(model.waitProbability(exceeding: .infinity) == 0)
      #expect(model.waitQuantile(1) == 0)
    }
  }

  @Test func loadsThatCannotBeCarriedAreUnstable() {
    #expect(throws: ErlangError.unstable(offeredLoad: 20, agents: 20)) {
      try ErlangC(offeredLoad: 20, handleTime: 180, agents: 20)
    }
    #expect(throws: ErlangError.unstable(offeredLoad: 0.5, agents: 0)) {
      try ErlangC(offeredLoad: 0.5, handleTime: 180, agents: 0)
    }
    #expect(throws: Never.self) {
      try ErlangC(offeredLoad: (20.0).nextDown, handleTime: 180, agents: 20)
    }
  }

  @Test func valuesOutsideTheDomainAreRefused() {
    #expect(throws: ErlangError.invalidOfferedLoad(-2)) {
      try ErlangC(offeredLoad: -2, handleTime: 180, agents: 20)
    }
    #expect(throws: ErlangError.self) { try ErlangC(offeredLoad: .nan, handleTime: 1, agents: 20) }
    #expect(throws: ErlangError.invalidHandleTime(0)) {
      try ErlangC(offeredLoad: 2, handleTime: 0, agents: 20)
    }
    #expect(throws: ErlangError.invalidHandleTime(.infinity)) {
      try ErlangC(offeredLoad: 2, handleTime: .infinity, agents: 20)
    }
    #expect(throws: ErlangError.invalidAgents(-3)) {
      try ErlangC(offeredLoad: 2, handleTime: 180, agents: -3)
    }
    #expect(throws: ErlangError.invalidAgents(.max)) {
      try ErlangC(offeredLoad: 2, handleTime: 180, agents: .max)
    }
  }

  @Test func errorsSayWhatIsWrongAndWhatWouldBeRight() {
    #expect(
      ErlangError.unstable(offeredLoad: 20, agents: 18).description
        == "18 agents cannot carry 20.0 Erlang; more agents than Erlangs are needed")
    #expect(
      ErlangError.invalidHandleTime(-1).description
        == "handle time is -1.0 s; it must be finite and positive")
  }
}
