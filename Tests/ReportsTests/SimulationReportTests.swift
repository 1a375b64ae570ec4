import Experiments
import Foundation
import Reports
import Testing

@Suite("The reports of a simulation are tidy and agree with each other")
struct SimulationReportTests {
  private func reports() async throws -> [Report] {
    let results = try await CenterFixture.results()
    return [
      .summary(results), .intervals(results), .agents(results), .agentLoad(results),
      .waits(results),
      .replications(results), .comparison(try Comparison(results)),
    ]
  }

  @Test("Keys come first, are never empty and never repeat; every row has every field")
  func tidy() async throws {
    for report in try await reports() {
      let table = report.table()
      let keys = table.columns.filter(\.isKey).count
      var seen: Set<String> = []
      #expect(table.rowCount > 0, "\(report.name)")
      for index in 0..<table.rowCount {
        let key = table.row(index).prefix(keys)
        #expect(!key.contains(.empty), "\(report.name)")
        #expect(seen.insert("\(key)").inserted, "\(report.name): \(key)")
      }
      let text = ByteSink.text { _ = report.writeCSV(to: &$0) }
      let fields = text.components(separatedBy: "\r\n").dropLast().map {
        $0.split(separator: ",", omittingEmptySubsequences: false).count
      }
      #expect(Set(fields) == [report.columns.count], "\(report.name)")
      #expect(!text.contains("nan") && !text.contains("inf,") && !text.contains("-0,"))
    }
  }

  @Test("The first columns of every report are its contract")
  func headers() async throws {
    let expected = [
      "summary": "scenario,level,name,class,replications,entered,entered_lo95,entered_hi95,"
        + "entered_day_p05,entered_day_p95,transferred_in",
      "intervals": "scenario,interval_start,interval_end,channel,class,entered,"
        + "transferred_in,closed,blocked",
      "agents": "scenario,team,interval_start,interval_end,occupancy,occupancy_lo95",
      "agent_load": "scenario,team,agent,handled,busy_s,present_s,occupancy",
      "waits": "scenario,channel,class,outcome,wait_from_s,wait_to_s,count",
      "replications": "scenario,replication,service_level_numerator,service_level_denominator",
      "comparison": "measure,level,name,class,design_a,design_b,value_a,value_b,difference,"
        + "difference_lo95,difference_hi95,p_value,verdict",
    ]
    for report in try await reports() {
      let header = report.columns.map(\.name).joined(separator: ",")
      #expect(header.hasPrefix(try #require(expected[report.name])), "\(header)")
    }
  }

  @Test("The counts of the intervals add up to those of the summary")
  func sums() async throws {
    let results = try await CenterFixture.results()
    let summary = Report.summary(results).table()
    let intervals = Report.intervals(results).table()
    for column in ["entered", "offered", "answered", "abandoned", "contained"] {
      for row in 0..<summary.rowCount where summary.cell(row, "level") == .text("channel") {
        guard case .number(let whole)? = summary.cell(row, column) else { continue }
        var sum = 0.0
        for index in 0..<intervals.rowCount
        where intervals.cell(index, "scenario") == summary.cell(row, "scenario")
          && intervals.cell(index, "channel") == summary.cell(row, "name")
          && intervals.cell(index, "class") == .text("all")
        {
          guard case .number(let part)? = intervals.cell(index, column) else { continue }
          sum += part
        }
        #expect(abs(sum - whole) < 1e-9 * max(1, whole), "\(column)")
      }
    }
  }

  @Test("The waits hold every answered contact of the counted days")
  func waits() async throws {
    let results = try await CenterFixture.results([("A", 4)])
    let waits = Report.waits(results).table()
    let summary = Report.summary(results).table()
    var count = 0
    for row in 0..<waits.rowCount where waits.cell(row, "outcome") == .text("answered") {
      if case .integer(let number)? = waits.cell(row, "count") { count += number }
    }
    #expect(summary.cell(0, "answered") == .number(Double(count) / 10))
  }

  @Test("The replications give the averages of the summary")
  func replications() async throws {
    let results = try await CenterFixture.results([("A", 4)])
    let table = Report.replications(results).table()
    var (above, below) = (0.0, 0.0)
    for row in 0..<table.rowCount {
      guard case .number(let numerator)? = table.cell(row, "service_level_numerator"),
        case .number(let denominator)? = table.cell(row, "service_level_denominator")
      else { continue }
      above += numerator
      below += denominator
    }
    guard case .number(let level)? = Report.summary(results).table().cell(0, "service_level")
    else {
      Issue.record("no service level")
      return
    }
    #expect(abs(above / below - level) < 1e-12)
  }

  @Test("Wanted measures are the only ones")
  func measures() async throws {
    let results = try await CenterFixture.results([("A", 4)])
    let names = Report.summary(results, measures: ["asa_s", "wait_p90_s"]).columns.map(\.name)
    #expect(
      names == [
        "scenario", "level", "name", "class", "replications", "asa_s", "asa_s_lo95",
        "asa_s_hi95", "asa_s_day_p05", "asa_s_day_p95", "wait_p90_s", "wait_p90_s_lo95",
        "wait_p90_s_hi95", "currency", "skewed_measures",
      ])
  }
}
