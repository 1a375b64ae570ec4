import Center
import Foundation
import Scenario
import Testing

@Suite("Calibration from one's own data")
struct CalibrateCommandTests {
  /// A queue whose patience, talk time and volume are to be pasted in.
  private static func scenario(
    volume: String = "\"volume\": { \"perDay\": 500, \"counts\": \"offered\" }",
    talkTime: String = "\"talkTime\": \"4m\"", patience: String = "\"patience\": \"2m\""
  ) -> String {
    """
    {
      "switchboard": 1,
      "calendar": { "start": "2026-11-23", "days": 5, "interval": "30m" },
      "demand": {
        "billing": {
          \(volume),
          "channels": { "voice": { "share": 1, \(talkTime) } },
        },
      },
      "channels": {
        "voice": { "medium": "voice", "hours": { "Mon-Sat": "08:00-18:00" }, \(patience) },
      },
      "teams": { "desk": { "agents": 12, "skills": { "voice": 1 } } },
    }
    """
  }

  /// The lines that a table says to write into the scenario.
  private func pasted(_ output: String) throws -> String {
    let parts = output.components(separatedBy: "Write into the scenario:\n")
    return try #require(parts.count == 2 ? parts[1] : nil)
  }

  /// Reads a scenario with the program's own reader.
  private func read(_ text: String) -> ScenarioReading {
    ScenarioReader { _ in .success(Array(text.utf8)) }.read("pasted.jsonc")
  }

  private static let waits =
    "wait;outcome\n"
    + (1...60).map { "\($0 * 3),5;\($0 % 3 == 0 ? "abandoned" : "answered")" }
    .joined(separator: "\n")

