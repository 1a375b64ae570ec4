import Center
import CenterSimulation
import OutputAnalysis
import Stochastics
import Testing

@testable import Experiments

@Suite struct ComparisonTests {
  private func compare(_ designs: [Design], replications: Int = 24) async throws -> Comparison {
    let results = try await Experiment(
      designs: designs, seed: 1, replications: replications
    ).run(workers: 2)
    return try Comparison(results)
  }

  @Test func aDesignComparedWithItselfDiffersInNothing() async throws {
    let design = try MadeUp(MadeUp.center()).design()
    let comparison = try await compare([design, design])
    #expect(comparison.lines.count > 30)
    for line in comparison.lines {
      #expect(line.pair.difference.value == 0)
      #expect(line.pair.difference.interval == Interval(lower: 0, upper: 0))
      #expect(line.pValue == nil)
      #expect(line.verdict == .cannotTell || Measure.catalogue[line.measure].goodDirection == nil)
    }
  }

  @Test func everyLineHasItsOwnKeys() async throws {
    let made = try MadeUp(MadeUp.center())
    let comparison = try await compare([made.design(), made.design(), made.design()])
    var keys: Set<[String]> = []
    for line in comparison.lines {
      keys.insert([
        "\(line.measure)", line.row.level.rawValue, line.row.name, line.row.demandClass,
        "\(line.second)",
      ])
      #expect(line.first == 0)
    }
    #expect(keys.count == comparison.lines.count)
  }

  @Test func aFasterCenterIsBetterAndTheMoreExpensiveOneWorse() async throws {
    let made = try MadeUp(MadeUp.center())
    let faster = made.design { seed, replication in
      var observation = made.observation(seed, replication)
      for index in observation.queues.indices { observation.queues[index].waitAnswered *= 0.5 }
      for index in observation.teams.indices { observation.teams[index].cost *= 1.1 }
      return observation
    }
    let comparison = try await compare([made.design(), faster])
    func line(_ column: String) throws -> Comparison.Line {
      try #require(
        comparison.lines.first {
          Measure.catalogue[$0.measure].column == column && $0.row == Row(level: .all)
        })
    }
    #expect(try line("asa_s").verdict == .better)
    #expect(try line("asa_s").pair.difference.value < 0)
    #expect(try line("cost_total").verdict == .worse)
    #expect(try line("service_level").verdict == .cannotTell)
    #expect(try line("handle_time_s").verdict == nil)
    for line in comparison.lines {
      if let own = line.pair.pValue { #expect(try #require(line.pValue) >= own) }
    }
  }

  @Test func chanceDifferencesAreNotVerdicts() async throws {
    // Same law, other numbers: the whole table has one false verdict in at most 1 of 20 such runs.
    let first = try MadeUp(MadeUp.center()).design()
    let second = try MadeUp(MadeUp.center(named: "other"), seed: 5).design()
    let comparison = try await compare([first, second])
    #expect(comparison.lines.allSatisfy { $0.verdict == .cannotTell || $0.verdict == nil })
  }

  @Test func designsWithDifferentCalendarsAreRefused() async throws {
    let first = try MadeUp(MadeUp.center()).design()
    let second = try MadeUp(MadeUp.center(named: "longer", days: 3)).design()
    let results = try await Experiment(
      designs: [first, second], seed: 1, replications: 8
    ).run(workers: 1)
    #expect(throws: ComparisonError.differentCalendars(first: "made up", second: "longer")) {
      try Comparison(results)
    }
  }
}

@Suite struct DemandDifferenceTests {
  @Test func theSameCustomersDifferInNothing() throws {
    let center = try MadeUp.center()
    var other = center
    other.name = "other"
    other.channels.removeLast()
    other.teams.removeLast()
    #expect(DemandDifference.between(center, other).isEmpty)
  }

  @Test func everyDifferenceIsNamedClassByClass() throws {
    let center = try MadeUp.center()
    var other = center
    other.demand[0].expectedIssues[1][2] += 6
    other.demand[0].resolutionRate = Graded(easy: 0.9, hard: 0.7)
    other.demand[0].channels[0].share = Graded(0.6)
    other.demand[0].channels[0].talkTime = nil
    other.demand[1].name = "returns"
    let differences = DemandDifference.between(center, other)
    #expect(
      differences.map(\.aspect) == [
        .volume, .resolutionRate, .share, .talkTime, .existence, .existence,
      ])
    #expect(differences[0].first == "130.0" && differences[0].second == "136.0")
    #expect(differences[1].second == "0.9 to 0.7")
    #expect(differences[2].channel == "voice")
    #expect(differences[4].demandClass == "orders" && differences[4].second == nil)
    #expect(differences[5].demandClass == "returns" && differences[5].first == nil)
  }

  @Test func distributionsAreToldInTheWordsOfTheScenario() throws {
    let center = try MadeUp.center()
    var (first, second) = (center, center)
    first.demand[0].channels[0].talkTime = .logNormal(try LogNormal(mean: 240, cv: 0.9))
    second.demand[0].channels[0].talkTime = .erlang(try Erlang(mean: 240, stages: 3))
    let difference = try #require(DemandDifference.between(first, second).first)
    #expect(difference.aspect == .talkTime)
    #expect(difference.first == "logNormal{mean 4m, cv 0.9}")
    #expect(difference.second == "erlang{mean 4m, stages 3}")
  }

  @Test func whatReadsTheSameIsNotTold() throws {
    let center = try MadeUp.center()
    var (first, second) = (center, center)
    first.demand[0].channels[0].talkTime = .empirical(try Empirical(values: [60, 120]))
    second.demand[0].channels[0].talkTime = .empirical(try Empirical(values: [30, 150]))
    let difference = try #require(DemandDifference.between(first, second).first)
    #expect(difference.aspect == .talkTime)
    #expect(difference.first == nil && difference.second == nil)
  }

  @Test func theSameVolumeAtOtherTimesIsAnotherProfile() throws {
    let center = try MadeUp.center()
    var other = center
    other.demand[1].expectedIssues[0].swapAt(0, 1)
    #expect(DemandDifference.between(center, other).map(\.aspect) == [.profile])
  }
}
