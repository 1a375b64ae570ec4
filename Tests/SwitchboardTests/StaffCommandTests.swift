import Foundation
import Testing

@Suite("How many agents each team needs")
struct StaffCommandTests {
  private let scenario = """
    {
      "switchboard": 1, "name": "Desk",
      "calendar": { "start": "2026-11-23", "days": 2, "warmUpDays": 1, "followUpDays": 0, "interval": "30m" },
      "demand": { "calls": {
        "volume": { "perDay": 1000, "counts": "issues", "profile": { "file": "curve.csv" } },
        "channels": { "voice": { "share": 1, "talkTime": { "exponential": { "mean": "3m" } } } } } },
      "channels": { "voice": { "medium": "voice", "hours": "08:00-18:00",
        "patience": { "exponential": { "mean": "2m" } },
        "target": { "serviceLevel": 0.8, "within": "20s" } } },
      "teams": {
        "front": { "agents": 5, "skills": { "voice": 1 }, "shrinkage": 0.3, "wage": 20 },
        "back": { "agents": 5, "agentsAre": "present", "skills": { "voice": 1 } } },
    }
    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try scenario.write(toFile: folder.path + "/desk.jsonc", atomically: true, encoding: .utf8)
    let rows = (16..<36).map { (half: Int) -> String in
      String(format: "%02d:%02d,%d\n", half / 2, half % 2 * 30, 10 + (half * 7) % 13)
    }
    try ("interval_start,volume\n" + rows.joined()).write(
      toFile: folder.path + "/curve.csv", atomically: true, encoding: .utf8)
    return folder
  }

  private func rows(_ csv: String) -> [[String: String]] {
    let lines = csv.components(separatedBy: "\r\n").filter { !$0.isEmpty }
    let header = lines[0].components(separatedBy: ",")
    return lines.dropFirst().map {
      Dictionary(uniqueKeysWithValues: zip(header, $0.components(separatedBy: ",")))
    }
  }

  @Test("The Erlang columns are what the calculators print")
  func calculators() throws {
    let csv = try CommandLineTool.run("staff", "scenarios/one-queue.jsonc")
    #expect(csv.code == 0, "\(csv.errors)")
    let erlang = try CommandLineTool.shell(
      "$S erlang c --arrivals 100/30m --talk-time 3m --target 80% --within 20s | tail -1 | cut -d, -f1"
    )
    #expect(erlang.output == "14\n")
    #expect(rows(csv.output).allSatisfy { $0["required_erlang_c"] == "14" })
    #expect(rows(csv.output).allSatisfy { $0["required_erlang_a"] == "" })
    #expect(rows(csv.output).count == 5 * 48)
    let patient = try CommandLineTool.shell(
      """
      $S staff scenarios/patience.jsonc --format csv | awk -F, 'NR==40 {print $12}'
      $S erlang a --load $($S staff scenarios/patience.jsonc --format csv | awk -F, 'NR==40 {print $6}') \
        --talk-time 6m --patience 3m --target 80% --within 20s --format csv | tail -1 | cut -d, -f1
      """)
    let numbers = patient.output.split(separator: "\n")
    #expect(numbers.count == 2 && numbers[0] == numbers[1], "\(patient)")
  }

  @Test("A plan that was written comes back exactly, present agent for present agent")
  func roundTrip() throws {
    let folder = try folder()
    let plan = try CommandLineTool.shell(
      "cd \(folder.path) && $S staff desk.jsonc --method erlang-a --write plan.csv --format csv")
    #expect(plan.code == 0, "\(plan.errors)")
    #expect(
      plan.errors.contains(#""agents": { "file": "plan.csv", "where": { "team": "front" } }"#))
    let edits = ["front", "back"].map {
      "--set 'teams.\($0).agents={\"file\":\"plan.csv\",\"where\":{\"team\":\"\($0)\"}}'"
    }.joined(separator: " ")
    let again = try CommandLineTool.shell(
      "cd \(folder.path) && $S staff desk.jsonc --method erlang-a \(edits) --format csv")
    #expect(again.code == 0, "\(again.errors)")
    let first = rows(plan.output).map { $0["agents_required"].flatMap(Double.init) }
    let second = rows(again.output).map { $0["agents_scheduled"].flatMap(Double.init) }
    #expect(first == second)
    #expect(first.contains { $0 ?? 0 > 3 })
    #expect(rows(again.output).allSatisfy { $0["over_under"] == "0" })
    #expect(try folder.names() == ["curve.csv", "desk.jsonc", "plan.csv"])
  }

  @Test("People read what is needed, what every formula asks for, and a day")
  func people() throws {
    let folder = try folder()
    let text = try CommandLineTool.shell(
      "cd \(folder.path) && $S staff desk.jsonc --method square-root --format table"
    ).output
    #expect(text.hasPrefix("Desk needs "))
    #expect(text.contains(" FTE by Square root; scheduled are "))
    for part in ["FTE by method", "Lag SIPP max (sipp-lag-max)", "front on 2026-11-23"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text.contains("front: the work of shared queues is split evenly among teams"))
  }

  @Test("Reports go into a folder, with their description")
  func out() throws {
    let folder = try folder()
    let outcome = try CommandLineTool.shell(
      "cd \(folder.path) && $S staff desk.jsonc --period 1h --out results >/dev/null && ls results")
    #expect(outcome.output == "datapackage.json\nstaffing.csv\n", "\(outcome.errors)")
  }

  @Test(
    "What cannot be done is refused with what to do, and nothing is written",
    arguments: [
      ("--period 45m", 64, "Give --period a whole number"),
      ("--period 7h", 64, "Give --period a whole number"),
      ("--method erlang-d", 64, "erlang-c"),
      ("--set calendar.interval=10m --write x.csv", 65, "15, 30 or 60 minutes"),
      (
        "--set channels.voice.patience=null --method erlang-a --write x.csv", 65,
        "Choose another --method"
      ),
      ("--set teams.front.maxOccupancy=0", 65, "teams.front.maxOccupancy"),
      ("--write /dev/full", 73, "Choose another --write"),
      ("--write .", 73, "Choose another --write"),
      ("--write no/such/x.csv", 73, "Choose another --write"),
    ])
  func refusals(arguments: String, code: Int, words: String) throws {
    let folder = try folder()
    let outcome = try CommandLineTool.shell(
      "cd \(folder.path) && $S staff desk.jsonc \(arguments)")
    #expect(outcome.code == code, "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(try folder.names() == ["curve.csv", "desk.jsonc"])
  }
}
