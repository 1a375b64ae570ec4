import Erlang
import Testing

/// Requirements of every model against a search that tries one number after the other.
@Suite("Requirements by linear search")
struct SearchTests {
  /// Parameters from all over their domains, the same in every run.
  struct Draw: Sendable, CustomStringConvertible {
    let load: Double
    let patience: Double
    let target: QueueTarget
    let places: Int
    var description: String { "\(load) \(patience) \(target) \(places)" }

    init(_ index: Int) {
      func uniform(_ step: Double) -> Double {
        let product = Double(index) * step
        return product - product.rounded(.down)
      }
      func power(_ exponent: Double) -> Double {
        var value = 1.0
        for _ in 0..<Int(exponent.magnitude * 8) { value *= 1.333_521_432_163_324 }
        return exponent < 0 ? 1 / value : value
      }
      // Multiples of square roots of primes are spread evenly, and independently of each other.
      load = power(2.8 * uniform(1.4142135623730951) - 0.7) * (1 + uniform(3.3166247903554))
      patience = 100 * power(5 * uniform(1.7320508075688772) - 2.5)
      places = Int(60 * uniform(2.23606797749979))
      let share = uniform(2.6457513110645907)
      let time = 60 * uniform(3.605551275463989)
      let definitions: [ServiceLevelDefinition] = [
        .ofOffered, .excludingAbandonsInTime, .abandonsInTimeAsMet, .ofAnswered,
        .excludingAbandons(within: 5), .ofEntered,
      ]
      target =
        switch index % 11 {
        case 0...5: .serviceLevel(share, within: time, counting: definitions[index % 11])
        case 6: .serviceLevel(1 - share / 1000, within: time)
        case 7: .averageSpeedOfAnswer(time + 0.01)
        case 8: .waitProbability(1 - share)
        case 9: .abandonmentProbability((1 - share) * (1 - share))
        default: .occupancy(max: 0.3 + 0.7 * (1 - share))
        }
    }
  }

  static let draws = (1...330).map(Draw.init)

  /// The first number that reaches the target.
  private func first(
    through limit: Int, _ reaches: (Int) throws -> Bool
  ) rethrows -> Int? {
    for agents in 1...limit where try reaches(agents) { return agents }
    return nil
  }

  @Test func drawsAskForFewAndForMany() throws {
    let found = try Self.draws.map {
      try ErlangA.requiredAgents(
        offeredLoad: $0.load, handleTime: 180, patience: $0.patience, target: $0.target)
    }
    #expect(found.filter { $0 == 1 }.count < 110)
    #expect(found.filter { $0 > 50 }.count > 40)
    #expect(Set(found).count > 70)
  }

  @Test(arguments: draws)
  func erlangA(draw: Draw) throws {
    let linear = try first(through: 2000) {
      try ErlangA(
        offeredLoad: draw.load, handleTime: 180, patience: draw.patience, agents: $0
      ).meets(draw.target)
    }
    let found = try ErlangA.requiredAgents(
      offeredLoad: draw.load, handleTime: 180, patience: draw.patience, target: draw.target)
    #expect(found == linear)
  }

  @Test(arguments: draws)
  func limitedWaitingPlaces(draw: Draw) throws {
    for patience in [draw.patience, .infinity] {
      let behind = { (agents: Int) throws(ErlangError) in
        try FiniteCapacityQueue(
          offeredLoad: draw.load, handleTime: 180, patience: patience, agents: agents,
          capacity: agents + draw.places)
      }
      let linear = try first(through: 2000) { try behind($0).meets(draw.target) }
      let found = try FiniteCapacityQueue.requiredAgents(
        offeredLoad: draw.load, handleTime: 180, patience: patience,
        waitingPlaces: draw.places, target: draw.target)
      #expect(found == linear, "\(patience)")
      let capacity = draw.places + Int(draw.load) + 1
      let within = try first(through: capacity) {
        try FiniteCapacityQueue(
          offeredLoad: draw.load, handleTime: 180, patience: patience, agents: $0,
          capacity: capacity
        ).meets(draw.target)
      }
      #expect(
        (try? FiniteCapacityQueue.requiredAgents(
          offeredLoad: draw.load, handleTime: 180, patience: patience, capacity: capacity,
          target: draw.target)) == within, "of \(capacity), \(patience)")
    }
  }

  @Test(arguments: draws)
  func finiteSources(draw: Draw) throws {
    let customers = draw.places * 3
    let linear = try first(through: 2000) {
      try FiniteSource(
        customers: customers, loadOfIdle: draw.load / 10, handleTime: 180, agents: $0
      ).meets(draw.target)
    }
    let found = try FiniteSource.requiredAgents(
      customers: customers, loadOfIdle: draw.load / 10, handleTime: 180, target: draw.target)
    #expect(found == linear)
  }

  @Test(arguments: draws)
  func chats(draw: Draw) throws {
    let rates = [1.0 / 180, 1.7 / 180, 2.2 / 180, 2.4 / 180].prefix(1 + draw.places % 4)
    for patience in [draw.patience, .infinity] {
      let linear = first(through: 2000) { agents in
        (try? ChatQueue(
          arrivalRate: draw.load / 180, completionRates: Array(rates), agents: agents,
          patience: patience
        ).meets(draw.target)) ?? false
      }
      let found = try ChatQueue.requiredAgents(
        arrivalRate: draw.load / 180, completionRates: Array(rates), patience: patience,
        target: draw.target)
      #expect(found == linear, "\(patience)")
    }
  }
}
