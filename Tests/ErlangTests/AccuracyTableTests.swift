import Erlang
import Foundation
import Testing

/// The table of the module's page says how far each model is from the stored references.
@Suite("The page's table of models")
struct AccuracyTableTests {
  @Test func errorsAreWhatThePageSays() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Erlang/Erlang.docc/Erlang.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    for (model, worst) in try worstErrors() {
      let row = try #require(
        text.split(separator: "\n").first { $0.hasPrefix("| ``\(model)`` |") }, "\(model)")
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let stated = try #require(cells.dropFirst(3).first.flatMap(Double.init), "\(model)")
      #expect(worst <= stated, "\(model): \(worst)")
      // Nor is more said than is needed.
      #expect(worst > stated / 5, "\(model): \(worst)")
    }
  }

  /// The largest relative error of each model over its references above 1e-300.
  private func worstErrors() throws -> [(model: String, worst: Double)] {
    var lost = Worst()
    for row in ErlangReferences.lost.rows {
      let model = try ErlangB(offeredLoad: row[0], servers: Int(row[1]))
      lost.add([model.blockingProbability, model.carriedLoad], row.dropFirst(2))
    }
    var patient = Worst()
    for row in ErlangReferences.waiting.rows {
      let model = try ErlangC(offeredLoad: row[0], handleTime: row[1], agents: Int(row[2]))
      patient.add(
        [
          model.waitProbability, model.immediateAnswerProbability,
          model.serviceLevel(within: row[3]), model.waitProbability(exceeding: row[3]),
          model.averageSpeedOfAnswer, model.meanQueueLength,
        ], row.dropFirst(4))
    }
    var impatient = Worst()
    for row in ErlangReferences.impatient.rows where row[3] > 0 {
      let model = try ErlangA(
        offeredLoad: row[0], handleTime: row[1], patience: row[2], agents: Int(row[3]))
      impatient.add(measures(model, row[5]), row.dropFirst(7))
    }
    var limited = Worst()
    for row in ErlangReferences.capacity.rows {
      let model = try FiniteCapacityQueue(
        offeredLoad: row[0], handleTime: row[1], patience: row[2] == 0 ? .infinity : row[2],
        agents: Int(row[3]), capacity: Int(row[4]))
      limited.add([model.blockingProbability] + measures(model, row[5]), row.dropFirst(6))
    }
    var general = Worst()
    for row in ErlangReferences.patience.rows {
      let model = try GeneralPatienceQueue(
        offeredLoad: row[3], handleTime: 180, patience: GeneralPatienceTests.law(row),
        agents: Int(row[4]))
      general.add(measures(model, row[5]), row.dropFirst(6))
    }
    var sources = Worst()
    for row in ErlangReferences.sources.rows {
      let model = try FiniteSource(
        customers: Int(row[0]), loadOfIdle: row[1], handleTime: 180, agents: Int(row[2]))
      sources.add(
        [
          model.waitProbability, model.averageSpeedOfAnswer, model.carriedLoad,
          model.meanQueueLength, model.serviceLevel(within: row[3]),
        ], row.dropFirst(4))
    }
    var roots = Worst()
    for row in ErlangReferences.spare.rows {
      roots.add(
        [
          SquareRootStaffing.waitProbability(spare: row[0]),
          SquareRootStaffing.waitProbability(spare: row[0], patience: row[1]),
          SquareRootStaffing.scaledAbandonment(spare: row[0], patience: row[1]),
        ], row.dropFirst(2))
    }
    return [
      ("ErlangB", lost.error), ("ErlangC", patient.error), ("ErlangA", impatient.error),
      ("FiniteCapacityQueue", limited.error), ("GeneralPatienceQueue", general.error),
      ("FiniteSource", sources.error), ("SquareRootStaffing", roots.error),
    ]
  }

  private func measures(_ model: some QueueModel, _ time: Double) -> [Double] {
    [
      model.waitProbability, model.immediateAnswerProbability, model.abandonmentProbability,
      model.answerProbability, model.averageSpeedOfAnswer, model.meanWaitOfAbandoned,
      model.answeredFraction(within: time), model.abandonedFraction(within: time),
      model.waitingFraction(after: time),
    ]
  }

  private struct Worst {
    private(set) var error = 0.0

    mutating func add(_ values: [Double], _ exact: ArraySlice<Double>) {
      for (value, exact) in zip(values, exact) where exact > 1e-300 {
        error = max(error, relativeError(value, exact))
      }
    }
  }
}
