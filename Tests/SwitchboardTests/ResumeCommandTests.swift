import Foundation
import Testing

@Suite("A whole run that was stopped goes on with --resume and ends in the same bytes")
struct ResumeCommandTests {
  private static let commands = [
    "simulate a.json --replications 100 --require-targets --trace --measures asa_s",
    "compare a.json b.json --replications 100",
    "simulate a.json --precision 2% --measures cost_per_contact",
    "sweep a.json --vary teams.phones.agents=2..4:1 --vary channels.voice.patience=1m,2m "
      + "--replications 20",
  ]

  private func shell(
    _ folder: borrowing TemporaryFolder, _ line: String
  ) throws -> CommandLineTool.Outcome {
    try CommandLineTool.shell("cd \(folder.path) && \(line)")
  }

  @Test("Stopped by a signal, gone on with by other workers", arguments: commands)
  func stopped(command: String) throws {
    let folder = try ShardCommandTests.folder()
    let plain = try shell(folder, "$S \(command) --out plain")
    let stopped = try shell(
      folder,
      """
      true
      $S \(command) --resume --out r & PROGRAM=$!
      while [ $(stat -c %s r/*.partial 2>/dev/null || echo 0) -lt 20000 ]; do
        kill -0 $PROGRAM 2>/dev/null || break; sleep 0.02; done
      kill -INT $PROGRAM; wait $PROGRAM; echo $?; ls r
      """)
    #expect(stopped.output == "130\nshard-1-of-1.partial\n", "\(stopped.errors)")
    #expect(stopped.errors.contains("Go on with --resume: "), "\(stopped.errors)")
    let resumed = try shell(folder, "$S \(command) --resume --out r --jobs 3")
    #expect(resumed.code == plain.code, "\(resumed.errors)")
    #expect(resumed.output == plain.output)
    #expect(try shell(folder, "diff -r plain r").code == 0)
  }

  @Test("What was not precise enough goes on with a higher limit, to the same bytes")
  func imprecise() throws {
    let folder = try ShardCommandTests.folder()
    let run = "$S simulate a.json --precision 2% --measures cost_per_contact"
    let outcome = try shell(
      folder,
      """
      \(run) --out plain >/dev/null; \(run) --replications 20 --resume --out r >/dev/null; echo $?
      ls r/*.partial; \(run) --resume --out r >/dev/null && diff -r plain r && echo same
      """)
    #expect(outcome.output == "75\nr/shard-1-of-1.partial\nsame\n", "\(outcome.errors)")
  }

  @Test("What is there of another run is refused; what is damaged is made again")
  func others() throws {
    let folder = try ShardCommandTests.folder()
    let run = "$S simulate a.json --replications 40"
    let shard = try shell(
      folder,
      """
      \(run) --out plain >/dev/null; \(run) --shard 1/1 --out s; mkdir r
      head -c $(($(stat -c %s s/*) * 6 / 10)) s/shard-1-of-1.switchboard > r/shard-1-of-1.partial
      \(run) --seed 2 --resume --out r
      """)
    #expect(shard.code == 65)
    #expect(
      shard.errors.contains("Remove r/shard-1-of-1.partial to begin again"), "\(shard.errors)")
    let damaged = try shell(
      folder,
      "printf x | dd of=r/shard-1-of-1.partial bs=1 seek=9000 conv=notrunc 2>/dev/null; "
        + "\(run) --resume --out r >/dev/null && diff -r plain r")
    #expect(damaged.code == 0, "\(damaged.errors)\(damaged.output)")
  }

  @Test("Standard input cannot be gone on with, nor a search for a staffing")
  func refused() throws {
    let folder = try ShardCommandTests.folder()
    #expect(try shell(folder, "$S simulate - --resume --out r < a.json").code == 64)
    let staffed = try shell(
      folder, "$S compare a.json b.json --staffed-to-target --resume --out r")
    #expect(staffed.code == 64)
    #expect(staffed.errors.contains("Leave out --resume"))
    #expect(try folder.names() == ["a.json", "b.json"])
  }
}
