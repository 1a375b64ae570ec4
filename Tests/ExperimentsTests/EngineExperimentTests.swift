import Center
import CenterSimulation
import OutputAnalysis
import Stochastics
import TestCenters
import Testing

@testable import Experiments

/// The whole way: centers with everything the engine knows, in experiments.
@Suite struct EngineExperimentTests {
  @Test func aCenterComparedWithItselfDiffersByExactlyNothing() async throws {
    let center = try mixedCenter()
    let designs = [Design(try Simulation(center)), Design(try Simulation(center))]
    let results = try await Experiment(designs: designs, seed: 4, replications: 10)
      .run(workers: 2)
    #expect(results[0] == results[1])
    for line in try Comparison(results).lines {
      #expect(line.pair.difference.value == 0)
      #expect(line.pair.difference.interval == Interval(lower: 0, upper: 0))
      #expect(line.pValue == nil)
    }
    let alone = try await Experiment(designs: [designs[0]], seed: 4, replications: 10)
      .run(workers: 1)
    #expect(alone[0] == results[0])
  }

  @Test func comparisonsShowTheValuesOfTheSummaryToTheLastBit() async throws {
    var other = try mixedCenter()
    other.repeatInformationTime = 60
    let designs = [Design(try Simulation(try mixedCenter())), Design(try Simulation(other))]
    let results = try await Experiment(designs: designs, seed: 4, replications: 20)
      .run(workers: 2)
    for line in try Comparison(results).lines {
      for (result, value) in zip(results, [line.pair.first, line.pair.second]) {
        let row = try #require(result.rows.firstIndex(of: line.row))
        #expect(result.estimate(of: line.measure, inRow: row)?.value == value)
      }
    }
  }

  @Test("Open conversations of the intervals average to those of the summary, booked or not")
  func openConversationsWithoutABooking() async throws {
    // Some ten a day, open for hours in which nothing else is booked.
    var center = oneQueue(
      medium: .messaging, perHour: 0.4, talk: .constant(try Constant(mean: 300)), agents: 5)
    center.channels[0].conversation = Conversation(
      turns: .exactly(3), customerReply: .constant(try Constant(mean: 7200)))
    let result = try await Experiment(
      designs: [Design(try Simulation(center))], seed: 4, replications: 9
    ).run(workers: 2)[0]
    let open = try #require(Measure.position(of: "open_threads"))
    let row = try #require(result.rows.firstIndex { $0.level == .channel })
    let place = try #require(result.intervalRows.firstIndex(of: row))
    let whole = try #require(result.estimate(of: open, inRow: row)).value
    let sum = (0..<result.intervalCount).reduce(0.0) {
      $0 + (result.estimate(of: open, inIntervalRow: place, interval: $1)?.value ?? 0)
    }
    #expect(whole > 0.5)
    #expect(abs(sum / Double(result.intervalCount) - whole) < 1e-9)
  }

  @Test func everyEstimateIsPossible() async throws {
    let design = Design(try Simulation(try mixedCenter()))
    let result = try await Experiment(designs: [design], seed: 4, replications: 9)
      .run(workers: 1)[0]
    for row in result.rows.indices {
      for (position, measure) in Measure.catalogue.enumerated() {
        guard let estimate = result.estimate(of: position, inRow: row) else { continue }
        let range = measure.range
        #expect(estimate.value.isFinite, "\(measure.column)")
        #expect(range.lower <= estimate.value && estimate.value <= range.upper)
        let interval = try #require(estimate.interval)
        #expect(range.lower <= interval.lower && interval.upper <= range.upper)
        #expect(interval.contains(estimate.value))
        if let days = result.days(of: position, inRow: row) {
          #expect(days.lower <= days.upper && range.lower <= days.lower)
        }
      }
      if let quantiles = result.waitQuantiles(inRow: row) {
        for (lower, upper) in zip(quantiles, quantiles.dropFirst()) {
          #expect(lower.value <= upper.value)
        }
      }
    }
  }

  @Test func theBooksHoldInAggregatedRowsOfEveryInterval() async throws {
    let design = Design(try Simulation(try mixedCenter()))
    let result = try await Experiment(designs: [design], seed: 5, replications: 9)
      .run(workers: 1)[0]
    func count(_ column: String, _ row: Int, _ interval: Int) throws -> Double {
      let position = try #require(Measure.position(of: column))
      let estimate = result.estimate(of: position, inIntervalRow: row, interval: interval)
      return (try #require(estimate).value * 9).rounded()
    }
    for (index, row) in result.intervalRows.enumerated()
    where RowScopes.contacts.contains(result.rows[row].scope) {
      for interval in 0..<result.intervalCount {
        let offered = try count("offered", index, interval)
        #expect(
          try count("entered", index, interval)
            == count("closed", index, interval) + count("blocked", index, interval)
            + count("contained", index, interval)
            + count("in_self_service_end", index, interval) + offered)
        #expect(
          try offered == count("answered", index, interval) + count("abandoned", index, interval)
            + count("waiting_end", index, interval))
      }
    }
  }
}
