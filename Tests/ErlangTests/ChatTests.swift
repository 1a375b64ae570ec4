import Erlang
import Testing

@Suite("Chats")
struct ChatTests {
  @Test func concurrencyThatCostsNothingIsErlangCWithAllPlaces() throws {
    for (load, agents, limit) in [(7.0, 5, 2), (40, 12, 4), (0.5, 1, 3), (90, 100, 1)] {
      let rates = (1...limit).map { Double($0) / 300 }
      let chats = try ChatQueue(
        arrivalRate: load / 300, completionRates: rates, agents: agents)
      let calls = try ErlangC(offeredLoad: load, handleTime: 300, agents: agents * limit)
      #expect(relativeError(chats.waitProbability, calls.waitProbability) < 1e-12)
      #expect(relativeError(chats.averageSpeedOfAnswer, calls.averageSpeedOfAnswer) < 1e-12)
      #expect(
        relativeError(chats.serviceLevel(within: 30), calls.serviceLevel(within: 30)) < 1e-12)
      #expect(relativeError(chats.chatsInService, load) < 1e-12)
      #expect(relativeError(chats.meanSessionTime, 300) < 1e-12)
      let leaving = try ChatQueue(
        arrivalRate: load / 300, completionRates: rates, agents: agents, patience: 90)
      let abandoning = try ErlangA(
        offeredLoad: load, handleTime: 300, patience: 90, agents: agents * limit)
      #expect(
        relativeError(leaving.abandonmentProbability, abandoning.abandonmentProbability) < 1e-11)
      #expect(
        relativeError(leaving.serviceLevel(within: 30), abandoning.serviceLevel(within: 30))
          < 1e-12)
    }
  }

  /// One agent with up to three chats: a chain of a few lines.
  @Test func oneAgentIsABirthDeathChain() throws {
    let rates = [1.0 / 300, 1.0 / 200, 1.0 / 180]
    let arrivals = 1.0 / 250
    var weights = [1.0]
    for count in 1...3000 {
      weights.append(weights[count - 1] * arrivals / rates[min(count, 3) - 1])
    }
    let total = weights.reduce(0, +)
    let chats = try ChatQueue(arrivalRate: arrivals, completionRates: rates, agents: 1)
    #expect(relativeError(chats.waitProbability, weights[3...].reduce(0, +) / total) < 1e-12)
    #expect(relativeError(chats.occupancy, 1 - 1 / total) < 1e-12)
    let held = weights.indices.reduce(0) { $0 + weights[$1] * Double(min($1, 3)) } / total
    #expect(relativeError(chats.chatsInService, held) < 1e-12)
    #expect(relativeError(chats.slotUtilization, held / 3) < 1e-12)
    let waiting = weights.indices.reduce(0) { $0 + weights[$1] * Double(max($1 - 3, 0)) } / total
    #expect(relativeError(chats.meanQueueLength, waiting) < 1e-12)
  }

  /// Two agents with up to two chats: the chain with even spreading.
  @Test func evenlySpreadChatsFinishAtTheSumOfTheirAgents() throws {
    let rates = [1.0 / 300, 1.4 / 300]
    let totals = [rates[0], 2 * rates[0], rates[0] + rates[1], 2 * rates[1]]
    let arrivals = 2.0 / 300
    var weights = [1.0]
    for count in 1...3000 {
      weights.append(weights[count - 1] * arrivals / totals[min(count, 4) - 1])
    }
    let total = weights.reduce(0, +)
    let chats = try ChatQueue(arrivalRate: arrivals, completionRates: rates, agents: 2)
    #expect(relativeError(chats.waitProbability, weights[4...].reduce(0, +) / total) < 1e-12)
    let busy = weights.indices.reduce(0) { $0 + weights[$1] * Double(min($1, 2)) } / total
    #expect(relativeError(chats.busyAgents, busy) < 1e-12)
  }

  @Test func requirementsAreTheSmallestThatReachTheTarget() throws {
    let rates = [1.0 / 300, 1.0 / 190, 1.0 / 160]
    for patience in [Double.infinity, 120] {
      for target in [QueueTarget.serviceLevel(0.8, within: 20), .occupancy(max: 0.7)] {
        let required = try ChatQueue.requiredAgents(
          arrivalRate: 0.1, completionRates: rates, patience: patience, target: target)
        for agents in (required - 1)...required {
          let meets =
            (try? ChatQueue(
              arrivalRate: 0.1, completionRates: rates, agents: agents, patience: patience
            ).meets(target)) ?? false
          #expect(meets == (agents == required))
        }
      }
    }
  }

  @Test func largeTeamsNeitherOverflowNorStall() throws {
    let rates = [1.0 / 300, 1.0 / 190, 1.0 / 160]
    let chats = try ChatQueue(
      arrivalRate: 180, completionRates: rates, agents: 30_000, patience: 100)
    #expect(chats.serviceLevel(within: 20) > 0.9)
    let idle = try ChatQueue(arrivalRate: 1e-9, completionRates: rates, agents: 100)
    #expect(idle.waitProbability == 0)
    let none = try ChatQueue(arrivalRate: 0, completionRates: rates, agents: 3, patience: 60)
    #expect(none.serviceLevel(within: 0) == 1)
    #expect(none.abandonmentProbability == 0)
  }

  @Test func valuesOutsideTheDomainAreRefused() {
    #expect(throws: ErlangError.invalidRate(-1)) {
      try ChatQueue(arrivalRate: -1, completionRates: [1], agents: 1)
    }
    #expect(throws: ErlangError.invalidRate(0)) {
      try ChatQueue(arrivalRate: 1, completionRates: [1, 0], agents: 1)
    }
    #expect(throws: ErlangError.invalidCapacity(0)) {
      try ChatQueue(arrivalRate: 1, completionRates: [], agents: 1)
    }
    #expect(throws: ErlangError.invalidAgents(0)) {
      try ChatQueue(arrivalRate: 1, completionRates: [1], agents: 0)
    }
    #expect(throws: ErlangError.unstable(offeredLoad: 2, agents: 2)) {
      try ChatQueue(arrivalRate: 2, completionRates: [1], agents: 2)
    }
  }
}
