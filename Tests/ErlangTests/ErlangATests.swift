import Erlang
import Testing

@Suite("Erlang A")
struct ErlangATests {
  @Test func agreesWithHighPrecisionUpTo99000Agents() throws {
    #expect(ErlangReferences.impatient.rows.count > 200)
    for row in ErlangReferences.impatient.rows {
      let model = try ErlangA(
        offeredLoad: row[0], handleTime: row[1], patience: row[2], agents: Int(row[3]))
      let values = measures(of: model, at: row[5])
      for (index, value) in values.enumerated() where row[6 + index] > 1e-300 {
        #expect(relativeError(value, row[6 + index]) <= 1e-12, "\(row) \(index) \(value)")
      }
    }
  }

  /// 40 Erlang, 360 s of talk and wrap-up, patience 180 s, within 20 s.
  @Test func sixServiceLevelsOfTheSameCallers() throws {
    #expect(ErlangReferences.table.rows.map { Int($0[0]) } == Array(41...46))
    for row in ErlangReferences.table.rows {
      let model = try ErlangA(
        offeredLoad: 40, handleTime: 360, patience: 180, agents: Int(row[0]))
      let definitions: [ServiceLevelDefinition] = [
        .ofOffered, .excludingAbandonsInTime, .abandonsInTimeAsMet, .ofAnswered,
        .excludingAbandons(within: 5),
      ]
      for (index, definition) in definitions.enumerated() {
        let value = model.serviceLevel(within: 20, counting: definition)
        #expect(relativeError(value, row[1 + index]) <= 1e-14, "\(row[0]) \(definition)")
      }
      let patient = try ErlangC(offeredLoad: 40, handleTime: 360, agents: Int(row[0]))
      #expect(relativeError(patient.serviceLevel(within: 20), row[6]) <= 1e-13)
    }
  }

