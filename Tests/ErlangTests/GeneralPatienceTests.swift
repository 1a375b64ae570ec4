import Erlang
import Testing

@Suite("Patience of any law")
struct GeneralPatienceTests {
  @Test func agreesWithTheIntegralsInHighPrecision() throws {
    #expect(ErlangReferences.patience.rows.count == 28)
    for row in ErlangReferences.patience.rows {
      let model = try GeneralPatienceQueue(
        offeredLoad: row[3], handleTime: 180, patience: Self.law(row), agents: Int(row[4]))
      let values = [
        model.waitProbability, model.immediateAnswerProbability, model.abandonmentProbability,
        model.answerProbability, model.averageSpeedOfAnswer, model.meanWaitOfAbandoned,
        model.answeredFraction(within: row[5]), model.abandonedFraction(within: row[5]),
        model.waitingFraction(after: row[5]),
      ]
      for (index, value) in values.enumerated() {
        #expect(relativeError(value, row[6 + index]) <= 1e-12, "\(row) \(index) \(value)")
      }
    }
  }

  @Test func exponentialPatienceIsErlangA() throws {
    for (load, agents) in [(3.0, 1), (40, 42), (40, 25), (300, 310), (300, 200)] {
      let exact = try ErlangA(offeredLoad: load, handleTime: 200, patience: 90, agents: agents)
      let model = try GeneralPatienceQueue(
        offeredLoad: load, handleTime: 200, patience: .exponential(mean: 90), agents: agents)
      #expect(relativeError(model.waitProbability, exact.waitProbability) < 1e-12)
      #expect(relativeError(model.abandonmentProbability, exact.abandonmentProbability) < 1e-12)
      #expect(relativeError(model.meanWaitOfAbandoned, exact.meanWaitOfAbandoned) < 1e-11)
      #expect(relativeError(model.averageSpeedOfAnswer, exact.averageSpeedOfAnswer) < 1e-12)
      for time in [0, 3, 60, 150.0] {
        #expect(
          relativeError(model.waitingFraction(after: time), exact.waitingFraction(after: time))
            < 1e-11)
        #expect(
          relativeError(
            model.answeredFraction(within: time), exact.answeredFraction(within: time)) < 1e-11)
      }
    }
  }

  @Test func everyCallerIsAnsweredOrGoneOrWaiting() throws {
    let laws: [PatienceLaw] = [
      try .constant(50), try .uniform(from: 10, to: 90), try .weibull(shape: 0.5, scale: 100),
      try .logNormal(median: 60, logDeviation: 1), try .exponential(mean: 60).delayed(by: 5),
    ]
    for law in laws {
      for agents in [2, 12] {
        let model = try GeneralPatienceQueue(
          offeredLoad: 10, handleTime: 180, patience: law, agents: agents)
        for time in [0, 20, 95.0] {
          let sum =
            model.answeredFraction(within: time) + model.abandonedFraction(within: time)
            + model.waitingFraction(after: time)
          #expect((sum - 1).magnitude < 1e-13)
        }
      }
    }
  }

  @Test func quantilesInvertTheLaws() throws {
    for law in [
      try PatienceLaw.weibull(shape: 0.8, scale: 100), try .uniform(from: 10, to: 90),
      try .exponential(mean: 60),
    ] {
      for agents in [5, 11] {
        let model = try GeneralPatienceQueue(
          offeredLoad: 10, handleTime: 180, patience: law, agents: agents)
        for probability in [0.0, 0.2, 0.45, 0.5, 0.8, 0.999] {
          let offered = model.offeredWaitQuantile(probability)
          let answered = model.answeredWaitQuantile(probability)
          let level = model.serviceLevel(within: answered, counting: .ofAnswered)
          #expect(answered == 0 ? level >= probability : (level - probability).magnitude < 1e-12)
          #expect(
            offered == 0
              ? probability <= model.immediateAnswerProbability
              : (model.offeredWaitProbability(exceeding: offered) + probability - 1).magnitude
                < 1e-12)
        }
        #expect(model.offeredWaitQuantile(1) == .infinity)
      }
    }
    let exact = try ErlangA(offeredLoad: 40, handleTime: 200, patience: 90, agents: 42)
    let model = try GeneralPatienceQueue(
      offeredLoad: 40, handleTime: 200, patience: .exponential(mean: 90), agents: 42)
    for probability in [0.5, 0.9, 0.99] {
      #expect(
        relativeError(
          model.answeredWaitQuantile(probability), exact.answeredWaitQuantile(probability)) < 1e-9)
    }
    #expect(relativeError(model.meanWaitOfDelayed, exact.meanWaitOfDelayed) < 1e-11)
  }

  @Test func withoutAgentsEverybodyHangsUpAfterAMeanPatience() throws {
    // Γ(1 + 1/2) = √π/2 and Γ(1 + 2) = 2.
    let root = 1.7724538509055159
    for (law, mean) in [
      (try PatienceLaw.exponential(mean: 70), 70), (try .constant(45), 45),
      (try .uniform(from: 10, to: 90), 50), (try .weibull(shape: 2, scale: 100), 50 * root),
      (try .weibull(shape: 0.5, scale: 30), 60),
      (try .hyperexponential([(weight: 1, mean: 5), (weight: 3, mean: 500)]), 376.25),
      (try .exponential(mean: 60).delayed(by: 12), 72),
    ] {
      let model = try GeneralPatienceQueue(
        offeredLoad: 3, handleTime: 180, patience: law, agents: 0)
      #expect(model.waitProbability == 1)
      #expect(model.abandonmentProbability == 1)
      #expect(model.answerProbability == 0)
      #expect(model.occupancy == 0)
      #expect(relativeError(model.meanWaitOfAbandoned, mean) < 1e-13)
      #expect(relativeError(model.meanQueueLength, 3 * mean / 180) < 1e-13)
      #expect(model.serviceLevel(within: 20) == 0)
      #expect(model.abandonedFraction(within: 20) == law.leaving(20))
      #expect(model.waitingFraction(after: 20) == law.survival(20))
      #expect(model.averageSpeedOfAnswer.isNaN)
      #expect(model.offeredWaitQuantile(0.5) == .infinity)
    }
    let patient = PatienceLaw { 1 / (1 + $0) }
    let model = try GeneralPatienceQueue(
      offeredLoad: 1e-13, handleTime: 1, patience: patient, agents: 1)
    #expect(model.answerProbability > 0.999)
  }

  @Test func withoutLoadNobodyWaits() throws {
    for agents in [0, 3] {
      let model = try GeneralPatienceQueue(
        offeredLoad: 0, handleTime: 180, patience: .constant(60), agents: agents)
      #expect(model.serviceLevel(within: 0) == 1)
      #expect(model.waitProbability == 0)
      #expect(model.abandonmentProbability == 0)
      #expect(model.averageSpeedOfAnswer == 0)
      #expect(model.waitingFraction(after: 3) == 0)
      #expect(model.answeredWaitQuantile(1) == 0)
      #expect(model.meanQueueLength == 0)
    }
  }

  @Test func callersWhoNeverHangUpMustBeCarried() throws {
    let half = PatienceLaw { 0.5 + 0.5 * (1 / (1 + $0)) }
    #expect(throws: ErlangError.unstable(offeredLoad: 10, agents: 5)) {
      try GeneralPatienceQueue(offeredLoad: 10, handleTime: 180, patience: half, agents: 5)
    }
    let needed = try GeneralPatienceQueue.requiredAgents(
      offeredLoad: 10, handleTime: 180, patience: half, target: .occupancy(max: 1))
    #expect(needed == 6)
  }

  @Test func requirementsAreTheSmallestThatReachTheTarget() throws {
    let law = try PatienceLaw.weibull(shape: 1.5, scale: 120)
    for target in [QueueTarget.serviceLevel(0.8, within: 20), .abandonmentProbability(0.03)] {
      let required = try GeneralPatienceQueue.requiredAgents(
        offeredLoad: 12.5, handleTime: 180, patience: law, target: target)
      var agents = 1
      while try !GeneralPatienceQueue(
        offeredLoad: 12.5, handleTime: 180, patience: law, agents: agents
      ).meets(target) { agents += 1 }
      #expect(required == agents)
    }
  }

  @Test func parametersOutsideTheirDomainAreRefused() {
    #expect(throws: ErlangError.invalidParameter(0)) { try PatienceLaw.exponential(mean: 0) }
    #expect(throws: ErlangError.invalidParameter(-1)) { try PatienceLaw.constant(-1) }
    #expect(throws: ErlangError.invalidParameter(9)) { try PatienceLaw.uniform(from: 9, to: 5) }
    #expect(throws: ErlangError.self) { try PatienceLaw.weibull(shape: .nan, scale: 1) }
    #expect(throws: ErlangError.invalidParameter(-0.5)) {
      try PatienceLaw.hyperexponential([(weight: -0.5, mean: 3)])
    }
    #expect(throws: ErlangError.invalidAgents(-1)) {
      try GeneralPatienceQueue(
        offeredLoad: 10, handleTime: 180, patience: .constant(5), agents: -1)
    }
    #expect(throws: ErlangError.unstable(offeredLoad: 10, agents: 0)) {
      try GeneralPatienceQueue(
        offeredLoad: 10, handleTime: 180, patience: PatienceLaw { 0.5 + 0.5 / (1 + $0) },
        agents: 0)
    }
  }

  static func law(_ row: [Double]) throws -> PatienceLaw {
    switch row[0] {
    case 0: try .constant(row[1])
    case 1: try .uniform(from: 0, to: row[1])
    case 2: try .weibull(shape: row[1], scale: row[2])
    case 3: try .logNormal(median: row[1], logDeviation: row[2])
    case 4: try .hyperexponential([(weight: 0.4, mean: row[1]), (weight: 0.6, mean: row[2])])
    default: try .exponential(mean: row[1])
    }
  }
}
