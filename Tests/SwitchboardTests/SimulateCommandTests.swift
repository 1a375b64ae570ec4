import Foundation
import Testing

@Suite("Simulations run from the command line")
struct SimulateCommandTests {
  static let scenario = """
    {
      "switchboard": 1, "name": "Small",
      "calendar": { "start": "2026-11-23", "days": 1, "interval": "60m" },
      "demand": { "calls": {
        "volume": { "perInterval": 20, "counts": "issues" },
        "channels": { "voice": { "share": 1, "talkTime": { "exponential": { "mean": "3m" } } } } } },
      "channels": { "voice": {
        "medium": "voice", "target": { "serviceLevel": 0.8, "within": "20s" } } },
      "teams": { "phones": { "agents": 3, "skills": { "voice": 1 }, "wage": 25 } }
    }
    """

  /// A folder with the scenario in it.
  private func folder(_ changes: (String, String)...) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var text = Self.scenario
    try text.write(toFile: folder.path + "/small.json", atomically: true, encoding: .utf8)
    for (old, new) in changes { text = text.replacingOccurrences(of: old, with: new) }
    try text.write(toFile: folder.path + "/other.json", atomically: true, encoding: .utf8)
    return folder
  }

  private func contents(_ path: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      files[name] = try Data(contentsOf: URL(filePath: path + "/" + name))
    }
    return files
  }

  @Test("Any number of workers writes the same bytes")
  func workers() throws {
    let folder = try folder()
    for jobs in [1, 2, 5] {
      let outcome = try CommandLineTool.run(
        "simulate", folder.path + "/small.json", "--replications", "20", "--jobs", "\(jobs)",
        "--out", folder.path + "/out\(jobs)")
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    let first = try contents(folder.path + "/out1")
    #expect(
      first.keys.sorted() == [
        "agent_load.csv", "agents.csv", "datapackage.json", "intervals.csv", "replications.csv",
        "summary.csv",
        "waits.csv",
      ])
    #expect(try contents(folder.path + "/out2") == first)
    #expect(try contents(folder.path + "/out5") == first)
  }

  @Test("A trace adds a file, the same for any number of workers, and changes no other byte")
  func trace() throws {
    let folder = try folder()
    func run(_ out: String, _ more: String) throws -> [String: Data] {
      let outcome = try CommandLineTool.shell(
        "cd \(folder.path) && $S simulate small.json --replications 9 --out \(out) \(more)")
      #expect(outcome.code == 0, "\(outcome.errors)")
      return try contents(folder.path + "/" + out)
    }
    var plain = try run("plain", "")
    var traced = try run("traced", "--trace --jobs 1")
    #expect(try run("again", "--trace --jobs 3") == traced)
    let found = traced.removeValue(forKey: "contacts.csv")
    let contacts = try #require(found)
    plain["datapackage.json"] = nil
    traced["datapackage.json"] = nil
    #expect(traced == plain)
    let lines = String(decoding: contacts, as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines[0].hasPrefix("scenario,replication,issue,attempt,leg,class,born,difficulty,"))
    #expect(lines[1].hasPrefix("Small,0,calls/2026-11-23/1,1,1,calls,2026-11-23 00:0"))
    let width = lines[0].split(separator: ",").count
    #expect(lines.dropLast().allSatisfy { $0.count { $0 == "," } == width - 1 })
    #expect(try CommandLineTool.run("simulate", folder.path + "/small.json", "--trace").code == 64)
  }

  @Test("Where targets are required, a missed one is named and exits with 99")
  func requiredTargets() throws {
    let folder = try folder((#""agents": 3"#, #""agents": 1"#))
    func run(_ words: String) throws -> CommandLineTool.Outcome {
      try CommandLineTool.shell(
        "cd \(folder.path) && $S \(words) --replications 4 --require-targets --format json")
    }
    let kept = try run("simulate small.json")
    #expect(kept.code == 0 && kept.errors.isEmpty)
    let missed = try run("simulate other.json")
    #expect(missed.code == 99)
    #expect(missed.errors.hasPrefix("Target missed in Small: voice: service_level is "))
    #expect(missed.errors.hasSuffix(" %, promised are 80.0 %.\n"))
    // The result is there all the same.
    #expect(missed.output.contains("\"summary\""))
    let both = try run("compare small.json other.json")
    #expect(both.code == 99 && both.errors.contains("Target missed in Small (2): voice"))
  }

  @Test("A precision ends the run at the first block that has it, or at the limit with 75")
  func precision() throws {
    let folder = try folder()
    func run(_ words: String) throws -> CommandLineTool.Outcome {
      try CommandLineTool.shell(
        "cd \(folder.path) && $S simulate small.json --format json \(words)")
    }
    let coarse = try run("--precision 20% --measures service_level")
    #expect(coarse.code == 0 && coarse.errors.isEmpty)
    #expect(coarse.output.contains("\"replications\": 8,"))
    let fine = try run("--precision 1.5% --measures service_level --jobs 2")
    #expect(fine.code == 0)
    #expect(!fine.output.contains("\"replications\": 8,"))
    #expect(try run("--precision 1.5% --measures service_level --jobs 1").output == fine.output)
    let limited = try run("--precision 0.1% --replications 12")
    #expect(limited.code == 75)
    #expect(limited.output.contains("\"replications\": 12,"))
    #expect(limited.errors.contains("Raise --replications: after 12 of them, "))
    #expect(try run("--precision 1").code == 64)
    let quantile = try run("--precision 1% --measures service_level,wait_p90_s")
    #expect(quantile.code == 64)
    #expect(quantile.errors.hasPrefix("Leave out wait_p90_s: "))
  }

  @Test("Piped, the answer is the summary as CSV, the same bytes as the file")
  func piped() throws {
    let folder = try folder()
    let outcome = try CommandLineTool.run(
      "simulate", "-", "--replications", "4", input: Self.scenario)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    let filed = try CommandLineTool.run(
      "simulate", "-", "--replications", "4", "--out", folder.path + "/out",
      input: Self.scenario)
    // Where the files have the numbers, standard output has the table.
    #expect(filed.output.contains("±"))
    let file = try String(contentsOfFile: folder.path + "/out/summary.csv", encoding: .utf8)
    #expect(outcome.output == file)
    #expect(file.hasPrefix("scenario,level,name,class,replications,entered,"))
  }

  @Test("The data package tells size, rows and hash of each file as they are")
  func package() throws {
    let folder = try folder()
    _ = try CommandLineTool.run(
      "simulate", folder.path + "/small.json", "--replications", "4", "--seed",
      "18446744073709551615", "--out", folder.path + "/out")
    let files = try contents(folder.path + "/out")
    let text = try #require(files["datapackage.json"])
    let package = try #require(
      try JSONSerialization.jsonObject(with: text) as? [String: Any])
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(resources.count == 6)
    for resource in resources {
      let name = try #require(resource["path"] as? String)
      let data = try #require(files[name])
      #expect(resource["bytes"] as? Int == data.count)
      let lines = String(decoding: data, as: UTF8.self).components(separatedBy: "\r\n").count
      #expect(resource["rows"] as? Int == lines - 2)
    }
    let origin = try #require(package["switchboard"] as? [String: Any])
    #expect(origin["seed"] as? String == "18446744073709551615")
  }

  @Test("A comparison begins with a sentence and pairs the designs")
  func compare() throws {
    let folder = try folder(("\"agents\": 3", "\"agents\": 4"), ("Small", "Larger"))
    let outcome = try CommandLineTool.run(
      "compare", folder.path + "/small.json", folder.path + "/other.json", "--replications", "8",
      "--format", "table")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("Larger uses "))
    #expect(outcome.output.contains(" FTE more than Small; service level +"))
  }

  @Test("Designs with different calendars are refused, different customers are named")
  func compareRefusals() throws {
    let folder = try folder(("\"days\": 1", "\"days\": 2"))
    let paths = [folder.path + "/small.json", folder.path + "/other.json"]
    let outcome = try CommandLineTool.run("compare", paths[0], paths[1])
    #expect(outcome.code == 65)
    #expect(outcome.errors.hasPrefix("Give both designs the same calendar"))
    let demand = try self.folder(("\"perInterval\": 20", "\"perInterval\": 21"))
    let noted = try CommandLineTool.run(
      "compare", demand.path + "/small.json", demand.path + "/other.json", "--replications", "2")
    #expect(noted.code == 0)
    #expect(noted.errors.hasPrefix("The customers differ: calls: volume: 480"))
  }

  @Test("A missing file is 66, a bad scenario 65, a bad edit 65, a bad measure 64")
  func codes() throws {
    let folder = try folder(("\"voice\": 1", "\"voise\": 1"))
    let good = folder.path + "/small.json"
    #expect(try CommandLineTool.run("simulate", folder.path + "/none.json").code == 66)
    #expect(try CommandLineTool.run("simulate", folder.path).code == 66)
    let bad = try CommandLineTool.run("check", folder.path + "/other.json")
    #expect(bad.code == 65)
    #expect(bad.errors.contains("other.json:"))
    #expect(bad.errors.contains("voice"))
    #expect(try CommandLineTool.run("simulate", good, "--set", "teams.x.agents=1").code == 65)
    #expect(try CommandLineTool.run("simulate", good, "--measures", "asa").code == 64)
    #expect(try CommandLineTool.run("check", good).output.contains("no errors. 1 day, 1 class"))
  }

  @Test("Where the folder cannot be made nothing is computed; the code is 73")
  func cannotCreate() throws {
    let folder = try folder()
    let outcome = try CommandLineTool.run(
      "simulate", folder.path + "/small.json", "--out", folder.path + "/small.json/out")
    #expect(outcome.code == 73)
    #expect(outcome.output.isEmpty)
    #expect(try folder.names() == ["other.json", "small.json"])
  }

  @Test(
    "A signal ends the program within half a second, without a result and without a trace",
    arguments: [("INT", Int32(130)), ("TERM", 143)])
  func signals(name: String, code: Int32) throws {
    let folder = try folder()
    let outcome = try CommandLineTool.shell(
      """
      $S simulate \(folder.path)/small.json --replications 10000000 --out \(folder.path)/out/a &
      sleep 0.5; kill -\(name) $!; start=$(date +%s%N); wait $!; code=$?
      echo $code $(( ($(date +%s%N) - start) / 1000000 ))
      """)
    let words = outcome.output.split(separator: " ")
    #expect(words.first == "\(code)")
    let milliseconds = Int(words.last?.dropLast() ?? "") ?? .max
    #expect(milliseconds < 500)
    #expect(try folder.names() == ["other.json", "small.json"])
  }

  @Test("The schema is JSON")
  func schema() throws {
    let outcome = try CommandLineTool.run("schema")
    #expect(outcome.code == 0)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    #expect((object as? [String: Any])?["$schema"] != nil)
  }
}
