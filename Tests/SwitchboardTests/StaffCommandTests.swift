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
    let csv = try CommandLineTool.run(
      "staff", "scenarios/one-queue.jsonc", "--method", "erlang-c")
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
      $S staff scenarios/patience.jsonc --method sipp --format csv | awk -F, 'NR==40 {print $12}'
      $S erlang a --load $($S staff scenarios/patience.jsonc --method sipp --format csv | awk -F, 'NR==40 {print $6}') \
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

  private let quick =
    "--replications 8 --period 12h --seed 3 --set demand.calls.volume.perDay=120 "
    + "--set calendar.warmUpDays=0 --set teams.back.shrinkage=0.3 --set teams.back.wage=20"

  @Test(
    "The staffing that simulation finds keeps the targets, and the same workers or more find it")
  func simulation() throws {
    let folder = try folder()
    let command = "cd \(folder.path) && $S staff desk.jsonc \(quick)"
    let found = try CommandLineTool.shell(command + " --jobs 1 --write plan.csv --format csv")
    try #require(found.code == 0, "\(found.errors)")
    let table = rows(found.output)
    #expect(table.allSatisfy { $0["method"] == "simulation" })
    let open = table.filter { $0["agents_required"] != "0" }
    #expect(open.count == 2 * 2 * 20)
    #expect(open.allSatisfy { ["needed", "undecided"].contains($0["removal"]) })
    #expect(table.filter { $0["agents_required"] == "0" }.allSatisfy { $0["removal"] == "" })
    let again = try CommandLineTool.shell(command + " --jobs 3 --format csv")
    #expect(again.output == found.output)
    let edits = ["front", "back"].map {
      "--set 'teams.\($0).agents={\"file\":\"plan.csv\",\"where\":{\"team\":\"\($0)\"}}'"
    }.joined(separator: " ")
    let kept = try CommandLineTool.shell(
      "cd \(folder.path) && $S simulate desk.jsonc --replications 8 --seed 3 --require-targets "
        + "--set demand.calls.volume.perDay=120 --set calendar.warmUpDays=0 "
        + "--set teams.back.shrinkage=0.3 --set teams.back.wage=20 "
        + "\(edits) --format csv")
    #expect(kept.code == 0, "\(kept.errors)")
    let people = try CommandLineTool.shell(command + " --format table").output
    #expect(people.contains("Desk needs 3.6 FTE in simulation (2.9 to 3.6); scheduled are 15.2."))
    #expect(people.contains("cannot lose an agent without missing a target"))
  }

  @Test("A search goes on from its journal, cut off or not, and not from another's")
  func journal() throws {
    let folder = try folder()
    let command = "cd \(folder.path) && $S staff desk.jsonc \(quick) --format csv"
    let whole = try CommandLineTool.shell(command + " --journal whole")
    try #require(whole.code == 0, "\(whole.errors)")
    let cut = try CommandLineTool.shell(
      "cd \(folder.path) && head -c $(($(wc -c < whole) / 2)) whole > cut")
    #expect(cut.code == 0)
    let again = try CommandLineTool.shell(command + " --journal cut && cmp cut whole")
    #expect(again.code == 0, "\(again.errors)")
    #expect(again.output == whole.output)
    let foreign = try CommandLineTool.shell(command + " --goal intervals --journal whole")
    #expect(foreign.code == 65)
    #expect(foreign.errors.contains("Name another --journal"))
    let full = try CommandLineTool.shell(command + " --journal /dev/full")
    #expect(full.code == 73, "\(full.errors)")
  }

  @Test("A staffed comparison begins with what each design needs, and reports it")
  func comparison() throws {
    let folder = try folder()
    try """
    { "extends": "desk.jsonc", "name": "Quick desk", "teams": { "front": { "handleTimeFactor": 0.5 },
      "back": { "handleTimeFactor": 0.5 } } }
    """.write(toFile: folder.path + "/quick.jsonc", atomically: true, encoding: .utf8)
    let command =
      "cd \(folder.path) && $S compare desk.jsonc quick.jsonc --staffed-to-target \(quick)"
    let outcome = try CommandLineTool.shell(command + " --out results")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("Quick desk needs "))
    #expect(outcome.output.contains(" FTE fewer than Desk"))
    #expect(outcome.output.contains("Staffed to target"))
    let staffing = try String(
      contentsOfFile: folder.path + "/results/staffing.csv", encoding: .utf8)
    #expect(Set(rows(staffing).map { $0["scenario"] }) == ["Desk", "Quick desk"])
    let shard = try CommandLineTool.shell(command + " --shard 1/2 --out results")
    #expect(shard.code == 64)
    #expect(shard.errors.contains("Leave out --shard"))
  }

  @Test("No file of a run takes the place of another; a journal that is full ends the search")
  func places() throws {
    let folder = try folder()
    for (words, reason) in [
      ("--write r/staffing.csv --out r", "one of the reports"),
      ("--write r/x/../datapackage.json --out ./r", "one of the reports"),
      ("--write a.csv --journal ./a.csv", "different files"),
    ] {
      let outcome = try CommandLineTool.shell(
        "cd \(folder.path) && mkdir -p r/x && $S staff desk.jsonc \(quick) \(words); echo $?; ls r")
      #expect(outcome.output == "64\nx\n", "\(outcome.errors)")
      #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    }
    let full = try CommandLineTool.shell(
      "cd \(folder.path); (ulimit -f 1; $S staff desk.jsonc \(quick) --journal j); echo $?; "
        + "$S staff desk.jsonc \(quick) --journal j --format csv > x.csv && "
        + "$S staff desk.jsonc \(quick) --format csv | cmp - x.csv; echo $?")
    #expect(full.output == "74\n0\n", "\(full.errors)")
    let busy = try CommandLineTool.shell(
      "cd \(folder.path) && flock j $S staff desk.jsonc \(quick) --journal j")
    #expect(busy.code == 73 && busy.errors.contains("Wait for the process"), "\(busy.errors)")
  }

  @Test("Reports go into a folder, with their description")
  func out() throws {
    let folder = try folder()
    let outcome = try CommandLineTool.shell(
      "cd \(folder.path) && $S staff desk.jsonc --method sipp --period 1h --out results >/dev/null && ls results"
    )
    #expect(outcome.output == "datapackage.json\nstaffing.csv\n", "\(outcome.errors)")
  }

  @Test(
    "What cannot be done is refused with what to do, and nothing is written",
    arguments: [
      ("--period 45m", 64, "Give --period a whole number"),
      ("--period 7h", 64, "Give --period a whole number"),
      ("--method erlang-d", 64, "erlang-c"), ("--replications 7", 64, "from 8 to"),
      ("--set channels.voice.target=null", 65, "Give a channel of desk.jsonc a target"),
      (
        "--set channels.voice.trunks=1 --set channels.voice.target.formula=service_level_of_entered "
          + "--set demand.calls.volume.perDay=60 --replications 8 --period 12h", 65,
        "Lower a target"
      ),
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
