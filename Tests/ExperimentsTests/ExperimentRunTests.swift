import CenterSimulation
import Synchronization
import Testing

@testable import Experiments

@Suite struct ExperimentRunTests {
  private func results(
    workers: Int, replications: Int, seed: UInt64 = 1
  ) async throws -> [DesignResult] {
    let first = try MadeUp(MadeUp.center()).design()
    let second = try MadeUp(MadeUp.center(named: "other"), seed: 77).design()
    return try await Experiment(
      designs: [first, second], seed: seed, replications: replications
    ).run(workers: workers)
  }

  @Test func resultsDoNotDependOnTheNumberOfWorkers() async throws {
    let one = try await results(workers: 1, replications: 28)
    #expect(try await results(workers: 2, replications: 28) == one)
    #expect(try await results(workers: 5, replications: 28) == one)
    #expect(one[0].replications == 28)
    #expect(try await results(workers: 1, replications: 28, seed: 2) != one)
  }

  @Test func sizeDoesNotGrowWithReplicationsExceptForTheHeadline() async throws {
    let few = try await results(workers: 2, replications: 8)[0]
    let many = try await results(workers: 2, replications: 24)[0]
    #expect(many.accumulator.moments.count == few.accumulator.moments.count)
    #expect(many.accumulator.cellEstimates.count == few.accumulator.cellEstimates.count)
    #expect(many.accumulator.queueSums.count == few.accumulator.queueSums.count)
    #expect(many.accumulator.waits.count == few.accumulator.waits.count)
    #expect(many.accumulator.headline.count == 3 * few.accumulator.headline.count)
  }

  @Test func replicationsAreThoseOfTheExperimentOneByOne() async throws {
    let made = try MadeUp(MadeUp.center())
    let asked = Mutex<Set<UInt64>>([])
    let design = made.design { seed, replication in
      asked.withLock { _ = $0.insert(replication) }
      return made.observation(seed, replication)
    }
    _ = try await Experiment(designs: [design], seed: 9, replications: 19).run(workers: 2)
    #expect(asked.withLock { $0 } == Set(0..<19))
  }

  @Test func progressIsReportedInOrderAndEndsComplete() async throws {
    let seen = Mutex<[Int]>([])
    let design = try MadeUp(MadeUp.center()).design()
    _ = try await Experiment(designs: [design], seed: 1, replications: 30).run(workers: 3) {
      progress in seen.withLock { $0.append(progress.replications) }
    }
    #expect(seen.withLock { $0 } == [8, 16, 24, 30])
  }

  @Test(arguments: [1, 4])
  func theErrorIsThatOfTheFirstBlockThatFailed(workers: Int) async throws {
    let made = try MadeUp(MadeUp.center())
    let design = made.design { seed, replication in
      if replication == 13 || replication >= 17 {
        throw BreachedInvariant(description: "made up", seed: seed, replication: replication)
      }
      return made.observation(seed, replication)
    }
    let experiment = try Experiment(designs: [design], seed: 3, replications: 64)
    await #expect(throws: BreachedInvariant(description: "made up", seed: 3, replication: 13)) {
      _ = try await experiment.run(workers: workers)
    }
  }

  @Test func cancellationStopsTheRun() async throws {
    let made = try MadeUp(MadeUp.center())
    let experiment = try Experiment(
      designs: [made.design()], seed: 3, replications: Experiment.mostReplications)
    let run = Task { try await experiment.run(workers: 2) }
    run.cancel()
    await #expect(throws: CancellationError.self) { _ = try await run.value }
  }

  @Test func precisionEndsAtTheFirstPrefixThatPassesWhateverTheWorkers() async throws {
    let made = try MadeUp(MadeUp.center())
    func run(_ workers: Int) async throws -> DesignResult {
      try await Experiment(
        designs: [made.design()], seed: 1, stop: .precise(0.15, limit: 400)
      ).run(workers: workers)[0]
    }
    let one = try await run(1)
    #expect(one.replications < 400)
    #expect(one.replications % Experiment.blockLength == 0)
    #expect(try await run(3) == one)
    let exact = try await Experiment(
      designs: [made.design()], seed: 1, replications: one.replications
    ).run(workers: 2)[0]
    #expect(exact == one)
  }

  @Test func experimentsThatCannotBeAreRefused() throws {
    let design = try MadeUp(MadeUp.center()).design()
    #expect(throws: ExperimentError.noDesign) {
      try Experiment(designs: [], seed: 1, replications: 8)
    }
    #expect(throws: ExperimentError.replications(0)) {
      try Experiment(designs: [design], seed: 1, replications: 0)
    }
    #expect(throws: ExperimentError.precision(1.5)) {
      try Experiment(designs: [design], seed: 1, stop: .precise(1.5, limit: 100))
    }
  }
}
