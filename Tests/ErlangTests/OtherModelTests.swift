import Erlang
import Testing

@Suite("Finite sources")
struct FiniteSourceTests {
  @Test func agreesWithHighPrecision() throws {
    #expect(ErlangReferences.sources.rows.count > 50)
    for row in ErlangReferences.sources.rows {
      let model = try FiniteSource(
        customers: Int(row[0]), loadOfIdle: row[1], handleTime: 180, agents: Int(row[2]))
      let values = [
        model.waitProbability, model.averageSpeedOfAnswer, model.carriedLoad,
        model.meanQueueLength, model.serviceLevel(within: row[3]),
      ]
      for (index, value) in values.enumerated() where row[4 + index] > 1e-300 {
        #expect(relativeError(value, row[4 + index]) <= 1e-12, "\(row) \(index) \(value)")
      }
    }
  }

  @Test func manyCustomersWhoRarelyCallAreErlangC() throws {
    let patient = try ErlangC(offeredLoad: 8, handleTime: 180, agents: 10)
    let model = try FiniteSource(
      customers: 1_000_000, loadOfIdle: 8e-6, handleTime: 180, agents: 10)
    #expect(relativeError(model.waitProbability, patient.waitProbability) < 1e-4)
  }

  @Test func everyCallIsAnsweredOrWaits() throws {
    for (customers, load, agents) in [(1, 3.0, 1), (60, 0.1, 5), (60, 0.1, 80), (900, 2, 640)] {
      let model = try FiniteSource(
        customers: customers, loadOfIdle: load, handleTime: 180, agents: agents)
      for time in [0, 0.5, 20, 400, 1e9, .infinity] {
        let sum = model.answeredFraction(within: time) + model.waitingFraction(after: time)
        #expect((sum - 1).magnitude < 1e-13, "\(customers) \(agents) \(time)")
      }
      // Each customer is idle, waiting or served; idle ones call at a constant rate.
      let idle = Double(customers) - model.carriedLoad - model.meanQueueLength
      #expect(relativeError(model.throughput, idle * load) < 1e-12)
      #expect(
        (model.meanQueueLength - model.throughput * model.meanWait / 180).magnitude < 1e-11)
    }
  }

  @Test func customersWhoCallAtOnceAreStillCounted() throws {
    let model = try FiniteSource(customers: 5, loadOfIdle: 1e308, handleTime: 1, agents: 2)
    #expect(model.carriedLoad == 2)
    #expect(model.meanQueueLength == 3)
    let none = try FiniteSource(customers: 0, loadOfIdle: 1, handleTime: 1, agents: 2)
    #expect(none.occupancy == 0)
    #expect(none.serviceLevel(within: 0) == 1)
  }

  @Test func valuesOutsideTheDomainAreRefused() {
    #expect(throws: ErlangError.invalidCustomers(-1)) {
      try FiniteSource(customers: -1, loadOfIdle: 1, handleTime: 1, agents: 1)
    }
    #expect(throws: ErlangError.invalidRate(-1)) {
      try FiniteSource(customers: 1, loadOfIdle: -1, handleTime: 1, agents: 1)
    }
    #expect(throws: ErlangError.self) {
      try FiniteSource(customers: 1, loadOfIdle: .nan, handleTime: 1, agents: 1)
    }
    #expect(throws: ErlangError.invalidAgents(0)) {
      try FiniteSource(customers: 1, loadOfIdle: 1, handleTime: 1, agents: 0)
    }
  }
}

@Suite("Square-root staffing")
struct SquareRootTests {
  @Test func agreesWithHighPrecision() throws {
    #expect(ErlangReferences.spare.rows.count == 40)
    for row in ErlangReferences.spare.rows {
      let values = [
        SquareRootStaffing.waitProbability(spare: row[0]),
        SquareRootStaffing.waitProbability(spare: row[0], patience: row[1]),
        SquareRootStaffing.scaledAbandonment(spare: row[0], patience: row[1]),
      ]
      for (index, value) in values.enumerated() {
        #expect(relativeError(value, row[2 + index]) <= 1e-12, "\(row) \(index) \(value)")
      }
    }
  }

  @Test func theSpareInvertsTheFractionThatWaits() throws {
    for probability in spread(30, over: 0.001...0.999) {
      let spare = try SquareRootStaffing.spare(waitProbability: probability)
      #expect(
        relativeError(SquareRootStaffing.waitProbability(spare: spare), probability) < 1e-13)
      let impatient = try SquareRootStaffing.spare(waitProbability: probability, patience: 0.5)
      #expect(
        relativeError(
          SquareRootStaffing.waitProbability(spare: impatient, patience: 0.5), probability) < 1e-13)
    }
  }

  @Test(arguments: [100.0, 10_000])
  func largeGroupsNeedWhatTheFormulasSay(load: Double) throws {
    for probability in [0.05, 0.2, 0.6] {
      let exact = try ErlangC.requiredAgents(
        offeredLoad: load, handleTime: 1, target: .waitProbability(probability))
      let root = try SquareRootStaffing.requiredAgents(
        offeredLoad: load, waitProbability: probability)
      #expect((exact - root).magnitude <= 1)
      let impatient = try ErlangA.requiredAgents(
        offeredLoad: load, handleTime: 180, patience: 90, target: .waitProbability(probability))
      let garnett = try SquareRootStaffing.requiredAgents(
        offeredLoad: load, waitProbability: probability, patience: 0.5)
      #expect((impatient - garnett).magnitude <= 1)
    }
  }

  @Test func probabilitiesOutsideTheirDomainAreRefused() {
    for probability in [0, 1, -0.5] {
      #expect(throws: ErlangError.invalidWaitProbability(probability)) {
        try SquareRootStaffing.spare(waitProbability: probability)
      }
    }
    #expect(throws: ErlangError.invalidPatience(0)) {
      try SquareRootStaffing.spare(waitProbability: 0.5, patience: 0)
    }
  }
}
