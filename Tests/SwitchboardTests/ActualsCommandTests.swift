import Foundation
import Testing

@Suite("A real day from an export")
struct ActualsCommandTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "scenarios/real-day").path
  private static let mapping = "--queue 'Billing hotline=voice'"

  private func run(_ arguments: String, data: String? = nil) throws -> CommandLineTool.Outcome {
    let file = data == nil ? "acd.csv" : "-"
    let input = data.map { "printf '%s' '\($0)' | " } ?? ""
    return try CommandLineTool.shell(
      "cd \(Self.folder) && \(input)$S actuals plan.jsonc --data \(file) \(arguments)")
  }

  @Test("The example says what volume, handle time and staffing cost")
  func example() throws {
    let outcome = try run("--date 2026-11-23 \(Self.mapping) -r 4 --format json")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let steps = try #require(object["attribution"] as? [[String: Any]])
    #expect(
      steps.map { $0["step"] as? String } == [
        "forecast", "volume", "handle_time", "staffing", "simulated", "unexplained", "actual",
      ])
    let values = try steps.map { try #require($0["service_level"] as? Double) }
    // Each level is the one before and the changes between.
    #expect(abs(values[0...3].reduce(0, +) - values[4]) < 1e-12)
    #expect(abs(values[4] + values[5] - values[6]) < 1e-12)
    // What was counted is what the file says.
    let table = try String(contentsOfFile: "\(Self.folder)/acd.csv", encoding: .utf8)
    let rows = table.split(separator: "\n").filter { $0.hasPrefix("2026-11-23") }
      .map { $0.split(separator: ";") }
    let offered = rows.reduce(0.0) { $0 + (Double($1[3]) ?? 0) }
    let within = rows.reduce(0.0) { $0 + (Double($1[5]) ?? 0) }
    #expect(abs(values[6] - within / offered) < 1e-12)
    #expect(values[1] < 0 && values[2] < 0 && values[3] < 0)
    let lines = try #require(object["actuals"] as? [[String: Any]])
    let day = lines.filter { $0["interval_end"] as? String == "2026-11-24 00:00:00" }
    #expect(day.count == 5)
    #expect(day.first?["actual"] as? Double == offered)
  }

  @Test("A table without agents and handle times leaves them out, and says so")
  func lacking() throws {
    let outcome = try run(
      "--date 2026-11-24 -r 2 --format table",
      data: "date,time,offered\n2026-11-24,09:00,70\n2026-11-24,09:15,10\n")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("The table has no aht"))
    #expect(outcome.output.contains("The table has no agents"))
    #expect(outcome.output.contains("no row of voice for 19 intervals, the first at 08:00"))
    #expect(!outcome.output.contains("points unexplained"))
  }

  @Test("A folder receives the reports, described")
  func folder() throws {
    let folder = try TemporaryFolder()
    let outcome = try run("--date 2026-11-23 \(Self.mapping) -r 2 --out \(folder.path)")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try folder.names() == ["actuals.csv", "attribution.csv", "datapackage.json"])
  }

  @Test(
    "What cannot be replayed is refused with what to do",
    arguments: [
      ("--date 2026-11-23", nil, 65, "--queue 'Billing hotline=voice'"),
      ("--date 2026-11-30", nil, 65, "it has no row for 2026-11-30, only from 2026-11-23"),
      ("--date 11/23/26", nil, 64, "2026-11-23"),
      ("--date 23.11.2026 --queue a=voice --queue A=billing", nil, 64, "--queue once for \"A\""),
      ("", nil, 64, "--date"),
      (
        "--date 2026-12-24", "date,time,offered\n2026-12-24,09:00,7\n2026-12-24,09:30,7\n", 64,
        "--set calendar.start=2026-12-24"
      ),
      (
        "--date 2026-11-24", "date,time,offered\n2026-11-24,09:00,7\n2026-11-24,10:00,7\n", 65,
        "--set calendar.interval=60m"
      ),
      (
        "--date 2026-11-24 --queue vioce",
        "date,time,offered\n2026-11-24,09:00,7\n2026-11-24,09:30,7\n", 64, "\"voice\""
      ),
      (
        "--date 2026-11-24",
        "date,time,queue,offered\n2026-11-24,09:00,voice,7\n2026-11-24,09:30,billing,7\n", 65,
        "contacts in common"
      ),
      (
        "--date 2026-11-24", "date,time,offered,service_level\n2026-11-24,09:00,7,82\n", 65,
        "did you mean 0.82"
      ),
      ("--date 2026-11-24", "date,time,offered\n2026-11-24,09:00,-7\n", 65, "negative"),
      ("--date 2026-11-24", "date,time,offered\n2026-11-24,09:00,NaN\n", 65, ":2:18"),
      ("--date 2026-11-24", "date,time,offered\n2026-11-24,09:00,1e308\n", 65, "too large"),
      ("--date 2026-11-24", "", 65, "empty"),
    ] as [(String, String?, Int32, String)])
  func refusals(arguments: String, data: String?, code: Int32, words: String) throws {
    let outcome = try run(arguments, data: data)
    #expect(outcome.code == code, "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }
}
