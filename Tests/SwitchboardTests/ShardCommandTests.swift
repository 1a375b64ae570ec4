import Foundation
import Testing

@Suite("A run in shards gives the bytes of the run in one piece")
struct ShardCommandTests {
  /// A folder with two scenarios, of three and of four agents.
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let text = SimulateCommandTests.scenario.replacingOccurrences(of: "60m", with: "6h")
    try text.write(toFile: folder.path + "/a.json", atomically: true, encoding: .utf8)
    try text.replacingOccurrences(of: "\"agents\": 3", with: "\"agents\": 4")
      .write(toFile: folder.path + "/b.json", atomically: true, encoding: .utf8)
    return folder
  }

  /// Runs a line of the shell in the folder.
  @discardableResult
  private func shell(
    _ folder: borrowing TemporaryFolder, _ line: String, code: Int32 = 0,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> CommandLineTool.Outcome {
    let outcome = try CommandLineTool.shell("cd \(folder.path) && \(line)")
    #expect(outcome.code == code, "\(line)\n\(outcome.errors)", sourceLocation: location)
    return outcome
  }

  @Test("Two designs, cut into any number of shards, merged in any order")
  func anyNumber() throws {
    let folder = try Self.folder()
    // Seven blocks, the last of four replications.
    let run = "$S compare a.json b.json --replications 52 --seed 7"
    let plain = try shell(folder, run + " --out plain")
    for count in [1, 2, 3, 7, 16] {
      let made = "s\(count)"
      try shell(
        folder,
        "for i in $(seq \(count) -1 1); do \(run) --shard $i/\(count) --out \(made) || exit 1; done"
      )
      // The folder's order is that of the names; here the last comes first.
      let merged = try shell(
        folder, "$S merge $(ls -r \(made)/*.switchboard) --out m\(count) && diff -r plain m\(count)"
      )
      #expect(merged.output == plain.output)
    }
    // The scenarios are needed no more.
    try shell(folder, "rm a.json b.json && $S merge s3 --out again && diff -r plain again")
    // The measures are chosen when shards are merged.
    let some = try shell(folder, "$S merge s2 --measures service_level --format json")
    #expect(some.output.contains("service_level") && !some.output.contains("asa_s"))
  }

  @Test("One design, with edits; JSON and CSV on standard output are those of the run as well")
  func oneDesign() throws {
    let folder = try Self.folder()
    let run = "$S simulate a.json --replications 20 --set teams.phones.agents+=1"
    for format in ["json", "csv", "table", "markdown"] {
      let plain = try shell(folder, run + " --format \(format)")
      try shell(folder, "\(run) --shard 1/2 --out s; \(run) --shard 2/2 --out s")
      #expect(try shell(folder, "$S merge s --format \(format)").output == plain.output)
    }
  }

  @Test("What is missing is made by the command that the refusal prints, and then all is well")
  func missing() throws {
    let folder = try Self.folder()
    let run = "$S compare a.json b.json --replications 20 --set 'teams.phones.agents*=1.5'"
    try shell(
      folder, "\(run) --out plain; for i in 1 2 3; do \(run) --shard $i/3 --out 'my s'; done")
    try shell(folder, "rm 'my s'/shard-2*")
    let refusal = try shell(folder, "$S merge 'my s' --out m", code: 65)
    #expect(refusal.output.isEmpty)
    #expect(
      refusal.errors.hasSuffix(
        """
        Make what is missing, 1 of 3 shards, and merge again:
          switchboard compare a.json b.json --set 'teams.phones.agents*=1.5' --seed 1 \
        --replications 20 --shard 2/3 --out 'my s'

        """))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/m"))
    try repair(folder, refusal, shards: "'my s'")
  }

  /// Runs the commands that a refusal prints, and merges again.
  private func repair(
    _ folder: borrowing TemporaryFolder, _ refusal: CommandLineTool.Outcome, shards: String
  ) throws {
    let commands = refusal.errors.split(separator: "\n").filter {
      $0.hasPrefix("  switchboard ")
    }
    #expect(!commands.isEmpty)
    for command in commands {
      try shell(folder, "$S \(command.dropFirst("  switchboard ".count))")
    }
    try shell(folder, "$S merge \(shards) --out m && diff -r plain m")
  }

  @Test("A damaged shard is refused, named, and made again by the command that is printed")
  func damage() throws {
    let folder = try Self.folder()
    let run = "$S compare a.json b.json --replications 20"
    try shell(folder, "\(run) --out plain; for i in 1 2 3; do \(run) --shard $i/3 --out good; done")
    for change in [
      // One bit of the last checksum, of a block, of the header, of the first line.
      "flip $((N-1))", "flip $((N/2))", "flip 40", "flip 3",
      // Cut off in a record and before the last; half of it, lengthened, empty, twice the same.
      "truncate -s $((N-1)) $F", "truncate -s $((N-73)) $F", "truncate -s $((N/2)) $F",
      "echo >> $F", ": > $F", "cat $F $F > $F.x; mv $F.x $F",
      // A length that no memory could hold.
      "printf '\\377\\377\\377\\377\\377\\377\\377\\177' | dd of=$F bs=1 seek=21 conv=notrunc",
    ] {
      let refusal = try shell(
        folder,
        """
        rm -rf s; cp -r good s; F=s/shard-2-of-3.switchboard; N=$(stat -c %s $F)
        flip() { printf '\\252' | dd of=$F bs=1 seek=$1 conv=notrunc; }
        (\(change)) 2>/dev/null
        $S merge s --out m
        """, code: 65)
      #expect(
        refusal.errors.contains("Make what is missing, 1 of 3 shards, and merge again:\n"),
        "\(change): \(refusal.errors)")
      #expect(refusal.errors.contains("\ns/shard-2-of-3.switchboard "))
      #expect(refusal.errors.contains("--replications 20 --shard 2/3 --out s\n"))
    }
    let refusal = try shell(folder, "rm s/shard-1*; echo >> s/shard-2*; $S merge s", code: 65)
    #expect(refusal.errors.contains("2 of 3 shards"))
    try repair(folder, refusal, shards: "s")
  }

  @Test("Shards of other runs are refused, with the difference")
  func mixed() throws {
    let folder = try Self.folder()
    let usual = "--replications 20 --seed 1"
    try shell(folder, "$S compare a.json b.json \(usual) --shard 1/2 --out s")
    for (run, difference) in [
      ("compare a.json b.json --replications 20 --seed 2 --shard 2/2", "seed 2, not 1"),
      ("compare a.json b.json --replications 24 --shard 2/2", "replications 24, not 20"),
      ("compare a.json b.json \(usual) --shard 2/3", "shards 3, not 2"),
      ("simulate a.json \(usual) --shard 2/2", "command simulate, not compare"),
      ("compare a.json a.json \(usual) --shard 2/2", "another content of scenario Small (2)"),
      (
        "compare a.json b.json \(usual) --set teams.phones.agents+=1 --shard 2/2",
        "another content of scenario Small"
      ),
    ] {
      try shell(folder, "$S \(run) --out other")
      let refusal = try shell(folder, "$S merge s/*.switchboard other/*.switchboard", code: 65)
      #expect(refusal.errors.contains(difference), "\(refusal.errors)")
      try shell(folder, "rm other/*")
    }
    let double = try shell(folder, "cp -r s t; $S merge s t", code: 65)
    #expect(double.errors.contains("both are shard 1/2"))
    let name = "s/shard-1-of-2.switchboard"
    #expect(try shell(folder, "$S merge \(name) \(name)", code: 65).errors.contains("Leave out"))
    #expect(try shell(folder, "$S merge a.json", code: 65).errors.contains("is not a shard"))
    #expect(try shell(folder, "$S merge none", code: 66).errors.contains("no such file"))
    #expect(try shell(folder, "mkdir e; $S merge e", code: 66).errors.contains("holds no file"))
  }
}
