import Center
import CenterSimulation
import Experiments
import OutputAnalysis
import Reports
import Testing

@Suite("People read sentences and rounded tables")
struct AnswerTests {
  private func text(_ answer: Answer, _ format: OutputFormat = .table) -> String {
    ByteSink.text { format.write(answer, version: "1", command: "test", to: &$0) }
  }

  @Test("A simulation says what was simulated and shows the parts")
  func simulation() async throws {
    let results = try await CenterFixture.results([("A", 4)])
    let shown = text(.simulation(results[0]))
    #expect(shown.hasPrefix("A: 2 days, 10 replications, seed 1.\n\nContacts\n\nPart"))
    for part in ["whole center", "voice / billing", "team phones", "tool ivr / outage"] {
      #expect(shown.contains(part))
    }
    #expect(shown.contains("±"))
  }

  @Test("A comparison begins with staff, then service, then cost")
  func comparison() async throws {
    let results = try await CenterFixture.results([("A", 4), ("B", 5)])
    let shown = text(.comparison(try Comparison(results), of: results))
    #expect(shown.hasPrefix("B uses "))
    let first = try #require(shown.split(separator: "\n").first)
    #expect(first.contains(" FTE more than A"))
    #expect(first.contains("; service level +"))
    #expect(first.contains(" points ("))
    #expect(first.contains("; cost per resolved issue "))
    #expect(shown.contains("better"))
  }

  @Test("A comparison of some measures speaks of these alone")
  func someMeasures() async throws {
    let results = try await CenterFixture.results([("A", 4), ("B", 5)])
    let shown = text(
      .comparison(try Comparison(results), of: results, measures: ["service_level"]))
    let first = try #require(shown.split(separator: "\n").first)
    #expect(first.hasPrefix("B compared with A; service level +"))
    #expect(!shown.contains("cost") && !shown.contains("FTE"))
  }

  @Test("A design compared with itself is the same, exactly")
  func itself() async throws {
    let results = try await CenterFixture.results([("A", 4), ("A (2)", 4)])
    let shown = text(.comparison(try Comparison(results), of: results))
    #expect(
      shown.hasPrefix(
        "A (2) uses as many FTE as A; service level the same; answered on time the same; "
          + "cost per resolved issue the same.\n"))
    #expect(!shown.contains("better") && !shown.contains("worse"))
  }

  @Test("What is too skewed to be relied on is marked, in the table and in the file")
  func skewed() async throws {
    // Hardly ever does the busy tone sound: a few replications have one, most have none.
    var narrow = try CenterFixture.center("B", agents: 8)
    narrow.channels[0].trunks = 7
    let designs = [
      Design(try Simulation(CenterFixture.center("A", agents: 8))), Design(try Simulation(narrow)),
    ]
    let results = try await Experiment(designs: designs, seed: 1, replications: 12).run(workers: 1)
    let comparison = try Comparison(results)
    let isSkewed = comparison.lines.map { $0.pair.difference.isSkewed }
    #expect(isSkewed.contains(true) && isSkewed.contains(false))
    let table = Report.comparison(comparison).table()
    for (row, isMarked) in isSkewed.enumerated() {
      #expect(table.cell(row, "remark") == (isMarked ? .text("skewed") : .empty))
    }
    let shown = text(.comparison(comparison, of: results))
    #expect(shown.contains(")*") && shown.contains("\n* So few and so skewed replications"))
  }

  @Test("Costs in different currencies are said to be incomparable")
  func currencies() async throws {
    var euro = try CenterFixture.center("B", agents: 4)
    euro.currency = "EUR"
    let designs = [
      Design(try Simulation(CenterFixture.center("A", agents: 4))), Design(try Simulation(euro)),
    ]
    let results = try await Experiment(designs: designs, seed: 1, replications: 2).run(workers: 1)
    let shown = text(.comparison(try Comparison(results), of: results))
    #expect(shown.contains("Costs are not comparable: in USD and in EUR."))
  }

  @Test("JSON has both reports of a comparison, CSV the first")
  func programs() async throws {
    let results = try await CenterFixture.results(replications: 3)
    let answer = Answer.comparison(try Comparison(results), of: results)
    let json = text(answer, .json)
    #expect(json.contains("\n  \"comparison\": [\n"))
    #expect(json.contains("\n  \"summary\": [\n"))
    #expect(text(answer, .csv).hasPrefix("measure,level,"))
    #expect(text(answer, .markdown).contains("\n## B compared with A: Whole center\n\n| Measure |"))
  }

  @Test("One replication has values and no intervals")
  func single() async throws {
    let results = try await CenterFixture.results(replications: 1)
    let shown = text(.simulation(results[0]))
    #expect(shown.contains("1 replication, seed 1."))
    #expect(text(.comparison(try Comparison(results), of: results)).contains("cannot tell"))
  }
}
