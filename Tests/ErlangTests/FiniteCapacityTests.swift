import Testing

@testable import Erlang

@Suite("Limited waiting places")
struct FiniteCapacityTests {
  @Test func agreesWithHighPrecision() throws {
    #expect(ErlangReferences.capacity.rows.count > 300)
    for row in ErlangReferences.capacity.rows {
      let model = try FiniteCapacityQueue(
        offeredLoad: row[0], handleTime: row[1], patience: row[2] == 0 ? .infinity : row[2],
        agents: Int(row[3]), capacity: Int(row[4]))
      let time = row[5]
      let values = [
        model.blockingProbability, model.waitProbability, model.immediateAnswerProbability,
        model.abandonmentProbability, model.answerProbability, model.averageSpeedOfAnswer,
        model.meanWaitOfAbandoned, model.answeredFraction(within: time),
        model.abandonedFraction(within: time), model.waitingFraction(after: time),
      ]
      for (index, value) in values.enumerated() where row[6 + index] > 1e-300 {
        #expect(relativeError(value, row[6 + index]) <= 1e-12, "\(row) \(index) \(value)")
      }
    }
  }

  @Test func withoutWaitingPlacesItIsErlangB() throws {
    for load in spread(40, over: 0.01...200) {
      for agents in [1, Int(load) + 1, Int(load) + 20] {
        let model = try FiniteCapacityQueue(
          offeredLoad: load, handleTime: 180, agents: agents, capacity: agents)
        let lost = try ErlangB(offeredLoad: load, servers: agents)
        #expect(relativeError(model.blockingProbability, lost.blockingProbability) < 1e-13)
        #expect(relativeError(model.occupancy, lost.utilization) < 1e-13)
        #expect(model.waitProbability == 0)
        #expect(model.serviceLevel(within: 20) == 1)
      }
    }
  }

  @Test func manyWaitingPlacesAreErlangCAndErlangA() throws {
    for load in [0.4, 7, 60] {
      let agents = Int(load) + 3
      let patient = try ErlangC(offeredLoad: load, handleTime: 200, agents: agents)
      let endless = try FiniteCapacityQueue(
        offeredLoad: load, handleTime: 200, agents: agents, capacity: agents + 3000)
      #expect(relativeError(endless.averageSpeedOfAnswer, patient.averageSpeedOfAnswer) < 1e-12)
      for time in [0, 5, 90.0] {
        #expect(
          relativeError(endless.serviceLevel(within: time), patient.serviceLevel(within: time))
            < 1e-12)
        #expect(
          relativeError(
            endless.waitingFraction(after: time), patient.waitProbability(exceeding: time))
            < 1e-12)
      }
      for agents in [1, Int(load) + 1] {
        let model = try ErlangA(
          offeredLoad: load, handleTime: 200, patience: 70, agents: agents)
        let limited = try FiniteCapacityQueue(
          offeredLoad: load, handleTime: 200, patience: 70, agents: agents,
          capacity: agents + 3000)
        for definition in [ServiceLevelDefinition.ofOffered, .ofAnswered, .ofEntered] {
          #expect(
            relativeError(
              limited.serviceLevel(within: 20, counting: definition),
              model.serviceLevel(within: 20, counting: definition)) < 1e-12)
        }
        #expect(relativeError(limited.meanQueueLength, model.meanQueueLength) < 1e-12)
        #expect(limited.blockingProbability < 1e-300)
      }
    }
  }

  @Test func linesThatOverflowAnyNumberAreScaled() throws {
    let model = try FiniteCapacityQueue(
      offeredLoad: 200, handleTime: 180, agents: 50, capacity: 20_000)
    #expect(relativeError(model.blockingProbability, 0.75) < 1e-12)
    #expect(relativeError(model.occupancy, 1) < 1e-12)
    #expect(model.serviceLevel(within: 600) == 0)
    let big = try FiniteCapacityQueue(
      offeredLoad: 20_000, handleTime: 180, agents: 20_050, capacity: 21_000)
    let patient = try ErlangC(offeredLoad: 20_000, handleTime: 180, agents: 20_050)
    #expect(big.serviceLevel(within: 2) > patient.serviceLevel(within: 2))
    #expect(big.waitProbability < patient.waitProbability)
  }

  @Test func quantilesInvertTheLaw() throws {
    for patience in [60, Double.infinity] {
      let model = try FiniteCapacityQueue(
        offeredLoad: 20, handleTime: 180, patience: patience, agents: 18, capacity: 40)
      for probability in [0.3, 0.6, 0.9, 0.999] {
        let wait = model.answeredWaitQuantile(probability)
        let level = model.serviceLevel(within: wait, counting: .ofAnswered)
        #expect(wait == 0 ? level >= probability : (level - probability).magnitude < 1e-12)
      }
      #expect(model.answeredWaitQuantile(0) == 0)
      #expect(model.answeredWaitQuantile(1) == .infinity)
    }
  }

  /// Far more places than states that ever occur take neither time nor memory.
  @Test func placesThatNobodyReachesCostNothing() throws {
    let some = try FiniteCapacityQueue(
      offeredLoad: 40, handleTime: 180, agents: 45, capacity: 20_000)
    let many = try FiniteCapacityQueue(
      offeredLoad: 40, handleTime: 180, agents: 45,
      capacity: FiniteCapacityQueue.largestCapacity)
    #expect(many.line == some.line)
    #expect(many.serviceLevel(within: 20) == some.serviceLevel(within: 20))
    #expect(MemoryLayout<FiniteCapacityQueue>.size < 200)
    #expect(throws: ErlangError.invalidCapacity(1_000_000_000)) {
      try FiniteCapacityQueue(
        offeredLoad: 40, handleTime: 180, agents: 45, capacity: 1_000_000_000)
    }
  }

  @Test func loadsAtTheEndsOfTheRangeHaveTheirLimits() throws {
    let busy = try FiniteCapacityQueue(
      offeredLoad: 1e300, handleTime: 180, agents: 3, capacity: 9)
    #expect(busy.blockingProbability == 1)
    #expect(relativeError(busy.meanQueueLength, 6) < 1e-15)
    #expect(relativeError(busy.occupancy, 1) < 1e-15)
    let idle = try FiniteCapacityQueue(
      offeredLoad: 1e-300, handleTime: 180, agents: 3, capacity: 9)
    #expect(idle.waitProbability == 0)
    #expect(idle.serviceLevel(within: 0) == 1)
  }

  @Test func valuesOutsideTheDomainAreRefused() {
    #expect(throws: ErlangError.invalidCapacity(4)) {
      try FiniteCapacityQueue(offeredLoad: 3, handleTime: 1, agents: 5, capacity: 4)
    }
    #expect(throws: ErlangError.invalidAgents(0)) {
      try FiniteCapacityQueue(offeredLoad: 3, handleTime: 1, agents: 0, capacity: 4)
    }
    #expect(throws: ErlangError.self) {
      try FiniteCapacityQueue(
        offeredLoad: 3, handleTime: 1, patience: .nan, agents: 2, capacity: 4)
    }
    #expect(throws: ErlangError.invalidOfferedLoad(.infinity)) {
      try FiniteCapacityQueue(offeredLoad: .infinity, handleTime: 1, agents: 2, capacity: 4)
    }
  }
}
