import Center
import Testing

@testable import Scenario

@Suite("Exports of telephone systems")
struct ActivityTableTests {
  private func export(
    _ text: String, columns: [TableMapping.Pair] = [], conditions: [TableMapping.Pair] = []
  ) throws -> ActivityTable {
    try ActivityTable(
      source(text, path: "acd.csv"), TableMapping(columns: columns, conditions: conditions))
  }

  private func problem(_ body: () throws -> Void) -> Diagnostic? {
    do {
      try body()
      return nil
    } catch {
      return (error as? TableFailure)?.diagnostics.errors.first
    }
  }

  @Test("Semicolons, decimal commas, German dates and durations with colons")
  func european() throws {
    let table = try export(
      """
      Datum;Interval;Queue;Offered;Handled;AHT;Staffed
      23.11.2026;08:00-08:15;Billing;12;11;0:04:30;7,5
      23.11.2026;08:15-08:30;Billing;1234;10;270,5;8

      """, columns: [.init("date", "Datum")])
    #expect(table.rowMinutes == 15)
    #expect(table.measures == [.volume, .answered, .handleTime, .agents])
    let first = table.records[0]
    #expect(first.date == CivilDate(year: 2026, month: 11, day: 23) && first.minute == 480)
    #expect(first.queue == "Billing" && first.line == 2)
    #expect(first[.volume] == 12 && first[.answered] == 11 && first[.handleTime] == 270)
    #expect(first[.agents] == 7.5 && first[.serviceLevel] == nil)
    #expect(table.records[1][.handleTime] == 270.5)
  }

  @Test("One column with date and time, rows chosen, an empty cell is nothing")
  func chosen() throws {
    let table = try export(
      "start,queue,volume,aht\n2026-11-23 08:00,A,5,\n2026-11-23 08:30,A,7,200\n"
        + "2026-11-23 08:00,B,6,100\n", conditions: [.init("queue", "A")])
    #expect(table.records.map { $0[.volume] } == [5, 7])
    #expect(table.records.map { $0[.handleTime] } == [nil, 200])
    #expect(table.rowMinutes == 30)
  }

  @Test("What is wrong is told with its place")
  func wrong() {
    let missing = problem { _ = try export("date,time,calls\n2026-11-23,08:00,5\n") }
    #expect(missing?.code == .missingColumn)
    let dateless = problem { _ = try export("time,volume\n08:00,5\n") }
    #expect(dateless?.code == .missingColumn)
    let twice = problem {
      _ = try export("date,time,volume\n2026-11-23,08:00,5\n2026-11-23,08:00,5\n")
    }
    #expect(twice?.code == .duplicateRow && twice?.origin?.position.line == 3)
    let percent = problem {
      _ = try export("date,time,volume,service_level\n2026-11-23,08:00,5,80\n")
    }
    #expect(percent?.code == .malformedCell && percent?.hint?.contains("0.8") == true)
    let cell = problem { _ = try export("date,time,volume\n2026-11-23,08:00,x\n") }
    #expect(cell?.origin?.position.column == 18)
    let role = problem {
      _ = try export("date,time,volume\n2026-11-23,08:00,1\n", columns: [.init("volum", "x")])
    }
    #expect(role?.hint == "did you mean \"volume\"?")
    let condition = problem {
      _ = try export(
        "date,time,volume\n2026-11-23,08:00,1\n", conditions: [.init("team", "x")])
    }
    #expect(condition?.code == .missingColumn)
    let all = problem {
      _ = try export("date,time,volume\n" + String(repeating: "x,y,z\n", count: 100))
    }
    #expect(all?.code == .malformedCell)
  }
}