  @Test("Patience from waits is a line that a scenario takes")
  func waits() throws {
    let outcome = try CommandLineTool.run(
      "calibrate", "patience", "--data", "-", "--format", "table", input: Self.waits)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("20 hung up after a wait, 40 were answered."))
    let line = try pasted(outcome.output)
    #expect(line.contains("\"patience\": {"))
    let reading = read(Self.scenario(patience: line))
    #expect(reading.center != nil, "\(reading.diagnostics.rendered())")
  }

  @Test("Every family's line is one that a scenario takes, and the exponential is exact")
  func lines() throws {
    let outcome = try CommandLineTool.run(
      "calibrate", "patience", "--data", "-", "--format", "json", input: Self.waits)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let fits = try #require(object["fits"] as? [[String: Any]])
    #expect(fits.count == 5)
    for fit in fits {
      let law = try #require(fit["scenario"] as? String)
      let reading = read(Self.scenario(patience: "\"patience\": \(law)"))
      #expect(reading.center != nil, "\(law) \(reading.diagnostics.rendered())")
    }
    // Total time over the number that hung up: (3 × 1830 + 30) / 20.
    let exponential = try #require(fits.first { $0["family"] as? String == "exponential" })
    #expect(abs(try #require(exponential["mean_s"] as? Double) - 276) < 1e-9)
    #expect((object["survival"] as? [[String: Any]])?.count == 20)
  }

  @Test("Talk times with bad rows are named and left out")
  func talkTimes() throws {
    let table =
      "Agent,Talk\n" + (1...50).map { "a,00:0\($0 % 9 + 1):00" }.joined(separator: "\n")
      + "\nb,0\nb,-5\nb,90000\n"
    let outcome = try CommandLineTool.run(
      "calibrate", "talk-time", "--data", "-", "--columns", "duration=Talk", "--format", "table",
      input: table)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("standard input:52:3: \"0\" is no time at all and is left out"))
    #expect(outcome.errors.contains("standard input:53:3: \"-5\" is negative and is left out"))
    #expect(outcome.errors.contains("standard input:54:3: \"90000\" is longer than a day"))
    let reading = read(Self.scenario(talkTime: try pasted(outcome.output)))
    #expect(reading.center != nil, "\(reading.diagnostics.rendered())")
  }

  @Test("A volume is lines that a scenario takes, with the same volume in it")
  func volume() throws {
    // Four weeks, Monday to Saturday, 08:00 to 18:00; Saturdays have half.
    var table = "Date,Interval,Offered,AHT\n"
    for day in 0..<28 where day % 7 < 6 {
      for slot in 16..<36 {
        let (hour, minute) = (slot / 2, slot % 2 * 30)
        let date = day < 6 ? "2026-10-\(26 + day)" : String(format: "2026-11-%02d", day - 5)
        // The wave over days is the same for every weekday.
        let count = (day % 7 == 3 ? 10 : 20) + (day / 7 % 2 == 0 ? 4 : 0)
        table += String(format: "%@,%02d:%02d,%d,300\n", date, hour, minute, count)
      }
    }
    let outcome = try CommandLineTool.run(
      "calibrate", "volume", "--data", "-", "--columns", "interval_start=Interval", "--format",
      "table", input: table)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Mean handle time 300 s."))
    let reading = read(Self.scenario(volume: try pasted(outcome.output)))
    let center = try #require(reading.center, "\(reading.diagnostics.rendered())")
    let monday = center.demand[0].expectedIssues[0].reduce(0, +)
    #expect(abs(monday - 440) < 0.5, "\(monday)")
  }

  @Test("Totals: the ratio needs no model, and a disagreement is told")
  func totals() throws {
    let outcome = try CommandLineTool.run(
      "calibrate", "patience", "--mean-wait", "9s", "--abandonment", "5%", "--format", "table")
    #expect(outcome.output.contains("Mean patience 180 s, if it is exponential."))
    let reading = read(Self.scenario(patience: try pasted(outcome.output)))
    #expect(reading.center != nil)
    let both = try CommandLineTool.run(
      "calibrate", "patience", "--mean-wait", "9s", "--abandonment", "5%", "--arrivals", "100/30m",
      "--talk-time", "3m", "--agents", "11", "--format", "table")
    #expect(both.output.contains("The totals disagree"))
    // Erlang A with 180 s loses 5.37 % with 12 agents and 3.22 % with 13: 12 comes closest to 5 %.
    #expect(both.output.contains("With 12 agents instead of 11 both would say about 180 s"))
    // With agents whom nobody would wait for, the ratio stands.
    let many = try CommandLineTool.run(
      "calibrate", "patience", "--mean-wait", "9s", "--abandonment", "5%", "--load", "10",
      "--talk-time", "3m", "--agents", "20", "--format", "table")
    #expect(many.code == 0, "\(many.errors)")
    #expect(many.output.contains("Mean patience 180 s, if it is exponential."))
    #expect(many.output.contains("no patience leads to 5 % abandonment, only to 0 % to 0.187 %"))
    #expect(many.output.contains("With 12 agents instead of 20"))
    // Two runs of the calculator, one each way.
    let there = try CommandLineTool.run(
      "calibrate", "patience", "--abandonment", "5.084280%", "--load", "40", "--talk-time", "6m",
      "--agents", "42", "--format", "csv")
    let cells = there.output.split(separator: "\r\n")[1].split(separator: ",")
    #expect(abs(try #require(Double(cells[1])) - 180) < 0.01)
  }

  @Test(
    "What cannot be used is refused with what to do",
    arguments: [
      ("patience", "", 64, "--data"),
      ("patience --abandonment 5%", "", 64, "--mean-wait"),
      ("patience --abandonment 90% --load 10 --talk-time 3m --agents 11", "", 64, "no patience"),
      ("patience --data - --abandonment 5%", "wait,outcome\n", 64, "--abandonment"),
      ("patience --data missing.csv", "", 66, "missing.csv"),
      ("patience --data -", "", 65, "empty"),
      ("patience --data -", "wait,outcome\n", 65, "no rows"),
      ("patience --data -", "wait,Wait,outcome\n5,6,answered\n", 65, "2 columns \"wait\""),
      ("talk-time --data -", "duration\n180\n180\n3m\n", 65, "\"talkTime\": \"180s\""),
      ("talk-time --data -", "duration\n1e-300\n", 65, "above zero"),
      (
        "patience --data -", "wait,outcome\n5,abandoned\n5,abandoned\n9,answered\n", 65,
        "\"patience\": \"5s\""
      ),
      ("patience --data - --agents 5", "wait,outcome\n", 64, "--agents"),
      ("patience --data -", "wate,outcome\n5,answered\n", 65, "its columns are \"wate\""),
      ("patience --data -", "wait,outcome\n5,answerd\n", 65, "did you mean \"answered\""),
      ("patience --data -", "wait,outcome\n5,answered\n", 65, "nobody did"),
      ("patience --data -", "wait,outcome\nNaN,answered\n", 65, ":2:1"),
      ("patience --data -", "wait,outcome\n1e400,answered\n", 65, "too large"),
      ("patience --data - --columns wiat=a", "wait,outcome\n5,a\n", 65, "did you mean \"wait\""),
      ("patience --data - --columns wait", "", 64, "queue=Billing"),
      ("talk-time --data -", "duration\n0\n", 65, "above zero"),
      ("talk-time --data - --where a=b", "duration\n3\n", 65, "no column"),
      ("volume --data -", "date,interval_start\n", 65, "volume"),
      ("volume --data -", "interval_start,volume\n08:00,5\n", 65, "no date"),
      ("volume --data -", "date,interval_start,volume\n2026-11-23,08:00,0\n", 65, "counts none"),
      (
        "volume --data -",
        "date,time,volume\n2026-11-23,08:00,3\n2026-11-23,08:00,4\n", 65, "on line 2"
      ),
      ("volume --data -", "date,time,volume\n2026-11-23,08:07,3\n", 65, "15, 30 or 60"),
    ])
  func refusals(arguments: String, input: String, code: Int, words: String) throws {
    let outcome = try CommandLineTool.shell(
      "cd / && printf '%s' '\(input)' | $S calibrate \(arguments)")
    #expect(outcome.code == Int32(code), "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test("A folder receives all tables, described")
  func folder() throws {
    let folder = try TemporaryFolder()
    let outcome = try CommandLineTool.run(
      "calibrate", "patience", "--data", "-", "--out", folder.path, input: Self.waits)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(
      try folder.names() == ["datapackage.json", "fits.csv", "quantiles.csv", "survival.csv"])
  }
}