  @Test func everyCallerIsAnsweredOrGoneOrWaiting() throws {
    for load in spread(60, over: 0.01...300) {
      for agents in [0, 1, Int(load / 2), Int(load), Int(load) + 5] {
        let model = try ErlangA(offeredLoad: load, handleTime: 200, patience: 90, agents: agents)
        #expect((model.answerProbability + model.abandonmentProbability - 1).magnitude < 4e-15)
        #expect(
          (model.waitProbability + model.immediateAnswerProbability - 1).magnitude < 4e-15)
        for time in [0, 0.5, 20, 400, .infinity] {
          let sum =
            model.answeredFraction(within: time) + model.abandonedFraction(within: time)
            + model.waitingFraction(after: time)
          #expect((sum - 1).magnitude < 4e-15, "\(load) \(agents) \(time)")
        }
      }
    }
  }

  @Test func littleHoldsForTheQueueAndTheAgents() throws {
    for load in spread(60, over: 0.01...300) {
      let model = try ErlangA(
        offeredLoad: load, handleTime: 200, patience: 90, agents: Int(load * 0.9) + 1)
      let arrivalRate = load / 200
      let wait =
        model.averageSpeedOfAnswer * model.answerProbability
        + model.meanWaitOfAbandoned * model.abandonmentProbability
      #expect(relativeError(wait, model.meanWait) < 1e-14)
      #expect(relativeError(model.meanQueueLength, arrivalRate * model.meanWait) < 1e-14)
      #expect(model.occupancy < 1)
    }
  }

  @Test func endlessPatienceIsErlangC() throws {
    for load in [0.3, 4, 40, 700] {
      let agents = Int(load) + 2
      let patient = try ErlangC(offeredLoad: load, handleTime: 180, agents: agents)
      let model = try ErlangA(
        offeredLoad: load, handleTime: 180, patience: 1e22, agents: agents)
      #expect(relativeError(model.waitProbability, patient.waitProbability) < 1e-12)
      #expect(relativeError(model.averageSpeedOfAnswer, patient.averageSpeedOfAnswer) < 1e-12)
      #expect(
        relativeError(model.serviceLevel(within: 20), patient.serviceLevel(within: 20)) < 1e-12)
      #expect(model.abandonmentProbability < 1e-15)
    }
  }

  @Test func noPatienceIsErlangB() throws {
    for load in [0.3, 4, 40, 700] {
      for agents in [1, Int(load), Int(load) + 2] {
        let lost = try ErlangB(offeredLoad: load, servers: agents)
        let model = try ErlangA(
          offeredLoad: load, handleTime: 180, patience: 1e-18, agents: agents)
        #expect(relativeError(model.abandonmentProbability, lost.blockingProbability) < 1e-12)
        #expect(relativeError(model.waitProbability, lost.blockingProbability) < 1e-12)
      }
    }
  }

  @Test func quantilesInvertTheLaws() throws {
    for (load, agents) in [(47.5, 49), (60, 40), (3, 1), (500, 505)] {
      let model = try ErlangA(offeredLoad: load, handleTime: 300, patience: 120, agents: agents)
      for probability in spread(25, over: 0...1) {
        let offered = model.offeredWaitQuantile(probability)
        if offered > 0 {
          let beyond = model.offeredWaitProbability(exceeding: offered)
          #expect((beyond + probability - 1).magnitude < 1e-13)
        } else {
          #expect(probability <= model.immediateAnswerProbability)
        }
        let answered = model.answeredWaitQuantile(probability)
        let level = model.serviceLevel(within: answered, counting: .ofAnswered)
        #expect(answered == 0 ? level >= probability : (level - probability).magnitude < 1e-13)
      }
      #expect(model.offeredWaitQuantile(1) == .infinity)
      #expect(model.offeredWaitQuantile(0) == 0)
    }
  }

  @Test func withoutAgentsEverybodyHangsUpAndWithoutLoadNobodyWaits() throws {
    let empty = try ErlangA(offeredLoad: 5, handleTime: 180, patience: 60, agents: 0)
    #expect(empty.waitProbability == 1)
    #expect(empty.abandonmentProbability == 1)
    #expect(empty.answerProbability == 0)
    #expect(empty.meanWaitOfAbandoned == 60)
    #expect(empty.meanWait == 60)
    #expect(empty.serviceLevel(within: 20) == 0)
    #expect(empty.occupancy == 0)
    for agents in [0, 3] {
      let idle = try ErlangA(offeredLoad: 0, handleTime: 180, patience: 60, agents: agents)
      #expect(idle.serviceLevel(within: 0) == 1)
      #expect(idle.abandonmentProbability == 0)
      #expect(idle.averageSpeedOfAnswer == 0)
      #expect(idle.waitingFraction(after: 3) == 0)
      #expect(idle.answeredWaitQuantile(1) == 0)
    }
  }

  /// Where rates are far apart the model goes over into its limits, and never into a NaN.
  @Test func extremesHaveTheirLimits() throws {
    for load in [1e-300, 1e-20, 1e20, 1e300] {
      for agents in [1, 3, 100_000, 10_000_000] {
        for patience in [1e-130, 1e-9, 120, 1e9, 1e130] where load * patience < 1e307 {
          let model = try ErlangA(
            offeredLoad: load, handleTime: 180, patience: patience, agents: agents)
          for time in [0.0, 20] {
            let sum =
              model.answeredFraction(within: time) + model.abandonedFraction(within: time)
              + model.waitingFraction(after: time)
            #expect((sum - 1).magnitude < 1e-13, "\(load) \(agents) \(patience)")
          }
          for probability in [
            model.waitProbability, model.abandonmentProbability, model.answerProbability,
            model.serviceLevel(within: 20), model.occupancy,
          ] {
            #expect(probability >= 0 && probability <= 1, "\(load) \(agents) \(patience)")
          }
          let answered = min(1, Double(agents) / load)
          #expect(
            relativeError(model.answerProbability, answered) < 1e-12 || load < 1,
            "\(load) \(agents) \(patience)")
        }
      }
    }
    // Patience that is longer than any wait: the fluid limit, in which all wait equally long.
    let long = try ErlangA(offeredLoad: 5, handleTime: 180, patience: 1e130, agents: 3)
    #expect(relativeError(long.abandonmentProbability, 0.4) < 1e-12)
    #expect(relativeError(long.averageSpeedOfAnswer, 1e130 * 0.5108256237659907) < 1e-12)
    let patient = try ErlangA(offeredLoad: 5, handleTime: 180, patience: 1e130, agents: 6)
    let exact = try ErlangC(offeredLoad: 5, handleTime: 180, agents: 6)
    #expect(relativeError(patient.averageSpeedOfAnswer, exact.averageSpeedOfAnswer) < 1e-12)
    #expect(throws: ErlangError.invalidOfferedLoad(1e300)) {
      try ErlangA(offeredLoad: 1e300, handleTime: 180, patience: 1e130 * 180, agents: 3)
    }
  }

  @Test func valuesOutsideTheDomainAreRefused() {
    for patience in [0, -1, .infinity, 1e300] {
      #expect(throws: ErlangError.invalidPatience(patience)) {
        try ErlangA(offeredLoad: 5, handleTime: 180, patience: patience, agents: 3)
      }
    }
    #expect(throws: ErlangError.self) {
      try ErlangA(offeredLoad: 5, handleTime: 180, patience: .nan, agents: 3)
    }
    #expect(throws: ErlangError.invalidOfferedLoad(-2)) {
      try ErlangA(offeredLoad: -2, handleTime: 180, patience: 60, agents: 3)
    }
    #expect(throws: ErlangError.invalidAgents(-3)) {
      try ErlangA(offeredLoad: 2, handleTime: 180, patience: 60, agents: -3)
    }
    #expect(throws: ErlangError.invalidHandleTime(0)) {
      try ErlangA(offeredLoad: 2, handleTime: 0, patience: 60, agents: 3)
    }
  }

  private func measures(of model: ErlangA, at time: Double) -> [Double] {
    [
      model.blockingProbability, model.waitProbability, model.immediateAnswerProbability,
      model.abandonmentProbability, model.answerProbability,
      model.agents == 0 ? 0 : model.averageSpeedOfAnswer, model.meanWaitOfAbandoned,
      model.answeredFraction(within: time), model.abandonedFraction(within: time),
      model.waitingFraction(after: time),
    ]
  }
}
