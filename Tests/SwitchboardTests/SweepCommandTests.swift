import Foundation
import Testing

@Suite("Sweeps run from the command line")
struct SweepCommandTests {
  private static let scenario = SimulateCommandTests.scenario
    .replacingOccurrences(of: "\"perInterval\": 20", with: "\"perInterval\": 4")

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try Self.scenario.write(
      toFile: folder.path + "/small.json", atomically: true, encoding: .utf8)
    return folder
  }

  private func run(_ folder: borrowing TemporaryFolder, _ words: String) throws
    -> CommandLineTool.Outcome
  {
    try CommandLineTool.shell("cd \(folder.path) && $S sweep \(words)")
  }

  private func rows(_ text: String) -> [[String]] {
    text.components(separatedBy: "\r\n").dropLast().map { $0.components(separatedBy: ",") }
  }

  @Test("A grid has a row for each point, the varied values first, the first varying slowest")
  func grid() throws {
    let folder = try folder()
    let outcome = try run(
      folder,
      "small.json --vary teams.phones.agents-=0..1:1 --vary channels.voice.patience=60s,2m -r 4")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let rows = rows(outcome.output)
    #expect(
      rows[0].prefix(3) == ["teams.phones.agents-=", "channels.voice.patience", "service_level"])
    #expect(rows[0].suffix(3) == ["pareto", "currency", "skewed_measures"])
    #expect(
      rows[1...].map { $0.prefix(2).joined(separator: " ") } == ["0 60", "0 120", "1 60", "1 120"])
  }

  @Test("A point is what simulate says with the same edit; any number of workers, the same bytes")
  func points() throws {
    let folder = try folder()
    var files: [[Data?]] = []
    for jobs in [1, 3] {
      let outcome = try run(
        folder, "small.json --vary teams.phones.agents=1..2:1 -r 9 --jobs \(jobs) --out out\(jobs)")
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.output.hasPrefix("teams.phones.agents moves the service level between "))
      files.append(
        try ["sweep.csv", "factors.csv", "datapackage.json"].map {
          try Data(contentsOf: URL(filePath: "\(folder.path)/out\(jobs)/\($0)"))
        })
    }
    #expect(files[0] == files[1])
    let swept = rows(
      try String(contentsOfFile: folder.path + "/out1/sweep.csv", encoding: .utf8))
    let alone = try CommandLineTool.shell(
      """
      cd \(folder.path) && $S simulate small.json --set teams.phones.agents=2 -r 9 \
      --measures service_level
      """)
    let simulated = rows(alone.output)
    #expect(swept[2][1..<4] == simulated[1][5..<8])
  }

  @Test("In any number of shards, merged in any order, the bytes of the run in one piece")
  func shards() throws {
    let folder = try folder()
    for words in [
      "small.json --vary teams.phones.agents=1..2:1 --vary channels.voice.patience=60s,2m -r 9",
      "small.json --vary channels.voice.patience=60s..3m --latin 3 -r 9 --seed 3",
    ] {
      let outcome = try CommandLineTool.shell(
        """
        cd \(folder.path); rm -rf plain s[0-9]* m[0-9]*
        $S sweep \(words) --out plain > plain.txt || exit 1
        for N in 1 2 3 7 16; do
          for I in $(seq $N -1 1); do
            $S sweep \(words) --shard $I/$N --out s$N 2>/dev/null || exit 2; done
          $S merge $(ls -r s$N/*.switchboard) --out m$N > m.txt || exit 3
          diff -r plain m$N && cmp plain.txt m.txt || exit 4; done
        $S merge s3 --measures cost_total --format csv | head -1
        rm s3/shard-2*; $S merge s3
        """)
      #expect(outcome.code == 65, "\(outcome.errors)")
      #expect(outcome.output.contains("cost_total") && !outcome.output.contains("service_level"))
      #expect(
        outcome.errors.contains("  switchboard sweep small.json --vary "), "\(outcome.errors)")
      #expect(outcome.errors.contains(" --shard 2/3 --out s3\n"))
    }
    for (option, reason) in [
      ("--measures wait_p90_s", "headline"), ("--require-targets", "Leave out --require-targets"),
    ] {
      let refused = try CommandLineTool.shell("cd \(folder.path) && $S merge s1 \(option)")
      #expect(refused.code == 64 && refused.errors.contains(reason), "\(refused.errors)")
    }
  }

  @Test("Standard input is read once for all points; JSON has both tables")
  func standardInput() throws {
    let outcome = try CommandLineTool.run(
      "sweep", "-", "--vary", "teams.phones.agents=1,2", "-r", "2", "--format", "json",
      "--measures", "service_level,cost_total", input: Self.scenario)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let tables = try #require(object as? [String: Any])
    #expect((tables["sweep"] as? [[String: Any]])?.count == 2)
    #expect((tables["factors"] as? [[String: Any]])?.count == 6)
  }

  @Test("A Latin sample has as many points as asked for, and depends on the seed")
  func latin() throws {
    let folder = try folder()
    let words = "small.json --vary teams.phones.agents=1..4 --vary 'demand.*.volume*=0.5..1' -r 1"
    let first = rows(try run(folder, words + " --latin 6").output)
    #expect(first.count == 7)
    #expect(rows(try run(folder, words + " --latin 6").output) == first)
    #expect(rows(try run(folder, words + " --latin 6 --seed 2").output) != first)
    let strata = first[1...].compactMap { Double($0[0]) }.map { Int(($0 - 1) / 3 * 6) }
    #expect(strata.sorted() == Array(0..<6))
  }

  @Test(
    "What cannot be swept is refused with a hint",
    arguments: [
      ("small.json", 64, "Say what varies, such as --vary "),
      ("small.json --vary teams.phones.agents=1..3", 64, "--vary #1:1:21: error[E301]: "),
      (
        "small.json --vary a=1..99:1 --vary b=1..99:1 --vary c=1,2", 64,
        "--vary #3:1:3: error[E112]"
      ),
      ("small.json --vary pareto=1,2", 64, "error[E301]: pareto cannot be varied"),
      ("small.json --vary teams.phones.agents=1,2 --measures asa_z", 64, "--measures"),
      ("small.json --vary teams.phones.agents=1,2 --measures entered", 64, "--measures"),
      ("small.json --vary teams.phone.agents=1,2", 65, "--vary #1:1:7: error[E302]: teams has no "),
      (
        "small.json --vary teams.phones.agents=2,nan,-1", 65,
        "At teams.phones.agents=nan:\n--vary #1:1:21: error[E108]: "
      ),
      ("none.json --vary teams.phones.agents=1,2", 66, "Check the path none.json: "),
      ("small.json --vary teams.phones.agents=1,2 -r 1 --out small.json/x", 73, "Choose another"),
      ("small.json --vary teams.phones.agents=1,2 -r 1 > /dev/full", 74, "Check where the output"),
    ])
  func refused(words: String, code: Int32, beginning: String) throws {
    let folder = try folder()
    let outcome = try run(folder, words)
    #expect(outcome.code == code)
    #expect(outcome.errors.contains(beginning), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(try folder.names() == ["small.json"])
  }

  @Test("A signal ends a sweep within half a second, without a result and without a trace")
  func signal() throws {
    let folder = try folder()
    let outcome = try CommandLineTool.shell(
      """
      cd \(folder.path)
      $S sweep small.json --vary teams.phones.agents=1..9:1 -r 1000000 --out out &
      sleep 0.7; kill -INT $!; start=$(date +%s%N); wait $!; code=$?
      echo $code $(( ($(date +%s%N) - start) / 1000000 ))
      """)
    let words = outcome.output.split(separator: " ")
    #expect(words.first == "130")
    #expect((Int(words.last?.dropLast() ?? "") ?? .max) < 500)
    #expect(try folder.names() == ["small.json"])
  }
}
