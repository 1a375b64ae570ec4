import Foundation
import Testing

@Suite("A shard that was stopped goes on from its finished blocks")
struct ShardResumeTests {
  /// A folder with a scenario and the whole shard 1/2 of `run` in `whole`: blocks 0 to 2.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let text = SimulateCommandTests.scenario.replacingOccurrences(of: "60m", with: "6h")
    try text.write(toFile: folder.path + "/a.json", atomically: true, encoding: .utf8)
    #expect(try shell(folder, "\(run) --out whole").code == 0)
    return folder
  }

  private let run = "$S simulate a.json --replications 48 --shard 1/2"

  private func shell(
    _ folder: borrowing TemporaryFolder, _ line: String
  ) throws -> CommandLineTool.Outcome {
    try CommandLineTool.shell("cd \(folder.path) && \(line)")
  }

  @Test(
    "Wherever a file was cut off or changed, what is whole before is kept, and the end is the same")
  func anywhere() throws {
    let folder = try folder()
    let name = "shard-1-of-2"
    let whole = try Data(
      contentsOf: URL(filePath: "\(folder.path)/whole/\(name).switchboard"))
    try FileManager.default.createDirectory(
      atPath: folder.path + "/s", withIntermediateDirectories: true)
    func resume(_ partial: Data) throws {
      try partial.write(to: URL(filePath: "\(folder.path)/s/\(name).partial"))
      let outcome = try shell(
        folder,
        "rm -f s/*.switchboard; \(run) --resume --out s && cmp */\(name).switchboard && ls s")
      #expect(outcome.code == 0, "\(outcome.errors)\(outcome.output)")
      #expect(outcome.output == "\(name).switchboard\n")
    }
    for share in [0, 1, 3, 30, 60, 99] { try resume(whole.prefix(whole.count * share / 100)) }
    // Complete but for its name; with something after the end; changed in the last block.
    try resume(whole)
    try resume(whole + Data("more".utf8))
    var changed = whole
    changed[changed.count * 9 / 10] ^= 1
    try resume(changed)
  }

  @Test(
    "A signal keeps the finished blocks; --resume ends in the same bytes",
    arguments: ["INT", "TERM"])
  func signal(name: String) throws {
    let folder = try folder()
    let code = name == "INT" ? 130 : 143
    let outcome = try shell(
      folder,
      """
      LONG="$S simulate a.json --replications 160000 --shard 1/2"
      $LONG --out s & PROGRAM=$!
      while [ $(stat -c %s s/shard-1-of-2.partial 2>/dev/null || echo 0) -lt 60000 ]; do sleep 0.05; done
      kill -\(name) $PROGRAM; wait $PROGRAM; echo $?; ls s
      $S merge s
      """)
    #expect(outcome.output == "\(code)\nshard-1-of-2.partial\n")
    #expect(outcome.errors.contains("Go on with --resume: "), "\(outcome.errors)")
    #expect(outcome.errors.contains("of 10000 blocks of shard 1/2 are kept"))
    #expect(outcome.errors.contains("s holds no file *.switchboard"))
  }

  @Test("A partial shard of another run is refused, and stays as it is")
  func anotherRun() throws {
    let folder = try folder()
    _ = try shell(
      folder, "mkdir s; head -c 30000 whole/*.switchboard > s/shard-1-of-2.partial; cp -r s t")
    for (change, difference) in [
      ("--seed 2 --resume", "seed 2, not 1"), ("--seed 2", "seed 2, not 1"),
      ("--set teams.phones.agents=4 --resume", "another content"),
    ] {
      let outcome = try shell(folder, "\(run) \(change) --out s")
      #expect(outcome.code == 65)
      #expect(outcome.errors.contains("Remove s/shard-1-of-2.partial to begin again"))
      #expect(outcome.errors.contains(difference), "\(outcome.errors)")
    }
    #expect(try shell(folder, "diff -r s t").code == 0)
    // Without --resume the shard is begun again.
    #expect(try shell(folder, "\(run) --out s && cmp s/* whole/*").code == 0)
    let notes = try shell(
      folder, "mkdir n; seq 9 99 > n/shard-1-of-2.partial; \(run) --out n; wc -l < n/*")
    #expect(notes.output == "91\n")
    #expect(notes.errors.contains("it is not a shard"), "\(notes.errors)")
  }

  @Test("A shard that is complete is not made again, one that is damaged is")
  func complete() throws {
    let folder = try folder()
    let again = try shell(folder, "\(run) --resume --out whole")
    #expect(again.code == 0)
    #expect(again.errors == "Shard 1/2 is complete already: whole/shard-1-of-2.switchboard\n")
    let damaged = try shell(
      folder, "cp -r whole d; echo >> d/*; \(run) --resume --out d && cmp d/* whole/*")
    #expect(damaged.code == 0, "\(damaged.errors)")
  }

  @Test("The finished shard of another run is not replaced")
  func finishedOfAnother() throws {
    let folder = try folder()
    for resume in ["", "--resume"] {
      let outcome = try shell(folder, "rm -rf d; cp -r whole d; \(run) --seed 2 \(resume) --out d")
      #expect(outcome.code == 65)
      #expect(
        outcome.errors.contains("Remove d/shard-1-of-2.switchboard to make it again"),
        "\(outcome.errors)")
      #expect(outcome.errors.contains("seed 2, not 1"))
      #expect(try shell(folder, "diff -r d whole").code == 0)
    }
  }

  @Test("Two processes do not make the same shard at a time")
  func oneAtATime() throws {
    let folder = try folder()
    let outcome = try shell(
      folder,
      """
      mkdir s
      flock s/shard-1-of-2.partial sleep 6 >/dev/null 2>&1 & LOCK=$!
      while [ ! -e s/shard-1-of-2.partial ]; do sleep 0.05; done; sleep 0.2
      \(run) --out s; echo $?; kill $LOCK
      """)
    #expect(outcome.output == "73\n")
    #expect(outcome.errors.contains("Wait for the process that makes shard 1/2"))
  }

  @Test(
    "What a shard cannot do is refused before anything is simulated",
    arguments: [
      ("--shard 1/2", "Name a folder with --out"),
      ("--shard 1/2 --out s --precision 1%", "Leave out --precision"),
      ("--shard 1/2 --out s --trace", "Leave out --trace"),
      ("--shard 1/2 --out s --measures asa_s", "Leave out --measures"),
      ("--shard 1/2 --out s --require-targets", "Leave out --require-targets"),
      ("--shard 1/2 --out s --format json", "Leave out --format"),
      ("--shard 0/2 --out s", "--shard"), ("--shard 3/2 --out s", "3/16"),
      ("--shard auto/2 --out s", "none is set"), ("--resume", "Name a folder with --out"),
      ("--resume --out s --decompose", "Leave out"),
    ])
  func refusals(words: String, reason: String) throws {
    let folder = try TemporaryFolder()
    try SimulateCommandTests.scenario.write(
      toFile: folder.path + "/a.json", atomically: true, encoding: .utf8)
    let outcome = try shell(folder, "$S simulate a.json \(words)")
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(try folder.names() == ["a.json"])
  }

  @Test("A scheduler names the shard; a place that takes no file is told with its code")
  func places() throws {
    let folder = try folder()
    let automatic = try shell(
      folder,
      """
      RUN="$S simulate a.json --replications 48 --shard auto/2 --out s"
      SLURM_ARRAY_TASK_ID=1 SLURM_ARRAY_TASK_COUNT=1 $RUN && cmp s/* whole/*
      """)
    #expect(automatic.code == 0, "\(automatic.errors)")
    #expect(try shell(folder, "\(run) --out a.json/s").code == 73)
    #expect(try shell(folder, "\(run) --out /proc/none").code == 73)
    #expect(try shell(folder, "$S simulate - --shard 1/2 --out s < a.json").code == 64)
    #expect(
      try shell(folder, "mkdir -p l; ln -s /etc/passwd l/shard-1-of-2.partial; \(run) --out l").code
        == 73)
    let full = try shell(
      folder,
      "(ulimit -f 20; \(run) --out f); echo $?; ls f; \(run) --resume --out f && cmp f/* whole/*; echo $?"
    )
    #expect(full.output == "74\nshard-1-of-2.partial\n0\n", "\(full.errors)")
  }
}
